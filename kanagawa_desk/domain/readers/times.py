"""The one way in for times: marks, 今年度末 and the like, then the finder of the kind."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.periods import FiscalYear, Timing, YearMonth
from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import day_in, written
from kanagawa_desk.domain.readers.dates import find_date
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found, asked, settled
from kanagawa_desk.domain.readers.fiscal_periods import find_fiscal_period
from kanagawa_desk.domain.readers.fiscal_years import find_fiscal_year
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import elsewhere, mark
from kanagawa_desk.domain.readers.month_periods import find_month_period
from kanagawa_desk.domain.readers.months import find_month
from kanagawa_desk.domain.readers.periods import find_period
from kanagawa_desk.domain.readers.relative import absolute, is_relative
from kanagawa_desk.domain.readers.remarks import balanced, without_notes
from kanagawa_desk.domain.readers.timings import find_timing
from kanagawa_desk.domain.readers.wording import LONGEST, time_text
from kanagawa_desk.domain.readers.years import Year
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Missing
from kanagawa_desk.domain.writing import period_label, timing_text


def _date_of(day: date, parts: str) -> Found:
    return Finding((day,), "" if "d" in parts else doubts.HIDDEN_BY_FORMAT)


def _month_of(day: date, parts: str) -> Found:
    whole = "m" in parts and ("d" not in parts or day.day == 1)
    return Finding((YearMonth(day.year, day.month),), "" if whole else doubts.MORE_PRECISE)


def _fiscal_year_of(day: date, parts: str) -> Found:
    holds, says = FiscalYear.of(day), FiscalYear(day.year)
    if parts != "y":
        return Finding((holds,), doubts.DAY_FOR_YEAR)
    return Finding((says,)) if holds == says else Finding((says, holds), doubts.HIDDEN_BY_FORMAT)


def _timing_of(day: date, parts: str) -> Found:
    hidden = "" if "d" in parts else doubts.HIDDEN_BY_FORMAT
    return Finding((Timing(FiscalYear.of(day), day),), hidden)


def _no_period(_day: date, _parts: str) -> Found:
    return None


@dataclass(frozen=True, slots=True, eq=False)
class TimeKind:
    """A kind of time: how it is found in a text and in a day, and what to say otherwise."""

    find: Callable[[str, date | None], Found]
    of_day: Callable[[date, str], Found]
    otherwise: Problem


DATE = TimeKind(find_date, _date_of, fault("not_a_date"))
MONTH = TimeKind(find_month, _month_of, fault("not_a_month"))
FISCAL_YEAR = TimeKind(find_fiscal_year, _fiscal_year_of, fault("not_a_fiscal_year"))
FISCAL_PERIOD = TimeKind(
    find_fiscal_period, _no_period, fault("not_a_period", wanted="R6～R11やR2～")
)
MONTH_PERIOD = TimeKind(
    find_month_period, _no_period, fault("not_a_period", wanted="R6.8月～R7.3月")
)
PERIOD = TimeKind(
    find_period, _date_of, fault("not_a_period", wanted="R6、R6.8.31、R6.8月～R7.3月")
)
TIMING = TimeKind(find_timing, _timing_of, fault("not_a_fiscal_year"))


def read_time(kind: TimeKind, cell: RawCell, base: date | None) -> Reading:
    """A cell read as a time of this kind."""
    if cell.kind is CellKind.TEXT:
        return _read(kind, str(cell.content), base)
    if day := day_in(cell):
        found = kind.of_day(day[0], day[1])
        if isinstance(found, Finding):
            found = found.doubted(doubts.WITH_TIME if day[2] else "")
            found = found.doubted(doubts.FAR if Year(day[0].year).far else "")
        return settled(found, kind.otherwise)
    text = written(cell, wanted="年月日")
    return text if isinstance(text, Problem) else _read(kind, text, base)


_BRACKETED = re.compile(r"\(([^()]+)\)")


@lru_cache(maxsize=8192)
def _read(kind: TimeKind, raw: str, base: date | None) -> Reading:
    folded = fold(raw)
    if not folded:
        return Got(Missing.BLANK)
    if len(folded) > LONGEST:
        return fault("too_long", limit=LONGEST)
    known = mark(folded)
    if known is not None:
        return known
    if not balanced(folded):
        return fault("unbalanced_parenthesis")
    whole = _BRACKETED.fullmatch(folded)
    text = time_text(without_notes(whole[1] if whole else folded))
    if is_relative(text):
        return _relative(kind, raw.strip(), text, base)
    found = kind.find(text, base)
    if found is None:
        return elsewhere(text) or kind.otherwise
    reading = settled(found, kind.otherwise)
    if isinstance(reading, Got) and not isinstance(reading.value, Stated):
        return replace(reading, respelt=raw != _ours(reading.value))
    return reading


def _ours(value: Any) -> str:
    """How we write a time that was read."""
    return timing_text(value) if isinstance(value, Timing) else period_label(value)


def _relative(kind: TimeKind, raw: str, text: str, base: date | None) -> Reading:
    if base is None:
        return fault("no_base_date", found=text)
    found = settled(kind.find(absolute(text, base), base), kind.otherwise)
    reading = asked(found, doubts.RELATIVE)
    if not isinstance(reading, Ambiguous):
        return reading
    return replace(reading, candidates=tuple(_worded(each, raw) for each in reading.candidates))


def _worded(value: Any, wording: str) -> Any:
    """A timing keeps the words that were used for it."""
    return replace(value, wording=wording) if isinstance(value, Timing) else value
