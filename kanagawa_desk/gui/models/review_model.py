"""The lines of a review as a table, narrowed to some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal

from kanagawa_desk.gui.models.review_lines import ALL, Choice, Decision, ReviewLines
from kanagawa_desk.gui.models.table_model import Index

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from kanagawa_desk.services.workbooks.reviewing import Review

Role = Qt.ItemDataRole
HEADINGS = ("", "セル", "項目", "送付時", "現在の台帳", "回答", "判定", "採否")
MARK, WHERE, PLACE, BASE, OURS, THEIRS, VERDICT, CHOICE = range(len(HEADINGS))


class ReviewModel(QAbstractTableModel):
    """Rows of a review; texts are made when they are shown, for there may be many of them."""

    decided = Signal(list)  # lines, by their number

    def __init__(self) -> None:
        super().__init__()
        self.lines = ReviewLines()
        self.chip = ALL
        self.writable = True
        self._shown: Sequence[int] = ()

    def show_review(self, review: Review, decisions: Mapping[int, Decision]) -> None:
        """Take another review, with what was decided about its lines before."""
        self.beginResetModel()
        self.lines.take(review, decisions)
        if not self.lines.counts[self.chip]:
            self.chip = ALL
        self._shown = self.lines.of(self.chip)
        self.endResetModel()

    def narrow(self, chip: str) -> None:
        """Show the lines of a kind, those taken or those held, or all."""
        self.beginResetModel()
        self.chip = chip
        self._shown = self.lines.of(chip)
        self.endResetModel()

    def number(self, row: int) -> int:
        """The number of the line in a row, -1 for a row that is none."""
        return self._shown[row] if 0 <= row < len(self._shown) else -1

    def decide(self, numbers: Iterable[int], choice: Choice, value: Any = None) -> None:
        """Decide lines, as far as the ledger can be written."""
        changed = self.lines.decide(numbers, choice, value) if self.writable else []
        if changed:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, CHOICE))
            self.decided.emit(changed)

    def open_after(self, row: int, step: int) -> int:
        """The next row forwards (1) or back (-1) that waits for a decision; -1 for none."""
        count = len(self._shown)
        for distance in range(1, count + 1):
            at = (row + step * distance) % count
            if self.lines.choice(self._shown[at]) is Choice.HOLD:
                return at
        return -1

    def of_record(self, row: int) -> list[int]:
        """The rows with cells of the same record as a row."""
        same = self.lines.record(self.number(row)) if self.number(row) >= 0 else None
        if same is None:
            return [row]
        return [at for at, each in enumerate(self._shown) if self.lines.record(each) == same]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns there are."""
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """The text of a cell, whole in its tooltip and for screen readers."""
        if role not in (Role.DisplayRole, Role.ToolTipRole, Role.AccessibleTextRole):
            return None
        number, lines = self._shown[index.row()], self.lines
        item = lines.items[number]
        match index.column():
            case 0:
                return item.kind
            case 1:
                return f"{item.file}　{item.where}" if lines.several_files else item.where
            case 2:
                return item.place
            case 3:
                return lines.base(number)
            case 4:
                return lines.ours(number)
            case 5:
                return lines.theirs(number)
            case 6:
                return lines.verdict(number)
        choice = lines.choice(number)
        return choice.label if choice else ""
