"""Values as people read them, on screen and on paper; the readers take them back."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.periods import (
    UNDATED,
    FiscalPeriod,
    FiscalYear,
    FiscalYearPart,
    MonthPeriod,
    Timing,
    YearMonth,
)
from kanagawa_desk.domain.quantities import Bounds, Pair, Stated
from kanagawa_desk.domain.values import Measured, Missing, Number


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How a paper writes figures and days.

    `wide_digits` writes a digit that stands alone full width, two and more half width.
    `exact` tells every missing reason and status apart, as cells must that are read back;
    on paper ― covers several and 予定 stands in the heading.
    """

    negative: str = "▲"
    none_mark: str = "―"
    wide_digits: bool = False
    western: bool = False
    exact: bool = False


HOUSE = HouseStyle()
EXACT = HouseStyle(exact=True)

_MARKS = {Missing.BLANK: "", Missing.UNKNOWN: "…", Missing.SECRET: "x"}
_EXACT_MARKS = _MARKS | {Missing.UNKNOWN: "不詳", Missing.PENDING: "未集計"}
_LONE_DIGIT = re.compile(r"(?<![0-9.,])[0-9](?![0-9.,])")
_WIDE = {ord("0") + digit: ord("０") + digit for digit in range(10)}


def number_text(value: Number, decimals: int = 0, style: HouseStyle = HOUSE) -> str:
    """1,601 and ▲1,601; decimals are those that the figure is kept to."""
    places = max(decimals, -int(value.as_tuple().exponent)) if isinstance(value, Decimal) else 0
    text = f"{abs(value):,.{places}f}" if places else f"{abs(value):,.0f}"
    return _digits(style.negative + text if value < 0 else text, style)


def measured_text(
    value: Measured, unit: str = "", decimals: int = 0, style: HouseStyle = HOUSE
) -> str:
    """A measured value with its unit; its printed form where it has one; ― for no number."""
    if value.printed:
        return value.printed
    status = f"（{value.status.label}）" if style.exact and value.status else ""
    if value.number is None:
        marks = _EXACT_MARKS if style.exact else _MARKS
        return marks.get(value.missing or Missing.BLANK, style.none_mark) + status
    figure = number_text(value.number, decimals, style)
    return f"{'約' if value.approx else ''}{figure}{unit}{status}"


def pair_text(
    pair: Pair, unit: str = "", decimals: int = 0, style: HouseStyle = HOUSE
) -> tuple[str, str]:
    """The two lines of a cell: 23,608 and (23,386)."""
    upper, lower = (
        measured_text(value, unit, decimals, style) for value in (pair.upper, pair.lower)
    )
    return upper, f"({lower})"


def bounds_text(bounds: Bounds, unit: str = "", style: HouseStyle = HOUSE) -> str:
    """1,000件以上, 50件超, 10件以下, 1,000件未満, 5件以上10件以下."""
    if bounds.printed:
        return bounds.printed
    low = "" if bounds.low is None else number_text(bounds.low, style=style) + unit
    high = "" if bounds.high is None else number_text(bounds.high, style=style) + unit
    least = low and low + ("以上" if bounds.low_included else "超")
    most = high and high + ("以下" if bounds.high_included else "未満")
    return least + most


