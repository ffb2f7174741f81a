"""What is asked about the line in hand: the reason, readings to choose from, a field to mend."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.elided_label import ElidedLabel
from kanagawa_desk.gui.widgets.parts import button, empty, row, set_tone

HEIGHT = 36
_FIELD = 180  # px


class ReviewAsk(QFrame):
    """Choosing emits which reading, mending the text that was typed."""

    chosen = Signal(int)  # which candidate (from 0)
    mended = Signal(str)
    left = Signal()  # the field, without a text

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "pane_foot")
        self.setFixedHeight(HEIGHT)
        self._reason = ElidedLabel()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(4)
        self._field = QLineEdit()
        self._field.setFixedWidth(_FIELD)
        self._field.setAccessibleName("正しい値")
        self._field.setPlaceholderText("正しい値を入力（F2）")
        self._field.returnPressed.connect(self._mend)
        line = row()
        line.addWidget(self._reason, 1)
        line.addLayout(self._buttons)
        line.addWidget(self._field)
        self.setLayout(line)

    def ask(
        self, reason: str, tone: str, candidates: Sequence[str], chosen: int, *, may_mend: bool
    ) -> None:
        """Show what there is to know, its readings with the one that is chosen (-1 for none)."""
        set_tone(self._reason, tone)
        self._reason.tell(reason)
        empty(self._buttons)
        for number, text in enumerate(candidates):
            self._buttons.addWidget(self._button(number, text, chosen=number == chosen))
        self._field.clear()
        self._field.setVisible(may_mend)

    def refuse(self, why: str) -> None:
        """Say why what was typed cannot be taken; it stays to be mended."""
        set_tone(self._reason, "error")
        self._reason.tell(why)
        self._field.selectAll()

    def mend(self, text: str) -> None:
        """Let a person type, beginning with what came back."""
        if not self._field.isHidden():
            self._field.setText(text)
            self._field.selectAll()
            self._field.setFocus()

    @property
    def field(self) -> QLineEdit:
        """Where the right value is typed."""
        return self._field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._field.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _button(self, number: int, text: str, *, chosen: bool) -> QPushButton:
        choose = partial(self.chosen.emit, number)
        kind = "primary" if chosen else ""
        made = button(self._look, f"{number + 1}　{text}", choose, kind=kind, small=True)
        made.setAccessibleName(f"{text} として取り込む")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _mend(self) -> None:
        if text := self._field.text().strip():
            self.mended.emit(text)
        else:
            self.left.emit()
