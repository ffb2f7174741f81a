"""The readings that an ambiguous text may have, in a small list below the cell being typed in."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

_ROW = 26
_MOST_ROWS = 6  # shown without scrolling
_ROOM = 40  # px beside the longest text
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class CandidateList(QListWidget):
    """The keys stay with the editor, which asks first whether one is meant for the list."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.setProperty("kind", "candidates")
        self.setAccessibleName("読み方の候補")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda item: self.chosen.emit(item.text()))
        self.hide()

    def offer(self, texts: tuple[str, ...], cell: QRect) -> None:
        """Show these below a cell, or above it at the foot of the grid; none hides the list."""
        if not texts:
            self.hide()
            return
        self.clear()
        self.addItems(list(texts))
        height = _ROW * min(len(texts), _MOST_ROWS) + 4
        width = max(cell.width(), self.sizeHintForColumn(0) + _ROOM)
        below = cell.bottom() + 1
        top = below if below + height <= self._parent.height() else cell.top() - height
        self.setGeometry(QRect(cell.left(), top, width, height))
        self.setCurrentRow(-1)
        self.show()
        self.raise_()

    def takes(self, event: QKeyEvent) -> bool:
        """Go through the list by arrows, and take a text by Enter once one is marked."""
        if self.isHidden():
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            row = self.currentRow() + _STEPS[key]
            self.setCurrentRow(max(0, min(row, self.count() - 1)))
            return True
        item = self.currentItem()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item.text())
            return True
        return False
