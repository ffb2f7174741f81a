"""The lines in which a text is sought in a paper, and another one put in its place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.grid.find_bar import HEIGHT, FindBar
from kanagawa_desk.gui.widgets.parts import button, column, frame, row


class FindReplace(QWidget):
    """The bar that finds, and for Ctrl+H a second line that replaces."""

    replaced = Signal(str)  # the place in hand, by this
    all_replaced = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.line = FindBar(look)
        self.line.only.hide()  # there are no rows to be narrowed
        self.new = QLineEdit()
        self.new.setAccessibleName("置き換える文字")
        self.new.setPlaceholderText("置き換える文字")
        self.new.setFixedWidth(self.line.field.maximumWidth())
        self._second = frame(
            "strip",
            row(
                self.new,
                button(look, "置換", lambda: self.replaced.emit(self.new.text()), small=True),
                button(
                    look, "すべて置換", lambda: self.all_replaced.emit(self.new.text()), small=True
                ),
                None,
            ),
            HEIGHT,
        )
        self._second.hide()
        self.line.closed.connect(self._second.hide)
        self.setLayout(column(self.line, self._second))

    def open_bar(self, *, replacing: bool) -> None:
        """Show the lines and take the keys."""
        self._second.setVisible(replacing)
        self.line.open_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the field of the second line leaves to it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.replaced.emit(self.new.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.line.close_bar()
        else:
            super().keyPressEvent(event)
