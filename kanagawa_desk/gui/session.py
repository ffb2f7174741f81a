"""The ledger in hand: opened or made, written to, taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kanagawa_desk.domain.acting import JAPAN, Actor
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.calls import reviews as review_calls
from kanagawa_desk.gui.calls.ledger import LedgerFacts
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.preferences import Preferences
from kanagawa_desk.gui.tasks import Tasks

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.undoing import Undone, UndoState
    from kanagawa_desk.services.workbooks.comparison import Comparison
    from kanagawa_desk.services.workbooks.exporting import Exported

Clock = Callable[[], datetime]


class Session(QObject):
    """What can be done with the ledger as a whole; each says how it went."""

    opened = Signal(object)  # LedgerFacts
    could_not_open = Signal()
    changed = Signal()  # something in the ledger
    undo_changed = Signal(object)  # UndoState
    backed_up = Signal(object)  # datetime of the last backup, None without one
    went = Signal(object)  # Address of what was taken back
    compared = Signal(object)  # Review
    imported = Signal()
    said = Signal(object)  # Message

    def __init__(self, tasks: Tasks, preferences: Preferences, account: str, clock: Clock) -> None:
        super().__init__()
        self._tasks = tasks
        self._preferences = preferences
        self._account = account
        self._clock = clock
        self.facts: LedgerFacts | None = None
        tasks.opened.connect(self._opened)

    def today(self) -> date:
        """The day on the wall."""
        return self.now().date()

    def now(self) -> datetime:
        """The time on the wall, in Japan wherever the machine believes to be."""
        return self._clock().astimezone(JAPAN)

    def open(self, path: Path) -> None:
        """Open a ledger, unless it is the one in hand."""
        if self.facts is not None and self.facts.path == path:
            return
        actor, clock = self._actor(), self._clock
        self._tasks.open(lambda: calls.open_ledger(path, actor, clock), calls.facts, self._refused)

    def take_over(self) -> None:
        """Open the ledger in hand for writing, whoever else holds it."""
        if self.facts is not None:
            path, actor, clock = self.facts.path, self._actor(), self._clock
            self._tasks.open(
                lambda: calls.open_ledger(path, actor, clock, take_over=True),
                calls.facts,
                self._refused,
            )

    def create(self, path: Path, *, sample: bool) -> None:
        """Make a ledger and open it."""
        actor, clock = self._actor(), self._clock
        self._tasks.open(
            lambda: calls.create(path, actor, clock, sample=sample), calls.facts, self._refused
        )

    def wrote(self) -> None:
        """Something was written: what can be taken back is another thing now."""
        self.changed.emit()
        self._tasks.ask(calls.undo_state, then=self._tell_undo)

    def undo(self, batch: str | None = None) -> None:
        """Take back the last action of this session, or any one by its number."""
        self._tasks.ask(
            calls.undo, batch, then=lambda undone: self._undone("元に戻しました", undone)
        )

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._tasks.ask(calls.redo, then=lambda undone: self._undone("やり直しました", undone))

    def export(self, about: str, target: Path) -> None:
        """Write ledgers into a workbook."""

        def exported(made: Exported) -> None:
            text = f"{made.path.name} に{made.sheets}枚のシートを書き出しました。{made.path.parent}"
            self.said.emit(Message(text, "ok"))

        self._tasks.ask_long(
            "Excelへの出力", calls.export, about, target, self.today(), then=exported
        )

    def write_pdf(self, paper: str, target: Path) -> None:
        """Write a paper into a PDF file."""

        def made(path: Path) -> None:
            self.said.emit(Message(f"{path.name} を作りました。{path.parent}", "ok"))

        self._tasks.ask_long("PDFの作成", paper_calls.write_pdf, paper, target, then=made)

    def compare(self, paths: list[Path]) -> None:
        """Read workbooks and see what they would change."""
        self._tasks.ask_long(
            "Excelの読取り", review_calls.compare, paths, self.today(), then=self.compared.emit
        )

    def apply(self, comparison: Comparison) -> None:
        """Take what a person chose of workbooks, as one batch."""

        def applied(written: Written) -> None:
            text = f"{written.changed}か所を取り込みました。"
            self.said.emit(Message(text, "ok", "取り消す", self.undo))
            self.imported.emit()
            self.wrote()
            self._look_for_backup()

        self._tasks.ask(review_calls.apply, comparison, then=applied)

    def back_up(self) -> None:
        """Keep a copy of the ledger."""

        def kept(copy: Path) -> None:
            self.said.emit(Message(f"バックアップを取りました。{copy}", "ok"))
            self._look_for_backup()

        self._tasks.ask(calls.back_up, then=kept)

    def _look_for_backup(self) -> None:
        self._tasks.ask(calls.last_backup, then=self.backed_up.emit)

    def _actor(self) -> Actor:
        name, division = self._preferences["display_name"], self._preferences["division"]
        return Actor(name or self._account, division, self._account)

    def _opened(self, facts: LedgerFacts) -> None:
        self.facts = facts
        self._preferences.opened(facts.path)
        self.opened.emit(facts)
        self.backed_up.emit(facts.last_backup)
        if facts.read_only:
            told = Message(facts.why_read_only, "shortage")
            if facts.can_be_taken_over:
                told = replace(told, action="引き継ぐ…", do=self._ask_take_over)
            self.said.emit(told)
        self._tasks.ask(calls.undo_state, then=self._tell_undo)

    def _ask_take_over(self) -> None:
        """Two people who write at once would undo each other's work: ask again."""
        text = (
            "相手のかながわデスクが閉じていることを確かめてください。"
            "開いたままだと、相手の入力とぶつかります。"
        )
        self.said.emit(Message(text, "shortage", "引き継いで書き込む", self.take_over))

    def _refused(self, reason: str) -> None:
        self.said.emit(Message(reason, "error"))
        if self.facts is None:
            self.could_not_open.emit()

    def _undone(self, word: str, undone: Undone) -> None:
        self.said.emit(Message(f"{word}：{undone.text}", "ok"))
        self.wrote()
        if undone.address is not None:
            self.went.emit(undone.address)

    def _tell_undo(self, state: UndoState) -> None:
        self.undo_changed.emit(state)
