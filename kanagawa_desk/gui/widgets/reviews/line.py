"""The line of a review that is in hand: looked at closer, asked about, mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.calls import reviews as review_calls
from kanagawa_desk.gui.models.review_lines import Choice
from kanagawa_desk.gui.widgets.parts import column
from kanagawa_desk.gui.widgets.reviews.ask import ReviewAsk
from kanagawa_desk.gui.widgets.reviews.detail import ReviewDetail

if TYPE_CHECKING:
    from collections.abc import Callable

    from kanagawa_desk.gui.models.review_model import ReviewModel
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.services.outcomes import Outcome
    from kanagawa_desk.services.workbooks.comparison import Finding
    from kanagawa_desk.services.workbooks.kept_workbooks import Around
    from kanagawa_desk.services.workbooks.review_details import Closer
    from kanagawa_desk.services.workbooks.reviewing import Item

    LookAround = Callable[..., Around | None]

_PAUSE = 120  # ms on a line before it is looked at closer
TONES = {
    "要修正": "error",
    "双方で変更": "error",
    "質問": "shortage",
    "空欄になった": "shortage",
}


class ReviewLine(QWidget):
    """What is asked about the line, and below it the line closer."""

    answered = Signal()  # the keys go back to the list

    def __init__(self, desk: Desk, table: ReviewModel) -> None:
        super().__init__()
        self._desk = desk
        self._table = table
        self._number = -1
        self.look_around: LookAround | None = None  # (ledger, file, sheet, cell)
        self.sent = self.came = ("", "")  # when, and how or by whom
        self.ask = ReviewAsk(desk.look)
        self.detail = ReviewDetail(desk.look)
        self.setLayout(column(self.ask, self.detail))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look_closer)
        self.ask.chosen.connect(self.take_candidate)
        self.ask.mended.connect(self._mend)
        self.ask.left.connect(self.answered)

    def show_line(self, number: int) -> None:
        """Show another line, or the same with another decision; -1 for none."""
        self._number = number
        item = self._item()
        self.setVisible(item is not None)
        if item is None:
            return
        lines, detail = self._table.lines, self.detail
        self._ask_about(item)
        detail.show_place(item.where, item.place or item.reason)
        detail.show_values(item.finding is not None)
        detail.base.tell(self.sent[0], lines.base(number), self.sent[1])
        detail.ours.tell("", lines.ours(number), "")
        raw = f"「{item.finding.raw}」　" if item.finding and item.finding.raw else ""
        when, origin = self.came
        detail.theirs.tell(when, lines.theirs(number), raw + (origin or item.file))
        self._pause.start()

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.detail.set_compact(compact)

    def take_candidate(self, at: int) -> None:
        """Choose a reading; that which the ledger has already is to stay."""
        finding = self._finding()
        if finding is None or not 0 <= at < len(finding.candidates):
            return
        value = finding.candidates[at]
        if value == finding.ours:
            self._table.decide([self._number], Choice.KEEP)
        else:
            self._table.decide([self._number], Choice.TAKE, value)
        self.answered.emit()

    def step_candidate(self, step: int) -> None:
        """Choose the next reading (1) or the one before (-1)."""
        finding = self._finding()
        if finding is not None and finding.candidates:
            at = self._chosen(finding)
            first = 0 if step > 0 else len(finding.candidates) - 1
            self.take_candidate((at + step) % len(finding.candidates) if at >= 0 else first)

    def begin_mending(self) -> None:
        """Let a person type the right value, beginning with what came back."""
        if (finding := self._finding()) is not None:
            self.ask.mend(finding.raw)

    def _item(self) -> Item | None:
        return self._table.lines.items[self._number] if self._number >= 0 else None

    def _finding(self) -> Finding | None:
        item = self._item()
        return item.finding if item else None

    def _ask_about(self, item: Item) -> None:
        finding, lines = item.finding, self._table.lines
        reason = f"{item.kind}　{item.reason}" if item.reason else item.kind
        candidates = finding.candidates if finding else ()
        texts = [lines.words(finding, each) for each in candidates] if finding else []
        self.ask.ask(
            reason,
            TONES.get(item.kind, ""),
            texts,
            self._chosen(finding) if finding else -1,
            may_mend=self._table.writable and finding is not None,
        )

    def _chosen(self, finding: Finding) -> int:
        """Which candidate was chosen, -1 for none."""
        lines, number = self._table.lines, self._number
        choice = lines.choice(number)
        value = finding.ours if choice is Choice.KEEP else lines.value(number)
        if choice is Choice.HOLD or value not in finding.candidates:
            return -1
        return finding.candidates.index(value)

    def _look_closer(self) -> None:
        item, number = self._item(), self._number
        if item is None:
            return

        def show_sheet(around: Around | None) -> None:
            if self._item() is item:
                self.detail.sheet.show_around(around)

        def show(closer: Closer) -> None:
            if self._item() is item:
                self.detail.show_latest(self._table.lines.ours(number), closer.latest)
                self.detail.show_effect(closer.effect)

        tasks = self._desk.tasks
        if item.finding is not None:
            value = self._table.lines.value(number)
            tasks.ask(review_calls.closer, item.finding, value, then=show)
        if item.seen_at and self.look_around is not None:
            tasks.ask(self.look_around, item.file, item.sheet, item.seen_at, then=show_sheet)
        else:
            self.detail.sheet.show_around(None)

    def _mend(self, text: str) -> None:
        finding, number = self._finding(), self._number
        if finding is None:
            return

        def read(answer: tuple[Outcome, Any]) -> None:
            outcome, value = answer
            if outcome.stored:
                self._table.decide([number], Choice.TAKE, value)
                self.answered.emit()
            else:
                self.ask.refuse(outcome.note)

        today = self._desk.today()
        self._desk.tasks.ask(review_calls.mended, finding.address, text, today, then=read)
