"""The lines of a table's cells: broken to their column and aligned in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.printed import Lines
from kanagawa_desk.reports.columns import PADDING
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.linebreak import Line, break_lines, text_width

_TOLERANCE = 1e-6
_INSET = 0.55  # of text from the left rule
_FIGURE_INSET = 1.4  # of figures from the right rule, where there is room for it

AlignedLine = tuple[float, Line, TextStyle]
"""A line of a cell with its x."""


@dataclass(frozen=True, slots=True)
class CellColumn:
    """One column as its cells are set, in points.

    `inset` is how far in from the right rule figures end; `bracket` the width of the bracket
    that (1,513) has behind its digits, by which figures without one stand further in, so that
    digits stand below digits.
    """

    left: float
    right: float
    align: str
    inset: float
    bracket: float


def cell_column(
    left: float, right: float, align: str, cells: Sequence[Lines], style: TextStyle
) -> CellColumn:
    """The column between two rules, seen from what stands in its cells."""
    if align != "right":
        return CellColumn(left, right, align, 0.0, 0.0)
    bracket = 0.0
    widest = 0.0
    for lines in cells:
        for line in lines:
            widest = max(widest, text_width(line, style))
            if line.endswith(")"):
                bracket = text_width(")", style)
    room = (right - left - widest - bracket) / 2
    inset = min(_FIGURE_INSET * style.size, max(PADDING * style.size, room))
    return CellColumn(left, right, align, inset, bracket)


def aligned(
    lines: Lines, column: CellColumn, style: TextStyle, padding: float = PADDING
) -> list[AlignedLine]:
    """The lines of a cell, broken where they are longer than their column."""
    room = column.right - column.left - 2 * padding * style.size + _TOLERANCE
    result = []
    for text in lines:
        width = text_width(text, style)
        if width <= room:
            parts = [Line(text, width)]
        else:
            parts = break_lines(text, style, room, hanging=False, justify=False)
        result += [(_x(line, column, style), line, style) for line in parts]
    return result


def _x(line: Line, column: CellColumn, style: TextStyle) -> float:
    match column.align:
        case "right":
            hang = 0.0 if line.text.endswith(")") else column.bracket
            return column.right - column.inset - hang - line.width
        case "centre":
            return (column.left + column.right - line.width) / 2
    return column.left + _INSET * style.size
