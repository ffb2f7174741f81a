"""Rows whose cells single spaces part, as text is copied by hand: tables by the count of cells."""

from collections.abc import Sequence
from functools import lru_cache

from kanagawa_desk.domain.official_text.cells import even, has_head, headed_by, is_datum, is_value
from kanagawa_desk.domain.official_text.columns import kept_as_typed
from kanagawa_desk.domain.official_text.draft import DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.items import look_at
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.runs import Piece, read_runs, split_where

_LONGEST_ROW = 400  # characters
_LONGEST_CELL = 24
_FEWEST_ROWS = 3  # of two columns that hold words besides figures
_FEWEST_CELLS = 4  # of a row that begins with its number

Cells = tuple[str, ...]


def read_rows(pieces: Sequence[Piece]) -> tuple[list[Piece], list[TextProblem]]:
    """The pieces with tables for lines that are rows, and what was kept as typed."""
    problems: list[TextProblem] = []
    return read_runs(pieces, _is_row, lambda lines: _tables(lines, problems)), problems


def _is_row(line: Line) -> bool:
    """Whether single spaces part what may be the cells of a row."""
    cells = _cells(line)
    return len(cells) > 1 and max(map(len, cells)) <= _LONGEST_CELL


def _tables(lines: Sequence[Line], problems: list[TextProblem]) -> list[Piece]:
    found: list[Piece] = []
    for stretch in split_where(lines, _parted):
        if _is_data(_cells(stretch[0])) and all(map(_bears_cells, stretch)):
            above = found.pop() if _is_head(found, stretch[0]) else None
            found += _table(above, stretch, problems)
        else:
            found += stretch
    return found


def _parted(rows: Sequence[Line], line: Line) -> bool:
    """Whether a line is another kind of row than those before it."""
    cells, above = _cells(line), _cells(rows[-1])
    alike = len(cells) == len(above) and _is_data(cells) == _is_data(above)
    return not alike or (line.apart and not _is_data(cells))


def _bears_cells(line: Line) -> bool:
    """Whether it has no mark or label, or a number that may be that of a row."""
    item = look_at(line)
    return item.plain or (_is_numbered(_cells(line)) and not item.marks)


def _is_head(found: Sequence[Piece], row: Line) -> bool:
    """Whether the last line found so far may be the head of a row right below it."""
    above = found[-1] if found else None
    return isinstance(above, Line) and not row.apart and look_at(above).plain


def _table(
    above: Piece | None, lines: Sequence[Line], problems: list[TextProblem]
) -> Sequence[Piece]:
    """A table with the line above it as its head, or that line before what the others are."""
    rows = [_cells(line) for line in lines]
    if isinstance(above, Line):
        if head := headed_by(_cells(above), len(rows[0])):
            table = even([head, *rows])
            return [DraftBlock("table", table=table, headed=has_head(table), line=above.number)]
        if len(rows) == 1:
            return [kept_as_typed([above, *lines], problems)]
    before = [above] if above else []
    words = len(rows[0]) == 2 and not all(is_value(cell) for row in rows for cell in row)
    if len(rows) < (_FEWEST_ROWS if words else 2):
        return [*before, *lines]
    table = even(rows)
    block = DraftBlock("table", table=table, headed=has_head(table), line=lines[0].number)
    return [*before, block]


def _is_data(cells: Cells) -> bool:
    """Whether at least half of what stands behind the first text are figures or years."""
    behind = cells[1:]
    half = 2 * sum(map(is_datum, behind)) >= len(behind)
    return _is_numbered(cells) or (half and any(map(is_value, behind)))


def _is_numbered(cells: Cells) -> bool:
    """Whether a row begins with its number and holds a figure or year among its words."""
    return cells[0].isdigit() and len(cells) >= _FEWEST_CELLS and any(map(is_datum, cells[1:]))


def _cells(line: Line) -> Cells:
    return _split(line.text)


@lru_cache(maxsize=64)
def _split(row: str) -> Cells:
    """The texts of a row parted by spaces, a value in parentheses with the one before it."""
    if len(row) > _LONGEST_ROW or row.endswith("。"):
        return ()
    cells: list[str] = []
    for text in row.split():
        if cells and text[0] in "(（" and is_value(text) and is_value(cells[-1]):
            cells[-1] += " " + text
        else:
            cells.append(text)
    return tuple(cells)
