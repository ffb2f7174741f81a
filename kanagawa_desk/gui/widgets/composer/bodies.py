"""What is not running text: cells of a table, the lines of a cover, what a block is bound to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.block_views import free_table_of, is_bound
from kanagawa_desk.gui.widgets.composer.bound_buttons import BoundButtons
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.cover_form import CoverForm, named_lines
from kanagawa_desk.gui.widgets.composer.free_table_editor import FreeTableEditor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.papers.bindings import BindingSummary

_MATCHING = "matching"


class Bodies(QObject):
    """Stands where the body of the block in hand stands, and changes it there."""

    said = Signal(object)  # Message
    wrote = Signal()
    binding_wanted = Signal(str)  # of a block
    compare_wanted = Signal()  # the block in hand with the ledger

    def __init__(self, desk: Desk, composition: Composition, blocks: BlockList) -> None:
        super().__init__(blocks)
        self._desk = desk
        self._paper = composition
        self._list = blocks
        self.table = FreeTableEditor()
        self.cover = CoverForm()
        self._bound = BoundButtons(desk.look)
        blocks.stand_beside(self._bound)
        blocks.opened.connect(self.open)
        blocks.taken.connect(lambda _block: self._show_state())
        self.table.changed.connect(lambda text: composition.write(blocks.in_hand, "binding", text))
        self.cover.entered.connect(self._enter_cover)
        for each in (self.table, self.cover):
            each.given_up.connect(lambda: blocks.take(blocks.in_hand, write=False))
        self._bound.changed.connect(lambda: self.binding_wanted.emit(blocks.in_hand))
        self._bound.compared.connect(self.compare_wanted)

    def open(self, block: str) -> None:
        """Change what is not written in: cells, lines of the cover, or what is bound."""
        view = self._list.view_in_hand()
        if view is None or not self._paper.writable:
            return
        if view.free:
            self.show(begin=True)
            self.table.setCurrentCell(0, 0)
            self.table.setFocus()
        elif view.block.kind == "cover":
            self._list.stand_over(self.cover)
            self.cover.begin()
        elif is_bound(view):
            self.binding_wanted.emit(block)

    def show(self, *, begin: bool = False) -> None:
        """Show the cells of the table in hand as they are now, if they are typed in."""
        view = self._list.view_in_hand()
        if view is None or not view.free or not (begin or self.table.isVisible()):
            return
        table, shape = free_table_of(view.block), self._list.painter.shape(view).table
        if table is not None and shape is not None:
            self.table.show_table(table, shape)
            self._list.stand_over(self.table)

    def show_paper(self, paper: Paper) -> None:
        """Show the lines of a paper's cover."""
        self.cover.show_paper(paper)
        self._list.painter.cover = named_lines(paper)

    def show_bindings(self, bindings: Mapping[str, BindingSummary]) -> None:
        """Tell over every bound block whether the ledger still agrees."""
        self._list.painter.strips = {
            block: (each.label, each.state_label, "" if each.state == _MATCHING else "shortage")
            for block, each in bindings.items()
        }
        self._show_state()
        self._list.viewport().update()

    def _show_state(self) -> None:
        self._bound.show_state(self._list.painter.strips.get(self._list.in_hand))

    def _enter_cover(self, field: str, text: str) -> None:
        def entered(written: Written) -> None:
            for outcome in written.outcomes:
                if not outcome.stored:
                    self.said.emit(Message(outcome.note, "error"))
            self.wrote.emit()

        paper, today = self._paper.paper, self._desk.today()
        if paper is not None:
            ask = self._desk.tasks.ask
            ask(paper_calls.set_cover, paper.id, field, text, today, then=entered)
