"""照会: the rounds, who has answered, the files that come back, and the making of a new round."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QWidget

from kanagawa_desk.domain.following_up import OPEN_STATES
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui import inquiry_commands
from kanagawa_desk.gui.calls import inquiries as inquiry_calls
from kanagawa_desk.gui.inquiry_work import InquiryWork
from kanagawa_desk.gui.models.inquiry_looks import REMIND, REVIEW, SAVE, SEND, STATE_LOOKS
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.ask_bar import AskBar
from kanagawa_desk.gui.widgets.inquiries.board import InquiryBoard
from kanagawa_desk.gui.widgets.inquiries.drop import DropZone, FileDrops
from kanagawa_desk.gui.widgets.inquiries.form import InquiryForm
from kanagawa_desk.gui.widgets.inquiries.list import WIDTH, InquiryList
from kanagawa_desk.gui.widgets.inquiries.lower import InquiryLower
from kanagawa_desk.gui.widgets.inquiries.questions import ask_candidate, ask_due
from kanagawa_desk.gui.widgets.parts import button

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.inquiries import Receipt
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView
    from kanagawa_desk.services.inquiries.respondents import Candidate

_BOARD_HEIGHT, _LOWER_HEIGHT = 290, 480


class InquiriesPage(Page):
    """Connects the list, the board, the review and the form; what they do is elsewhere."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "照会")
        look = desk.look
        self._views: tuple[InquiryView, ...] = ()
        self._sought = ""  # the number of an inquiry, or the id of a request, to be shown next
        self._loading = False
        self._writable = False
        self.describe("各課への照会と回答の取込み")
        self.work: InquiryWork = InquiryWork(desk, self)
        self.ask_bar = AskBar(look)
        self.list = InquiryList(look)
        self.more = button(look, "この照会の操作", self._show_more, icon="more", small=True)
        self.drop = DropZone(look)
        self.board = InquiryBoard(look, self.more, self.drop)
        self.drops = FileDrops(self)
        self.below = InquiryLower(desk)
        self.form = InquiryForm(desk)
        self.right = QStackedWidget()
        self.files = self.add_action("ファイルを選ぶ…", self.work.choose_files, "import")
        self._of_inquiry = (
            self.add_action("様式を書き出す…", self.send, "export"),
            self.add_action("回答のお願い（再）…", self.remind, "mail"),
            self.add_action("回答状況を印刷…", self.print_page, "print"),
        )
        self.make = self.add_action("照会を作る", self.open_form, "add", primary=True)
        self._arrange()
        self._connect()

    def refresh(self) -> None:
        """Show the rounds as they are now."""
        self.desk.tasks.ask(inquiry_calls.board, self.desk.today(), then=self._show)

    def go_to(self, address: Address) -> bool:
        """Show a round, or the request that something belongs to."""
        self._sought = str(address.key[0])
        self._seek()
        return True

    def set_writable(self, writable: bool) -> None:
        """Without the right to write there is only to look.

        Said of each ledger that is opened: what stands open belongs to the one before.
        """
        self._writable = writable
        self.ask_bar.hide()
        self.form.reset()
        self.right.setCurrentIndex(0)
        self.below.show_review()
        self.drops.taking = writable
        for each in (self.drop, self.files, self.make):
            each.setEnabled(writable)
        self.below.set_writable(writable)
        self._allow()

    def set_compact(self, compact: bool) -> None:
        """On a small screen the drop zone is a button."""
        self.drop.setVisible(not compact)
        self.files.setVisible(compact)
        self.board.set_compact(compact)
        self.below.review.set_compact(compact)

    def panes(self) -> list[QWidget]:
        """List, board, and what stands below it, or the form."""
        if self.right.currentWidget() is self.form:
            return self.form.panes()
        return [self.board.list, *self.below.panes(), self.list.list]

    # What is asked for with the inquiry in hand.

    def open_form(self) -> None:
        """Begin a new inquiry."""
        if self._writable:
            self.right.setCurrentWidget(self.form)
            self.desk.tasks.ask(inquiry_calls.choices, self.desk.today(), then=self.form.begin)

    def close_form(self) -> None:
        """Back to the board."""
        self.right.setCurrentIndex(0)
        self.board.list.setFocus()

    def send(self) -> None:
        """Write the workbooks of the marked requests."""
        if self.list.current is not None and self._writable:
            self.work.send(self.list.current, self.board.marked())

    def remind(self) -> None:
        """Texts for the marked that are waited for, else for all that are."""
        view = self.list.current
        if view is None:
            return
        marked = [each for each in self.board.marked() if _is_awaited(each)]
        waited = marked or [each for each in view.requests if _is_awaited(each)]
        if waited:
            self.work.remind(waited)
        else:
            self.say("回答を待っている照会先はありません。", "ok")

    def print_page(self) -> None:
        """回答状況 of the inquiry in hand."""
        if self.list.current is not None:
            call, number = inquiry_calls.standing_report, self.list.current.inquiry.id
            self.print_wanted.emit(partial(call, inquiry=number, today=self.desk.today()))

    def list_unanswered(self) -> None:
        """未回答一覧 as PDF or for Excel."""
        if self.list.current is not None:
            self.work.list_unanswered(self.list.current)

    def close_or_reopen(self) -> None:
        """End the inquiry, or take its end back."""
        if self.list.current is not None and self._writable:
            self.work.close_or_reopen(self.list.current)

    def ask_due(self) -> None:
        """Ask for a new due date and its reason."""
        view = self.list.current
        if view is None or not self._writable:
            return
        ask_due(self.ask_bar, view, self.board.marked(), self.desk.today, self.work.put_off)

    def ask_respondent(self) -> None:
        """Ask whom to ask beside the others."""
        view = self.list.current
        if view is not None and self._writable:
            self.desk.tasks.ask(
                inquiry_calls.not_asked,
                view.inquiry.id,
                self.desk.today(),
                then=lambda candidates: self._ask_candidate(view, candidates),
            )

    def review_current(self) -> None:
        """Go on to the answer of the request in hand."""
        self.below.show_review()
        self.below.panes()[0].setFocus()

    def save_returned(self) -> None:
        """Save the answer of the request in hand as it came."""
        if self.board.current is not None:
            self.work.save_returned(self.board.current)

    # What came of it.

    def _show(self, views: tuple[InquiryView, ...]) -> None:
        self._views = views
        self._loading = True
        self.list.show_inquiries(views)
        self._seek()
        self._loading = False
        request, focus = self.board.current, QApplication.focusWidget()
        if request and focus and request.state == "applied" and self.below.isAncestorOf(focus):
            self.board.list.setFocus()  # an answer that was taken has nothing to be decided
        self._allow()
        self.counted.emit(sum(each.to_look_at for each in views))

    def _seek(self) -> None:
        for view in self._views:
            requests = [each.id for each in view.requests]
            if self._sought == view.inquiry.id or self._sought in requests:
                self.list.choose(view.inquiry.id)
                if self._sought in requests:
                    self.board.choose(self._sought)
                self._sought = ""
                return

    def _choose_inquiry(self, view: InquiryView | None) -> None:
        self.board.show_inquiry(view)
        self._allow()

    def _choose_request(self, request: RequestView | None) -> None:
        self.below.show_request(request)
        if not self._loading:
            self.below.show_review()

    def _act(self, request: RequestView) -> None:
        """Do what is next for a request."""
        actions: dict[str, Callable[[], object]] = {
            SEND: self.send,
            REMIND: partial(self.work.remind, [request]),
            REVIEW: self.review_current,
            SAVE: self.save_returned,
        }
        actions[STATE_LOOKS[request.state].action]()

    def _show_receipts(self, receipts: list[Receipt]) -> None:
        self.close_form()
        self.below.show_receipts(receipts, self._views)

    def _open_receipt(self, receipt: Receipt) -> None:
        self._sought = receipt.request
        self._seek()
        self.review_current()

    def _write_correction(self, returned: str) -> None:
        """The text that goes with an answer that is sent back."""
        requests = [each for view in self._views for each in view.requests]
        self.work.remind(
            [each for each in requests if each.returned and each.returned.id == returned]
        )

    def _show_created(self, inquiry: str) -> None:
        self._sought = inquiry
        self.form.reset()
        self.close_form()

    def _ask_candidate(self, view: InquiryView, candidates: Sequence[Candidate]) -> None:
        if not candidates:
            self.say("加えられる回答者がいません。回答者の一覧に追加してください。", "shortage")
            return
        ask_candidate(self.ask_bar, view, candidates, self.work.ask_also)

    def _allow(self) -> None:
        there = self.list.current is not None
        for each in (*self._of_inquiry, self.more):
            each.setEnabled(there)
        self._of_inquiry[0].setEnabled(there and self._writable)

    # Building.

    def _show_more(self) -> None:
        at = self.more.mapToGlobal(QPoint(0, self.more.height()))
        inquiry_commands.popup(self, inquiry_commands.OF_INQUIRY, at)

    def _show_menu(self, at: QPoint) -> None:
        inquiry_commands.popup(self, inquiry_commands.OF_REQUEST, at)

    def _arrange(self) -> None:
        main, sides = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        main.setObjectName("inquiries.main")
        sides.setObjectName("inquiries.sides")
        main.addWidget(self.board)
        main.addWidget(self.below)
        main.setStretchFactor(1, 1)
        main.setSizes([_BOARD_HEIGHT, _LOWER_HEIGHT])
        self.right.addWidget(main)
        self.right.addWidget(self.form)
        sides.addWidget(self.list)
        sides.addWidget(self.right)
        sides.setStretchFactor(1, 1)
        sides.setSizes([WIDTH, 1000])
        for splitter in (main, sides):
            splitter.setChildrenCollapsible(False)
        self.body.addWidget(self.ask_bar)
        self.body.addWidget(sides, 1)

    def _connect(self) -> None:
        work, below = self.work, self.below
        self.list.chosen.connect(self._choose_inquiry)
        self.board.request_chosen.connect(self._choose_request)
        self.board.action_wanted.connect(self._act)
        self.board.menu_wanted.connect(self._show_menu)
        self.drop.files_wanted.connect(work.choose_files)
        self.drop.folder_wanted.connect(work.choose_folder)
        self.drops.over.connect(self.drop.show_over)
        self.drops.dropped.connect(work.collect)
        work.said.connect(self.said)
        work.wrote.connect(self.wrote)
        work.created.connect(self._show_created)
        work.received.connect(self._show_receipts)
        work.received_as.connect(below.receipts.replace)
        work.reminders_made.connect(below.show_reminders)
        work.sent_back.connect(self._write_correction)
        below.left.connect(self.board.list.setFocus)
        below.receipts.opened.connect(self._open_receipt)
        below.receipts.answered.connect(work.receive_as)
        below.reminders.sent.connect(work.reminded)
        below.reminders.said.connect(lambda text: self.say(text, "ok"))
        below.review.said.connect(self.said)
        below.review.wrote.connect(self.wrote)
        below.review.went.connect(self.went)
        below.review.undo_wanted.connect(self.undo_wanted)
        below.review.send_back_wanted.connect(work.send_back)
        self.form.closed.connect(self.close_form)
        self.form.create_wanted.connect(work.create)


def _is_awaited(request: RequestView) -> bool:
    return request.state in OPEN_STATES and request.sent_on is not None
