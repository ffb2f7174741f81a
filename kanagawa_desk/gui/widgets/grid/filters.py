"""The menu that narrows a grid to some values of a column."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kanagawa_desk.gui.models.row_filters import offered
from kanagawa_desk.gui.widgets.grid.grid import Grid


def filter_current(grid: Grid) -> None:
    """Open the menu under the heading of the current column."""
    index = grid.currentIndex()
    if not index.isValid():
        return
    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    fill_filter_menu(grid, menu, index.column())
    header = grid.horizontalHeader()
    at = QPoint(grid.geometry_.x(index.column()), header.height())
    menu.popup(header.viewport().mapToGlobal(at))
    menu.setActiveAction(menu.actions()[0])


def fill_filter_menu(grid: Grid, menu: QMenu, column: int) -> None:
    """One entry for each choice, ticked while it is chosen; without any all rows are shown."""
    model = grid.cells
    key = model.columns[column].key
    everything = menu.addAction("絞り込みをやめる", lambda: widen(grid))
    everything.setEnabled(model.is_narrowed)
    menu.addSeparator()
    for choice in offered(model.layout, column):
        action = QAction(choice.replace("\n", " "), menu, checkable=True)
        action.setChecked(choice in model.chosen(key))
        action.toggled.connect(lambda _on, choice=choice: _toggle(grid, key, choice))
        menu.addAction(action)


def widen(grid: Grid) -> None:
    """Show all rows."""
    grid.keep_place(grid.cells.narrow_no_more)


def _toggle(grid: Grid, key: str, choice: str) -> None:
    chosen = grid.cells.chosen(key) ^ {choice}
    grid.keep_place(lambda: grid.cells.choose(key, chosen))
