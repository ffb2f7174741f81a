"""A printed table as strips: rows, and a head row that a new page repeats."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kanagawa_desk.domain.papers.printed import Lines, PrintedTable
from kanagawa_desk.reports.cells import AlignedLine, CellColumn, aligned, cell_column
from kanagawa_desk.reports.columns import (
    HEAD_PADDING,
    PADDING,
    TooNarrow,
    bands,
    cells_of,
    fit,
)
from kanagawa_desk.reports.flow import Grid, Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import LayoutProblem, Setting

THICK = 1.0
"""The outer rule and the one above totals, in points."""

THIN = 0.5
"""The rules within, in points."""

HEAD_GREY = 0xE9 / 0xFF
"""What heads are filled with."""

_LEADING = 1.19  # from one line of a cell to the next, in its characters
_SINGLE = 1.73  # the height of a row of one line
_MARGIN = 0.2  # the white around more lines than one
_BETWEEN_BANDS = 0.5  # of the line pitch, between the parts of a table that was too wide
_WHOLE = 0.5  # of a page: a table that is not higher stays in one piece


def table_strips(
    setting: Setting, block: str, table: PrintedTable, indent: float, *, may_turn: bool = False
) -> tuple[list[Strip], Grid]:
    """Lay a table out, as far in as `indent` (points) if it fits there: its strips and rules.

    Type that had to be made smaller and rows longer than a page become problems. A table that
    is too wide for any type is parted by its columns; with `may_turn` TooNarrow is raised, so
    that it can be tried on a turned page first.
    """
    template = setting.template
    table = _printable(setting, block, table)
    try:
        fitting = [(table, fit(table, template, indent))]
    except TooNarrow:
        if may_turn:
            raise
        fitting = bands(table, template)
        setting.problems.append(_parted(block, len(fitting)))
    if len(fitting) == 1 and fitting[0][1].scale < 1:
        setting.problems.append(_too_wide(block, fitting[0][1].scale))
    strips: list[Strip] = []
    for part, columns in fitting:
        grid = Grid(columns.edges)
        first, *others = _strips(setting, block, part, grid, columns.scale)
        gap = _BETWEEN_BANDS * template.line_pitch if strips else 0.0
        strips += [replace(first, space=gap), *others]
    if sum(strip.height for strip in strips) <= _WHOLE * template.depth:
        strips = [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]
    return strips, Grid(fitting[0][1].edges)


def _strips(
    setting: Setting, block: str, table: PrintedTable, grid: Grid, scale: float
) -> list[Strip]:
    """The rows of a table whose rules stand where the grid says, in type of that scale."""
    template = setting.template
    body = template.plain(template.cell_size * scale)
    bold = template.plain(body.size, template.heading_face)
    head = _head(block, table, template.plain(template.small_size * scale, bold.face), grid)
    placed = _columns(table, grid, body)
    room = template.depth - (head.height if head else 0.0) - 2 * template.line_pitch
    strips = [head] if head else []
    held = _held(table)
    for index, row in enumerate(table.rows):
        if index in table.sections:
            strips.append(replace(_section(block, row[0], grid, bold), lead=head))
            continue
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
        words = "\t".join(" ".join(lines) for lines in row)
        for part in parts:
            strip = _row(block, part, grid, body, rule)
            keep = index in held and part is parts[-1]
            strips.append(replace(strip, lead=head, keep=keep, text=words))
            rule = 0.0
    return strips or [_row(block, [], grid, body, 0.0)]


def _columns(table: PrintedTable, grid: Grid, style: TextStyle) -> list[CellColumn]:
    return [
        cell_column(left, right, column.align, cells_of(table, index), style)
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
        pen.fill(left + grid.edges[0], top - row.height, width, row.height, HEAD_GREY)
        row.draw(pen, left, top)

    return replace(row, draw=draw, keep=True)


def _section(block: str, lines: Lines, grid: Grid, style: TextStyle) -> Strip:
    """A title across all columns, kept with the row below it."""
    left, right = grid.edges[0], grid.edges[-1]
    outer = Grid((left, right))
    words = "".join(lines)
    cells = [aligned((words,), CellColumn(left, right, "left", 0.0, 0.0), style)]
    return replace(_row(block, cells, outer, style, THIN), keep=True, text=words)


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


def _parted(block: str, parts: int) -> LayoutProblem:
    return LayoutProblem(
        "table-too-wide",
        block,
        f"表が用紙の幅に収まらないため、列を{parts}つに分けて印刷します。"
        "列を減らすか、表を分けてください。",
    )


def _too_long(block: str, index: int) -> LayoutProblem:
    return LayoutProblem(
        "cell-too-long",
        block,
        f"表の{index + 1}行目が1ページに収まらないため、行の途中で次のページに送ります。",
    )
