"""A grid as it stands on screen, as a table to print."""

from collections.abc import Sequence

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.papers.printed import Lines, PrintedColumn, PrintedTable

_FIGURES = frozenset({Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED})
_SHORT_HEAD = 6  # characters that stand in one line in any column
_WORDS = frozenset({Kind.TEXT, Kind.NOTE, Kind.NAMES, Kind.REFERENCE})


def printed_grid(layout: Layout) -> PrintedTable:
    """The rows and columns of a layout; a section's title stands across all columns."""
    kinds = {
        kind: frozenset(n for n, row in enumerate(layout.rows) if row.kind is kind)
        for kind in RowKind
    }
    return PrintedTable(
        tuple(PrintedColumn(column.field.width, _align(column)) for column in layout.columns),
        tuple(_head(column) for column in layout.columns),
        tuple(_row(row, layout.columns) for row in layout.rows),
        kinds[RowKind.TOTAL],
        layout.unit_note,
        sections=kinds[RowKind.SECTION],
    )


def _align(column: Column) -> str:
    if column.field.kind in _FIGURES:
        return "right"
    return "left" if column.field.kind in _WORDS else "centre"


def _head(column: Column) -> Lines:
    """The heading above, where there is one, and the column's own, in two lines if it is long."""
    if column.group:
        return (column.group, column.label)
    label, width = column.label, max(column.field.width, _SHORT_HEAD)
    if len(label) <= width:
        return tuple(label.split(" ", 1))
    cut = label.find("・") if "・" in label else (len(label) + 1) // 2
    return (label[:cut], label[cut:])


def _row(row: Row, columns: Sequence[Column]) -> tuple[Lines, ...]:
    if row.kind is RowKind.SECTION:
        return ((row.cells[0].text,), *((),) * (len(columns) - 1))
    return tuple(_lines(cell) for cell in row.cells)


def _lines(cell: Cell) -> Lines:
    """The text of a cell, its tag (8月末, 予定) below."""
    return (*cell.text.split("\n"), f"({cell.tag})") if cell.tag else tuple(cell.text.split("\n"))
