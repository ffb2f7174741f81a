"""DX指標: metrics by section of the paper, their values by year, and the chosen one drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from kanagawa_desk.domain.layout import Address, Layout, RowKind
from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import MEASURES
from kanagawa_desk.gui import calls, row_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import LedgerPage, stack
from kanagawa_desk.gui.widgets.ask_bar import Question
from kanagawa_desk.gui.widgets.chart_view import Drawing
from kanagawa_desk.gui.widgets.parts import frame, label, row

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written

_TREE_WIDTH = 220
_HEIGHTS = [520, 280]  # px of the grid and of the chart
_KEY = Qt.ItemDataRole.UserRole


class MetricsPage(LedgerPage):
    """One row for each series."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "DX指標", "metrics", "指標を追加")
        self._last: FiscalYear | None = None  # a year that was added and may hold nothing yet
        self._names: list[tuple[str, str, str]] = []
        self.pane.grid.set_compact(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName("指標の一覧")
        self.tree.currentItemChanged.connect(self._go_to_item)
        tree = stack(frame("pane_head", row(label("構成", "pane"), None), 34), self.tree)
        tree.setMinimumWidth(160)
        tree.resize(_TREE_WIDTH, tree.height())
        self.arrange(
            self.pane,
            stack(frame("pane_head", row(label("推移", "pane"), None), 34), self.chart),
            tree,
        )
        self.main.setSizes(_HEIGHTS)
        self.pane.cell_chosen.connect(lambda row, _column: self._mark(row))

    def refresh(self) -> None:
        """Show the metrics as they are now."""
        last = self._last
        self.pane.load(lambda ledger: calls.metrics_grid(ledger, last))

    def set_compact(self, compact: bool) -> None:
        """The list is compact on every screen."""

    def panes(self) -> list[QWidget]:
        """Tree, grid and panel."""
        return [self.tree, *super().panes()]

    def go_to(self, address: Address) -> bool:
        """Show a field of a metric, or a value."""
        if address.record not in ("metric", "series", "observation"):
            return False
        self.pane.seek(address)
        self.refresh()
        return True

    def chart_of(self, row: str) -> Drawing | None:
        """The series in a row over its periods."""
        layout = self.shown
        rows = {each.key: each for each in layout.rows} if layout else {}
        if layout is None or row not in rows or rows[row].kind is not RowKind.RECORD:
            return None
        return lambda ledger, *size: calls.metric_chart(ledger, layout, row, *size)

    def take_layout(self, layout: Layout) -> None:
        """Fill the tree where names have changed."""
        if (names := _names(layout)) != self._names:
            self._names = names
            self._fill_tree(layout)
            bar = self.pane.grid.horizontalScrollBar()
            bar.setValue(bar.maximum())  # the latest years are what is worked on
        series = [each for each in layout.rows if each.kind is RowKind.RECORD]
        self.describe(f"委員会資料の見出しの順　{len(series)}系列")
        index = self.pane.grid.currentIndex()
        if index.isValid():
            self._mark(index.row())

    def _fill_tree(self, layout: Layout) -> None:
        self.tree.blockSignals(True)
        self.tree.clear()
        parent = self.tree.invisibleRootItem()
        for each in layout.rows:
            text = " ".join(filter(None, (each.cells[0].text, each.cells[1].text)))
            item = QTreeWidgetItem([text])
            item.setToolTip(0, text)
            item.setData(0, _KEY, each.key)
            if each.kind is RowKind.SECTION:
                self.tree.invisibleRootItem().addChild(item)
                parent = item
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
            else:
                parent.addChild(item)
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _go_to_item(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        keys = [each.key for each in self.pane.model.rows]
        key = item.data(0, _KEY)
        if key not in keys:
            return
        row = keys.index(key)
        if self.pane.model.rows[row].kind is RowKind.SECTION:
            row += 1
        index = self.pane.grid.currentIndex()
        if row < len(keys) and row != index.row():
            self.pane.grid.go_to(row, max(0, index.column()))

    def _mark(self, row: int) -> None:
        key = self.pane.model.rows[row].key
        for item in self.tree.findItems(
            "", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
        ):
            if item.data(0, _KEY) == key and self.tree.currentItem() is not item:
                self.tree.blockSignals(True)
                self.tree.setCurrentItem(item)
                self.tree.blockSignals(False)

    def ask_for_new(self) -> None:
        """Ask for name, unit and kind of a metric."""
        questions = (
            Question("指標", 240),
            Question("単位", 80),
            Question("種別", 110, choices=tuple(MEASURES.items())),
        )
        self.ask_bar.ask("指標を追加", questions, self._add_metric)

    def _add_metric(self, answers: list[object]) -> str:
        name, unit, measure = map(str, answers)
        if not name:
            return "指標の名前を入れてください。"

        def added(_written: Written) -> None:
            self.show_new(name)
            self.panel.show()  # the other fields of the metric are typed there

        self.desk.tasks.ask(calls.add_metric, name, unit, measure, then=added)
        return ""

    def add_period(self) -> None:
        """Show the next fiscal year, still empty; it stays once it holds a value."""
        if not self.pane.model.writable:
            return
        years = [
            period
            for each in self.pane.model.columns
            if each.field.name == "value"
            and isinstance(period := parse_period(each.key), FiscalYear)
        ]
        self._last = FiscalYear(max(years).year + 1) if years else FiscalYear.of(self.desk.today())
        index = self.pane.grid.currentIndex()
        if index.isValid() and self.row_key() is not None:
            self.pane.seek(Address("observation", (self.row_key(), self._last), "value"))
        self.refresh()

    def remove_row(self) -> None:
        """Take out the series in hand with its values."""
        if (series := self.row_key()) is None:
            return
        name, _ = self.pane.model.place(self.pane.grid.currentIndex().row(), 0)

        def removed(written: Written) -> None:
            self.tell_removed(f"「{name}」", written.batch)

        self.desk.tasks.ask(row_calls.remove_series, series, then=removed)


def _names(layout: Layout) -> list[tuple[str, str, str]]:
    return [(each.key, each.cells[0].text, each.cells[1].text) for each in layout.rows]
