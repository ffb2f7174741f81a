"""Values as people read them, on screen and on paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.periods import UNDATED, Timing, YearMonth
from kanagawa_desk.domain.values import Measured, Missing, Number


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How a paper writes figures: the sign of a negative and the mark of no number."""

    negative: str = "▲"
    none_mark: str = "―"


HOUSE = HouseStyle()

_MARKS = {Missing.BLANK: "", Missing.UNKNOWN: "…", Missing.SECRET: "x"}


def number_text(value: Number, decimals: int = 0, style: HouseStyle = HOUSE) -> str:
    """1,601 and ▲1,601; decimals are those that the figure is kept to."""
    places = max(decimals, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    text = f"{abs(value):,.{places}f}" if places else f"{abs(value):,}"
    return style.negative + text if value < 0 else text


def measured_text(
    value: Measured, unit: str = "", decimals: int = 0, style: HouseStyle = HOUSE
) -> str:
    """A measured value with its unit; its printed form where it has one; ― for no number."""
    if value.printed:
        return value.printed
    if value.number is None:
        return _MARKS.get(value.missing or Missing.BLANK, style.none_mark)
    return f"{'約' if value.approx else ''}{number_text(value.number, decimals, style)}{unit}"


def shown(field: Field, value: Any, names: Mapping[str, str], decimals: int = 0) -> str:
    """A field's value as a grid shows it: no unit, references by name, dates short.

    `names` maps the ids that a reference field may hold to names.
    """
    match field.kind:
        case Kind.COUNT | Kind.DIFFERENCE | Kind.RATE | Kind.MEASURED:
            return measured_text(value, decimals=decimals or field.decimals)
        case Kind.DATE:
            return short_date(value) if value else ""
        case Kind.MONTH:
            return value.short if value else ""
        case Kind.FISCAL_YEAR | Kind.FISCAL_PERIOD:
            return str(value.short)
        case Kind.PERIOD:
            return period_label(value)
        case Kind.TIMING:
            return timing_text(value)
        case Kind.CHOICE:
            return field.choices.get(value, value)
        case Kind.REFERENCE:
            return names.get(value, value)
        case Kind.YES_NO:
            return "○" if value else ""
        case Kind.NAMES:
            return "、".join(value)
    return str(value)


def timing_text(timing: Timing | None) -> str:
    """R6年度末, R6年度 or R7.10.1, whatever today is."""
    if timing is None:
        return ""
    if timing.day is None:
        return f"{timing.year.short}年度"
    return f"{timing.year.short}年度末" if timing.day == timing.year.end else short_date(timing.day)


def period_label(period: Any) -> str:
    """A period as a short column heading: R6, R6.8.31, R6.8月～R7.3月."""
    if period is UNDATED:
        return "時点なし"
    return short_date(period) if isinstance(period, date) else str(period.short)


def as_of_text(day: date) -> str:
    """令和6年8月末 for a month's last day, else 令和6年4月1日."""
    month = YearMonth(day.year, day.month)
    return f"{month.long}末" if day == month.last_day else long_date(day)
