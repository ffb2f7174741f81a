"""Fields of a record beside the grid: shown, or typed into and stored on leaving them."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from kanagawa_desk.domain.fields import Field, Kind, record_type_named
from kanagawa_desk.domain.layout import Address

_NOTE_HEIGHT = 76
_LONG = frozenset({Kind.NOTE, Kind.NAMES})


class LineField(QLineEdit):
    """One line of text."""

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the line's while it has steps of its own."""
        if _belongs_to_the_ledger(event, self.isUndoAvailable(), self.isRedoAvailable()):
            event.ignore()
            return True
        return super().event(event)


class ChoiceField(QComboBox):
    """One of several words; the wheel scrolls the panel and never changes the word."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class NoteField(QPlainTextEdit):
    """Several lines of text."""

    finished = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setFixedHeight(_NOTE_HEIGHT)
        self.setTabChangesFocus(True)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the text's while it has steps of its own."""
        document = self.document()
        steps = document.isUndoAvailable(), document.isRedoAvailable()
        if _belongs_to_the_ledger(event, *steps):
            event.ignore()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was typed is stored on leaving."""
        super().focusOutEvent(event)
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the text as it was."""
        if event.key() == Qt.Key.Key_Escape and self.document().isModified():
            while self.document().isUndoAvailable():
                self.undo()
        else:
            super().keyPressEvent(event)


def field_of(address: Address) -> Field:
    """The description of a cell's field."""
    return record_type_named(address.record).field(address.field)


def editor_for(address: Address, name: str, text: str, *, writable: bool) -> QWidget:
    """A field to type a value in, as its kind asks for."""
    field = field_of(address)
    made: QLineEdit | QPlainTextEdit | QComboBox
    if field.kind is Kind.CHOICE:
        made = ChoiceField()
        made.addItems(list(field.choices.values()))
        made.setCurrentText(text)
        made.setEnabled(writable)
    elif field.kind in _LONG:
        made = NoteField(text)
        made.setReadOnly(not writable)
    else:
        made = LineField(text)
        made.setCursorPosition(0)
        made.setReadOnly(not writable)
    made.setAccessibleName(name)
    return made


def text_in(editor: QWidget) -> str:
    """What stands in a field."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    assert isinstance(editor, QLineEdit)
    return editor.text()


def _belongs_to_the_ledger(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key asks for an undo or redo that the text itself has none of."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)
