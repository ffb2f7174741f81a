"""DX指標: metrics by section of the paper, their values by year, and the chosen one drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.layout import Address, Layout, RowKind
from kanagawa_desk.domain.metric_outline import companion
from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.periods import UNDATED, FiscalYear
from kanagawa_desk.domain.records import MEASURES, PERIOD_KINDS, Metric, Observation, Series
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import LedgerPage, stack
from kanagawa_desk.gui.widgets.ask_bar import Question
from kanagawa_desk.gui.widgets.chart_view import Drawing
from kanagawa_desk.gui.widgets.legend import Legend, swatch
from kanagawa_desk.gui.widgets.outline_tree import OutlineTree
from kanagawa_desk.gui.widgets.parts import label
from kanagawa_desk.gui.widgets.record_form import RecordForm

if TYPE_CHECKING:
    from kanagawa_desk.domain.metric_outline import Node
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.outcomes import Outcome

_TREE_WIDTH = 248
_HEIGHTS = [520, 280]  # px of the grid and of the charts
_NOT_ASKED = ("id", "rank")
_DEFAULTS = {
    "measure": next(iter(MEASURES.values())),
    "period_kind": next(iter(PERIOD_KINDS.values())),
    "decimals": "0",
}
_HINTS = {"day": "例：R6.8.31", "range": "例：R6.8月～R7.3月"}


class MetricsPage(LedgerPage):
    """One row for each series."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "DX指標", "metrics", "指標を追加", ("推移", "同じ見出しの指標"))
        self._begun: str | None = None  # the series whose new year is to be typed next
        self._shows_latest = False
        self._had_panel = True  # while the form stands in its place
        self._compact = False
        self.pane.grid.set_compact(True)
        self.tree = OutlineTree("指標の一覧")
        self.tree.chosen.connect(self._go_to_series)
        self.tree.setMinimumWidth(160)
        self.tree.resize(_TREE_WIDTH, self.tree.height())
        self.form = RecordForm(desk.look, "指標を追加")
        self.form.typed.connect(self._read_new)
        self.form.accepted.connect(self._add_metric)
        self.form.dropped.connect(self._close_form)
        legend = Legend(
            (label("予定", "tag"), "見込みの値"),
            (label("8月末", "tag"), "年度途中の値"),
            (label("―", "second"), "値なし（理由あり）"),
            (swatch("note"), "注"),
            (label("‖", tone="shortage"), "系列の断絶"),
        )
        self.arrange(stack(self.pane, legend), self.tree)
        self.sides.addWidget(self.form)
        self.main.setSizes(_HEIGHTS)
        self.pane.cell_chosen.connect(lambda row, _column: self._mark(row))
        adding = self.add_action("系列を追加", self._ask_series, "add", place=1)
        self._writing = (*self._writing, adding)

    def refresh(self) -> None:
        """Show the metrics as they are now."""
        self.desk.tasks.ask(row_calls.metric_outline, then=self._show_outline)
        self.pane.load(calls.metrics_grid)

    def set_compact(self, compact: bool) -> None:
        """The list is compact on every screen; a small one shows the panel on asking (F4)."""
        self.deck.set_compact(compact)
        if compact != self._compact:
            self._compact = compact
            self.panel.setVisible(not compact)

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

    def drawings_of(self, row: str) -> tuple[Drawing | None, ...]:
        """The series in a row over its periods, and one of its heading in another unit."""
        layout = self.shown
        rows = {each.key: each for each in layout.rows} if layout else {}
        if layout is None or row not in rows or rows[row].kind is not RowKind.RECORD:
            return None, None
        beside = companion(self.tree.outline, layout, row)
        return (
            lambda ledger, *size: calls.metric_chart(ledger, layout, row, *size),
            (lambda ledger, *size: calls.metric_chart(ledger, layout, beside, *size))
            if beside
            else None,
        )

    def take_layout(self, layout: Layout) -> None:
        """Tell how many series there are, and show the latest years at first."""
        series = [each for each in layout.rows if each.kind is RowKind.RECORD]
        self.describe(f"委員会資料の見出しの順　{len(series)}系列")
        if not self._shows_latest:
            self._shows_latest = True
            bar = self.pane.grid.horizontalScrollBar()
            bar.setValue(bar.maximum())
        if self._begun is not None:
            self._go_to_last_year(self._begun)
            self._begun = None
        index = self.pane.grid.currentIndex()
        if index.isValid():
            self._mark(index.row())

    def _show_outline(self, outline: tuple[Node, ...]) -> None:
        self.tree.show_outline(outline)

    def _go_to_series(self, key: str) -> None:
        keys = [each.key for each in self.pane.model.rows]
        index = self.pane.grid.currentIndex()
        if key in keys and keys.index(key) != index.row():
            self.pane.grid.go_to(keys.index(key), max(0, index.column()))

    def _mark(self, row: int) -> None:
        self.tree.mark(self.pane.model.rows[row].key)

    # A new metric, a new series.

    def ask_for_new(self) -> None:
        """Open the form of a new metric beside the grid; its section is that of the row in hand."""

        def known(names: tuple[str, ...]) -> None:
            fields = [each for each in record_type(Metric).fields if each.name not in _NOT_ASKED]
            texts = _DEFAULTS | self._like_the_row_in_hand()
            self._had_panel = not self.panel.isHidden()
            self.panel.hide()
            self.form.open_form(fields, texts, {"division": names})

        self.desk.tasks.ask(row_calls.division_names, then=known)

    def _like_the_row_in_hand(self) -> dict[str, str]:
        """Section and division of the metric in hand, which a new one most often shares."""
        fields = ("section", "division")
        shown = {name: self.panel.field_named("metric", name) for name in fields}
        return {name: field.text for name, field in shown.items() if field is not None}

    def _read_new(self, name: str, text: str) -> None:
        """Say below a field of the form how it is read."""

        def read(outcomes: tuple[Outcome, ...]) -> None:
            field = self.form.fields.get(name)
            if field is not None and field.text == text:
                field.show_outcome(outcomes[0])

        texts = {Address("metric", ("",), name): text}
        self.desk.tasks.ask(calls.preview, texts, self.desk.today(), then=read)

    def _add_metric(self, texts: dict[str, str]) -> None:
        def added(written: Written) -> None:
            if written.batch is not None:
                self._close_form()
                self.show_new(texts["name"])
                return
            at_fault = [each for each in written.outcomes if not each.stored]
            for each in at_fault:
                self.form.fields[each.address.field].show_outcome(each)
            self.form.fields[at_fault[0].address.field].editor.setFocus()

        today = self.desk.today()
        self.desk.tasks.ask(row_calls.fill_in_metric, texts, today, then=added)

    def _close_form(self) -> None:
        self.form.hide()
        self.panel.setVisible(self._had_panel)
        self.pane.grid.setFocus()

    def _ask_series(self) -> None:
        if (series := self.row_key()) is None:
            return
        self.ask_bar.ask(
            f"「{self.name_in_hand()}」の指標に系列を追加",
            (Question(record_type(Series).field("name").label, 160, "例：全国"),),
            lambda answers: self._add_series(series, str(answers[0])),
        )

    def _add_series(self, beside: str, name: str) -> str:
        if not name:
            return "系列の名前を入れてください。"
        self.desk.tasks.ask(row_calls.add_series, beside, name, then=lambda _: self.show_new(name))
        return ""

    # Periods.

    def add_period(self) -> None:
        """Begin the next fiscal year, or ask for the day or range of the metric in hand."""
        if not self.pane.model.writable:
            return
        series = self.row_key()
        field = self.panel.field_named("metric", "period_kind") if series else None
        kind = next((k for k, w in PERIOD_KINDS.items() if field and w == field.text), "year")
        if series is None or kind not in ("day", "range"):
            self._add_fiscal_year(series, undated=kind == "undated")
            return
        self.ask_bar.ask(
            f"「{self.name_in_hand()}」に期間を追加",
            (Question(PERIOD_KINDS[kind], 160, _HINTS[kind]),),
            lambda answers: self._add_period(series, str(answers[0])),
        )

    def _add_fiscal_year(self, series: str | None, *, undated: bool) -> None:
        def added(written: Written) -> None:
            if written.batch is None:
                self.say("年度ごとに入れる指標がありません。", "shortage")
                return
            self._begun = series
            self.wrote.emit()

        if undated:
            self.say("時点なしの指標です。年度は、年度ごとの指標の行で追加してください。")
            return
        today = self.desk.today()
        self.desk.tasks.ask(row_calls.add_fiscal_year, today, then=added)

    def _go_to_last_year(self, series: str) -> None:
        years = [
            period
            for each in self.pane.model.columns
            if each.field.name == "value"
            and isinstance(period := parse_period(each.key), FiscalYear)
        ]
        if years:
            self.pane.go_to(Address("observation", (series, max(years)), "value"))

    def _add_period(self, series: str, text: str) -> str:
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        period, fault = read_typed(Observation, "period", text, self.desk.today())
        if period is None or period is UNDATED:
            return fault or "期間を入れてください。"

        def added(_written: Written) -> None:
            self.pane.seek(Address("observation", (series, period), "value"))
            self.wrote.emit()

        self.desk.tasks.ask(row_calls.add_period, series, period, then=added)
        return ""

    def remove_row(self) -> None:
        """Take out the series in hand with its values."""
        if (series := self.row_key()) is None:
            return
        name = self.name_in_hand()

        def removed(written: Written) -> None:
            self.tell_removed(f"「{name}」", written.batch)

        self.desk.tasks.ask(row_calls.remove_series, series, then=removed)
