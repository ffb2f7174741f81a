"""Filters of columns: what can be chosen, which rows stay, and their totals."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from kanagawa_desk.domain.layout import Cell, Layout, Row, RowKind, total_values
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import shown

EMPTY, SHORTAGE = "（空欄）", "（不足のみ）"
_MOST_OFFERED = 40  # texts in a menu


def offered(layout: Layout, column: int) -> list[str]:
    """The choices for a column: 空欄, 不足 where differences stand, and its texts in order."""
    cells = [row.cells[column] for row in layout.rows if row.kind is RowKind.RECORD]
    special = [each for each in (EMPTY, SHORTAGE) if any(fits(cell, (each,)) for cell in cells)]
    texts = dict.fromkeys(cell.text for cell in cells if cell.text)
    return [*special, *list(texts)[:_MOST_OFFERED]]


def fits(cell: Cell, choices: Collection[str]) -> bool:
    """Whether a cell is one of those chosen."""
    value = cell.value
    number = value.number if isinstance(value, Measured) else None
    return (
        cell.text in choices
        or (EMPTY in choices and not cell.text)
        or (SHORTAGE in choices and number is not None and number < 0)
    )


def totals_of(layout: Layout, rows: Sequence[Row]) -> list[Row]:
    """The total rows of a layout, of these rows alone."""
    records = [row for row in rows if row.kind is RowKind.RECORD]
    keys = [column.key for column in layout.columns]
    values = [dict(zip(keys, (cell.value for cell in row.cells), strict=True)) for row in records]
    sums = total_values(layout.columns, values)
    label = f"絞り込んだ{len(records)}件の合計"
    cells = [
        Cell(sums[column.key], shown(column.field, sums[column.key], {}))
        if column.key in sums
        else Cell(label, label)
        if at == 0
        else Cell("", "")
        for at, column in enumerate(layout.columns)
    ]
    totals = [row for row in layout.rows if row.kind is RowKind.TOTAL]
    return [replace(row, cells=tuple(cells)) for row in totals]
