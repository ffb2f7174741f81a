"""A sheet as it left: what it asked for, what its rows and columns are called, what it held."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.notation import encode
from kanagawa_desk.exchange.writing.contents import content


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its key and headings.

    By the words of `naming` columns a row is known; in those `asked` for a cell is to be filled in.
    """

    key: str
    group: str
    label: str
    naming: bool
    asked: bool


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row: its key, the words that it is known by, and what its cells held by column.

    `values` are as domain.notation encodes them, `written` the words or figures that stood for
    them; both are None where nothing is asked for. Rows of totals and sections have neither.
    """

    key: str
    words: tuple[str, ...]
    values: tuple[str | None, ...] = ()
    written: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet that was sent; ledger and name are those of its layout."""

    ledger: str
    name: str
    title: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]


def editable(column: Column, cell: Cell) -> bool:
    """Whether a cell is asked for: it lives in a record and is not computed."""
    return cell.address is not None and column.computation is None


def form_of(layout: Layout, title: str) -> Form:
    """The sheet that a layout makes when it leaves now."""
    naming = _naming(layout.columns)
    rows = tuple(_row(layout.columns, row, naming) for row in layout.rows)
    asked = {at for row in rows for at, value in enumerate(row.values) if value is not None}
    columns = tuple(
        FormColumn(each.key, each.group, each.label, index in naming, index in asked)
        for index, each in enumerate(layout.columns)
    )
    return Form(layout.ledger, layout.name, title, columns, rows)


def _naming(columns: Sequence[Column]) -> list[int]:
    """Where the columns stand that name a row: the frozen ones, order numbers apart."""
    frozen = [index for index, column in enumerate(columns) if column.frozen]
    return [each for each in frozen if columns[each].field.kind is not Kind.INTEGER] or frozen


def _row(columns: Sequence[Column], row: Row, naming: Sequence[int]) -> FormRow:
    words = tuple(_words(row.cells[index]) for index in naming)
    if row.kind is not RowKind.RECORD:
        return FormRow(row.key, words)
    values, written = [], []
    for column, cell in zip(columns, row.cells, strict=True):
        asked = editable(column, cell)
        values.append(encode(cell.value) if asked else None)
        written.append(_written(cell, row.decimals or column.field.decimals) if asked else None)
    return FormRow(row.key, words, tuple(values), tuple(written))


def _words(cell: Cell) -> str:
    return cell.value.isoformat() if isinstance(cell.value, date) else cell.text


def _written(cell: Cell, decimals: int) -> str:
    shown = content(cell, decimals)
    if isinstance(shown, Decimal):
        return format(shown, "f")
    return shown.isoformat() if isinstance(shown, date) else str(shown)
