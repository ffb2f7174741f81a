"""A printed table as strips: rows, and a head row that a new page repeats."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kanagawa_desk.domain.printed import Lines, PrintedTable
from kanagawa_desk.reports.cells import AlignedLine, CellColumn, aligned, cell_column
from kanagawa_desk.reports.columns import HEAD_PADDING, PADDING, fit
from kanagawa_desk.reports.flow import Grid, Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import LayoutProblem, Setting

THICK = 1.0
"""The outer rule and the one above totals, in points."""

THIN = 0.5
"""The rules within, in points."""

_HEAD_GREY = 0xE9 / 0xFF
_LEADING = 1.19  # from one line of a cell to the next, in its characters
_SINGLE = 1.73  # the height of a row of one line
_MARGIN = 0.2  # the white around more lines than one
_WHOLE = 0.25  # of a page: a table that is not higher stays in one piece


def table_strips(
    setting: Setting, block: str, table: PrintedTable, indent: float
) -> tuple[list[Strip], Grid]:
    """Lay a table out, as far in as `indent` (points) if it fits there: its strips and rules.

    Type that had to be made smaller and rows longer than a page become problems.
    """
    template = setting.template
    table = _printable(setting, block, table)
    columns = fit(table, template, indent)
    if columns.scale < 1:
        setting.problems.append(_too_wide(block, columns.scale))
    body = template.plain(template.cell_size * columns.scale)
    bold = template.plain(body.size, template.heading_face)
    grid = Grid(columns.edges)
    head = _head(block, table, template.plain(template.small_size * columns.scale, bold.face), grid)
    placed = _columns(table, grid, body)
    room = template.depth - (head.height if head else 0.0) - 2 * template.line_pitch
    strips = [head] if head else []
    held = _held(table)
    for index, row in enumerate(table.rows):
        total = index in table.totals
        styles = [bold if total and place == 0 else body for place in range(len(row))]
        cells = [
            _cell(table, (index, number), *cell)
            for number, cell in enumerate(zip(row, placed, styles, strict=True))
        ]
        parts = _parts(cells, int(room / (_LEADING * body.size)))
        if len(parts) > 1:
            setting.problems.append(_too_long(block, index))
        rule = THICK if total else THIN
        for part in parts:
            strip = _row(block, part, grid, body, rule)
            strips.append(replace(strip, lead=head, keep=index in held and part is parts[-1]))
            rule = 0.0
    strips = strips or [_row(block, [], grid, body, 0.0)]
    if sum(strip.height for strip in strips) <= _WHOLE * template.depth:
        strips = [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]
    return strips, grid


def _columns(table: PrintedTable, grid: Grid, style: TextStyle) -> list[CellColumn]:
    return [
        cell_column(left, right, column.align, [row[index] for row in table.rows], style)
        for index, (column, (left, right)) in enumerate(
            zip(table.columns, pairwise(grid.edges), strict=True)
        )
    ]


def _held(table: PrintedTable) -> set[int]:
    """The rows that stay with the next: the first, the last but one, and those above totals."""
    last = len(table.rows) - 1
    return ({0, last - 1} | {index - 1 for index in table.totals}) - {last}


def _head(block: str, table: PrintedTable, style: TextStyle, grid: Grid) -> Strip | None:
    if not any(any(lines) for lines in table.head):
        return None
    cells = [
        _cell(
            table,
            (-1, number),
            lines,
            CellColumn(left, right, "centre", 0.0, 0.0),
            style,
            HEAD_PADDING,
        )
        for number, (lines, (left, right)) in enumerate(
            zip(table.head, pairwise(grid.edges), strict=True)
        )
    ]
    row = _row(block, cells, grid, style, 0.0)

    def draw(pen: Pen, left: float, top: float) -> None:
        width = grid.edges[-1] - grid.edges[0]
        pen.fill(left + grid.edges[0], top - row.height, width, row.height, _HEAD_GREY)
        row.draw(pen, left, top)

    return replace(row, draw=draw, keep=True)


def _cell(
    table: PrintedTable,
    place: tuple[int, int],
    lines: Lines,
    column: CellColumn,
    style: TextStyle,
    padding: float = PADDING,
) -> list[AlignedLine]:
    """The lines of the cell at a row and column, with their underlines."""
    if not table.underlined:
        return aligned(lines, column, style, padding)
    return [
        each
        for number, line in enumerate(lines)
        for each in aligned(
            (line,),
            column,
            replace(style, underlined=(*place, number) in table.underlined),
            padding,
        )
    ]


def _row(
    block: str, cells: Sequence[Sequence[AlignedLine]], grid: Grid, style: TextStyle, rule: float
) -> Strip:
    """A row with the rule above it; each cell's lines stand in the middle of its height."""
    leading = _LEADING * style.size
    most = max((len(lines) for lines in cells), default=1)
    height = max(_SINGLE * style.size, most * leading + _MARGIN * style.size)
    placed = [
        (x, height / 2 + (k - (len(lines) - 1) / 2) * leading, line, style)
        for lines in cells
        for k, (x, line, style) in enumerate(lines)
        if line.text
    ]
    first, last = grid.edges[0], grid.edges[-1]

    def draw(pen: Pen, left: float, top: float) -> None:
        if rule:
            pen.rule(left + first, top, left + last, top, rule)
        for x, below, line, style in placed:
            pen.line(left + x, top - below, line, style)

    return Strip(block, height, draw, grid=grid)


def _parts(
    cells: Sequence[Sequence[AlignedLine]], most: int
) -> list[Sequence[Sequence[AlignedLine]]]:
    """A row in parts of at most so many lines: one, unless it is longer than a page."""
    longest = max((len(lines) for lines in cells), default=0)
    if longest <= most:
        return [cells]
    return [[lines[k : k + most] for lines in cells] for k in range(0, longest, most)]


def _printable(setting: Setting, block: str, table: PrintedTable) -> PrintedTable:
    """The table in characters that can be printed; the cells that a row lacks are empty."""
    count = len(table.columns)

    def row(cells: Sequence[Lines]) -> tuple[Lines, ...]:
        printable = [
            tuple(setting.figures(block, part) for line in lines for part in line.split("\n"))
            for lines in cells
        ]
        return (*printable, *[()] * (count - len(printable)))

    return replace(table, head=row(table.head), rows=tuple(map(row, table.rows)))


def _too_wide(block: str, scale: float) -> LayoutProblem:
    return LayoutProblem(
        "table-too-wide",
        block,
        f"表が用紙の幅に収まらないため、文字を{scale:.0%}に縮めて印刷します。"
        "列を減らすか、表を分けてください。",
    )


def _too_long(block: str, index: int) -> LayoutProblem:
    return LayoutProblem(
        "cell-too-long",
        block,
        f"表の{index + 1}行目が1ページに収まらないため、行の途中で次のページに送ります。",
    )
