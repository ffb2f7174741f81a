"""A returned sheet as it looks around a cell, so that nobody has to open it to judge."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.readers.number_formats import shown
from kanagawa_desk.domain.writing import day_text
from kanagawa_desk.exchange.addresses import MAX_COLUMN, MAX_ROW, column_letters, range_bounds
from kanagawa_desk.exchange.found import SheetRead
from kanagawa_desk.exchange.names import AUTHOR, MARK

ROWS, COLUMNS = 2, 3
"""How far up and down, left and right."""

_FORMULA = "（式）"  # its program has left no result
_MARK_ROWS = 10


@dataclass(frozen=True, slots=True)
class Around:
    """Column letters, row numbers, and texts row by row; `at` says which of them is the cell.

    `remarks` are the comments on the cell and the shapes that begin in sight.
    """

    letters: tuple[str, ...]
    numbers: tuple[int, ...]
    texts: tuple[tuple[str, ...], ...]
    at: tuple[int, int]
    remarks: tuple[str, ...]


def around(sheet: SheetRead, cell: str) -> Around:
    """What stands around a cell; our hidden keys are left out. Raises ValueError for no cell."""
    row, column, _, _ = range_bounds(cell)
    key_row, key_column = _keys(sheet)
    rows = [each for each in _window(row, ROWS, MAX_ROW) if each == row or each != key_row]
    columns = [
        each
        for each in _window(column, COLUMNS, MAX_COLUMN)
        if each == column or each != key_column
    ]
    places = {f"{column_letters(c)}{r}" for r in rows for c in columns}
    return Around(
        tuple(map(column_letters, columns)),
        tuple(rows),
        tuple(tuple(displayed(sheet.cell(r, c)) for c in columns) for r in rows),
        (rows.index(row), columns.index(column)),
        tuple(
            f"{each.author}：{each.text}" if each.author else each.text
            for each in sheet.remarks
            if each.author != AUTHOR
            and (each.cell == cell or (each.kind == "shape" and each.cell in places))
        ),
    )


def displayed(cell: RawCell) -> str:
    """A cell as its sheet shows it: by its number format, a day in short, a text as it is."""
    match cell.content:
        case None:
            return _FORMULA if cell.formula else ""
        case bool():
            return "TRUE" if cell.content else "FALSE"
        case Decimal():
            look = shown(cell.content, cell.number_format)
            return look.short or look.text
        case datetime():
            return f"{day_text(cell.content.date())} {cell.content:%H:%M}"
        case date():
            return day_text(cell.content)
    return str(cell.content)


def _window(middle: int, reach: int, last: int) -> range:
    return range(max(1, middle - reach), min(last, middle + reach) + 1)


def _keys(sheet: SheetRead) -> tuple[int, int]:
    """The row and the column of our hidden keys; 0 where there are none."""
    for row in sorted(sheet.rows)[:_MARK_ROWS]:
        for column, cell in sheet.rows[row].items():
            if isinstance(cell.content, str) and cell.content.startswith(MARK):
                return row, column
    return 0, 0
