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
    texts = dict.fromkeys(cell.text for cell in cells)
    special = [EMPTY] if "" in texts else []
    special += [SHORTAGE] if any(map(_is_short, cells)) else []
    return [*special, *[text for text in texts if text][:_MOST_OFFERED]]


def fits(cell: Cell, choices: Collection[str]) -> bool:
    """Whether a cell is one of those chosen."""
    return (
        cell.text in choices
        or (EMPTY in choices and not cell.text)
        or (SHORTAGE in choices and _is_short(cell))
    )


def _is_short(cell: Cell) -> bool:
    value = cell.value
    return isinstance(value, Measured) and value.number is not None and value.number < 0


def totals_of(layout: Layout, rows: Sequence[Row]) -> list[Row]:
    """The total rows of a layout, of these rows alone."""
    records = [row for row in rows if row.kind is RowKind.RECORD]
    keys = [column.key for column in layout.columns]
    values = [dict(zip(keys, (cell.value for cell in row.cells), strict=True)) for row in records]
    sums = total_values(layout.columns, values)
    label = f"合計（絞込{len(records)}件）"
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
