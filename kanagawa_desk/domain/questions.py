"""What a reading says to a person, and the value that it puts into a field."""

from datetime import date
from typing import Any

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, MonthPeriod, YearMonth
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading, Repeat
from kanagawa_desk.domain.values import Measured, Missing
from kanagawa_desk.domain.writing import EXACT, measured_text

_MEASURED = {Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED}
_EMPTY: dict[Kind, Any] = {
    Kind.TEXT: "",
    Kind.NOTE: "",
    Kind.NAMES: (),
    Kind.DATE: None,
    Kind.MONTH: None,
    Kind.TIMING: None,
    Kind.REFERENCE: "",
    Kind.YES_NO: False,
}
_NEIGHBOURS = {"above": "上", "left": "左", "right": "右"}


def field_value(field: Field, reading: Reading) -> Any | Problem:
    """What a reading puts into a field; a Problem where the field must not be empty.

    Raises ValueError for a reading that a person has to decide.
    """
    if not isinstance(reading, Got):
        raise ValueError("undecided")
    value = reading.value
    if field.kind in _MEASURED or not isinstance(value, Missing):
        if field.required and value in ("", None):
            return _required(field)
        return value
    if field.required or field.kind not in _EMPTY:
        return _required(field)
    return _EMPTY[field.kind]


def question(reading: Reading, unit: str = "") -> str:
    """What a person has to know about a reading; empty where it was read without doubt."""
    match reading:
        case Problem(message=message):
            return message
        case Ambiguous(candidates, reason):
            offered = "、".join(said(each, unit) for each in candidates)
            return f"{reason}（候補：{offered}）" if offered else reason
        case Repeat(neighbour):
            return f"{_NEIGHBOURS[neighbour]}のセルと同じという意味です。値を入れてください。"
    return ""


def said(value: Any, unit: str = "") -> str:
    """A value that is offered, in the words of people: 1,601床, 未集計, 令和6年4月1日."""
    match value:
        case Measured(missing=Missing() as reason) | (Missing() as reason):
            return reason.label
        case Measured():
            return measured_text(value, unit, style=EXACT)
        case date():
            return long_date(value)
        case FiscalYear() | YearMonth() | FiscalPeriod() | MonthPeriod():
            return value.long
    return notation(value, unit)


def is_empty(field: Field, value: Any) -> bool:
    """Whether a field holds nothing: blank, not 0 and not 該当なし."""
    if isinstance(value, Measured):
        return value.missing is Missing.BLANK
    return bool(value == _EMPTY.get(field.kind, object()))


def _required(field: Field) -> Problem:
    return Problem("required", f"{field.label}を入れてください。")
