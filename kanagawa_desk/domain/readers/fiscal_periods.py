"""Periods of fiscal years: R6～R11, H30～, 令和6年度から令和11年度まで（6年間）."""

import re
from datetime import date

from kanagawa_desk.domain.eras import ERAS
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.fiscal_years import find_fiscal_year, year_finding
from kanagawa_desk.domain.readers.month_periods import find_month_period
from kanagawa_desk.domain.readers.spans import OPEN, Span, joined_sides, span_of
from kanagawa_desk.domain.readers.statements import stated
from kanagawa_desk.domain.readers.years import YEAR, Year, year_of

_SHORT_END = re.compile("([0-9]{1,2})(年度|年)?")
_START = re.compile(rf"{YEAR}(?P<word>年度|年)?(?:\([^()]*\))?(?P<word2>年度|年)?")


def find_fiscal_period(text: str, base: date | None) -> Found:
    """The period of fiscal years that a time text names; with a status, a Stated one."""
    span = span_of(text)
    if span is None:
        return None
    found = _by_years(span, base)
    if not isinstance(found, Finding) or found.doubt:
        found = _by_months(text, base) or found
    for other in span.others:
        same = find_fiscal_period(other, base)
        if isinstance(found, Finding) and isinstance(same, Finding):
            found = found if same.values == found.values else fault("year_differs", found=other)
    return stated(found, span.status)


def _by_years(span: Span, base: date | None) -> Found:
    start = _side(span.start, base) if span.start else OPEN
    if not isinstance(start, Finding):
        return start
    if span.bare:
        one = start.of(lambda year: FiscalPeriod(year, year))
        if span.length is None:
            return one.doubted(doubts.ONE_YEAR)
        return _measured(one, span)
    end = _end(span, base) if span.end else OPEN
    if span.end is None and span.length and start.values[0]:
        last = FiscalYear(start.values[0].year + _years(span.length) - 1)
        end = Finding((last,))
    found = joined_sides(start, end, FiscalPeriod)
    return _measured(found, span) if isinstance(found, Finding) and span.length else found


def _side(text: str, base: date | None) -> Found:
    found = find_fiscal_year(text, base)
    if not isinstance(found, Finding) or isinstance(found.values[0], FiscalYear):
        return found
    value = found.values[0]
    year = value.value if isinstance(value, Stated) else None
    if isinstance(year, FiscalYear) and value.as_of == year.end:
        return found.of(lambda stated: stated.value)
    return None


def _end(span: Span, base: date | None) -> Found:
    text = (span.end or "").removesuffix("末")
    short = _SHORT_END.fullmatch(text)
    if short is None or span.start is None:
        return _side(text, base)
    written = _START.fullmatch(span.start)
    year = year_of(written.groupdict()) if written else None
    if not isinstance(year, Year):
        return _side(text, base)
    number = int(short[1])
    found = year_finding(_after(year, number))
    if short[2] == "年":
        found = found.doubted(doubts.CALENDAR_YEAR)
    if span.hyphen or found.values[0] <= FiscalYear(year.number):
        return found.doubted(doubts.SHORTENED)
    if year.era and found.values[0].year - year.era.start.year + 1 != number:
        return found.doubted(doubts.SHORTENED)
    return found


def _after(start: Year, number: int) -> Year:
    """The year that a number without an era means behind another year: R6～11, H30～5."""
    if start.era is None:
        return Year(start.number // 100 * 100 + number)
    same = Year(start.era.start.year + number - 1, start.era)
    if same.number > start.number or start.era == ERAS[-1]:
        return same
    following = ERAS[ERAS.index(start.era) + 1]
    return Year(following.start.year + number - 1, following)


def _measured(found: Finding, span: Span) -> Found:
    """A period held against its written length."""
    period: FiscalPeriod = found.values[0]
    if span.length is None or period.years is None or period.years == _years(span.length):
        return found
    return fault("length_differs", found=f"{period.years}年間")


def _years(length: tuple[int, str]) -> int:
    number, counter = length
    return number if "年" in counter else -(-number // 12)


def _by_months(text: str, base: date | None) -> Found:
    """令和6年4月～令和12年3月: months that make whole fiscal years."""
    found = find_month_period(text, base)
    if not isinstance(found, Finding) or found.doubt:
        return None
    period = found.values[0]
    if isinstance(period, Stated):
        return None
    start, end = period.start, period.end
    if (start and start.month != 4) or (end and end.month != 3):
        return None
    first = FiscalYear(start.year) if start else None
    return Finding((FiscalPeriod(first, FiscalYear(end.year - 1) if end else None),))
