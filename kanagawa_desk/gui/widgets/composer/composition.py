"""The paper in hand: an edit shows at once and is stored after those before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.papers.composing import Blocks, GoneBlockError, Operation
from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.tasks import Tasks

if TYPE_CHECKING:
    from kanagawa_desk.domain.papers.printed import PrintedTable
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.papers.editing import Composed

_PAUSE = 1000  # ms without a key before prose is stored


@dataclass(slots=True)
class _Visit:
    """A visit to a block, and the batch that keeps its words; told in the worker thread."""

    block: str = ""
    batch: int = 0


class Composition(QObject):
    """Blocks by one road: `do` for what changes their order or kind, `write` for their words."""

    changed = Signal()  # the blocks that are shown
    written = Signal(str)  # the words of a block
    stored = Signal()  # something, in the ledger
    said = Signal(object)  # Message

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.paper: Paper | None = None
        self.blocks: Blocks = ()
        self.tables: Mapping[str, PrintedTable] = {}
        self.figures: Mapping[str, str] = {}
        self.writable = False
        self._wanted = ""  # the paper that was opened last
        self._under_way = 0
        self._pending: dict[str, str] = {}  # fields of the visited block not stored yet
        self._visit = _Visit()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.store)

    @property
    def is_stored(self) -> bool:
        """Whether the ledger has all that is shown."""
        return not self._under_way and not self._pending

    def open(self, paper: str) -> None:
        """Take a paper in hand, or show the one in hand as it is now."""
        self._wanted = paper
        if not self._under_way:
            self._tasks.ask(paper_calls.composed, paper, then=self._take)

    def clear(self) -> None:
        """There is no paper."""
        self._wanted = ""
        self.paper, self.blocks, self.tables, self.figures = None, (), {}, {}
        self.changed.emit()

    def block(self, block: str) -> Block | None:
        """A block, if it is there."""
        return next((each for each in self.blocks if each.id == block), None)

    def do(self, action: str, operation: Operation) -> bool:
        """Do something to the blocks; False where there was nothing to do."""
        paper = self.paper
        if paper is None or not self.writable:
            return False
        try:
            after = operation(self.blocks)
        except GoneBlockError:
            return False
        if after == self.blocks:
            return False
        self.store()
        self._visit = _Visit()
        self.blocks = composing.in_order(after)
        self.changed.emit()
        self._ask(paper_calls.rewrite, paper.id, action, operation)
        return True

    def write(self, block: str, field: str, text: str) -> None:
        """The words of a block are these now; they are stored when the hand rests."""
        there = self.block(block)
        if there is None or getattr(there, field) == text:
            return
        self.visit(block)
        self._pending[field] = text
        self.blocks = composing.change(self.blocks, block, **{field: text})
        self._pause.start()
        self.written.emit(block)

    def visit(self, block: str) -> None:
        """The hand is on this block now: the visit to another one is over."""
        if block != self._visit.block:
            self.store()
            self._visit = _Visit(block)

    def store(self) -> None:
        """Store what is not stored yet."""
        self._pause.stop()
        if not self._pending:
            return
        visit, fields, self._pending = self._visit, self._pending, {}

        def keep(ledger: Ledger) -> None:
            written = paper_calls.keep(ledger, visit.block, fields, visit.batch)
            visit.batch = int(written.batch or 0)

        self._ask(keep)

    def _ask(self, call: Callable[..., object], *arguments: object) -> None:
        self._under_way += 1
        self._tasks.ask(call, *arguments, then=self._ended, otherwise=self._failed)

    def _ended(self, _answer: object = None) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.stored.emit()

    def _failed(self, reason: str) -> None:
        self._under_way -= 1
        self.said.emit(Message(reason, "error"))
        if self.paper is not None:
            self.open(self.paper.id)

    def _take(self, composed: Composed) -> None:
        if self._under_way or composed.paper.id != self._wanted:
            return  # an older state; the next one comes when all is stored
        self.paper, self.tables, self.figures = composed.paper, composed.tables, composed.figures
        self.blocks = self._with_pending(composed.blocks)
        self.changed.emit()

    def _with_pending(self, blocks: Sequence[Block]) -> Blocks:
        """The blocks of the ledger with the words that are on the way to it."""
        visited = self._visit.block
        if not self._pending or all(block.id != visited for block in blocks):
            return tuple(blocks)
        return composing.change(tuple(blocks), visited, **self._pending)
