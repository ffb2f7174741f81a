"""What stands below the board: the answer under review, what was received, or texts to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.inquiries.receipts import ReceiptsPanel
from kanagawa_desk.gui.widgets.inquiries.reminders import RemindersPanel
from kanagawa_desk.gui.widgets.reviews.return_review import ReturnReview

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.inquiries import Receipt, Reminder
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView


class InquiryLower(QStackedWidget):
    """One of three at a time; the review is what it goes back to."""

    left = Signal()  # what stood over the review was closed

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.review = ReturnReview(desk)
        self.receipts = ReceiptsPanel(desk.look)
        self.reminders = RemindersPanel(desk.look)
        for each in (self.review, self.receipts, self.reminders):
            self.addWidget(each)
        for panel in (self.receipts, self.reminders):
            panel.closed.connect(self._leave)

    def show_request(self, request: RequestView | None) -> None:
        """Show the answer to a request, whatever stands over it now."""
        if request is None or request.returned is None:
            self.review.clear()
        else:
            self.review.show_returned(request.returned.id)

    def show_review(self) -> None:
        """Back to the answer under review."""
        self.setCurrentWidget(self.review)

    def show_receipts(self, receipts: Sequence[Receipt], views: Sequence[InquiryView]) -> None:
        """Tell what was received."""
        self.receipts.show_receipts(receipts, views)
        self.setCurrentWidget(self.receipts)
        self.receipts.list.setFocus()

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Show texts to be sent."""
        self.reminders.show_reminders(reminders)
        self.setCurrentWidget(self.reminders)
        self.reminders.list.setFocus()

    def set_writable(self, writable: bool) -> None:
        """Without the right to write there is only to look."""
        self.review.set_writable(writable)
        self.reminders.set_writable(writable)

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        if self.currentWidget() is self.receipts:
            return self.receipts.panes()
        if self.currentWidget() is self.reminders:
            return self.reminders.panes()
        return self.review.panes()

    def _leave(self) -> None:
        self.show_review()
        self.left.emit()
