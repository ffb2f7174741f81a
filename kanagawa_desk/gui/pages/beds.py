"""病床数: the grid of a bed type at its reference dates, with the areas drawn below."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.records import BedSet, PlanEdition
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import number_text
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import LedgerPage, stack
from kanagawa_desk.gui.widgets.ask_bar import Question
from kanagawa_desk.gui.widgets.chart_view import Drawing
from kanagawa_desk.gui.widgets.date_checks import DateChecks
from kanagawa_desk.gui.widgets.legend import Legend, swatch, word
from kanagawa_desk.gui.widgets.parts import frame, label, row
from kanagawa_desk.gui.widgets.type_tabs import HEIGHT, TypeTabs

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.grids import BedTab, EditionChoice

_HEIGHTS = [490, 330]  # px of the grid (nine areas) and of the chart
_CHARTS = ("圏域ごとの既存と基準", "圏域の配置（略図）")
_IN_FORCE = "適用中の期"
_SIDE_BY_SIDE = 2  # reference dates that are shown at first


class BedsPage(LedgerPage):
    """One tab for each bed type."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "病床数", "beds", "基準日を追加", _CHARTS, row_numbers=True)
        self._tabs: tuple[BedTab, ...] = ()
        self._days: dict[str, set[date]] = {}
        self._editions: dict[str, str] = {}  # chosen by hand, by bed type
        self._compact = False
        self.tabs = TypeTabs(desk.look, "病床種別")
        self.tabs.currentChanged.connect(lambda _index: self._show_type())
        self.dates = DateChecks(desk.look)
        self.dates.chosen.connect(self._choose_day)
        self._unit = label(kind="second")
        head = row(margins=(8, 0))
        head.addWidget(self.tabs)
        head.addStretch(1)
        self.edition = QComboBox()
        self.edition.setAccessibleName("比べる計画の期")
        self.edition.setToolTip("基準病床数を定める計画の期（Alt+Insert で期を追加）")
        self.edition.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.edition.activated.connect(self._choose_edition)
        self.add_choice(label("比べる計画", "second"))
        self.add_choice(self.edition)
        self._dates_name = label("並べる基準日", "second")
        head.addWidget(self._dates_name)
        head.addWidget(self.dates)
        head.addWidget(self._unit)
        self.legend = Legend(
            (swatch("computed"), "自動計算（入力不可）"),
            (swatch("changed"), "開いてから変更"),
            (word("▲", "shortage"), "不足"),
            (word("数字のみ", "excess"), "過剰"),
        )
        self.arrange(stack(frame("tabs", head, HEIGHT), self.pane, self.legend))
        self.main.setSizes(_HEIGHTS)
        self.pane.model.drafts_changed.connect(
            lambda: self.legend.show_drafts(len(self.pane.model.drafts))
        )

    def refresh(self) -> None:
        """Show the bed types and the grid as they are now."""
        self.desk.tasks.ask(calls.bed_tabs, then=self._show_tabs)

    def go_to(self, address: Address) -> bool:
        """Show the bed type and date of a count or standard, then its cell."""
        match address:
            case Address("bed_count", (bed_type, _, day)) | Address("bed_set", (bed_type, day)):
                self._days.setdefault(bed_type, set()).add(day)
            case Address("bed_standard", (edition, bed_type, _)):
                if not self.pane.model.find(address).isValid():
                    self._editions[bed_type] = edition
            case _:
                return False
        self.pane.seek(address)
        kinds = [tab.bed_type for tab in self._tabs]
        if bed_type in kinds:
            self.tabs.setCurrentIndex(kinds.index(bed_type))
        self.refresh()
        return True

    def set_compact(self, compact: bool) -> None:
        """Leave out what the dates tell by themselves, too."""
        super().set_compact(compact)
        self._compact = compact
        self._name_dates()

    def _name_dates(self) -> None:
        """The dates are named where there is room beside them."""
        tab = self._type()
        few = tab is None or len(tab.dates) <= _SIDE_BY_SIDE
        self._dates_name.setVisible(few and not self._compact)

    def drawings_of(self, row: str) -> tuple[Drawing | None, ...]:
        """The areas of the type that is shown, and their places where there are several."""
        layout = self.shown
        if layout is None:
            return None, None
        return (
            lambda ledger, *size: calls.bed_chart(ledger, layout, row, *size),
            (lambda ledger, *size: calls.tile_map(ledger, layout, row, *size))
            if len(layout.rows) > 1
            else None,
        )

    def subject_of(self, row: int, column_: int) -> Address | None:
        """The count of the cell's date; a standard is seen beside the last date's count."""
        own = super().subject_of(row, column_)
        if own is None or own.record == "bed_count":
            return own
        addresses = [cell.address for cell in self.pane.model.rows[row].cells if cell.address]
        return addresses[-1]

    def tag_of(self, row: int) -> tuple[str, str]:
        """不足 or 過剰 at the date in hand, else at the last."""
        columns = self.pane.model.columns
        in_hand = columns[max(0, self.pane.grid.currentIndex().column())].key.partition("@")[2]
        surplus = {each.key: i for i, each in enumerate(columns) if each.field.name == "surplus"}
        at = surplus.get(f"surplus@{in_hand}", max(surplus.values(), default=None))
        value = self.pane.model.cell(row, at).value if at is not None else None
        number = value.number if isinstance(value, Measured) else None
        if not number:
            return "", ""
        word, tone = ("不足", "shortage") if number < 0 else ("過剰", "excess")
        return f"{word} {number_text(number if number > 0 else -number)}床", tone

    def _show_tabs(self, tabs: tuple[BedTab, ...]) -> None:
        self._tabs = tabs
        self.tabs.show_tabs([(tab.name, tab.scope_label) for tab in tabs])
        self._show_type()

    def _type(self) -> BedTab | None:
        index = self.tabs.currentIndex()
        return self._tabs[index] if 0 <= index < len(self._tabs) else None

    def _show_type(self) -> None:
        tab = self._type()
        if tab is None:
            return
        known = [each.day for each in tab.dates]
        chosen = self._days.setdefault(tab.bed_type, set(known[-_SIDE_BY_SIDE:]))
        chosen &= set(known)
        self.dates.show_dates(tab.dates, chosen)
        self._name_dates()
        self._load(tab)
        self.desk.tasks.ask(
            row_calls.editions, tab.bed_type, then=partial(self._show_editions, tab.bed_type)
        )

    def _show_editions(self, bed_type: str, editions: tuple[EditionChoice, ...]) -> None:
        tab = self._type()
        if tab is None or tab.bed_type != bed_type:
            return
        self.edition.clear()
        self.edition.addItem(_IN_FORCE, None)
        for each in editions:
            self.edition.addItem(each.label, each.id)
        chosen = self._editions.get(bed_type)
        if chosen not in (None, *(each.id for each in editions)):
            del self._editions[bed_type]  # its adding was taken back
            chosen = None
            self._load(tab)
        self.edition.setCurrentIndex(self.edition.findData(chosen))
        self._name_in_force()

    def _name_in_force(self) -> None:
        """Say beside 適用中の期 which one that is."""
        layout = self.shown
        if layout is None or self.edition.currentIndex() > 0:
            return
        cells = (cell.address for row in layout.rows for cell in row.cells)
        of_edition = (each.key[0] for each in cells if each and each.record == "bed_standard")
        at = self.edition.findData(next(of_edition, None))
        label = f"（{self.edition.itemText(at)}）" if at > 0 else ""
        self.edition.setItemText(0, f"{_IN_FORCE}{label}")

    def _choose_edition(self, index: int) -> None:
        tab, chosen = self._type(), self.edition.itemData(index)
        if tab is None:
            return
        if chosen is None:
            self._editions.pop(tab.bed_type, None)
        else:
            self._editions[tab.bed_type] = chosen
        self._load(tab)

    def _choose_day(self, day: date, shown: bool) -> None:
        if (tab := self._type()) is not None:
            days = self._days[tab.bed_type]
            days.add(day) if shown else days.discard(day)
            self.dates.show_dates(tab.dates, days)
            self._load(tab)

    def _load(self, tab: BedTab) -> None:
        days = sorted(self._days[tab.bed_type])
        edition = self._editions.get(tab.bed_type)
        self.pane.load(lambda ledger: calls.beds_grid(ledger, tab.bed_type, days, edition))

    def take_layout(self, layout: Layout) -> None:
        """Tell the unit and the plan edition."""
        self._unit.setText(layout.unit_note)
        self._name_in_force()

    def ask_for_new(self) -> None:
        """Ask for a reference date of the type that is shown."""
        tab = self._type()
        if tab is None:
            return
        copies = (
            (None, "値を入れずに作る"),
            *((each.day, f"{each.label} の値を写す") for each in reversed(tab.dates)),
        )
        self.ask_bar.ask(
            f"{tab.name}に基準日を追加",
            (
                Question("基準日", 120, "例：R7.4.1"),
                Question("値", 180, choices=copies),
            ),
            lambda answers: self._add_date(tab.bed_type, *answers),
        )

    def _add_date(self, bed_type: str, text: object, copy_from: object) -> str:
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        day, fault = read_typed(BedSet, "as_of", str(text), self.desk.today())
        if day is None:
            return fault or "基準日を入れてください。"

        def added(_written: object) -> None:
            self._days.setdefault(bed_type, set()).add(day)
            if self.pane.model.rows:
                # The first area is next to be typed, so that a column is filled by Enter alone.
                area = self.pane.model.rows[0].key
                self.pane.seek(Address("bed_count", (bed_type, area, day), "beds"))
            self.wrote.emit()

        self.desk.tasks.ask(calls.add_bed_date, bed_type, day, copy_from, then=added)
        return ""

    def add_period(self) -> None:
        """Ask for another period of the plan that sets the standards."""
        tab = self._type()
        if tab is None or not self.pane.model.writable:
            return
        self.ask_bar.ask(
            f"{tab.name}と比べる計画の期を追加",
            (Question("次", 90, "例：第7次"), Question("計画期間", 120, "例：H30～R5")),
            lambda answers: self._add_edition(tab.bed_type, *map(str, answers)),
        )

    def _add_edition(self, bed_type: str, ordinal: str, text: str) -> str:
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        period, fault = read_typed(PlanEdition, "period", text, self.desk.today())
        if period is None:
            return fault or "計画期間を入れてください。"

        def added(edition: str) -> None:
            self._editions[bed_type] = edition
            self.wrote.emit()

        self.desk.tasks.ask(row_calls.add_bed_edition, bed_type, period, ordinal, then=added)
        return ""

    def remove_row(self) -> None:
        """Take out the reference date of the column in hand; areas go in the master data."""
        tab, column = self._type(), self.pane.grid.currentIndex().column()
        if tab is None or column < 0 or not self.pane.model.writable:
            return
        _, _, text = self.pane.model.columns[column].key.partition("@")
        if not text:
            self.say("削除する基準日の列を選んでください。", "shortage")
            return
        day = date.fromisoformat(text)

        def removed(written: Written) -> None:
            self.tell_removed(f"基準日 {short_date(day)} ", written.batch)

        self.desk.tasks.ask(row_calls.remove_bed_date, tab.bed_type, day, then=removed)
