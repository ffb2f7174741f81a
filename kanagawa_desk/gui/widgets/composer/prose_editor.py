"""The field in which a block's text is written; keys that lead out of it become wishes."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer import prose_text
from kanagawa_desk.gui.widgets.composer.block_shapes import LINE, Shapes

Key = Qt.Key
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ENTER = (Key.Key_Return, Key.Key_Enter)
_END = -1
Move = QTextCursor.MoveOperation


class ProseEditor(QTextEdit):
    """While the input method composes, all keys are the input method's."""

    edited = Signal()
    split = Signal(int)  # the block, at a place in its text
    begun = Signal()  # a new block below
    joined = Signal(int)  # with the block above (-1) or below (1)
    shifted = Signal(int)  # a level in (1) or out (-1)
    left = Signal(int, bool)  # to the block above (-1) or below (1); at the near end of it
    given_up = Signal()  # Esc: the block as a whole is in hand
    pasted = Signal(object)  # QMimeData that is more than a line
    rested = Signal()  # the keys went elsewhere, or nothing of its own is left to take back
    grown = Signal()

    def __init__(self, look: Look, shapes: Shapes) -> None:
        super().__init__()
        self.composing = False
        self.lines = False  # Enter begins a line, not a block
        self.setProperty("kind", "prose")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self._chips = prose_text.ChipDrawing(look, self, shapes.value)
        self._chips.install(self.document())
        self._filling = False
        self.document().contentsChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.grown.emit()
        )

    def take(self, text: str, font: QFont) -> None:
        """Begin to write in this text."""
        self.composing = False  # what was composed in another one ended with it
        self._filling = True
        self.document().setDefaultFont(font)
        prose_text.fill(self.document(), text, LINE)
        self._filling = False

    def text(self) -> str:
        """What is written, as a block keeps it."""
        return prose_text.written(self.document())

    def height_of_text(self) -> int:
        """How high the text stands, with what is being composed."""
        return round(self.document().size().height())

    def place(self) -> int:
        """Where the cursor stands in the text."""
        return prose_text.written_position(self.document(), self.textCursor().position())

    def go_to(self, place: int, length: int = 0) -> None:
        """Set the cursor, -1 at the end, and select from there."""
        cursor = self.textCursor()
        if place == _END:
            cursor.movePosition(Move.End)
        else:
            cursor.setPosition(prose_text.document_position(self.document(), place))
            end = prose_text.document_position(self.document(), place + length)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def put(self, text: str) -> None:
        """Write in place of what is selected."""
        prose_text.put(self.textCursor(), text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether there is text that is not confirmed yet."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        if event.commitString():
            self.edited.emit()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are its own as long as it has steps of its own."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not self.document().isUndoAvailable()) or (
                redo and not self.document().isRedoAvailable()
            ):
                self.rested.emit()
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written is to be kept."""
        super().focusOutEvent(event)
        self.rested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What leads out of the block is asked for; the rest is writing."""
        if not self.composing and not self._leads_out(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is as high as its text; what is scrolled is the paper."""
        if (paper := self.parentWidget()) is not None:
            QCoreApplication.sendEvent(paper, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the block serves for its text, too."""
        event.ignore()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Anything with words in it."""
        return source.hasText() or source.hasHtml() or source.hasImage()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A few words go into the text; what has lines or tables becomes blocks."""
        text = source.text()
        if "\n" in text.rstrip("\r\n") or "\t" in text or not text:
            self.pasted.emit(source)
        else:
            self.put(text.rstrip("\r\n"))

    def createMimeDataFromSelection(self) -> QMimeData:
        """The text as a block keeps it, so that bound numbers can be pasted."""
        cursor, mime = self.textCursor(), QMimeData()
        mime.setText(
            prose_text.written(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        )
        return mime

    def _tell(self) -> None:
        if not self._filling and not self.composing:
            self.edited.emit()

    def _leads_out(self, event: QKeyEvent) -> bool:
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.isReadOnly() and key not in (Key.Key_Up, Key.Key_Down, Key.Key_Escape):
            return False
        if key in _ENTER:
            return self._entered(held)
        match key:
            case Key.Key_Backspace if not held and self._at(0):
                self.joined.emit(-1)
            case Key.Key_Delete if not held and self._at(_END):
                self.joined.emit(1)
            case Key.Key_Tab | Key.Key_Backtab:
                self.shifted.emit(-1 if key == Key.Key_Backtab or held & _SHIFT else 1)
            case Key.Key_Up | Key.Key_Down if not held and self._on_edge(key):
                self.left.emit(-1 if key == Key.Key_Up else 1, False)
            case Key.Key_Left if not held and self._at(0):
                self.left.emit(-1, True)
            case Key.Key_Right if not held and self._at(_END):
                self.left.emit(1, True)
            case Key.Key_V if held == _CTRL | _SHIFT:
                self.put("".join(QGuiApplication.clipboard().text().split("\n")))
            case Key.Key_Escape:
                self.given_up.emit()
            case _:
                return False
        return True

    def _entered(self, held: Qt.KeyboardModifier) -> bool:
        """Enter goes on in a new block, or line by line where a block has lines."""
        if held == _CTRL:
            self.begun.emit()
        elif held == _SHIFT:
            self.textCursor().insertBlock()
        elif not held and not self.lines:
            self.textCursor().removeSelectedText()
            self.split.emit(self.place())
        elif not held and self._at(_END) and not self.textCursor().block().text():
            self.textCursor().deletePreviousChar()
            self.begun.emit()
        else:
            return False
        return True

    def _at(self, place: int) -> bool:
        cursor = self.textCursor()
        return not cursor.hasSelection() and (cursor.atStart() if place == 0 else cursor.atEnd())

    def _on_edge(self, key: Key) -> bool:
        """Whether the cursor is on the first (up) or last (down) line."""
        cursor = self.textCursor()
        return not cursor.movePosition(Move.Up if key == Key.Key_Up else Move.Down)
