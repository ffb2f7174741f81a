"""The field in which a cell is typed, and when what was typed is taken."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.theme import Look, number_font, ui_font
from kanagawa_desk.gui.widgets.grid.candidate_list import CandidateList

Index = QModelIndex | QPersistentModelIndex
Key = Qt.Key

_STEPS = {
    Key.Key_Return: (1, 0),
    Key.Key_Enter: (1, 0),
    Key.Key_Tab: (0, 1),
    Key.Key_Backtab: (0, -1),
}
_ARROWS = {
    Key.Key_Up: (-1, 0),
    Key.Key_Down: (1, 0),
    Key.Key_Left: (0, -1),
    Key.Key_Right: (0, 1),
}


class CellEditor(QLineEdit):
    """A line of text; while the input method composes, all keys are the input method's."""

    def __init__(self, parent: QWidget, replaces: bool) -> None:
        super().__init__(parent)
        self.replaces = replaces
        self._preedit = ""
        self.setProperty("kind", "cell")
        self.setFrame(False)

    @property
    def composing(self) -> bool:
        """Whether there is text that is not confirmed yet."""
        return bool(self._preedit)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember the text that is not confirmed yet."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)

    def confirm(self) -> None:
        """Take the text being composed, as it stands where the input method does not say."""
        if self._preedit:
            QGuiApplication.inputMethod().commit()
        if text := self._preedit:
            event = QInputMethodEvent()
            event.setCommitString(text)
            self.inputMethodEvent(event)

    def step(self, event: QKeyEvent) -> tuple[int, int] | None:
        """Which way a key leads out of the editor, taking the text along; None to stay.

        Arrows leave only where typing began by replacing the cell, as in Excel.
        """
        key = Key(event.key())
        back = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if key in _STEPS:
            rows, columns = _STEPS[key]
            return (rows * back, columns) if rows else (rows, columns)
        if self.replaces and key in _ARROWS and not event.modifiers():
            return _ARROWS[key]
        return None


class CellDelegate(QStyledItemDelegate):
    """Opens, fills and reads the editors of a grid."""

    typed = Signal(str)
    left = Signal(int, int)  # rows and columns to move by

    def __init__(self, look: Look, model: GridModel, candidates: CandidateList) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._candidates = candidates
        self.replaces = False

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> CellEditor:
        """An editor in the face of its cell, offering the words of a choice."""
        editor = CellEditor(parent, self.replaces)
        column = self._model.columns[index.column()]
        alignment = self._model.alignment(index.column())
        right = alignment == Qt.AlignmentFlag.AlignRight
        scaled = self._look.scaled
        editor.setFont(number_font(scaled(14)) if right else ui_font(scaled(13)))
        editor.setAlignment(alignment | Qt.AlignmentFlag.AlignVCenter)
        row_name, column_name = self._model.place(index.row(), index.column())
        editor.setAccessibleName(f"{row_name}　{column_name}")
        if column.options:
            completer = QCompleter(QStringListModel(list(column.options), editor), editor)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        editor.textEdited.connect(self.typed)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the cell, ready to be typed over."""
        assert isinstance(editor, CellEditor)
        text = self._model.typed_text(index.row(), index.column())
        # The ledger may change under an open editor; where it did not, the caret stays.
        if not editor.isModified() and editor.text() != text:
            editor.setText(text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Enter the text, unless nothing was changed."""
        assert isinstance(editor, CellEditor)
        editor.confirm()
        cell = self._model.cell(index.row(), index.column())
        if cell.address and editor.text() != self._model.text(index.row(), index.column()):
            self._model.enter({cell.address: editor.text()})

    def leave(self, editor: CellEditor, rows: int, columns: int) -> None:
        """Take the text, close the editor and go on."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.left.emit(rows, columns)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter, Tab and (after typing) arrows take the text and move on."""
        if isinstance(editor, CellEditor) and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if editor.composing:
                return True  # the input method's keys, should one get this far
            if self._candidates.takes(event):
                return True
            if (step := editor.step(event)) is not None:
                self.leave(editor, *step)
                return True
        return super().eventFilter(editor, event)
