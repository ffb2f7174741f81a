"""Bed counts as the tables of a paper."""

from kanagawa_desk.domain.layout import Column, Layout, Row, RowKind
from kanagawa_desk.domain.papers.bindings import STACKED, BedBinding
from kanagawa_desk.domain.papers.printed import Lines, PrintedColumn, PrintedTable
from kanagawa_desk.domain.papers.printed_tables import ABSENT

REFERENCE_MARK = "【参考】"

_SHARES = {"area": 2.6, "standard": 2.2, "target": 2.2}
_DATED_SHARE = 2.6


def bed_table(layout: Layout, binding: BedBinding, area_label: str) -> PrintedTable:
    """Standard A, counts B, surplus B－A and what else is asked for, by area.

    Of several dates the first stands on top and those after it in parentheses (the paper's
    上段・下段), or each in a column of its own. Raises KeyError where the layout has no
    standards to compare with.
    """
    groups = _groups(layout, binding)
    dated = [layout.columns[group[0]].group != "" for group in groups]
    head = [_head(layout.columns[group[0]], binding.form) for group in groups]
    columns = [
        PrintedColumn(_DATED_SHARE if of_day else _SHARES[layout.columns[group[0]].key], "right")
        for group, of_day in zip(groups, dated, strict=True)
    ]
    rows = tuple(
        ((row.cells[0].text,), *(_cell(row, group) for group in groups)) for row in layout.rows
    )
    return PrintedTable(
        (PrintedColumn(_SHARES["area"]), *columns),
        ((area_label,), *head),
        rows,
        frozenset(n for n, row in enumerate(layout.rows) if row.kind is RowKind.TOTAL),
        layout.unit_note,
    )


def _groups(layout: Layout, binding: BedBinding) -> list[list[int]]:
    """The layout's columns that stand in one printed column."""
    groups: list[list[int]] = []
    for name in binding.columns:
        if name in _SHARES:
            groups.append([layout.column_index(name)])
            continue
        indexes = [layout.column_index(f"{name}@{day}") for day in binding.dates]
        groups += [indexes] if binding.form == STACKED else [[index] for index in indexes]
    return groups


def _head(column: Column, form: str) -> Lines:
    """過不足 B－A is headed 過不足病床数 on paper, beside 既存病床数."""
    if not column.group:
        return _two_lines(column.label)
    label = column.group.replace("過不足 ", "過不足病床数 ", 1)
    if form == STACKED:
        return _two_lines(REFERENCE_MARK + label)
    return (REFERENCE_MARK, *_two_lines(label), column.label)


def _cell(row: Row, group: list[int]) -> Lines:
    first, *others = (row.cells[index].text or ABSENT for index in group)
    return (first, *(f"({text})" for text in others))


def _two_lines(label: str) -> Lines:
    return tuple(label.split(" ", 1))
