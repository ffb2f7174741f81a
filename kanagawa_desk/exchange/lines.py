"""The rows and columns of a form and of a returned sheet, with the words they are known by."""

import unicodedata
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kanagawa_desk.exchange.form import Form
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

    def row(self, row: int) -> list[str]:
        """The words in a row, column by column."""
        return [self.at(row, column) for column in range(1, self.last_column + 1)]

    def at(self, row: int, column: int) -> str:
        """The words in a cell, in one spelling."""
        row, column = self.covered.get((row, column), (row, column))
        return _spelling(self.sheet.cell(row, column).content)


def words_of(sheet: SheetRead) -> Words:
    """The words of a sheet."""
    last_column = max((max(row) for row in sheet.rows.values()), default=0)
    return Words(sheet, covered_cells(sheet), last_column)


def row_names(form: Form) -> dict[str, str]:
    """What each row of a form is known by."""
    return {row.key: _BETWEEN.join(map(_spelling, row.words)) for row in form.rows}


def column_names(form: Form) -> dict[str, str]:
    """What each column of a form is known by: its heading and the heading above it."""
    return {
        column.key: _heading(_spelling(column.group), _spelling(column.label))
        for column in form.columns
    }


def row_lines(words: Words, form: Form, columns: Mapping[str, int], first: int) -> list[Line]:
    """The rows from `first` on; `columns` are the numbers of those found, by column key."""
    rows = {number: row.stored for number, row in words.sheet.rows.items() if number >= first}
    key_column = _key_column(rows.values(), {row.key for row in form.rows})
    named = [columns.get(column.key, 0) for column in form.columns if column.naming]
    return [
        Line(
            number,
            rows[number].get(key_column) or "",
            _BETWEEN.join(words.at(number, column) for column in named),
        )
        for number in sorted(rows)
    ]


def column_lines(words: Words, form: Form) -> tuple[list[Line], int]:
    """The columns, and the number of the row below their headings and hidden keys."""
    expected = column_names(form)
    top = [number for number in sorted(words.sheet.rows) if number <= _HEAD_ROWS]
    keys = {number: words.sheet.rows[number].stored for number in top}
    key_row = _best(top, {number: expected.keys() & set(keys[number].values()) for number in top})
    headings = _headings(words, form, top)
    names = set(expected.values())
    head_row = _best(list(headings), {row: names & set(found) for row, found in headings.items()})
    lines = [
        Line(column, keys.get(key_row, {}).get(column) or "", name)
        for column, name in enumerate(headings.get(head_row, [""] * words.last_column), 1)
    ]
    return lines, max(key_row, head_row) + 1


def _key_column(rows: Iterable[Mapping[int, str | None]], known: Container[str | None]) -> int:
    """The column with most keys of rows; 0 where none has one."""
    keys = Counter(column for row in rows for column, text in row.items() if text in known)
    return max(keys, key=keys.__getitem__, default=0)


def _best(rows: Sequence[int], hits: Mapping[int, set[str]]) -> int:
    """The row with most hits, the first of several; 0 where no row has one."""
    row = max(rows, key=lambda number: len(hits[number]), default=0)
    return row if row and hits[row] else 0


def _headings(words: Words, form: Form, top: Sequence[int]) -> dict[int, list[str]]:
    """What the columns are known by if a row is the last one of headings, for each that can be."""
    labels = {_spelling(column.label) for column in form.columns}
    grouped = any(column.group for column in form.columns)
    found = {}
    for row in top:
        texts = words.row(row)
        if not labels.isdisjoint(texts):
            found[row] = (
                list(_grouped(words.row(row - 1), texts))
                if grouped
                else [_heading("", text) for text in texts]
            )
    return found


def _grouped(above: Sequence[str], labels: Sequence[str]) -> Iterator[str]:
    """What columns are known by whose headings stand in two rows, groups in the first."""
    group = ""
    for over, label in zip(above, labels, strict=True):
        group = over or group if label and label != over else ""
        yield _heading(group, label or over)


def _heading(group: str, label: str) -> str:
    return _BETWEEN.join((group, label))


def _spelling(content: object) -> str:
    """Words in one spelling: width of letters and spaces do not matter."""
    match content:
        case str():
            return _folded(content)
        case Decimal():
            return format(content, "f")
        case date():
            return content.isoformat()
    return ""


@lru_cache(maxsize=10_000)  # headings and names come again in every workbook of a round
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
