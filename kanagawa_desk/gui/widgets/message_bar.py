"""The line in which the window tells what happened, and how far long work is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QVBoxLayout

from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.theme import ICON_SIZE, Look
from kanagawa_desk.gui.widgets.parts import button, icon_button, label, row, set_tone
from kanagawa_desk.gui.widgets.picture import Picture

_ICONS = {"ok": "ok", "error": "error", "shortage": "warning", "": "info"}


class MessageBar(QFrame):
    """One message; the next one takes its place."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._message = Message("")
        self._icon = Picture(look, _ICONS[""], "accent", ICON_SIZE)
        self._text = label(wrap=True)
        self._action = button(look, "", self._act, small=True)
        close = icon_button(look, "close", "知らせを閉じる", self.hide)
        self.setProperty("kind", "message")
        layout = row(self._icon, margins=(12, 4))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self.setLayout(layout)
        self.hide()

    @property
    def text(self) -> str:
        """What is being told; empty when nothing is."""
        return "" if self.isHidden() else self._message.text

    def tell(self, message: Message) -> None:
        """Show a message."""
        self._message = message
        self._icon.show_icon(_ICONS[message.tone], message.tone or "accent")
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self._action.setText(message.action)
        self._action.setAccessibleName(message.action)
        self._action.setVisible(bool(message.action))
        set_tone(self, message.tone)
        self.show()

    def _act(self) -> None:
        self.hide()
        if self._message.do is not None:
            self._message.do()


class WorkBar(QFrame):
    """How far long work is, and the button that stops it."""

    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "message")
        self._label = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("進み具合")
        self._count = label(kind="second")
        cancel = button(look, "取りやめる", self.cancelled.emit, small=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        line = row(self._label, margins=(12, 4))
        line.addWidget(self._bar, 1)
        line.addWidget(self._count)
        line.addWidget(cancel)
        layout.addLayout(line)
        self.hide()

    def begin(self, name: str) -> None:
        """Show work whose length is not known yet."""
        self._label.setText(f"{name}…")
        self._bar.setRange(0, 0)
        self._count.setText("")
        self.show()

    def advance(self, done: int, whole: int) -> None:
        """Show how much is done."""
        self._bar.setRange(0, whole)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {whole:,}")
