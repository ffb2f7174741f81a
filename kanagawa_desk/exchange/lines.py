"""The rows and columns of a layout and of a returned sheet, with the words they are known by."""

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Column, Layout
from kanagawa_desk.exchange.found import SheetRead
from kanagawa_desk.exchange.merged import Place, covered_cells
from kanagawa_desk.exchange.pairing import Line

_HEAD_ROWS = 40  # how far down headings and hidden column keys are looked for
_BETWEEN = "\x1f"  # between the words of one line


@dataclass(frozen=True, slots=True)
class Words:
    """A sheet's words, where a merged cell says everywhere what its first cell says."""

    sheet: SheetRead
    covered: Mapping[Place, Place]
    last_column: int

    def at(self, row: int, column: int) -> str:
        """The words in a cell, in one spelling."""
        row, column = self.covered.get((row, column), (row, column))
        return _spelling(self.sheet.cell(row, column).content)


def words_of(sheet: SheetRead) -> Words:
    """The words of a sheet."""
    last_column = max((max(row) for row in sheet.rows.values()), default=0)
    return Words(sheet, covered_cells(sheet), last_column)


def naming_columns(layout: Layout) -> tuple[Column, ...]:
    """The columns by whose words a person knows a row: the frozen ones, order numbers apart."""
    frozen = [column for column in layout.columns if column.frozen]
    return tuple([each for each in frozen if each.field.kind is not Kind.INTEGER] or frozen)


def row_names(layout: Layout) -> dict[str, str]:
    """What each row of a layout is known by."""
    places = [layout.column_index(column.key) for column in naming_columns(layout)]
    return {
        row.key: _BETWEEN.join(
            _spelling(cell.value if isinstance(cell.value, date) else cell.text)
            for cell in (row.cells[place] for place in places)
        )
        for row in layout.rows
    }


def column_names(layout: Layout) -> dict[str, str]:
    """What each column of a layout is known by: its heading and the heading above it."""
    return {column.key: _heading(column.group, column.label) for column in layout.columns}


def row_lines(words: Words, layout: Layout, columns: Mapping[str, int], first: int) -> list[Line]:
    """The rows from `first` on; `columns` are the numbers of those found, by column key."""
    known = {row.key for row in layout.rows}
    rows = {number: row for number, row in words.sheet.rows.items() if number >= first}
    keys_by_column = Counter(
        column for row in rows.values() for column, cell in row.items() if cell.content in known
    )
    key_column = max(keys_by_column, key=keys_by_column.__getitem__, default=0)
    named = [columns.get(column.key, 0) for column in naming_columns(layout)]
    return [
        Line(
            number,
            str(words.sheet.cell(number, key_column).content or ""),
            _BETWEEN.join(words.at(number, column) for column in named),
        )
        for number in sorted(rows)
    ]


def column_lines(words: Words, layout: Layout) -> tuple[list[Line], int]:
    """The columns, and the number of the row below their headings and hidden keys."""
    expected = column_names(layout)
    names = set(expected.values())
    top = [number for number in sorted(words.sheet.rows) if number <= _HEAD_ROWS]
    keys = {
        number: {column: cell.content for column, cell in words.sheet.rows[number].items()}
        for number in top
    }
    key_row = _best(top, {number: expected.keys() & set(keys[number].values()) for number in top})
    grouped = any(column.group for column in layout.columns)
    headings = {number: _headings(words, number, grouped=grouped) for number in top}
    head_row = _best(top, {number: names & set(headings[number]) for number in top})
    lines = [
        Line(column, str(keys.get(key_row, {}).get(column) or ""), name)
        for column, name in enumerate(headings.get(head_row, [""] * words.last_column), 1)
    ]
    return lines, max(key_row, head_row) + 1


def _best(rows: Sequence[int], hits: Mapping[int, set[str]]) -> int:
    """The row with most hits, the first of several; 0 where no row has one."""
    row = max(rows, key=lambda number: len(hits[number]), default=0)
    return row if row and hits[row] else 0


def _headings(words: Words, row: int, *, grouped: bool) -> list[str]:
    """What each column is known by if `row` is the last row of headings."""
    names, group = [], ""
    for column in range(1, words.last_column + 1):
        label, above = words.at(row, column), words.at(row - 1, column)
        if not grouped or not label or label == above:
            names.append(_heading("", label or (above if grouped else "")))
            group = ""
        else:
            group = above or group
            names.append(_heading(group, label))
    return names


def _heading(group: str, label: str) -> str:
    return _BETWEEN.join((_spelling(group), _spelling(label)))


def _spelling(content: object) -> str:
    """Words in one spelling: width of letters and spaces do not matter."""
    match content:
        case str():
            return "".join(unicodedata.normalize("NFKC", content).split())
        case Decimal():
            return format(content, "f")
        case date():
            return content.isoformat()
    return ""
