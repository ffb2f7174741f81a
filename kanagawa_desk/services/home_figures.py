"""The bed figures of ホーム: every type at its last date, and the areas of the first."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Address, Layout, Row, RowKind
from kanagawa_desk.domain.records import BedSet, BedType
from kanagawa_desk.domain.values import BLANK, Measured
from kanagawa_desk.services.grids import beds_layout
from kanagawa_desk.services.names import Reads


@dataclass(frozen=True, slots=True)
class BedLine:
    """A bed type at its last reference date; `change` is that of the count since the one before."""

    name: str
    standard: Measured
    beds: Measured
    surplus: Measured
    sufficiency: Measured
    change: Measured
    date_label: str
    address: Address


@dataclass(frozen=True, slots=True)
class AreaLine:
    """An area with its surplus at the last date."""

    name: str
    surplus: Measured
    address: Address


@dataclass(frozen=True, slots=True)
class BedFigures:
    """The bed types, and by area the first of those that are planned by area."""

    lines: tuple[BedLine, ...]
    name: str
    date_label: str
    previous_label: str
    previous_surplus: Measured
    previous_sufficiency: Measured
    areas: tuple[AreaLine, ...]


def bed_figures(reads: Reads) -> BedFigures | None:
    """The figures of the last dates; None in a ledger without any."""
    kinds = reads.all(BedType)
    days: dict[str, list[date]] = {}
    for one in reads.all(BedSet):
        days.setdefault(one.bed_type, []).append(one.as_of)
    layouts = {
        each.id: beds_layout(reads, each.id, sorted(days[each.id])[-2:])
        for each in kinds
        if each.id in days
    }
    by_area = next((each for each in kinds if each.scope == "area" and each.id in layouts), None)
    if not layouts:
        return None
    lines = tuple(_line(layout) for layout in layouts.values() if layout.rows)
    if by_area is None:
        return BedFigures(lines, "", "", "", BLANK, BLANK, ())
    layout = layouts[by_area.id]
    *_, total = layout.rows
    both = sorted(days[by_area.id])[-2:]
    before = both[0] if len(both) > 1 else None
    return BedFigures(
        lines,
        by_area.name,
        short_date(both[-1]),
        short_date(before) if before else "",
        _value(layout, total, f"surplus@{before}"),
        _value(layout, total, f"sufficiency@{before}"),
        tuple(
            AreaLine(
                row.cells[0].text,
                _value(layout, row, f"surplus@{both[-1]}"),
                _place(layout, row),
            )
            for row in layout.rows
            if row.kind is RowKind.RECORD
        ),
    )


def _line(layout: Layout) -> BedLine:
    """The last row of a grid is its total, or its only area."""
    row = layout.rows[-1]
    last = _last_day(layout)
    return BedLine(
        layout.title,
        _value(layout, row, "standard"),
        _value(layout, row, f"beds@{last}"),
        _value(layout, row, f"surplus@{last}"),
        _value(layout, row, f"sufficiency@{last}"),
        _value(layout, row, "change"),
        short_date(date.fromisoformat(last)),
        _place(layout, layout.rows[0]),
    )


def _place(layout: Layout, row: Row) -> Address:
    """The count of an area at the last date."""
    bed_type = layout.name.partition(":")[2]
    return Address("bed_count", (bed_type, row.key, date.fromisoformat(_last_day(layout))), "beds")


def _last_day(layout: Layout) -> str:
    return [each.key.partition("@")[2] for each in layout.columns if each.key[:5] == "beds@"][-1]


def _value(layout: Layout, row: Row, key: str) -> Measured:
    """A figure of a row; blank where the grid has no such column."""
    at = next((n for n, each in enumerate(layout.columns) if each.key == key), None)
    value = row.cells[at].value if at is not None else BLANK
    return value if isinstance(value, Measured) else BLANK
