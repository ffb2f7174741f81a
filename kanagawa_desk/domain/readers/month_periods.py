"""Periods of months: 令和6年8月から令和7年3月まで, R6.8～R7.3, 令和6年7月から9月まで."""

import re
from datetime import date

from kanagawa_desk.domain.periods import MonthPeriod, YearMonth
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.dates import find_day
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.months import month_of
from kanagawa_desk.domain.readers.spans import OPEN, Span, joined_sides, span_of
from kanagawa_desk.domain.readers.statements import stated
from kanagawa_desk.domain.readers.wording import without_groups

_SHORT_END = re.compile("([0-9]{1,2})月?末?")

_ERA = re.compile("明治|大正|昭和|平成|令和|[MTSHRmtshr明大昭平令]")
_YEAR_WITHOUT_ERA = re.compile(r"[0-9]{1,2}[年./-][0-9]{1,2}.*")  # 令和6年8月～7年3月


def find_month_period(text: str, base: date | None) -> Found:
    """The period of months that a time text names; with a status, a Stated one."""
    span = span_of(text)
    if span is None:
        return None
    start = _side(span.start, base, last=False) if span.start else OPEN
    if not isinstance(start, Finding):
        return start
    if span.bare:
        found: Found = start.of(lambda month: MonthPeriod(month, month))
        found = found.doubted(doubts.ONE_MONTH) if isinstance(found, Finding) else found
    else:
        end = _end(span, start, base) if span.end else OPEN
        if span.end is None and span.length and start.values[0]:
            end = Finding((_later(start.values[0], _months(span.length) - 1),))
        found = joined_sides(start, end, MonthPeriod)
    if isinstance(found, Finding):
        found = _measured(found, span)
    for other in span.others:
        same = find_month_period(other, base)
        if isinstance(found, Finding) and isinstance(same, Finding):
            found = found if same.values == found.values else fault("year_differs", found=other)
    return stated(found, span.status)


def _side(text: str, base: date | None, *, last: bool) -> Found:
    """A side's month; a day must be the first, or the last, of its month."""
    core, groups = without_groups(text)
    day = find_day(core, base)
    if isinstance(day, Finding) and not day.doubt:
        known: date = day.values[0]
        month = YearMonth(known.year, known.month)
        whole = known == month.last_day if last else known.day == 1
        found: Found = Finding((month,), "" if whole else doubts.MORE_PRECISE)
    else:
        found = month_of(core, base)
    return found.doubted(doubts.BESIDE) if isinstance(found, Finding) and groups else found


def _end(span: Span, start: Finding, base: date | None) -> Found:
    text = span.end or ""
    short = _SHORT_END.fullmatch(text)
    first: YearMonth | None = start.values[0]
    if short is None or first is None:
        era = _ERA.match(span.start or "")
        same_era = era and _YEAR_WITHOUT_ERA.fullmatch(text)
        return _side(era[0] + text if era and same_era else text, base, last=True)
    month = int(short[1])
    if not 1 <= month <= 12:
        return fault("no_such_month", found=month)
    if month <= first.month:
        return Finding((YearMonth(first.year + 1, month),), doubts.NEXT_YEAR)
    return Finding((YearMonth(first.year, month),), doubts.NEXT_YEAR if span.hyphen else "")


def _measured(found: Finding, span: Span) -> Found:
    """A period held against its written length."""
    period: MonthPeriod = found.values[0]
    if span.length is None or period.start is None or period.end is None:
        return found
    months = _count(period.end) - _count(period.start) + 1
    if months == _months(span.length):
        return found
    return fault("length_differs", found=f"{months}か月間")


def _months(length: tuple[int, str]) -> int:
    number, counter = length
    return number * 12 if "年" in counter else number


def _later(month: YearMonth, months: int) -> YearMonth:
    count = _count(month) + months
    return YearMonth(count // 12, count % 12 + 1)


def _count(month: YearMonth) -> int:
    return month.year * 12 + month.month - 1
