"""Which cell of a returned sheet is which cell of a layout, whatever was moved or lost."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.exchange.addresses import address, column_letters
from kanagawa_desk.exchange.base import editable
from kanagawa_desk.exchange.collector import collector_at_rest
from kanagawa_desk.exchange.doubts import (
    degraded,
    doubtful_lines,
    doubtful_merges,
    doubtful_texts,
)
from kanagawa_desk.exchange.found import NOTHING, CellKey, Finding, FoundCell, SheetRead
from kanagawa_desk.exchange.lines import (
    column_lines,
    column_names,
    row_lines,
    row_names,
    words_of,
)
from kanagawa_desk.exchange.merged import Place
from kanagawa_desk.exchange.pairing import pair


@dataclass(frozen=True, slots=True)
class AddedRow:
    """A row with content that the layout does not know: its number and cells by column key."""

    number: int
    cells: Mapping[str, FoundCell]


@dataclass(frozen=True, slots=True)
class Matched:
    """The cells that were asked for, as they came back; computed and locked ones are left out.

    A cell that came back empty is in `cells`; one whose row or column did not come back is
    not, nor are those of `duplicates`, the keys of rows that came twice. `notes` say in
    Japanese where words on the sheet had to stand in for the hidden keys.
    """

    cells: Mapping[CellKey, FoundCell]
    rows_added: tuple[AddedRow, ...] = ()
    rows_missing: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    problems: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


@collector_at_rest()
def match_sheet(sheet: SheetRead, layout: Layout) -> Matched:
    """Find the cells of a layout on a sheet that came back.

    Hidden keys say which row and column is which. Where they are lost, or were left behind by a
    sort, the words of the frozen columns and of the headings do.
    """
    words = words_of(sheet)
    lines, first = column_lines(words, layout)
    columns = pair(lines, column_names(layout))
    rows = pair(row_lines(words, layout, columns.found, first), row_names(layout))
    cells = dict(_asked_cells(sheet, layout, rows.found, columns.found, words.covered))
    records = [row.key for row in layout.rows if row.kind is RowKind.RECORD]
    return Matched(
        cells,
        tuple(_added_rows(sheet, layout, rows.others, columns.found)),
        tuple(key for key in records if key not in rows.found and key not in rows.twice),
        tuple(key for key in records if key in rows.twice),
        (
            *doubtful_lines(sheet, layout, rows, columns),
            *doubtful_merges(sheet, rows, columns, words.covered),
            *doubtful_texts(sheet, cells),
        ),
        tuple(degraded(layout, rows, columns)),
    )


def _asked_cells(
    sheet: SheetRead,
    layout: Layout,
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    covered: Container[Place],
) -> Iterator[tuple[CellKey, FoundCell]]:
    found = [
        (index, column, number, column_letters(number))
        for index, column in enumerate(layout.columns)
        if column.computation is None and (number := columns.get(column.key)) is not None
    ]
    for row in layout.rows:
        number = rows.get(row.key)
        if number is None or row.kind is not RowKind.RECORD:
            continue
        cells = sheet.rows[number]
        for index, column, at, letters in found:
            if editable(column, row.cells[index]) and (number, at) not in covered:
                yield (row.key, column.key), (cells.get(at, NOTHING), f"{letters}{number}")


def _added_rows(
    sheet: SheetRead, layout: Layout, others: Sequence[int], columns: Mapping[str, int]
) -> Iterator[AddedRow]:
    given = {
        columns[column.key]: column.key
        for column in layout.columns
        if column.key in columns and column.computation is None
    }
    for number in others:
        cells = {
            given[at]: (cell, address(number, at))
            for at, cell in sheet.rows[number].items()
            if at in given
        }
        if cells:
            yield AddedRow(number, cells)
