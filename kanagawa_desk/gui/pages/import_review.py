"""取込みの確認: what workbooks would change, decided line by line before anything does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.calls import reviews as review_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.reviews.pane import ReviewPane

if TYPE_CHECKING:
    from kanagawa_desk.services.workbooks.comparison import Comparison
    from kanagawa_desk.services.workbooks.reviewing import Review


class ImportPage(Page):
    """What is chosen is taken, all else stays as it is; one step takes all back."""

    accepted = Signal(object)  # Comparison, with what was chosen only
    dropped = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "取込みの確認")
        self._comparison: Comparison | None = None
        self.pane = ReviewPane(desk)
        self.pane.take_wanted.connect(self._accept)
        self.pane.went.connect(self.went)
        self.body.addWidget(self.pane, 1)
        self.add_action("やめる", self.dropped.emit, "close")

    def refresh(self) -> None:
        """What was read stays until it is decided."""

    def set_writable(self, writable: bool) -> None:
        """Without the right to write nothing is taken."""
        self.pane.set_writable(writable)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.pane.set_compact(compact)

    def panes(self) -> list[QWidget]:
        """The list."""
        return [self.pane.list]

    def show_review(self, review: Review) -> None:
        """Show what was read."""
        self._comparison = review.comparison
        files = list(dict.fromkeys(item.file for item in review.items))
        self.pane.subtitle.tell("、".join(files))
        look = partial(review_calls.look_at_read, files=review.comparison.files)
        self.pane.show_review(review, look)
        self.pane.list.setFocus()

    def _accept(self) -> None:
        if self._comparison is not None:
            # Rows and faults are for people to see; the rest was decided line by line.
            taken = self.pane.lines.taken()
            self.accepted.emit(replace(self._comparison, findings=taken, problems=()))
