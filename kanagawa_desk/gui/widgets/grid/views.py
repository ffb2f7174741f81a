"""Views of a grid under a name: kept, shown again and dropped, from one menu."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from kanagawa_desk.gui.models.view import View
from kanagawa_desk.gui.widgets.ask_bar import AskBar, Question
from kanagawa_desk.gui.widgets.grid.grid import Grid
from kanagawa_desk.gui.widgets.grid.memory import GridMemory
from kanagawa_desk.gui.widgets.grid.row_narrower import RowNarrower


class GridViews(QObject):
    """Brings columns, order and filters of a grid into a view, and out of one."""

    def __init__(
        self, grid: Grid, narrower: RowNarrower, memory: GridMemory, ask_bar: AskBar
    ) -> None:
        super().__init__(grid)
        self._grid = grid
        self._narrower = narrower
        self._memory = memory
        self._ask_bar = ask_bar

    def open_menu(self) -> None:
        """Offer the views that are kept, and to keep or drop one."""
        menu = QMenu(self._grid)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        names = self._memory.names()
        for name in names:
            menu.addAction(name, partial(self.show_named, name))
        if names:
            menu.addSeparator()
        menu.addAction("今の表示を保存…", self._ask_name)
        menu.addAction("列・並び・絞り込みを元に戻す", self.reset)
        dropping = menu.addMenu("保存した表示を削除")
        dropping.setEnabled(bool(names))
        for name in names:
            dropping.addAction(name, partial(self._memory.drop, name))
        menu.popup(self._grid.viewport().mapToGlobal(QPoint(0, 0)))
        menu.setActiveAction(menu.actions()[0])

    def show_named(self, name: str) -> None:
        """Show the view of a name."""
        self.show(self._memory.view(name))

    def reset(self) -> None:
        """Arrange columns as the page does by itself, and show all rows in their order."""
        self.show(View(self._memory.usual))

    def show(self, view: View) -> None:
        """Arrange columns and rows as a view has them."""
        model = self._grid.cells
        self._grid.keep_place(model.narrow_no_more)
        self._grid.arrangement.change(view.columns)
        self._grid.keep_place(lambda: model.sort_by(view.sort))
        self._grid.keep_place(lambda: model.choose_all(view.choices))
        self._narrower.narrow(view.mine, view.since)

    def current(self) -> View:
        """How the grid is arranged now."""
        model, narrower = self._grid.cells, self._narrower
        return View(
            self._grid.arrangement.columns,
            model.sorting,
            model.chosen_columns,
            narrower.mine,
            narrower.since,
        )

    def _ask_name(self) -> None:
        self._ask_bar.ask("今の表示を保存", (Question("名前", 240),), self._keep, "保存")

    def _keep(self, answers: list[object]) -> str:
        name = str(answers[0])
        if not name:
            return "名前を入れてください。"
        self._memory.keep(name, self.current())
        self._grid.setFocus()
        return ""
