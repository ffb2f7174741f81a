"""The panel beside a paper: what its blocks bind, and what is to be checked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget

from kanagawa_desk.gui.calls import bindings as binding_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.papers.panel_bindings import BindingList
from kanagawa_desk.gui.widgets.papers.panel_checks import FindingList
from kanagawa_desk.gui.widgets.parts import column, frame, row
from kanagawa_desk.gui.widgets.type_tabs import HEIGHT, TypeTabs

_LEAST = 280


class PaperPanel(QFrame):
    """Two tabs; what is chosen in them leads to its block."""

    block_wanted = Signal(str)  # block id
    edit_binding_wanted = Signal(str)  # block id
    said = Signal(object)  # Message
    wrote = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = ""
        self.setProperty("kind", "surface")
        self.setMinimumWidth(_LEAST)
        self.bindings = BindingList(desk)
        self.findings = FindingList(desk)
        self.tabs = TypeTabs(desk.look, "資料の結び付きと点検")
        self._stack = QStackedWidget()
        self._lists: tuple[BindingList | FindingList, ...] = (self.bindings, self.findings)
        for each in self._lists:
            self._stack.addWidget(each)
            each.block_wanted.connect(self.block_wanted)
            each.said.connect(self.said)
            each.wrote.connect(self._written)
        self.bindings.edit_wanted.connect(self.edit_binding_wanted)
        self.tabs.currentChanged.connect(self._turn)
        self._count(0, 0)
        corner = row(self.tabs, None, *(each.corner for each in self._lists), margins=(0, 0))
        layout = column(frame("tabs", corner, HEIGHT))
        layout.addWidget(self._stack, 1)
        self.setLayout(layout)
        self._turn(0)  # once the corners have a place: what has none would open as a window

    def show_paper(self, paper_id: str) -> None:
        """Show the bindings and the findings of a paper as it is now; "" for none."""
        self._paper = paper_id
        if not paper_id:
            self.show_found(binding_calls.NOTHING)
            return
        ask, today = self._desk.tasks.ask, self._desk.today()
        ask(binding_calls.look_over, paper_id, today, then=self.show_found)

    def show_found(self, found: binding_calls.Overlook) -> None:
        """Show what a look over the paper in hand found."""
        if found.paper == self._paper:
            self.bindings.show_bindings(found.paper, found.bindings)
            self.findings.show_findings(found.paper, found.findings, found.spellings)
            waiting = sum(each.acknowledged is None for each in found.findings)
            self._count(len(found.bindings), waiting)

    def show_binding(self, block: str) -> None:
        """Turn to 結び付き, with a block's binding in hand."""
        self.tabs.setCurrentIndex(0)
        self.bindings.hold(block)
        self.bindings.setFocus()

    def show_checks(self) -> None:
        """Turn to 点検."""
        self.tabs.setCurrentIndex(1)
        self.findings.setFocus()

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""
        self.bindings.set_writable(writable)
        self.findings.set_writable(writable)

    def _turn(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self.setFocusProxy(self._lists[index])
        for at, each in enumerate(self._lists):
            each.corner.setVisible(at == index)

    def _count(self, bindings: int, findings: int) -> None:
        self.tabs.show_tabs([("結び付き", f"{bindings}件"), ("点検", f"{findings}件")])

    def _written(self) -> None:
        self.wrote.emit()
        self.show_paper(self._paper)
