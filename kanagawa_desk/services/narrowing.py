"""Leaving of a grid the rows that concern somebody."""

from collections.abc import Collection
from dataclasses import replace

from kanagawa_desk.domain.layout import Layout, Row, RowKind


def with_rows(sheet: Layout, kept: Collection[str]) -> Layout:
    """The records kept, of the section rows those that still head one, and totals below any."""
    rows: list[Row] = []
    for row in sheet.rows:
        if row.kind is RowKind.SECTION and _ends_in_section(rows):
            rows.pop()
        if row.kind is RowKind.SECTION or row.key in kept or (row.kind is RowKind.TOTAL and rows):
            rows.append(row)
    if _ends_in_section(rows):
        rows.pop()
    return replace(sheet, rows=tuple(rows))


def _ends_in_section(rows: list[Row]) -> bool:
    return bool(rows) and rows[-1].kind is RowKind.SECTION
