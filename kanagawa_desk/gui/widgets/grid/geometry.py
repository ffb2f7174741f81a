"""Where the cells of a grid stand: key columns stay at the left, total rows at the foot."""

from collections import Counter

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QTableView

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import GridModel

DRAFT_HEIGHT = 24  # px that a row grows by for each draft in it


class GridGeometry:
    """Rectangles in a view's viewport; the view's own ones know nothing of standing still."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        self._view = view
        self._model = model
        self._drafts: dict[int, int] = {}  # by row

    def frozen_columns(self) -> list[int]:
        """The shown key columns, which are the first of a layout."""
        return self._shown(frozen=True)

    def moving_columns(self) -> list[int]:
        """The other columns that are shown, from left to right."""
        return self._shown(frozen=False)

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, from left to right."""
        return [*self.frozen_columns(), *self.moving_columns()]

    def frozen_width(self) -> int:
        """How wide the key columns are together."""
        return sum(map(self._view.columnWidth, self.frozen_columns()))

    def first_total(self) -> int:
        """The first of the total rows, which are the last rows; the row count without any."""
        rows = self._model.rows
        first = len(rows)
        while first and rows[first - 1].kind is RowKind.TOTAL:
            first -= 1
        return first

    def totals_top(self) -> int:
        """Where the total rows begin: below the last row, or at the foot of the viewport."""
        header = self._view.verticalHeader()
        first = self.first_total()
        if first == len(self._model.rows):
            return self._view.viewport().height()
        natural = header.sectionViewportPosition(first)
        height = header.length() - header.sectionPosition(first)
        return min(natural, max(0, self._view.viewport().height() - height))

    def visible_rows(self) -> list[int]:
        """The rows that can be seen, those that stand at the foot last."""
        header = self._view.verticalHeader()
        first, top = self.first_total(), self.totals_top()
        shown = list(range(first, len(self._model.rows)))
        if top <= 0 or first == 0:
            return shown
        start = max(0, header.logicalIndexAt(0))
        last = header.logicalIndexAt(top - 1)
        return [*range(start, (last if 0 <= last < first else first - 1) + 1), *shown]

    def x(self, column: int) -> int:
        """The left edge of a column."""
        header = self._view.horizontalHeader()
        if self._model.columns[column].frozen:
            return header.sectionPosition(column)
        return header.sectionViewportPosition(column)

    def y(self, row: int) -> int:
        """The upper edge of a row."""
        header = self._view.verticalHeader()
        first = self.first_total()
        if row >= first:
            return self.totals_top() + header.sectionPosition(row) - header.sectionPosition(first)
        return header.sectionViewportPosition(row)

    def cell_height(self, row: int) -> int:
        """A row's height without its drafts."""
        return self._view.rowHeight(row) - DRAFT_HEIGHT * self.draft_count(row)

    def draft_count(self, row: int) -> int:
        """How many drafts a row has room for."""
        return self._drafts.get(row, 0)

    def count_drafts(self) -> dict[int, int]:
        """The rows that are to have room for drafts, and for how many."""
        places = map(self._model.find, self._model.drafts)
        self._drafts = dict(Counter(place.row() for place in places if place.isValid()))
        return self._drafts

    def rect(self, row: int, column: int) -> QRect:
        """A cell; empty where its row or column is hidden."""
        width = self._view.columnWidth(column)
        return QRect(self.x(column), self.y(row), width, self.cell_height(row))

    def row_rect(self, row: int) -> QRect:
        """A row over the whole width, with the room of its drafts."""
        return QRect(0, self.y(row), self._view.viewport().width(), self._view.rowHeight(row))

    def column_at(self, x: int) -> int:
        """The column at a place, -1 for none."""
        header = self._view.horizontalHeader()
        at = x + header.offset() if x >= self.frozen_width() else x
        return header.logicalIndexAt(at - header.offset())

    def row_at(self, y: int) -> int:
        """The row at a place, -1 for none."""
        header = self._view.verticalHeader()
        top = self.totals_top()
        if y < top:
            return header.logicalIndexAt(y)
        first = self.first_total()
        if first == len(self._model.rows):
            return -1
        return header.logicalIndexAt(y - top + header.sectionViewportPosition(first))

    def _shown(self, *, frozen: bool) -> list[int]:
        view = self._view
        shown = [
            index
            for index, each in enumerate(self._model.columns)
            if each.frozen is frozen and not view.isColumnHidden(index)
        ]
        return sorted(shown, key=view.horizontalHeader().visualIndex)
