"""A table in the editor: as it prints, drawn as a grid."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from kanagawa_desk.gui.theme import Look, number_font, ui_font

if TYPE_CHECKING:
    from kanagawa_desk.domain.papers.printed import Lines, PrintedTable

_LINE = 18  # px
_LEAST_ROW = 22
_PADDING = 6
_SHORT = 72
"""What a word may take without being broken, if its column is to have less by its share."""
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "centre": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True, slots=True)
class TableShape:
    """Where the rules of a table run, in px from its corner; the first row is the head."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]

    @property
    def height(self) -> int:
        """From the first rule to the last."""
        return self.rows[-1]


def table_shape(table: PrintedTable, width: int) -> TableShape:
    """A table in this width: columns by their shares, rows as high as their longest cell."""
    metrics = QFontMetrics(ui_font(12))
    edges = [0, *map(round, accumulate(_widths(table, width, metrics)))]
    widths = [b - a - 2 * _PADDING for a, b in pairwise(edges)]
    heights = [
        max(_LEAST_ROW, max(map(lambda cell, w: _height(cell, w, metrics), row, widths)) + 4)
        for row in rows_of(table)
    ]
    return TableShape(tuple(edges), (0, *accumulate(heights)))


def _widths(table: PrintedTable, width: int, metrics: QFontMetrics) -> list[float]:
    """Columns by their shares, but none so narrow that its short words break."""
    whole = sum(column.share for column in table.columns)
    shares = [width * column.share / whole for column in table.columns]
    least = [0] * len(shares)
    for row in table.rows:
        for index, cell in enumerate(row):
            natural = max(map(metrics.horizontalAdvance, cell), default=0) + 2 * _PADDING
            least[index] = max(least[index], min(natural, _SHORT))
    widths = list(map(max, shares, least))
    slack = sum(widths) - sum(least)
    over = sum(widths) - width
    if not 0 < over <= slack:
        return shares if over else widths
    return [each - over * (each - low) / slack for each, low in zip(widths, least, strict=True)]


def rows_of(table: PrintedTable) -> list[tuple[Lines, ...]]:
    """All rows, the head first where there is one."""
    return [*([table.head] if table.head else []), *table.rows]


def paint_table(
    painter: QPainter, look: Look, table: PrintedTable, shape: TableShape, place: QRect
) -> None:
    """Draw a table with its corner at `place`."""
    painter.save()
    painter.translate(place.topLeft())
    head = 1 if table.head else 0
    whole = QRect(0, 0, shape.columns[-1], shape.height)
    painter.fillRect(whole, look.colour("surface"))
    for number, row in enumerate(rows_of(table)):
        top, bottom = shape.rows[number : number + 2]
        ground = "grid_head" if number < head or number - head in table.totals else "computed"
        for index, cell in enumerate(row):
            left, right = shape.columns[index : index + 2]
            box = QRect(left, top, right - left, bottom - top)
            figures = table.columns[index].align == "right"
            if number < head or ground == "grid_head" or figures:
                painter.fillRect(box, look.colour(ground))
            align = "centre" if number < head else table.columns[index].align
            painter.setFont(number_font(13) if figures and number >= head else ui_font(12))
            painter.setPen(look.colour("text2" if number < head else "text"))
            _paint_cell(painter, cell, box, align)
    painter.setPen(look.colour("pane_line"))
    for y in shape.rows:
        painter.drawLine(0, y, whole.right(), y)
    for x in shape.columns:
        painter.drawLine(x, 0, x, shape.height)
    painter.restore()


def _paint_cell(painter: QPainter, cell: Lines, box: QRect, align: str) -> None:
    flags = _ALIGN[align] | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWrapAnywhere
    inner = QRectF(box.adjusted(_PADDING, 1, -_PADDING, -1))
    lines = _parted(cell, box.width() - 2 * _PADDING, painter.fontMetrics())
    painter.drawText(inner, int(flags), "\n".join(lines))


def _parted(cell: Lines, width: int, metrics: QFontMetrics) -> list[str]:
    """The lines of a cell; where one is too long, 【参考】 stands on a line of its own."""
    lines: list[str] = []
    for line in cell:
        head, bracket, rest = line.partition("】")
        if bracket and rest and metrics.horizontalAdvance(line) > width:
            lines += [head + bracket, rest]
        else:
            lines.append(line)
    return lines


def _height(cell: Lines, width: int, metrics: QFontMetrics) -> int:
    lines = _parted(cell, width, metrics)
    if all(metrics.horizontalAdvance(line) <= width for line in lines):
        return _LINE * len(lines)
    flags = Qt.TextFlag.TextWrapAnywhere
    box = metrics.boundingRect(QRect(0, 0, max(width, 1), 100_000), int(flags), "\n".join(lines))
    return box.height()
