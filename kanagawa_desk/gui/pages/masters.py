"""所管課・区域・市町村・病床種別・回答者: the master data, edited as any other grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kanagawa_desk.domain.fields import RecordType, record_type_named
from kanagawa_desk.domain.inquiries import RESPONDENT_KINDS
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.records import Division
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.pages.panel_work import PanelWork
from kanagawa_desk.gui.widgets.ask_bar import AskBar, Question
from kanagawa_desk.gui.widgets.grid.grid import Grid
from kanagawa_desk.gui.widgets.grid.pane import GridPane
from kanagawa_desk.gui.widgets.parts import frame, row
from kanagawa_desk.gui.widgets.side_panel import WIDTH, SidePanel
from kanagawa_desk.gui.widgets.type_tabs import HEIGHT, TypeTabs

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written

RECORDS = ("division", "area", "municipality", "bed_type", "respondent")
_REMARKS = (
    "旧名称も読みます",
    "二次保健医療圏・県全域",
    "団体コードで見分けます",
    "",
    "照会先と宛名",
)
_KINDS = tuple((kind, word) for kind, word in RESPONDENT_KINDS.items() if kind != "division")
"""A 所管課 becomes a respondent by itself when it is asked."""

_MAIN_WIDTH = 930
_DAY_HINT = "例：R7.4.1"


class MastersPage(Page):
    """One tab for each kind of record."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "所管課・区域・市町村・病床種別・回答者")
        self.tabs = TypeTabs(desk.look, "台帳のもとになる一覧")
        self.ask_bar = AskBar(desk.look)
        self.pane = GridPane(
            desk.look,
            desk.tasks,
            desk.today,
            row_numbers=True,
            enter=row_calls.enter_masters,
        )
        self.pane.grid.setAccessibleName(self.title)
        labels = [record_type_named(name).label for name in RECORDS]
        self.tabs.show_tabs(list(zip(labels, _REMARKS, strict=True)))
        self.tabs.currentChanged.connect(lambda _index: self.refresh())
        self.pane.wrote.connect(self.wrote)
        self.pane.said.connect(self.said)
        self.panel = SidePanel(desk.look, "一覧の行の内容")
        self.record = PanelWork(
            desk,
            self.panel,
            self.pane,
            self.ask_bar,
            lambda row, _column: self._name_of(row),
            lambda _row: ("", ""),
            row_calls.enter_masters,
        )
        self.record.wrote.connect(self.wrote)
        self.panel.went.connect(self.went)
        self.panel.closed.connect(self.toggle_panel)
        self.panel.history_wanted.connect(self.history_wanted)
        self.pane.loaded.connect(self._count)
        self.pane.grid.statistics_changed.connect(self.selected)
        tabs = row(self.tabs, None, margins=(8, 0))
        self.body.addWidget(frame("tabs", tabs, HEIGHT))
        self.body.addWidget(self.ask_bar)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("masters.sides")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.pane)
        sides.addWidget(self.panel)
        sides.setStretchFactor(0, 1)
        sides.setSizes([_MAIN_WIDTH, WIDTH])
        self.body.addWidget(sides, 1)
        self._ending = (
            self.add_action("廃止…", self._ask_last_day, "close"),
            self.add_action("統合…", self._ask_successor, "redo"),
        )
        self._writing = (
            *self._ending,
            self.add_action("削除", self.remove_row, "trash"),
            self.add_action("追加", self.add_row, "add", primary=True),
        )

    def refresh(self) -> None:
        """Show the records of the chosen kind as they are now."""
        name = self._described().name
        self._allow()
        self.pane.load(lambda ledger: row_calls.master_grid(ledger, name))

    def go_to(self, address: Address) -> bool:
        """Show a field of a record."""
        if address.record not in RECORDS:
            return False
        self.pane.seek(address)
        self.tabs.setCurrentIndex(RECORDS.index(address.record))
        self.refresh()
        return True

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""
        self.pane.model.writable = writable
        self.panel.writable = writable
        self._allow()

    def set_compact(self, compact: bool) -> None:
        """Lower rows on a small screen."""
        self.pane.grid.set_compact(compact)

    def panes(self) -> list[QWidget]:
        """Grid, panel and tabs."""
        return [self.pane.grid, self.panel, self.tabs]

    def grid(self) -> Grid:
        """The grid of the page."""
        return self.pane.grid

    def open_find(self) -> None:
        """Seek a text in the grid."""
        self.pane.find_bar.open_bar()

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        self.panel.setVisible(self.panel.isHidden())
        self.record.renew()

    def add_row(self) -> None:
        """Ask for the name of a new record, and for its code or kind where it has one."""
        described = self._described()
        if not self.pane.model.writable:
            return
        questions = [Question(described.field("name").label, 280)]
        if described.name == "municipality":
            questions.append(Question(described.field("code").label, 90, "例：14100"))
        elif described.name == "respondent":
            questions.append(Question(described.field("kind").label, 120, choices=_KINDS))
        self.ask_bar.ask(f"{described.label}を追加", questions, self._add)

    def remove_row(self) -> None:
        """Delete the record in hand; one that is in use is refused, and the message says so."""
        address = self._record()
        if address is not None:
            name = self._name_in_hand()
            self.desk.tasks.ask(
                row_calls.delete_master,
                address,
                then=lambda written: self.tell_removed(f"「{name}」", written.batch),
            )

    def move_row(self, by: int) -> None:
        """Move the record in hand up or down."""
        address = self._record()
        if address is None:
            return
        if self.pane.model.sorting is not None or self.pane.model.is_narrowed:
            self.say("並べ替えや絞り込みをやめてから動かしてください。", "shortage")
            return
        self.pane.seek(self.pane.current_address() or address)
        self._ask(row_calls.move_master, address, by)

    def _described(self) -> RecordType:
        return record_type_named(RECORDS[max(0, self.tabs.currentIndex())])

    def _record(self) -> Address | None:
        """The name of the record in hand, where it can be changed."""
        index = self.pane.grid.currentIndex()
        if not index.isValid() or not self.pane.model.writable:
            return None
        return self._name_of(index.row())

    def _name_of(self, row_: int) -> Address | None:
        cells = self.pane.model.rows[row_].cells
        return next((c.address for c in cells if c.address and c.address.field == "name"), None)

    def _name_in_hand(self) -> str:
        row_ = self.pane.grid.currentIndex().row()
        return self.pane.model.text(row_, self.pane.model.layout.column_index("name"))

    def _add(self, answers: list[object]) -> str:
        name, code = str(answers[0]), "".join(map(str, answers[1:]))
        if not name:
            return "名称を入れてください。"
        record = self._described().name
        if record == "municipality" and not (code.isdecimal() and len(code) == 5):
            return "団体コードを5けたの数字で入れてください。"
        self._ask(row_calls.add_master, record, name, code)
        return ""

    def _ask_last_day(self) -> None:
        address = self._record()
        if address is not None:
            self.ask_bar.ask(
                f"「{self._name_in_hand()}」の廃止",
                (Question("廃止日", 120, "例：R7.3.31"),),
                lambda answers: self._on_day(str(answers[0]), row_calls.retire, address),
                "廃止する",
            )

    def _ask_successor(self) -> None:
        gone = self._record()
        if gone is None:
            return
        at = self.pane.model.layout.column_index("name")
        others = tuple(
            (each.cells[at].address, each.cells[at].text)
            for each in self.pane.model.layout.rows
            if each.cells[at].address not in (None, gone)
        )
        if not others:
            return
        self.ask_bar.ask(
            f"「{self._name_in_hand()}」の統合",
            (Question("統合先", 240, choices=others), Question("統合の日", 120, _DAY_HINT)),
            lambda answers: self._on_day(str(answers[1]), row_calls.merge, gone, answers[0]),
            "統合する",
        )

    def _on_day(self, text: str, call: Any, *subjects: Any) -> str:
        """Do what needs a day, once one was typed."""
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        day, fault = read_typed(Division, "valid_to", text, self.desk.today())
        if day is None:
            return fault or "日を入れてください。"
        self._ask(call, *subjects, day)
        return ""

    def _ask(self, call: Any, *arguments: Any) -> None:
        def done(_written: Written) -> None:
            self.wrote.emit()

        def refused(why: str) -> None:
            self.said.emit(Message(why, "error"))

        self.desk.tasks.ask(call, *arguments, then=done, otherwise=refused)

    def _count(self, layout: Layout) -> None:
        self.describe(f"{layout.title}　{len(layout.rows)}件")

    def _allow(self) -> None:
        """What has no 廃止日 cannot end or be merged."""
        writable = self.pane.model.writable
        ends = any(field.name == "valid_to" for field in self._described().fields)
        for each in self._writing:
            each.setEnabled(writable and (ends or each not in self._ending))
