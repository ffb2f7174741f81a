"""What is done with inquiries: which file is asked of a person, and how it went is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.calls import inquiries as inquiry_calls
from kanagawa_desk.gui.messages import Message

if TYPE_CHECKING:
    from datetime import date

    from kanagawa_desk.gui.calls.inquiries import Receipt
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView
    from kanagawa_desk.services.inquiries.creating import Order
    from kanagawa_desk.services.inquiries.respondents import Candidate
    from kanagawa_desk.services.inquiries.sending import Sent

_NOTES = 3  # that fit into a message


class InquiryWork(QObject):
    """Hands what a person wants to the worker thread."""

    said = Signal(object)  # Message
    wrote = Signal()
    created = Signal(str)  # number of the inquiry
    received = Signal(list)  # of Receipt
    received_as = Signal(object, object)  # Receipt as it was, and as it is
    reminders_made = Signal(list)  # of Reminder
    sent_back = Signal(str)  # returned id

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parent = parent
        self._folder = Path.home()

    # Sending.

    def create(self, order: Order) -> None:
        """Make an inquiry and write its files into a folder."""
        folder = self._ask_folder("照会を書き出すフォルダー")
        if folder is not None:
            self._long("照会の作成", inquiry_calls.create, order, folder, then=self._created)

    def send(self, view: InquiryView, requests: Sequence[RequestView]) -> None:
        """Write workbooks into a folder: those of the requests."""
        folder = self._ask_folder("様式を書き出すフォルダー")
        if folder is not None:
            ids = [each.id for each in requests]
            self._long(
                "様式の書出し",
                inquiry_calls.send,
                view.inquiry.id,
                ids,
                folder,
                then=partial(self._sent, f"照会 {view.inquiry.id} の様式を書き出しました。"),
            )

    def ask_also(self, view: InquiryView, candidate: Candidate) -> None:
        """Ask one more, and write its workbook into a folder."""
        folder = self._ask_folder("様式を書き出すフォルダー")
        if folder is not None:
            words = f"{candidate.name}を照会先に加え、様式を書き出しました。"
            self._ask(
                inquiry_calls.ask_also,
                view.inquiry.id,
                candidate,
                folder,
                self._desk.today(),
                then=partial(self._sent, words),
            )

    # Following up.

    def remind(self, requests: Sequence[RequestView]) -> None:
        """Make the texts that ask for answers."""
        asked = [(each.id, each.respondent.name) for each in requests]
        self._desk.tasks.ask(
            inquiry_calls.reminders, asked, self._desk.today(), then=self.reminders_made.emit
        )

    def reminded(self, requests: Sequence[str]) -> None:
        """Remember that these were reminded."""
        words = f"回答のお願い（再）を{len(requests)}件記録しました。"
        self._write(words, inquiry_calls.reminded, requests, self._desk.today())

    def put_off(
        self, view: InquiryView, due: date, reason: str, requests: Sequence[RequestView]
    ) -> None:
        """Set another due date."""
        self._write(
            "回答期限を変更しました。",
            inquiry_calls.put_off,
            view.inquiry.id,
            due,
            reason,
            self._desk.today(),
            [each.id for each in requests],
        )

    def close_or_reopen(self, view: InquiryView) -> None:
        """End an inquiry, or take its end back."""
        number = view.inquiry.id
        if view.inquiry.closed_on is None:
            words = f"照会 {number} を終了しました。"
            self._write(words, inquiry_calls.close, number, self._desk.today())
        else:
            self._write(f"照会 {number} を再開しました。", inquiry_calls.reopen, number)

    def list_unanswered(self, view: InquiryView) -> None:
        """Write 未回答一覧 to print, or for Excel."""
        name = f"{view.inquiry.id}_未回答一覧.pdf"
        target = file_dialogs.list_to_write(
            self._parent, "未回答一覧を書き出す", self._folder / name
        )
        if target is not None:
            self._folder = target.parent
            self._ask(
                inquiry_calls.write_unanswered,
                view.inquiry.id,
                target,
                self._desk.today(),
                then=self._tell_file,
            )

    # Answers.

    def choose_files(self) -> None:
        """Receive files that a person chooses."""
        paths = file_dialogs.answers_to_read(self._parent, self._folder)
        if paths:
            self._folder = paths[0].parent
            self.collect(paths)

    def choose_folder(self) -> None:
        """Receive all files in a folder."""
        folder = self._ask_folder("回答ファイルのフォルダー")
        if folder is not None:
            self.collect([folder])

    def collect(self, paths: Sequence[Path]) -> None:
        """Receive files and folders."""

        def collected(receipts: list[Receipt]) -> None:
            if not receipts:
                self.said.emit(Message("受け付けるファイルがありません。", "shortage"))
                return
            self.received.emit(receipts)
            self.wrote.emit()

        self._desk.tasks.ask_long("回答の受付", inquiry_calls.collect, paths, then=collected)

    def receive_as(self, receipt: Receipt, request: str) -> None:
        """Receive a file as the answer that a person says it is."""

        def done(found: Receipt) -> None:
            self.received_as.emit(receipt, found)
            self.wrote.emit()

        self._ask(inquiry_calls.receive_as, receipt, request, then=done)

    def send_back(self, returned: str) -> None:
        """Write a returned file with its faults marked into a folder."""
        folder = self._ask_folder("修正依頼を書き出すフォルダー")
        if folder is None:
            return

        def done(path: Path) -> None:
            self._tell_file(path)
            self.sent_back.emit(returned)
            self.wrote.emit()

        self._ask(inquiry_calls.send_back, returned, folder, self._desk.today(), then=done)

    def save_returned(self, request: RequestView) -> None:
        """Write a returned file as it came."""
        file = request.returned
        if file is None:
            return
        target = file_dialogs.file_to_write(
            self._parent, "回答ファイルを保存", self._folder / file.name
        )
        if target is not None:
            self._folder = target.parent
            self._ask(inquiry_calls.save_returned, file.id, target, then=self._tell_file)

    def _created(self, sent: Sent) -> None:
        self.created.emit(sent.inquiry)
        self._sent(f"照会 {sent.inquiry} を作りました。", sent)

    def _sent(self, words: str, sent: Sent) -> None:
        folder = sent.files[0].parent if sent.files else ""
        told = [words, f"{len(sent.files)}ファイル　{folder}", *sent.notes[:_NOTES]]
        if len(sent.notes) > _NOTES:
            told.append(f"ほか{len(sent.notes) - _NOTES}件")
        self.said.emit(Message("　".join(told), "shortage" if sent.notes else "ok"))
        self.wrote.emit()

    def _tell_file(self, path: Path) -> None:
        self.said.emit(Message(f"{path.name} を書き出しました。{path.parent}", "ok"))

    def _write(self, words: str, call: Callable[..., Any], *arguments: Any) -> None:
        def done(_written: Written) -> None:
            self.said.emit(Message(words, "ok"))
            self.wrote.emit()

        self._ask(call, *arguments, then=done)

    def _ask(
        self, call: Callable[..., Any], *arguments: Any, then: Callable[[Any], object]
    ) -> None:
        def refused(why: str) -> None:
            self.said.emit(Message(why, "error"))

        self._desk.tasks.ask(call, *arguments, then=then, otherwise=refused)

    def _long(
        self,
        label: str,
        call: Callable[..., Any],
        *arguments: Any,
        then: Callable[[Any], object],
    ) -> None:
        self._desk.tasks.ask_long(label, call, *arguments, self._desk.today(), then=then)

    def _ask_folder(self, title: str) -> Path | None:
        folder = file_dialogs.folder(self._parent, title, self._folder)
        if folder is not None:
            self._folder = folder
        return folder
