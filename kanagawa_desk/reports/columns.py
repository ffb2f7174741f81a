"""How wide the columns of a printed table are, and how far in the table stands."""

from collections.abc import Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.printed import Lines, PrintedTable
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.linebreak import text_width
from kanagawa_desk.reports.template import Template

PADDING = 0.4
"""The least white at either side of a cell, in its characters."""

HEAD_PADDING = 0.25
"""The same in the head row, whose lines are broken by whoever made the table."""

SMALLEST = 7.0
"""Type in a table is made no smaller than this (points)."""

_TOLERANCE = 0.01
_SHORTEST_WRAP = 8
"""Text in a column flush left may wrap from this many characters on; figures never do."""


class TooNarrow(Exception):
    """A table that fits an upright page in no type that can be read."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a table's columns stand: `edges` from the left of the text area, in points.

    `scale` is 1, or less where the type had to be made smaller for the table to fit.
    """

    edges: tuple[float, ...]
    scale: float


def fit(table: PrintedTable, template: Template, indent: float) -> Fit:
    """Columns by their shares, as far in as the text (`indent`, in points) where they fit so.

    A table that does not fit there by its shares moves out to the second level's text, then to
    the full measure; then its columns are adjusted to what is in them; then its text wraps over
    the full measure; and at last its type is made smaller. Raises TooNarrow where that would
    be smaller than can be read.
    """
    shares = [max(column.share, 0.01) for column in table.columns]
    indents = [indent, *(x for x in (2 * template.em, 0.0) if x < indent)]
    whole = _least(table, template, wrapping=False)
    for x in indents:
        widths = _by_shares(shares, template.measure - x)
        if all(width >= least for width, least in zip(widths, whole, strict=True)):
            return Fit(_edges(x, widths), 1.0)
    for x in indents:
        if sum(whole) <= template.measure - x:
            return Fit(_edges(x, adjusted(shares, whole, template.measure - x)), 1.0)
    least = _least(table, template, wrapping=True)
    scale = min(1.0, template.measure / sum(least))
    if scale * template.cell_size < SMALLEST:
        raise TooNarrow
    if scale < 1:
        return Fit(_edges(0.0, [width * scale for width in least]), scale)
    return Fit(_edges(0.0, _widened(least, whole, template.measure)), 1.0)


def bands(table: PrintedTable, template: Template) -> list[tuple[PrintedTable, Fit]]:
    """A table that fits no page in parts that do, one below the other.

    Each repeats the first column; what is still too long for its column is broken in it.
    """
    scale = min(1.0, SMALLEST / template.cell_size)
    least = [
        min(width * scale, template.measure / 2) for width in _least(table, template, wrapping=True)
    ]
    groups: list[list[int]] = []
    for index in range(1, len(least)):
        taken = sum(least[i] for i in groups[-1]) if groups else template.measure
        if taken + least[index] > template.measure + _TOLERANCE:
            groups.append([0])
        groups[-1].append(index)
    return [
        (_columns_of(table, group), _band_fit(table, template, group, least, scale))
        for group in groups or [[0]]
    ]


def _columns_of(table: PrintedTable, group: Sequence[int]) -> PrintedTable:
    place = {index: number for number, index in enumerate(group)}
    return PrintedTable(
        tuple(table.columns[index] for index in group),
        tuple(table.head[index] for index in group if index < len(table.head)),
        tuple(tuple(row[index] for index in group) for row in table.rows),
        table.totals,
        sections=table.sections,
        underlined=frozenset(
            (row, place[index], line) for row, index, line in table.underlined if index in place
        ),
    )


def _band_fit(
    table: PrintedTable,
    template: Template,
    group: Sequence[int],
    least: Sequence[float],
    scale: float,
) -> Fit:
    shares = [max(table.columns[index].share, 0.01) for index in group]
    widths = adjusted(shares, [least[index] for index in group], template.measure)
    return Fit(_edges(0.0, widths), scale)


def _by_shares(shares: Sequence[float], width: float) -> list[float]:
    return [width * share / sum(shares) for share in shares]


def _widened(least: Sequence[float], whole: Sequence[float], width: float) -> list[float]:
    """Widths between those of wrapped and those of whole text: who wraps most gains most."""
    lacking = sum(whole) - sum(least)
    share = (width - sum(least)) / lacking
    return [a + (b - a) * share for a, b in zip(least, whole, strict=True)]


def adjusted(shares: Sequence[float], least: Sequence[float], width: float) -> list[float]:
    """Widths by shares, but none below its least; the sum of `least` is at most `width`."""
    widths = list(least)
    free = set(range(len(shares)))
    while free:
        room = width - sum(least[i] for i in range(len(least)) if i not in free)
        whole = sum(shares[i] for i in free)
        short = {i for i in free if room * shares[i] / whole < least[i]}
        if not short:
            for i in free:
                widths[i] = room * shares[i] / whole
            break
        free -= short
    return widths


def _least(table: PrintedTable, template: Template, wrapping: bool) -> list[float]:
    """The least width of each column: its head, and its text whole or, wrapping, a part of it."""
    head = template.plain(template.small_size, template.heading_face)
    cell = template.plain(template.cell_size)
    result = []
    for index, column in enumerate(table.columns):
        heads = _widest(table.head[index], head) if index < len(table.head) else 0.0
        widest = max((_widest(lines, cell) for lines in cells_of(table, index)), default=0.0)
        if wrapping and column.align == "left":
            widest = min(widest, _SHORTEST_WRAP * cell.size)
        padded = heads + 2 * HEAD_PADDING * head.size
        result.append(max(padded, widest + 2 * PADDING * cell.size))
    return result


def cells_of(table: PrintedTable, index: int) -> list[Lines]:
    """The cells of a column, but for the titles that stand across all of them."""
    return [row[index] for number, row in enumerate(table.rows) if number not in table.sections]


def _widest(lines: Sequence[str], style: TextStyle) -> float:
    return max((text_width(line, style) for line in lines), default=0.0)


def _edges(x: float, widths: Sequence[float]) -> tuple[float, ...]:
    edges = [x]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(edges)
