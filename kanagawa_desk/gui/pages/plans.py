"""計画一覧: the plans, narrowed by division and state, and their periods drawn below."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Address, Layout, Row
from kanagawa_desk.domain.records import PlanEdition
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import LedgerPage, stack
from kanagawa_desk.gui.widgets.ask_bar import Question
from kanagawa_desk.gui.widgets.chart_view import Drawing
from kanagawa_desk.gui.widgets.chips import HEIGHT, Chips
from kanagawa_desk.gui.widgets.parts import frame, row
from kanagawa_desk.gui.widgets.type_tabs import HEIGHT as TABS_HEIGHT
from kanagawa_desk.gui.widgets.type_tabs import TypeTabs

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written

_ALL = "すべて"
_TIMELINE = "計画期間一覧"
_NARROWING = ("division", "state")  # columns whose words are filters
_HEIGHTS = [510, 300]  # px of the list (16 plans) and of the timeline
_TONES = {"改定予定": "shortage", "最終年度": "shortage", "期間満了": "error"}


class PlansPage(LedgerPage):
    """One row for each plan."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "計画一覧", "plans", "計画を追加", (_TIMELINE,))
        self.chips = Chips("所管課と状態で絞り込む")
        self.chips.chosen.connect(self._narrow)
        self.pane.grid.set_compact(True)
        for key in ("duty", "basis_check"):  # the panel has them, 要確認 stands in the cell
            self.pane.grid.hide_key(key, hidden=True)
        self._list = stack(frame("section", row(self.chips, margins=(0, 0)), HEIGHT), self.pane)
        self.arrange(self._list)
        self.main.setSizes(_HEIGHTS)
        self.views = TypeTabs(desk.look, "一覧と計画期間一覧")
        self.views.show_tabs([("一覧", ""), (_TIMELINE, "")])
        self.views.currentChanged.connect(lambda _index: self._show_view())
        self._views_bar = frame("tabs", row(self.views, None, margins=(8, 0)), TABS_HEIGHT)
        self._views_bar.hide()
        self.body.insertWidget(0, self._views_bar)
        self.panel.hide()
        self.add_action("期間一覧を印刷…", self.print_timeline, "print")
        self.pane.model.widened.connect(lambda: self.chips.choose(_ALL))

    def refresh(self) -> None:
        """Show the plans as they are now."""
        today = self.desk.today()
        self.pane.load(lambda ledger: calls.plans_grid(ledger, today))

    def set_compact(self, compact: bool) -> None:
        """The list is compact on every screen; a small one has no room for the periods below."""
        self._views_bar.setVisible(compact)
        self._show_view()

    def print_timeline(self) -> None:
        """Print the periods of the plans that are shown."""
        from kanagawa_desk.gui.calls import outputs as output_calls

        model, today = self.pane.model, self.desk.today()
        layout = replace(model.layout, rows=tuple(model.rows))
        self.print_wanted.emit(partial(output_calls.timeline_report, layout=layout, today=today))

    def _show_view(self) -> None:
        """One of list and periods behind tabs, else both."""
        tabbed = not self._views_bar.isHidden()
        self._list.setVisible(not tabbed or self.views.currentIndex() == 0)
        self.deck.setVisible(not tabbed or self.views.currentIndex() == 1)

    def go_to(self, address: Address) -> bool:
        """Show a field of a plan or of its edition."""
        if address.record not in ("plan", "plan_edition"):
            return False
        self.pane.seek(address)
        self.refresh()
        return True

    def drawings_of(self, row: str) -> tuple[Drawing | None, ...]:
        """The timeline of all plans."""
        layout, today = self.shown, self.desk.today()
        if layout is None:
            return (None,)
        return (lambda ledger, *size: calls.timeline(ledger, layout, row, today, *size),)

    def tag_of(self, row: int) -> tuple[str, str]:
        """The state of a plan."""
        keys = [each.key for each in self.pane.model.columns]
        state = self.pane.model.text(row, keys.index("state"))
        return state, _TONES.get(state, "")

    def take_layout(self, layout: Layout) -> None:
        """Count the plans by division and state."""
        self.describe(f"計画 {len(layout.rows)}件　{short_date(self.desk.today())} 現在")
        chips = [(_ALL, _ALL, len(layout.rows))]
        heads: dict[str, str] = {}
        for name in _NARROWING:
            at = layout.column_index(name)
            counts = Counter(each.cells[at].text for each in layout.rows if each.cells[at].text)
            of_column = [(f"{name}:{text}", text, count) for text, count in counts.items()]
            heads |= {key: layout.columns[at].label for key, _, _ in of_column[:1]}
            chips += of_column
        self.chips.show_chips(chips, heads)

    def _narrow(self, key: str) -> None:
        model = self.pane.model
        name, _, text = key.partition(":")
        if not text:
            self.pane.grid.keep_place(lambda: model.narrow("chip", None))
            return
        at = model.layout.column_index(name)

        def holds(row: Row) -> bool:
            return row.cells[at].text == text

        self.pane.grid.keep_place(lambda: model.narrow("chip", holds))

    def ask_for_new(self) -> None:
        """Ask for the name of a plan."""
        self.ask_bar.ask("計画を追加", (Question("計画名", 320),), self._add_plan)

    def _add_plan(self, answers: list[object]) -> str:
        name = str(answers[0])
        if not name:
            return "計画名を入れてください。"
        today = self.desk.today()
        self.desk.tasks.ask(calls.add_plan, name, today, then=lambda _: self.show_new(name))
        return ""

    def remove_row(self) -> None:
        """Take out the plan in hand with its periods."""
        if (plan := self.row_key()) is None:
            return
        name = self.name_in_hand()

        def removed(written: Written) -> None:
            self.tell_removed(f"「{name}」", written.batch)

        self.desk.tasks.ask(row_calls.remove_plan, plan, then=removed)

    def move_row(self, by: int) -> None:
        """Move the plan in hand and number the list anew."""
        plan, model = self.row_key(), self.pane.model
        if plan is None:
            return
        if model.sorting is not None or model.is_narrowed:
            self.say("並べ替えや絞り込みをやめてから動かしてください。", "shortage")
            return
        if (address := self.pane.current_address()) is not None:
            self.pane.seek(address)
        self.desk.tasks.ask(row_calls.move_plan, plan, by, then=lambda _: self.wrote.emit())

    def add_period(self) -> None:
        """Ask for another period of the plan in hand."""
        if (plan := self.row_key()) is None:
            return
        self.ask_bar.ask(
            f"「{self.name_in_hand()}」に期を追加",
            (Question("次", 90, "例：第9次"), Question("計画期間", 120, "例：R12～R17")),
            lambda answers: self._add_edition(plan, *map(str, answers)),
        )

    def _add_edition(self, plan: str, ordinal: str, text: str) -> str:
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        period, fault = read_typed(PlanEdition, "period", text, self.desk.today())
        if period is None:
            return fault or "計画期間を入れてください。"

        def added(_written: Written) -> None:
            self.wrote.emit()
            self.panel.show()  # the list shows the period in force, the panel all

        self.desk.tasks.ask(row_calls.add_edition, plan, period, ordinal, then=added)
        return ""
