"""What a doubtful paste would change, shown before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kanagawa_desk.gui.models.drafts import reading_text, tone
from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import LIST_ROW, button, column, frame, label, list_view, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kanagawa_desk.services.outcomes import Outcome

_HEAD = 38
_MOST_LINES = 200  # doubtful cells come first; more would not be read
_MOST_ROWS = 6  # shown without scrolling
_WIDTHS = (180, 200, 110, 130)


class PasteReview(QFrame):
    """Doubtful cells first; nothing is entered until a person says so."""

    accepted = Signal()
    dropped = Signal()

    def __init__(self, look: Look, cells: GridModel) -> None:
        super().__init__()
        self._cells = cells
        self._model = TableModel(look, ("行", "列", "今の値", "貼り付ける値", "読み方"))
        self._title = label(kind="pane")
        self._list = list_view(self._model, "貼り付ける値", _WIDTHS)
        take = button(look, "貼り付ける", self.accepted.emit, kind="primary", small=True)
        drop = button(look, "やめる", self.dropped.emit, small=True)
        head = frame("pane_head", row(self._title, None, take, drop), _HEAD)
        self.setLayout(column(head, self._list))
        self._take = take
        self.hide()

    def ask(self, outcomes: Sequence[Outcome], left_out: str) -> None:
        """Show the readings of a block, and what of it found no place."""
        doubtful = sum(not outcome.stored for outcome in outcomes)
        title = f"貼り付けの確認　{len(outcomes)}セルのうち{doubtful}セルは、このままでは読めません"
        self._title.setText(f"{title}　{left_out}" if left_out else title)
        first = sorted(outcomes, key=lambda each: each.stored)[:_MOST_LINES]
        lines = [self._line(outcome) for outcome in first]
        if len(outcomes) > len(lines):
            lines.append(Line((f"ほか{len(outcomes) - len(lines):,}セル", "", "", "", "")))
        self._model.show(lines)
        rows = min(len(outcomes), _MOST_ROWS)
        self.setFixedHeight(_HEAD + LIST_ROW * (rows + 1) + 2)
        self.show()
        self._take.setFocus()

    def _line(self, outcome: Outcome) -> Line:
        index = self._cells.find(outcome.address)
        texts = ("", "", "")
        if index.isValid():
            place = self._cells.place(index.row(), index.column())
            texts = (*place, self._cells.text(index.row(), index.column()))
        mark = () if outcome.stored else ((4, tone(outcome)),)
        return Line((*texts, outcome.text, reading_text(outcome)), outcome.address, mark)