def shown(
    field: Field,
    value: Any,
    names: Mapping[str, str],
    decimals: int = 0,
    style: HouseStyle = HOUSE,
    unit: str = "",
) -> str:
    """A field's value as a grid shows it: no unit, references by name, dates short.

    `names` maps the ids that a reference field may hold to names. What `EXACT` shows is read
    back to the same value; `unit` (a metric's) matters to it only for rates.
    """
    if type(value) is str and not field.choices and not field.refers:
        return value  # most cells of a long list
    match field.kind:
        case Kind.COUNT | Kind.DIFFERENCE | Kind.RATE | Kind.MEASURED:
            rate = style.exact and (field.kind is Kind.RATE or "%" in (unit, field.unit))
            return measured_text(value, "%" if rate else "", decimals or field.decimals, style)
        case Kind.DATE:
            return day_text(value, style) if value else ""
        case Kind.MONTH | Kind.FISCAL_YEAR | Kind.FISCAL_PERIOD | Kind.PERIOD:
            return period_label(value, style) if value else ""
        case Kind.TIMING:
            return timing_text(value, style)
        case Kind.CHOICE:
            return field.choices.get(value, value)
        case Kind.REFERENCE:
            return names.get(value, value)
        case Kind.YES_NO:
            return "○" if value else ""
        case Kind.NAMES:
            return "、".join(value)
    return str(value)


def timing_text(timing: Timing | None, style: HouseStyle = HOUSE) -> str:
    """R6年度末, R6年度 or R7.10.1, whatever today is."""
    if timing is None:
        return ""
    year = f"{period_label(timing.year, style)}年度"
    if timing.day is None:
        return year
    return f"{year}末" if timing.day == timing.year.end else day_text(timing.day, style)


def day_text(day: date, style: HouseStyle = HOUSE) -> str:
    """R6.4.1, or 2024.4.1."""
    return f"{day.year}.{day.month}.{day.day}" if style.western else short_date(day)


def long_day_text(day: date, style: HouseStyle = HOUSE) -> str:
    """令和6年4月1日, or 2024年4月1日."""
    western = f"{day.year}年{day.month}月{day.day}日"
    return _digits(western if style.western else long_date(day), style)


def period_label(period: Any, style: HouseStyle = HOUSE) -> str:
    """A period as a short column heading: R6, R6.8.31, R6.8月～R7.3月."""
    if period is UNDATED:
        return "時点なし"
    if isinstance(period, date):
        return day_text(period, style)
    if not style.western:
        return str(period.short)
    match period:
        case FiscalYear(year):
            return str(year)
        case FiscalYearPart():
            return long_period_text(period, style)
        case YearMonth(year, month):
            return f"{year}.{month}月"
    return _span(period, style, period_label)


def long_period_text(period: Any, style: HouseStyle = HOUSE) -> str:
    """A period in prose: 令和6年度, 令和6年8月31日, 令和6年8月～令和7年3月."""
    if isinstance(period, date):
        return long_day_text(period, style)
    if period is UNDATED:
        return "時点なし"
    if not style.western:
        return _digits(str(period.long), style)
    match period:
        case FiscalYear(year):
            return f"{year}年度"
        case FiscalYearPart(year):
            era = FiscalYear(year).long
            return _digits(f"{year}年度{period.long.removeprefix(era)}", style)
        case YearMonth(year, month):
            return _digits(f"{year}年{month}月", style)
    return _span(period, style, long_period_text)


def stated_text(stated: Stated, style: HouseStyle = HOUSE) -> str:
    """令和6年度（令和6年8月31日現在）（予定）."""
    day = f"（{long_day_text(stated.as_of, style)}現在）" if stated.as_of else ""
    status = f"（{stated.status.label}）" if stated.status else ""
    return f"{long_period_text(stated.value, style)}{day}{status}"


def as_of_text(day: date, style: HouseStyle = HOUSE) -> str:
    """令和6年8月末 for a month's last day, else 令和6年4月1日."""
    month = YearMonth(day.year, day.month)
    if day == month.last_day:
        return f"{long_period_text(month, style)}末"
    return long_day_text(day, style)


def _span(
    period: FiscalPeriod | MonthPeriod, style: HouseStyle, write: Callable[[Any, HouseStyle], str]
) -> str:
    start, end = (write(side, style) if side else "" for side in (period.start, period.end))
    return f"{start}～{end}"


def _digits(text: str, style: HouseStyle) -> str:
    if not style.wide_digits:
        return text
    return _LONE_DIGIT.sub(lambda digit: digit[0].translate(_WIDE), text)
