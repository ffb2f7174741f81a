"""The two text forms of values: the notation of results, and the lossless form that is kept."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.periods import (
    UNDATED,
    FiscalPeriod,
    FiscalYear,
    FiscalYearPart,
    MonthPeriod,
    Period,
    Timing,
    YearMonth,
)
from kanagawa_desk.domain.quantities import Bounds, Pair, RowLabel, Stated
from kanagawa_desk.domain.values import Measured, Missing, Number, Status

_WRITTEN_UNITS = ("%", "pt")


def notation(value: Any, unit: str = "") -> str:
    """A value as `--json` and `read` print it: 1601, 74.4%, FY2024..FY2029, NA:pending.

    Printed forms and wordings are not part of it; a rate takes its % (a difference of rates
    its pt) from `unit`.
    """
    match value:
        case Measured():
            return _measured(value, unit if unit in _WRITTEN_UNITS else "")
        case Missing() | Pair() | Bounds() | Stated() | RowLabel():
            return _read_only(value, unit)
        case bool():
            return "yes" if value else "no"
        case None | "":
            return "NA:blank"
        case Timing(year, day):
            return notation(year) + (f"@{day.isoformat()}" if day else "")
        case tuple():
            return "|".join(value)
        case int() | Decimal():
            return _plain(value)
        case str():
            return value
    return period_text(value)


def encode(value: Any) -> str:
    """The lossless text form of any field's value, for history, hidden base and hashes."""
    match value:
        case Measured(printed=printed) if printed:
            return f"{_measured(value, '')}|{printed}"
        case Timing(wording=wording) if wording:
            return f"{notation(value)}|{wording}"
        case None:
            return ""
        case str():
            return value
        case tuple():
            return "\n".join(value)
        case Measured():
            return _measured(value, "")
    return notation(value)


def decode(field: Field, text: str) -> Any:
    """The inverse of encode for a field's kind; raises ValueError on a text that is none."""
    return _DECODERS[field.kind](text)


def encode_key(key: tuple[Any, ...]) -> str:
    """A record's key as one text; ids never hold a slash."""
    return "/".join(encode(part) for part in key)


def decode_key(fields: tuple[Field, ...], text: str) -> tuple[Any, ...]:
    """The inverse of encode_key for the key fields of a record type."""
    parts = text.split("/")
    if len(parts) != len(fields):
        raise ValueError(f"key {text!r}")
    return tuple(decode(field, part) for field, part in zip(fields, parts, strict=True))


def period_text(period: Period) -> str:
    """FY2024, FY2024Q2, 2024-08-31, 2024-08, FY2024..FY2029, 2024-08..2025-03, undated."""
    match period:
        case FiscalYear(year):
            return f"FY{year}"
        case FiscalYearPart(year, part):
            return f"FY{year}{part}"
        case YearMonth(year, month):
            return f"{year:04}-{month:02}"
        case FiscalPeriod(start, end) | MonthPeriod(start, end):
            first, last = (period_text(side) if side else "" for side in (start, end))
            return f"{first}..{last}"
        case date():
            return period.isoformat()
    return UNDATED.value


@lru_cache(maxsize=4096)  # a grid of figures has few periods, each many times
def parse_period(text: str) -> Period:
    """The inverse of period_text; raises ValueError."""
    if text == UNDATED.value:
        return UNDATED
    if ".." in text:
        first, last = (parse_period(side) if side else None for side in text.split("..", 1))
        if isinstance(first or last, FiscalYear):
            return FiscalPeriod(first, last)  # type: ignore[arg-type]
        if isinstance(first or last, YearMonth):
            return MonthPeriod(first, last)  # type: ignore[arg-type]
        raise ValueError(text)
    if text.startswith("FY"):
        year, part = text[2:6], text[6:]
        return FiscalYearPart(int(year), part) if part else FiscalYear(int(year))
    if text.count("-") == 1:
        return parse_month(text)
    return date.fromisoformat(text)


def parse_month(text: str) -> YearMonth:
    """2024-03 as a month; raises ValueError."""
    year, month = text.split("-")
    return YearMonth(int(year), int(month))


def _read_only(value: Missing | Pair | Bounds | Stated | RowLabel, unit: str) -> str:
    """The values that readers give and no field of a ledger holds."""
    match value:
        case Missing():
            return f"NA:{value.value}"
        case Pair(upper, lower):
            return f"pair:{notation(upper, unit)};{notation(lower, unit)}"
        case Bounds():
            return _bounds(value, unit if unit in _WRITTEN_UNITS else "")
        case Stated(stated, as_of, status):
            day = f"@{as_of.isoformat()}" if as_of else ""
            return f"{notation(stated)}{day}" + (f"!{status.value}" if status else "")
    return str(value.value)


def _bounds(value: Bounds, suffix: str) -> str:
    """>=1000, <1000, <=10, >50, 5..10; with an end left out >=5,<10."""
    low = "" if value.low is None else _plain(value.low) + suffix
    high = "" if value.high is None else _plain(value.high) + suffix
    if low and high and value.low_included and value.high_included:
        return f"{low}..{high}"
    least = f"{'>=' if value.low_included else '>'}{low}" if low else ""
    most = f"{'<=' if value.high_included else '<'}{high}" if high else ""
    return ",".join(filter(None, (least, most)))


def _plain(value: Number) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _measured(value: Measured, suffix: str) -> str:
    if value.number is None:
        body = f"NA:{value.missing.value}" if value.missing else ""
    else:
        body = _plain(value.number) + suffix
    approx = "approx:" if value.approx else ""
    return f"{approx}{body}" + (f"!{value.status.value}" if value.status else "")


def _parse_measured(text: str, convert: Callable[[str], Number]) -> Measured:
    text, _, printed = text.partition("|")
    text, _, status = text.partition("!")
    body = text.removeprefix("approx:")
    return Measured(
        number=None if body.startswith("NA:") else convert(body),
        missing=Missing(body[3:]) if body.startswith("NA:") else None,
        status=Status(status) if status else None,
        approx=body != text,
        printed=printed,
    )


def _parse_timing(text: str) -> Timing | None:
    if not text:
        return None
    text, _, wording = text.partition("|")
    text, _, day = text.partition("@")
    year = parse_period(text)
    if not isinstance(year, FiscalYear):
        raise ValueError(text)
    return Timing(year, date.fromisoformat(day) if day else None, wording)


def _parse_yes_no(text: str) -> bool:
    return {"yes": True, "no": False}[text]


_DECODERS: dict[Kind, Callable[[str], Any]] = {
    Kind.TEXT: str,
    Kind.NOTE: str,
    Kind.NAMES: lambda text: tuple(text.split("\n")) if text else (),
    Kind.INTEGER: int,
    Kind.COUNT: lambda text: _parse_measured(text, int),
    Kind.DIFFERENCE: lambda text: _parse_measured(text, int),
    Kind.RATE: lambda text: _parse_measured(text, Decimal),
    Kind.MEASURED: lambda text: _parse_measured(text, Decimal),
    Kind.DATE: lambda text: date.fromisoformat(text) if text else None,
    Kind.MONTH: lambda text: parse_month(text) if text else None,
    Kind.FISCAL_YEAR: parse_period,
    Kind.FISCAL_PERIOD: parse_period,
    Kind.PERIOD: parse_period,
    Kind.TIMING: _parse_timing,
    Kind.CHOICE: str,
    Kind.YES_NO: _parse_yes_no,
    Kind.REFERENCE: str,
}
