"""Which cell of a returned sheet is which of the form, whatever was moved, and which changed."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.exchange.addresses import address
from kanagawa_desk.exchange.collector import collector_at_rest
from kanagawa_desk.exchange.doubts import (
    degraded,
    doubtful_lines,
    doubtful_merges,
    doubtful_texts,
)
from kanagawa_desk.exchange.form import Form
from kanagawa_desk.exchange.found import CellKey, Changed, Finding, FoundCell, SheetRead
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
    """A row with content that the form does not know: its number and cells by column key."""

    number: int
    cells: Mapping[str, FoundCell]


@dataclass(frozen=True, slots=True)
class Matched:
    """What became of the cells that were asked for; all others are left out.

    `cells` are those that do not hold what was sent, `count` how many came back at all. A cell
    whose row or column did not come back is not among them, nor are those of `duplicates`, the
    keys of rows that came twice; `rows_missing` are keys too. `notes` say in Japanese where words
    on the sheet had to stand in for the hidden keys.
    """

    cells: Mapping[CellKey, Changed]
    count: int = 0
    rows_added: tuple[AddedRow, ...] = ()
    rows_missing: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    problems: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


@collector_at_rest()
def match_sheet(sheet: SheetRead, form: Form) -> Matched:
    """Find the cells of a form on a sheet that came back, and those of them that changed.

    Hidden keys say which row and column is which. Where they are lost, or were left behind by a
    sort, the words of the rows and of the headings do.
    """
    words = words_of(sheet)
    lines, first = column_lines(words, form)
    columns = pair(lines, column_names(form))
    rows = pair(row_lines(words, form, columns.found, first), row_names(form))
    cells, count = _compared(sheet, form, rows.found, columns.found, words.covered)
    records = [row.key for row in form.rows if row.values]
    return Matched(
        cells,
        count,
        tuple(_added_rows(sheet, form, rows.others, columns.found)),
        tuple(key for key in records if key not in rows.found and key not in rows.twice),
        tuple(key for key in records if key in rows.twice),
        (
            *doubtful_lines(sheet, form, rows, columns),
            *doubtful_merges(sheet, rows, columns, words.covered),
            *doubtful_texts(sheet, cells),
        ),
        tuple(degraded(form, rows, columns)),
    )


def _compared(
    sheet: SheetRead,
    form: Form,
    rows: Mapping[str, int],
    columns: Mapping[str, int],
    covered: Container[Place],
) -> tuple[dict[CellKey, Changed], int]:
    """The cells that hold something else than was sent, or are struck through; and of how many."""
    asked = [
        (index, columns[column.key])
        for index, column in enumerate(form.columns)
        if column.key in columns and column.asked
    ]
    struck = {row for row, _ in sheet.struck}
    changed: dict[CellKey, Changed] = {}
    count = 0
    for row in form.rows:
        if not row.written or row.key not in rows:
            continue
        number = rows[row.key]
        written = [row.written[index] for index, _ in asked]
        count += len(asked) - written.count(None)
        stored = sheet.rows[number].stored
        if [stored.get(at, "") for _, at in asked] == written and number not in struck:
            continue  # most rows of most sheets
        for (index, at), text in zip(asked, written, strict=True):
            place = number, at
            if text is None or place in covered:
                continue
            same = stored.get(at, "") == text or _plain(sheet.cell(*place)) == text
            if not same or place in sheet.struck:
                key = row.key, form.columns[index].key
                sent = row.values[index] or ""
                changed[key] = Changed(sheet.cell(*place), address(*place), sent)
    return changed, count


def _plain(cell: RawCell) -> str:
    """What a cell holds, in the words or figures in which it would have been written."""
    content = cell.content
    return cell.formula if content is None else str(content)


def _added_rows(
    sheet: SheetRead, form: Form, others: Sequence[int], columns: Mapping[str, int]
) -> Iterator[AddedRow]:
    given = {
        columns[column.key]: column.key
        for column in form.columns
        if column.key in columns and (column.naming or column.asked)
    }
    for number in others:
        cells = {
            given[at]: (cell, address(number, at))
            for at, cell in sheet.rows[number].items()
            if at in given
        }
        if cells:
            yield AddedRow(number, cells)
