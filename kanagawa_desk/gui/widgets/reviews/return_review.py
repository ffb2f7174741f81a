"""The answer to an inquiry under review: decided cell by cell, applied, or sent back."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.gui.calls import reviews as review_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models.review_lines import HELD, Choice, Decision
from kanagawa_desk.gui.widgets.parts import button, label
from kanagawa_desk.gui.widgets.reviews.detail import moment
from kanagawa_desk.gui.widgets.reviews.pane import ReviewPane

if TYPE_CHECKING:
    from collections.abc import Hashable

    from kanagawa_desk.domain.inquiries import Request, ReturnedFile
    from kanagawa_desk.gui.calls.reviews import OpenReturn
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.services.inquiries.collected import Collected
    from kanagawa_desk.services.workbooks.reviewing import Item

_NONE = "回答はまだありません。"
_DONE = "この回答は取込済みです。取り込んだ値と元のセルは、変更履歴で確かめられます。"
_OLDER = "あとに保存された回答があるため、この回答は取り込みません。"


class ReturnReview(QWidget):
    """Stands empty until a returned file is shown."""

    said = Signal(object)  # Message
    wrote = Signal()
    went = Signal(object)  # Address of a cell to go to
    undo_wanted = Signal(str)  # batch id
    send_back_wanted = Signal(str)  # returned id

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.returned = ""  # the id of the file that is shown
        self._open: OpenReturn | None = None
        self._decided: dict[Hashable, Decision] = {}
        self._empty = label(_NONE, "second")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.pane = ReviewPane(desk)
        self.pane.may_end = True
        self.send_back = button(
            desk.look,
            "修正依頼…",
            lambda: self.send_back_wanted.emit(self.returned),
            icon="return",
        )
        self.pane.foot.insertWidget(self.pane.foot.count() - 1, self.send_back)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.pane)
        self.pane.take_wanted.connect(self._take)
        self.pane.decided.connect(self._keep)
        self.pane.went.connect(self.went)

    def show_returned(self, returned: str) -> None:
        """Show a file that came back (its id), compared with the ledger of now."""
        if returned != self.returned:
            self.clear("読んでいます…")
        self.returned = returned
        self._read()

    def clear(self, words: str = _NONE) -> None:
        """Show no file."""
        self.returned = ""
        self._open = None
        self._empty.setText(words)
        self._stack.setCurrentWidget(self._empty)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write nothing is decided."""
        self.pane.set_writable(writable)
        self.send_back.setEnabled(writable)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.pane.set_compact(compact)

    def panes(self) -> list[QWidget]:
        """The list of cells."""
        return [self.pane.list]

    def _read(self) -> None:
        self._desk.tasks.ask(
            review_calls.open_return, self.returned, then=self._show, otherwise=self.clear
        )

    def _show(self, found: OpenReturn) -> None:
        if found.returned.id != self.returned:
            return
        known = {} if self._open is None else self._decided
        self._open = found
        if found.review is None:
            self._empty.setText(_OLDER if found.returned.stage == "older" else _DONE)
            self._stack.setCurrentWidget(self._empty)
            return
        division = found.returned.division or found.respondent
        self.pane.subtitle.tell(f"{division}　{found.returned.name}")
        self.pane.line.sent = _sent(found.request)
        self.pane.line.came = _came(found.returned)
        items = found.review.items
        kept = {
            _line(items[number]): Decision(Choice(each.choice), each.value)
            for number, each in found.decided.items()
        }
        self._decided = kept | known  # what was decided since it was read comes last
        decisions = {
            number: decision
            for number, item in enumerate(items)
            if (decision := self._decided.get(_line(item))) is not None
        }
        look = partial(review_calls.look_at_returned, returned=found.returned.id)
        self.pane.show_review(found.review, look, decisions)
        self._stack.setCurrentWidget(self.pane)

    def _refused(self, why: str) -> None:
        """What was decided stays; the values beside it are those of now."""
        self.said.emit(Message(why, "error"))
        self._read()

    def _keep(self, numbers: list[int]) -> None:
        """Keep decisions in the ledger, so that a review can be gone on with another day."""
        lines = self.pane.lines
        decided = []
        for number in numbers:
            if (decision := lines.decision(number)) is not None:
                self._decided[_line(lines.items[number])] = decision
                decided.append((lines.items[number], decision.choice.value, decision.value))

        def kept(began: bool) -> None:
            if began:
                self.wrote.emit()

        self._desk.tasks.ask(review_calls.decide, self.returned, decided, then=kept)

    def _take(self) -> None:
        found = self._open
        if found is None or found.collected is None:
            return
        lines = self.pane.lines
        taken, held = lines.taken(), lines.counts[HELD]

        def done(collected: Collected) -> None:
            text = f"{collected.respondent}の回答の確認を終えました。"
            if taken:
                text = f"{collected.respondent}の回答から{len(taken)}件を取り込みました。"
            if held:
                text += f"保留 {held}件が残っています。"
            back = partial(self.undo_wanted.emit, collected.batch) if collected.batch else None
            self.said.emit(Message(text, "ok", "取り消す" if back else "", back))
            self.wrote.emit()

        self.pane.take.setEnabled(False)  # until it is shown anew
        take = partial(review_calls.take, settled=not held)
        self._desk.tasks.ask(take, found.collected, taken, then=done, otherwise=self._refused)


def _sent(request: Request) -> tuple[str, str]:
    day = request.sent_on
    return (f"{day.month}/{day.day}" if day else ""), request.file


def _came(returned: ReturnedFile) -> tuple[str, str]:
    at = datetime.fromisoformat(returned.received_at).astimezone(JAPAN)
    extension = f"内線 {returned.extension}" if returned.extension else ""
    who = "　".join(filter(None, (returned.person, extension, returned.name)))
    return moment(at), who


def _line(item: Item) -> Hashable:
    """What a decision is about: a cell, for as long as the ledger has the same value there."""
    ours = item.finding.ours if item.finding else None
    return item.sheet, item.cell, ours
