"""回答のお願い（再） and 修正依頼: texts for mails, to be copied, and that they were sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QSplitter, QTextEdit, QWidget

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
    from kanagawa_desk.gui.calls.inquiries import Reminder

_SIZES = [260, 700]
_LEADING = 150  # % of the height of a line


class RemindersPanel(QFrame):
    """The respondents at the left, the text for the one in hand at the right."""

    sent = Signal(list)  # of request ids that were reminded
    said = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self._reminders: list[Reminder] = []
        self._model = TableModel(look, ("回答者",))
        self._count = label(kind="second")
        self.list = list_view(self._model, "お願いする回答者", ())
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show())
        self.text = QTextEdit()
        self.text.setReadOnly(True)
        self.text.setProperty("kind", "letter")
        self._lines = QTextBlockFormat()
        self._lines.setLineHeight(
            _LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        self.text.setAccessibleName("お願いの文面")
        self._record = button(
            look, "お願いしたことを記録", self._tell_sent, icon="tick", small=True
        )
        buttons = (
            button(look, "文面を写す", self.copy, icon="mail", kind="primary", small=True),
            self._record,
            icon_button(look, "close", "文面を閉じる", self.closed.emit),
        )
        head = row(label("回答のお願い（再）・修正依頼", "pane"), 8, self._count, None, *buttons)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("inquiries.reminders")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self.list)
        sides.addWidget(self.text)
        sides.setStretchFactor(1, 1)
        sides.setSizes(_SIZES)
        whole = column(frame("pane_head", head, 38))
        whole.addWidget(sides, 1)
        self.setLayout(whole)

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Take texts; the first is in hand."""
        self._reminders = list(reminders)
        self._count.setText(f"{len(reminders)}件")
        self._model.show([Line((each.respondent,), each) for each in reminders])
        if reminders:
            self.list.selectRow(0)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write nothing is remembered."""
        self._record.setEnabled(writable)

    def copy(self) -> None:
        """Put the text in hand on the clipboard."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.said.emit("文面を写しました。メールなどに貼り付けてください。")

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.list, self.text]

    def _show(self) -> None:
        at = self.list.currentIndex().row()
        if 0 <= at < len(self._reminders):
            self.text.setPlainText(self._reminders[at].text)
            cursor = QTextCursor(self.text.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(self._lines)

    def _tell_sent(self) -> None:
        self.sent.emit([each.request for each in self._reminders])
