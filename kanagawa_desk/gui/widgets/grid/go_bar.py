"""The line in which the row to go to is typed."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QLineEdit

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import icon_button, label, row

HEIGHT = 38


class GoBar(QFrame):
    """Opened by Ctrl+G; Enter goes, Esc closes."""

    wanted = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self.field = QLineEdit()
        self.field.setAccessibleName("移動先")
        self.field.setPlaceholderText("行の番号か名前　列の見出し")
        self.field.setFixedWidth(320)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self._fault = label(tone="error")
        close = icon_button(look, "close", "移動の欄を閉じる", self.close_bar)
        self.setLayout(row(label("移動", "pane"), self.field, self._fault, None, close))
        self.hide()

    def open_bar(self, names: list[str]) -> None:
        """Show the line and take the keys; the names of rows are offered while typing."""
        self._names.setStringList(names)
        self._fault.setText("")
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the line."""
        self.hide()
        self.closed.emit()

    def show_fault(self) -> None:
        """Say that there is no such row."""
        self._fault.setText("見つかりません。表にある行の番号か名前を入れてください。")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the field leaves to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit(self.field.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)
