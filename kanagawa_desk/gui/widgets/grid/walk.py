"""Ways through the cells of a grid: the next one, the edge of the filled ones."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.widgets.grid.geometry import GridGeometry

_Action = QAbstractItemView.CursorAction

MOVES = {
    Qt.Key.Key_Up: _Action.MoveUp,
    Qt.Key.Key_Down: _Action.MoveDown,
    Qt.Key.Key_Left: _Action.MoveLeft,
    Qt.Key.Key_Right: _Action.MoveRight,
    Qt.Key.Key_Home: _Action.MoveHome,
    Qt.Key.Key_End: _Action.MoveEnd,
    Qt.Key.Key_PageUp: _Action.MovePageUp,
    Qt.Key.Key_PageDown: _Action.MovePageDown,
}
"""The keys that move about a table."""

WAYS = {
    _Action.MoveUp: (-1, 0),
    _Action.MoveDown: (1, 0),
    _Action.MoveLeft: (0, -1),
    _Action.MoveRight: (0, 1),
}
"""By how many rows and columns the arrows go."""


def record_rows(model: GridModel) -> list[int]:
    """The rows that the cursor stands in."""
    return [i for i, row in enumerate(model.rows) if row.kind is not RowKind.SECTION]


def edge(
    model: GridModel, geometry: GridGeometry, start: tuple[int, int], way: tuple[int, int]
) -> tuple[int, int]:
    """The edge of the filled cells, or of the empty ones, in a direction."""
    row, column = start
    if way[0]:
        line = [(each, column) for each in record_rows(model)]
    else:
        line = [(row, each) for each in geometry.shown_columns()]
    if sum(way) < 0:
        line.reverse()
    line = line[line.index(start) :]
    filled = [bool(model.text(*place)) for place in line]
    if len(line) > 1 and filled[0] and filled[1]:
        gap = filled.index(False) if False in filled else len(line)
        return line[gap - 1]
    later = [place for place, full in zip(line[1:], filled[1:], strict=True) if full]
    return later[0] if later else line[-1]
