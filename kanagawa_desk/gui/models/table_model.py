"""Rows of texts for the lists that are only read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kanagawa_desk.gui.theme import Look

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its texts, what it stands for, and by column index the tone of a text."""

    texts: tuple[str, ...]
    subject: Any = None
    tones: tuple[tuple[int, str], ...] = ()


class TableModel(QAbstractTableModel):
    """A list under headings."""

    def __init__(self, look: Look, headings: Sequence[str]) -> None:
        super().__init__()
        self._look = look
        self._headings = headings
        self.lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows there are."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many headings there are."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings, which stand left as their texts do."""
        if orientation == Qt.Orientation.Horizontal:
            if role == Role.DisplayRole:
                return self._headings[section]
            if role == Role.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A text, whole in its tooltip, in the colour of its tone."""
        line = self.lines[index.row()]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return line.texts[index.column()]
        if role == Role.ForegroundRole:
            tone = dict(line.tones).get(index.column())
            return self._look.colour(tone) if tone else None
        return None


class TickModel(TableModel):
    """A list whose rows with a subject can be ticked, in the first column."""

    ticks_changed = Signal()

    def __init__(self, look: Look, headings: Sequence[str]) -> None:
        super().__init__(look, headings)
        self._ticked: set[int] = set()

    def show_ticked(self, lines: Sequence[Line], ticked: Iterable[int]) -> None:
        """Take other rows, with these ticked."""
        self._ticked = set(ticked)
        self.show(lines)
        self.ticks_changed.emit()

    def ticked(self) -> list[Any]:
        """The subjects of the ticked rows."""
        return [self.lines[row].subject for row in sorted(self._ticked)]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows without a subject are only read."""
        flags = super().flags(index)
        if index.column() == 0 and self.lines[index.row()].subject is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The tick, beside what any list shows."""
        if role == Role.CheckStateRole:
            if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
                return None
            ticked = index.row() in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Role.CheckStateRole:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True
