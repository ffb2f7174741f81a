"""Cells read for the fields of the ledgers."""

from dataclasses import replace
from typing import Any

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.quantities import RowLabel, Stated
from kanagawa_desk.domain.readers import doubts, times
from kanagawa_desk.domain.readers.choices import read_choice, read_yes_no
from kanagawa_desk.domain.readers.codes import read_municipality_or_code
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.names import read_area, read_name
from kanagawa_desk.domain.readers.numbers import read_number
from kanagawa_desk.domain.readers.rules import (
    INTEGER,
    RATE,
    count_rule,
    difference_rule,
    measure_rule,
)
from kanagawa_desk.domain.readers.texts import read_line, read_names, read_note
from kanagawa_desk.domain.reading import Ambiguous, Context, Got, Reading
from kanagawa_desk.domain.values import Measured

_TIMES = {
    Kind.DATE: times.DATE,
    Kind.MONTH: times.MONTH,
    Kind.FISCAL_YEAR: times.FISCAL_YEAR,
    Kind.FISCAL_PERIOD: times.FISCAL_PERIOD,
    Kind.PERIOD: times.PERIOD,
    Kind.TIMING: times.TIMING,
}


def read_field(field: Field, cell: RawCell, context: Context) -> Reading:
    """What a cell says for a field: its domain value, or why there is none. Never raises.

    A blank cell is a Missing, for measured kinds a Measured. Unit and decimals come from the
    context where it has a unit, else from the field.
    """
    kind = field.kind
    unit = context.unit or field.unit
    match kind:
        case Kind.COUNT:
            return read_number(cell, count_rule(unit), context.base)
        case Kind.MEASURED:
            return read_number(
                cell, measure_rule(unit, context.decimals), context.base, context.decimals
            )
        case Kind.RATE:
            return read_number(cell, RATE, context.base, context.decimals or field.decimals)
        case Kind.DIFFERENCE:
            return read_number(cell, difference_rule(unit), context.base)
        case Kind.INTEGER:
            return _integer(read_number(cell, INTEGER, context.base))
        case Kind.TEXT:
            return read_line(cell)
        case Kind.NOTE:
            return read_note(cell)
        case Kind.NAMES:
            return read_names(cell)
        case Kind.CHOICE:
            return read_choice(cell, field.choices)
        case Kind.YES_NO:
            return read_yes_no(cell)
        case Kind.REFERENCE:
            return _reference(field, cell, context)
    return _plain(times.read_time(_TIMES[kind], cell, context.base))


def _integer(reading: Reading) -> Reading:
    """An int instead of a Measured; what stands beside it has no place in the field."""
    match reading:
        case Got(Measured(number=None, missing=reason), respelt):
            return Got(reason, respelt)
        case Got(Measured(number=number) as value, respelt):
            plain = value.status is None and not value.approx
            return Got(number, respelt) if plain else Ambiguous((number,), doubts.STATED)
        case Ambiguous(candidates):
            return replace(reading, candidates=tuple(each.number for each in candidates))
    return reading


def _plain(reading: Reading) -> Reading:
    """The value without what was written beside it, which the field has no place for."""
    match reading:
        case Got(Stated(value)):
            return Ambiguous((value,), doubts.STATED)
        case Ambiguous(candidates):
            return replace(reading, candidates=tuple(map(_value, candidates)))
    return reading


def _value(candidate: Any) -> Any:
    return candidate.value if isinstance(candidate, Stated) else candidate


def _reference(field: Field, cell: RawCell, context: Context) -> Reading:
    names = context.vocabulary
    match field.refers:
        case "area":
            reading = read_area(cell, names.areas)
        case "municipality":
            reading = read_municipality_or_code(cell, names.municipalities)
        case "division":
            reading = read_name(cell, names.divisions, f"{field.label}の一覧")
        case other:
            reading = read_name(cell, names.others.get(other, {}), f"{field.label}の一覧")
    total = isinstance(reading, Got) and reading.value is RowLabel.TOTAL
    return fault("total_row") if total else reading
