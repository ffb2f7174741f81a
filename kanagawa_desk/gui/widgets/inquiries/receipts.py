"""What became of the files that were received: each by name, and who is asked about which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import (
    button,
    column,
    frame,
    icon_button,
    label,
    list_view,
    row,
)

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.inquiries import Receipt
    from kanagawa_desk.services.inquiries.board import InquiryView

_HEADINGS = ("結果", "ファイル", "照会", "回答者", "読んだもの", "内容", "知らせ")
_WIDTHS = (120, 280, 70, 160, 170, 130)
_TONES = {"new": "ok", "unreadable": "error", "unknown": "error"}
_FOOT = 44


class ReceiptsPanel(QFrame):
    """A line for each file; a question stands below the list and is answered there."""

    opened = Signal(object)  # Receipt whose request is to be shown
    answered = Signal(object, str)  # Receipt, request that it answers
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.receipts: list[Receipt] = []
        self._views: Sequence[InquiryView] = ()
        self._model = TableModel(look, _HEADINGS)
        self._summary = label(kind="second")
        close = icon_button(look, "close", "受付の結果を閉じる", self.closed.emit)
        head = row(label("受付の結果", "pane"), 8, self._summary, None, close)
        self.list = list_view(self._model, "受付の結果", _WIDTHS)
        self.list.activated.connect(lambda _index: self._open())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._ask())
        self._question = label()
        self.inquiry = QComboBox()
        self.inquiry.setAccessibleName("照会")
        self.inquiry.currentIndexChanged.connect(lambda _index: self._fill_respondents())
        self.respondent = QComboBox()
        self.respondent.setAccessibleName("回答者")
        self.take = button(
            look, "この回答として受け付ける", self._answer, kind="primary", small=True
        )
        parts = (self._question, self.inquiry, self.respondent, self.take)
        self._foot = frame("pane_foot", row(*parts, None), _FOOT)
        self._message = label(kind="second", wrap=True)
        self._message.setMargin(8)
        whole = column(frame("pane_head", head, 34))
        whole.addWidget(self.list, 1)
        self._told = frame("pane_foot", column(self._message))
        whole.addWidget(self._told)
        whole.addWidget(self._foot)
        self.setLayout(whole)

    def show_receipts(self, receipts: Sequence[Receipt], views: Sequence[InquiryView]) -> None:
        """Show what was received; the first that asks something is in hand."""
        self._views = views
        self.receipts = list(receipts)
        counts = Counter(each.status_label for each in receipts)
        words = "・".join(f"{word} {count}" for word, count in counts.items())
        self._summary.setText(f"{len(receipts)}ファイル　{words}")
        self._model.show([_line(each) for each in receipts])
        asking = [at for at, each in enumerate(receipts) if each.asks]
        if receipts:
            self.list.selectRow(asking[0] if asking else 0)
        self._ask()

    def replace(self, old: Receipt, new: Receipt) -> None:
        """A file was received otherwise: go on to the next question."""
        changed = [new if each is old else each for each in self.receipts]
        self.show_receipts(changed, self._views)

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.list]

    @property
    def current(self) -> Receipt | None:
        """The file in hand."""
        at = self.list.currentIndex().row()
        return self.receipts[at] if 0 <= at < len(self.receipts) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers the question, Esc closes the panel."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._foot.isVisible():
            self._answer()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        receipt = self.current
        if receipt is not None and receipt.asks:
            self.inquiry.setFocus()
        elif receipt is not None and receipt.request:
            self.opened.emit(receipt)

    def _ask(self) -> None:
        """Ask whose answer the file in hand is, where that is not sure."""
        receipt = self.current
        running = [each for each in self._views if each.inquiry.closed_on is None]
        asks = receipt is not None and receipt.asks and bool(running)
        self._message.setText(receipt.message if receipt else "")
        self._told.setVisible(bool(receipt and receipt.message))
        self._foot.setVisible(asks)
        if receipt is None or not asks:
            return
        self._question.setText(f"{receipt.path.name} はだれの回答ですか。")
        self.inquiry.clear()
        for each in running:
            self.inquiry.addItem(f"{each.inquiry.id}　{each.inquiry.title}", each)
        ids = [each.inquiry.id for each in running]
        self.inquiry.setCurrentIndex(ids.index(receipt.inquiry) if receipt.inquiry in ids else 0)
        self._fill_respondents()

    def _fill_respondents(self) -> None:
        view: InquiryView | None = self.inquiry.currentData()
        self.respondent.clear()
        for each in view.requests if view else ():
            self.respondent.addItem(each.respondent.name, each.id)
        receipt = self.current
        if receipt is not None and (at := self.respondent.findData(receipt.request)) >= 0:
            self.respondent.setCurrentIndex(at)

    def _answer(self) -> None:
        if self.current is not None and self.respondent.currentData():
            self.answered.emit(self.current, self.respondent.currentData())


def _line(receipt: Receipt) -> Line:
    sheets, rows, cells = receipt.read
    held = f"{sheets}シート {rows:,}行 {cells:,}セル" if sheets else "―"
    texts = (
        f"{receipt.status_label}（要確認）" if receipt.asks else receipt.status_label,
        receipt.path.name,
        receipt.inquiry or "―",
        receipt.respondent or "―",
        held,
        receipt.holds or "―",
        receipt.message,
    )
    tone = "shortage" if receipt.asks else _TONES.get(receipt.status, "shortage")
    return Line(texts, receipt, ((0, tone),))
