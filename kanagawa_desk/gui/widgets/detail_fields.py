"""Fields of a record beside the grid: shown, or typed into and stored on leaving them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit

from kanagawa_desk.domain.fields import Field, Kind

_NOTE_HEIGHT = 60
LONG = frozenset({Kind.NOTE, Kind.NAMES})
YES = "○"  # how a ticked field is written
EXAMPLES = {
    Kind.DATE: "例：R6.4.1",
    Kind.MONTH: "例：R6.3月",
    Kind.FISCAL_PERIOD: "例：R6～R11",
    Kind.TIMING: "例：R6年度末",
}


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

    def __init__(self, text: str = "") -> None:
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


Editor = LineField | ChoiceField | NoteField | QCheckBox


def editor_for(field: Field, text: str, options: Sequence[str] = ()) -> Editor:
    """A field to type a value in, as its kind asks for; `options` are names to choose from."""
    made: Editor
    if field.kind is Kind.CHOICE or options:
        made = ChoiceField()
        words = list(field.choices.values()) if field.kind is Kind.CHOICE else ["", *options]
        made.addItems(words)
    elif field.kind is Kind.YES_NO:
        made = QCheckBox()
    elif field.kind in LONG:
        made = NoteField()
    else:
        made = LineField()
        made.setPlaceholderText(EXAMPLES.get(field.kind, ""))
    put_text(made, text)
    return made


def text_in(editor: Editor) -> str:
    """What stands in a field."""
    if isinstance(editor, QComboBox):
        return editor.currentText()
    if isinstance(editor, QCheckBox):
        return YES if editor.isChecked() else ""
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()


def put_text(editor: Editor, text: str) -> None:
    """Let a field show a text; there is nothing to undo in it then."""
    if text_in(editor) == text:
        return
    if isinstance(editor, QComboBox):
        if editor.findText(text) < 0:
            editor.addItem(text)
        editor.setCurrentText(text)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(text == YES)
    elif isinstance(editor, QPlainTextEdit):
        editor.setPlainText(text)
    else:
        editor.setText(text)
        editor.setCursorPosition(0)


def _belongs_to_the_ledger(event: QEvent, can_undo: bool, can_redo: bool) -> bool:
    """Whether a key asks for an undo or redo that the text itself has none of."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return (event.matches(undo) and not can_undo) or (event.matches(redo) and not can_redo)
