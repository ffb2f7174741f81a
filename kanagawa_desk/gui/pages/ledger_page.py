"""A page around a grid: input line and grid, a chart below, the record in hand beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from kanagawa_desk.domain.layout import Address, Layout, RowKind
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.pages.panel_work import PanelWork
from kanagawa_desk.gui.widgets.ask_bar import AskBar
from kanagawa_desk.gui.widgets.chart_deck import ChartDeck
from kanagawa_desk.gui.widgets.chart_view import Drawing
from kanagawa_desk.gui.widgets.grid.grid import Grid
from kanagawa_desk.gui.widgets.grid.pane import GridPane
from kanagawa_desk.gui.widgets.parts import column
from kanagawa_desk.gui.widgets.side_panel import WIDTH, SidePanel

_MAIN_WIDTH = 930


class LedgerPage(Page):
    """What the pages of beds, plans and metrics have in common."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        name: str,
        adding: str,
        charts: Sequence[str],
        *,
        row_numbers: bool = False,
    ) -> None:
        super().__init__(desk, title)
        look = desk.look
        self.shown: Layout | None = None
        self._new_name = ""  # of a record that was just added, until it is shown
        self.ask_bar = AskBar(look)
        self.pane = GridPane(look, desk.tasks, desk.today, row_numbers=row_numbers)
        self.pane.grid.setAccessibleName(title)
        self.deck = ChartDeck(look, desk.tasks, f"{title}のグラフ", charts)
        self.panel = SidePanel(look, f"{title}の行の内容")
        self.record = PanelWork(
            desk, self.panel, self.pane, self.ask_bar, self.subject_of, self.tag_of
        )
        self.record.wrote.connect(self.wrote)
        self.record.settled.connect(self._draw)
        self.main = QSplitter(Qt.Orientation.Vertical)
        self.main.setObjectName(f"{name}.main")
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setObjectName(f"{name}.sides")
        self.pane.wrote.connect(self.wrote)
        self.pane.said.connect(self.said)
        self.pane.loaded.connect(self._take)
        self.pane.grid.statistics_changed.connect(self.selected)
        self.pane.reason_wanted.connect(self._ask_reason)
        self.panel.went.connect(self.went)
        self.panel.closed.connect(self.toggle_panel)
        self.panel.history_wanted.connect(self.history_wanted)
        self._writing: tuple[QPushButton, ...] = (
            self.add_action(adding, self.ask_for_new, "add"),
            self.add_action("Excelから取込…", self.import_wanted.emit, "import"),
        )
        self.add_action("Excelへ出力…", self.export_wanted.emit, "export")

    def arrange(self, upper: QWidget, *left: QWidget) -> None:
        """Put the grid above the charts, something at the left, and the panel at the right."""
        self.main.addWidget(upper)
        self.main.addWidget(self.deck)
        self.main.setStretchFactor(0, 3)
        self.main.setStretchFactor(1, 2)
        for widget in (*left, self.main, self.panel):
            self.sides.addWidget(widget)
        self.sides.setStretchFactor(len(left), 1)
        self.sides.setSizes([*(each.width() for each in left), _MAIN_WIDTH, WIDTH])
        for each in (self.main, self.sides):
            each.setChildrenCollapsible(False)
        self.body.addWidget(self.ask_bar)
        self.body.addWidget(self.sides, 1)

    def add_row(self) -> None:
        """Ask for what a new record of the page needs."""
        if self.pane.model.writable:
            self.ask_for_new()

    def row_key(self) -> str | None:
        """The key of the record in hand, where it can be changed."""
        index = self.pane.grid.currentIndex()
        if not index.isValid() or not self.pane.model.writable:
            return None
        row = self.pane.model.rows[index.row()]
        return row.key if row.kind is RowKind.RECORD else None

    def name_in_hand(self) -> str:
        """What the record in hand is called."""
        name, _ = self.pane.model.place(self.pane.grid.currentIndex().row(), 0)
        return name

    def ask_for_new(self) -> None:
        """Ask for what a new record of the page needs."""
        raise NotImplementedError

    def take_layout(self, layout: Layout) -> None:
        """The grid shows this now."""

    def drawings_of(self, row: str) -> tuple[Drawing | None, ...]:
        """What to draw while a row is the current one, in the order of the charts."""
        raise NotImplementedError

    def subject_of(self, row: int, column_: int) -> Address | None:
        """A cell of the record that the panel shows: the cell itself, or the last of its row."""
        model = self.pane.model
        if model.rows[row].kind is not RowKind.RECORD:
            return None
        addresses = [cell.address for cell in model.rows[row].cells if cell.address is not None]
        return model.cell(row, column_).address or (addresses[-1] if addresses else None)

    def tag_of(self, row: int) -> tuple[str, str]:
        """A word on how the record in a row stands, and its tone."""
        return "", ""

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""
        self.pane.model.writable = writable
        self.panel.writable = writable
        for each in self._writing:
            each.setEnabled(writable)

    def set_compact(self, compact: bool) -> None:
        """Lower rows on a small screen, and charts behind tabs."""
        self.pane.grid.set_compact(compact)
        self.deck.set_compact(compact)

    def panes(self) -> list[QWidget]:
        """Grid and panel."""
        return [self.pane.grid, self.panel]

    def grid(self) -> Grid:
        """The grid of the page."""
        return self.pane.grid

    def open_find(self) -> None:
        """Seek a text in the grid."""
        self.pane.find_bar.open_bar()

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        self.panel.setVisible(self.panel.isHidden())
        self.record.renew()  # it is filled for the room that it has then

    def _take(self, layout: Layout) -> None:
        self.shown = layout
        self.take_layout(layout)
        self._go_to_new()

    def show_new(self, name: str) -> None:
        """Tell that a record of this name was added, and make it the one in hand."""
        self._new_name = name
        self.wrote.emit()

    def _go_to_new(self) -> None:
        name, self._new_name = self._new_name, ""
        if name:
            model = self.pane.model
            places = [
                (row, column_)
                for row in range(len(model.rows))
                for column_, each in enumerate(model.columns)
                if each.frozen and model.text(row, column_) == name
            ]
            if places:
                self.pane.grid.go_to(*places[-1])
                self.pane.grid.setFocus()

    def _ask_reason(self, address: Address) -> None:
        self.record.ask_why(partial(self.pane.enter_for, address))

    def _draw(self, row: int) -> None:
        """Draw the charts for the row in hand."""
        self.deck.show_drawings(*self.drawings_of(self.pane.model.rows[row].key))


def stack(*widgets: Any) -> QWidget:
    """Widgets one below the other, the last but one taking the room."""
    made = QWidget()
    made.setLayout(column(*widgets))
    return made
