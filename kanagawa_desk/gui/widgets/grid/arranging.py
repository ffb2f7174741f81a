"""Sorting a grid and hiding its columns."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from kanagawa_desk.gui.widgets.grid.filters import fill_filter_menu
from kanagawa_desk.gui.widgets.grid.grid import Grid


def sort(grid: Grid, downwards: bool) -> None:
    """Sort by the current column."""
    index = grid.currentIndex()
    if index.isValid():
        key = grid.cells.columns[index.column()].key
        grid.keep_place(lambda: grid.cells.sort_by((key, downwards)))


def unsort(grid: Grid) -> None:
    """Give the rows back their order."""
    grid.keep_place(lambda: grid.cells.sort_by(None))


def hide_column(grid: Grid) -> None:
    """Hide the current column; key columns always stay."""
    index = grid.currentIndex()
    if index.isValid() and not grid.cells.columns[index.column()].frozen:
        grid.hide_key(grid.cells.columns[index.column()].key, hidden=True)


def fill_column_menu(grid: Grid, menu: QMenu) -> None:
    """One entry for each column that can be hidden, ticked while it is shown."""
    menu.clear()
    for index, column in enumerate(grid.cells.columns):
        if column.frozen:
            continue
        words = f"{column.group} {column.label}" if column.group else column.label
        action = QAction(words, menu, checkable=True)
        action.setChecked(not grid.isColumnHidden(index))
        action.toggled.connect(lambda shown, key=column.key: grid.hide_key(key, hidden=not shown))
        menu.addAction(action)


def header_menu(grid: Grid, at: QPoint) -> None:
    """The menu of a heading: sort by it, hide it."""
    header = grid.horizontalHeader()
    column = grid.geometry_.column_at(at.x())
    if column < 0 or not grid.cells.rows:
        return
    row = max(0, grid.currentIndex().row())
    grid.go_to(row, column)
    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction("昇順に並べる", lambda: sort(grid, downwards=False))
    menu.addAction("降順に並べる", lambda: sort(grid, downwards=True))
    menu.addAction("元の順に戻す", lambda: unsort(grid))
    menu.addSeparator()
    fill_filter_menu(grid, menu.addMenu("絞り込み"), column)
    menu.addSeparator()
    hide = menu.addAction("この列を隠す", lambda: hide_column(grid))
    hide.setEnabled(not grid.cells.columns[column].frozen)
    fill_column_menu(grid, menu.addMenu("列の表示"))
    menu.popup(header.viewport().mapToGlobal(at))
