"""The line in which a text is sought in a grid, or the rows narrowed to those that hold it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import icon_button, label, row

HEIGHT = 38


class FindBar(QFrame):
    """Opened by Ctrl+F; Enter goes on, Shift+Enter back, Esc closes."""

    sought = Signal(str)
    went = Signal(int)  # 1 on, -1 back
    narrowed = Signal(bool)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self.field = QLineEdit()
        self.field.setAccessibleName("探す文字")
        self.field.setPlaceholderText("探す文字")
        self.field.setFixedWidth(240)
        self._count = label(kind="second")
        self.only = QCheckBox("一致する行だけ表示")
        self.setLayout(
            row(
                self.field,
                icon_button(look, "chevron-up", "前へ", lambda: self.went.emit(-1)),
                icon_button(look, "chevron-down", "次へ", lambda: self.went.emit(1)),
                self._count,
                8,
                self.only,
                None,
                icon_button(look, "close", "検索を閉じる", self.close_bar),
            )
        )
        self.field.textChanged.connect(self.sought)
        self.only.toggled.connect(self.narrowed)
        self.hide()

    def open_bar(self) -> None:
        """Show the line and take the keys."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the line; all rows are shown again."""
        self.only.setChecked(False)
        self.hide()
        self.closed.emit()

    def show_count(self, at: int, whole: int) -> None:
        """Tell which of the finds is the current cell (from 0; -1 none)."""
        if not self.field.text():
            self._count.setText("")
        else:
            self._count.setText(f"{at + 1} / {whole}件" if whole else "見つかりません")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the field leaves to the bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.went.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
