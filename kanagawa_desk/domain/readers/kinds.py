"""Cells read by the name of a kind, outside any ledger."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.notation import notation
from kanagawa_desk.domain.readers import times
from kanagawa_desk.domain.readers.bounds import read_bounds
from kanagawa_desk.domain.readers.choices import read_yes_no
from kanagawa_desk.domain.readers.codes import read_code, read_municipality_or_code
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.names import name_of, read_area, read_name
from kanagawa_desk.domain.readers.numbers import read_number
from kanagawa_desk.domain.readers.pairs import read_pair
from kanagawa_desk.domain.readers.rules import (
    ANY_UNIT,
    RATE,
    RATE_DIFFERENCE,
    Rule,
    count_rule,
    difference_rule,
    yen_rule,
)
from kanagawa_desk.domain.readers.texts import read_line
from kanagawa_desk.domain.reading import Ambiguous, Context, Got, Problem, Reading, Repeat

Reader = Callable[[RawCell, Context], Reading]


def _numbers(rule: Callable[[str], Rule]) -> Reader:
    return lambda cell, context: read_number(cell, rule(context.unit), context.base)


def _times(kind: times.TimeKind) -> Reader:
    return lambda cell, context: times.read_time(kind, cell, context.base)


def _area(cell: RawCell, context: Context) -> Reading:
    """By its name: outside a ledger nobody knows its id."""
    areas = context.vocabulary.areas
    return _named(read_area(cell, areas), areas)


def _division(cell: RawCell, context: Context) -> Reading:
    divisions = context.vocabulary.divisions
    return _named(read_name(cell, divisions, "所管課の一覧"), divisions)


def _named(reading: Reading, spellings: Mapping[str, str]) -> Reading:
    match reading:
        case Got(str() as identity):
            return replace(reading, value=name_of(identity, spellings))
        case Ambiguous(candidates):
            names = tuple(
                name_of(each, spellings) if isinstance(each, str) else each for each in candidates
            )
            return replace(reading, candidates=names)
    return reading


_READERS: dict[str, Reader] = {
    "int": _numbers(difference_rule),
    "int_beds": _numbers(lambda unit: count_rule(unit or "床")),
    "int_cases": _numbers(lambda unit: count_rule(unit or "件")),
    "int_any_unit": _numbers(lambda unit: count_rule(unit) if unit else ANY_UNIT),
    "diff_beds": _numbers(lambda unit: difference_rule(unit or "床")),
    "pair_beds": lambda cell, context: read_pair(
        cell, difference_rule(context.unit or "床"), context.base
    ),
    "yen": _numbers(yen_rule),
    "rate": _numbers(lambda _: RATE),
    "rate_diff": _numbers(lambda _: RATE_DIFFERENCE),
    "threshold": lambda cell, context: read_bounds(cell, context.unit, context.base),
    "date": _times(times.DATE),
    "month": _times(times.MONTH),
    "fy": _times(times.FISCAL_YEAR),
    "fy_period": _times(times.FISCAL_PERIOD),
    "month_period": _times(times.MONTH_PERIOD),
    "area": _area,
    "division": _division,
    "municipality": lambda cell, context: read_municipality_or_code(
        cell, context.vocabulary.municipalities
    ),
    "muni_code": lambda cell, context: read_code(cell, context.vocabulary.municipalities),
    "yesno": lambda cell, _: read_yes_no(cell),
    "text": lambda cell, _: read_line(cell),
}
_UNITS = {"rate": "%", "rate_diff": "pt"}

KINDS = tuple(_READERS)
"""The kinds by name."""


def read_kind(kind: str, cell: RawCell, context: Context) -> Reading:
    """What a cell says as a value of a kind; a Problem for a kind that is none. Never raises."""
    reader = _READERS.get(kind)
    return reader(cell, context) if reader else fault("unknown_kind", found=kind)


def result_text(kind: str, reading: Reading) -> str:
    """A reading in the notation of results: a value, AMBIGUOUS:, REPEAT: or ERROR:."""
    unit = _UNITS.get(kind, "")
    match reading:
        case Got(value):
            return notation(value, unit)
        case Repeat(neighbour):
            return f"REPEAT:{neighbour}"
        case Ambiguous(candidates):
            return "AMBIGUOUS:" + "|".join(notation(each, unit) for each in candidates)
        case Problem(code):
            return f"ERROR:{code}"
