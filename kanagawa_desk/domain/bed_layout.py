"""The bed grid: areas × (standard, target, and count, surplus, sufficiency by reference date)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.fields import Field, Kind, record_type
from kanagawa_desk.domain.layout import (
    Address,
    Cell,
    Column,
    Computation,
    Formula,
    Layout,
    Row,
    RowKind,
    computed_values,
    total_values,
)
from kanagawa_desk.domain.records import Area, BedCount, BedStandard, BedType, PlanEdition
from kanagawa_desk.domain.values import BLANK, Missing, missing
from kanagawa_desk.domain.writing import shown

SURPLUS = Field("surplus", "過不足 B－A", Kind.DIFFERENCE, unit="床", computed=True, width=6)
SUFFICIENCY = Field(
    "sufficiency", "充足率 B÷A(%)", Kind.RATE, unit="%", decimals=1, computed=True, width=5
)
CHANGE = Field("change", "増減", Kind.DIFFERENCE, unit="床", computed=True, width=5)
CHANGE_RATE = Field("change_rate", "率(%)", Kind.RATE, unit="%", decimals=1, computed=True, width=5)
TOTAL_KEY = "total"

_AREA = record_type(Area).field("name")
_STANDARD = record_type(BedStandard).field("standard")
_TARGET = record_type(BedStandard).field("target")
_BEDS = record_type(BedCount).field("beds")


@dataclass(frozen=True, slots=True)
class BedSource:
    """What is stored about a bed type: areas in order, standards of one edition, counts."""

    bed_type: BedType
    edition: PlanEdition | None
    areas: Sequence[Area]
    standards: Mapping[str, BedStandard]
    counts: Mapping[tuple[str, date], BedCount]


def in_use(area: Area, day: date) -> bool:
    """Whether an area is valid on a day (areas are merged and split)."""
    return (area.valid_from is None or area.valid_from <= day) and (
        area.valid_to is None or day <= area.valid_to
    )


def bed_layout(source: BedSource, days: Sequence[date]) -> Layout:
    """The grid of a bed type at these reference dates, which are set side by side in order.

    An area has a row where it is valid on one of the dates; at the others it is 該当なし. The
    last two dates are compared with each other. A total row stands below where there is more
    than one area.
    """
    columns = bed_columns(days, has_edition=source.edition is not None)
    areas = [
        area
        for area in source.areas
        if area.scope == source.bed_type.scope
        and (not days or any(in_use(area, day) for day in days))
    ]
    values = [computed_values(columns, _known_values(source, area, days)) for area in areas]
    rows = [
        Row(area.id, tuple(_cell(source, area, column, filled[column.key]) for column in columns))
        for area, filled in zip(areas, values, strict=True)
    ]
    if len(rows) > 1:
        rows.append(_total_row(columns, areas, values, days))
    return Layout(
        "beds",
        f"beds:{source.bed_type.id}",
        source.bed_type.name,
        columns,
        tuple(rows),
        unit_note="（単位：床）",
    )


def bed_columns(days: Sequence[date], *, has_edition: bool = True) -> tuple[Column, ...]:
    """The columns of the bed grid."""
    labels = {day: short_date(day) for day in days}
    columns = [Column("area", _AREA, _AREA.label, frozen=True)]
    if has_edition:
        columns += [
            Column("standard", _STANDARD, _STANDARD.label, summed=True),
            Column("target", _TARGET, _TARGET.label, summed=True),
        ]
    columns += [
        Column(f"beds@{day}", _BEDS, labels[day], group=_BEDS.label, summed=True) for day in days
    ]
    if has_edition:
        for field, formula in ((SURPLUS, Formula.DIFFERENCE), (SUFFICIENCY, Formula.PERCENTAGE)):
            columns += [
                Column(
                    f"{field.name}@{day}",
                    field,
                    labels[day],
                    group=field.label,
                    computation=Computation(formula, f"beds@{day}", "standard"),
                )
                for day in days
            ]
    if len(days) > 1:
        now, before = f"beds@{days[-1]}", f"beds@{days[-2]}"
        for field, formula in ((CHANGE, Formula.DIFFERENCE), (CHANGE_RATE, Formula.CHANGE_RATE)):
            how = Computation(formula, now, before)
            columns.append(Column(field.name, field, field.label, group="前回比", computation=how))
    return tuple(columns)


def _known_values(source: BedSource, area: Area, days: Sequence[date]) -> dict[str, Any]:
    standard = source.standards.get(area.id)
    values: dict[str, Any] = {
        "area": area.name,
        "standard": standard.standard if standard else BLANK,
        "target": standard.target if standard else BLANK,
    }
    for day in days:
        count = source.counts.get((area.id, day))
        lacking = BLANK if in_use(area, day) else missing(Missing.NONE)
        values[f"beds@{day}"] = count.beds if count else lacking
    return values


def _cell(source: BedSource, area: Area, column: Column, value: Any) -> Cell:
    return Cell(value, shown(column.field, value, {}), _address(source, area, column))


def _address(source: BedSource, area: Area, column: Column) -> Address | None:
    bed_type = source.bed_type.id
    name, _, day = column.key.partition("@")
    match name:
        case "standard" | "target" if source.edition is not None:
            return Address("bed_standard", (source.edition.id, bed_type, area.id), name)
        case "beds":
            as_of = date.fromisoformat(day)
            if in_use(area, as_of) or (area.id, as_of) in source.counts:
                return Address("bed_count", (bed_type, area.id, as_of), name)
    return None


def _total_row(
    columns: tuple[Column, ...],
    areas: Sequence[Area],
    values: list[dict[str, Any]],
    days: Sequence[date],
) -> Row:
    sums = total_values(columns, values)
    for day in days:
        # A standard counts against the beds of a date only where its area was there.
        there = [v for area, v in zip(areas, values, strict=True) if in_use(area, day)]
        of_day = total_values(columns, there)
        sums.update({key: of_day[key] for key in of_day if key.endswith(f"@{day}")})
    label = f"合計（{len(values)}圏域）"
    cells = [Cell(label, label)]
    for column in columns[1:]:
        value = sums[column.key]
        cells.append(Cell(value, shown(column.field, value, {})))
    return Row(TOTAL_KEY, tuple(cells), RowKind.TOTAL)
