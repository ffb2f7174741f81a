"""Months: 令和6年3月, R6.3月, R6.3, 2024-03."""

import re
from datetime import date

from kanagawa_desk.domain.periods import FiscalYear, YearMonth
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.dates import find_day, other_year_agrees, year_of_month
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.statements import held_against
from kanagawa_desk.domain.readers.wording import ending_status, without_groups
from kanagawa_desk.domain.readers.years import BARE, YEAR, Year, likely_years, year_of

_MONTH = "(?P<month>[0-9]{1,2})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{YEAR}|{BARE})[年./-]{_MONTH}月?",
        r"(?P<western>[0-9]{4})(?P<month>[0-9]{2})",
        r"(?P<era>[MTSHRmtshr])(?P<count>[0-9]{2})(?P<month>[0-9]{2})",
    )
)
_OF_FISCAL_YEAR = re.compile(rf"{YEAR}年度{_MONTH}月")
_NO_YEAR_MONTH = re.compile(f"{_MONTH}月")
_TAIL = re.compile("(?:の?(?:策定|改定|改訂|制定|公表|現在|時点|分))+$")


def find_month(text: str, base: date | None) -> Found:
    """The month that a time text names; with 予定 and the like beside it, a Stated one."""
    core, groups = without_groups(text)
    core, status = ending_status(core)
    return held_against(month_of(_TAIL.sub("", core), base), groups, status, _checked)


def month_of(core: str, base: date | None) -> Found:
    """The month that a time text without parentheses and tails names."""
    for form in _FORMS:
        if match := form.fullmatch(core):
            year, month = year_of(match.groupdict()), int(match["month"])
            if year is None:
                years = likely_years(int(match["bare"]), base)
                return _some(years, month, doubts.NO_ERA)
            return in_year(year, month) if isinstance(year, Year) else year
    if match := _OF_FISCAL_YEAR.fullmatch(core):
        year, month = year_of(match.groupdict()), int(match["month"])
        if not isinstance(year, Year):
            return year
        found = in_year(Year(year.number + (month < 4)), month)
        return found.doubted(doubts.OF_FISCAL_YEAR) if isinstance(found, Finding) else found
    if match := _NO_YEAR_MONTH.fullmatch(core):
        if base is None:
            return fault("no_base_date", found=core)
        month = int(match["month"])
        years = (year_of_month(base, month), Year(base.year))
        return _some(tuple(dict.fromkeys(years)), month, doubts.NO_YEAR)
    day = find_day(core, base)
    if isinstance(day, Finding):
        return day.of(lambda known: YearMonth(known.year, known.month)).doubted(doubts.MORE_PRECISE)
    return day


def in_year(year: Year, month: int) -> Found:
    """A month by its year, doubted where the era was not in force in it."""
    if not 1 <= month <= 12:
        return fault("no_such_month", found=month)
    found = YearMonth(year.number, month)
    covered = year.covers(date(year.number, month, 1), found.last_day)
    return Finding((found,), "" if covered and not year.far else doubts.OUT_OF_ERA)


def _some(years: tuple[Year, ...], month: int, doubt: str) -> Found:
    if not 1 <= month <= 12:
        return fault("no_such_month", found=month)
    return Finding(tuple(YearMonth(year.number, month) for year in years), doubt)


def _checked(found: Finding, group: str) -> Found:
    month: YearMonth = found.values[0]
    year = FiscalYear.of(month.last_day).year if group.endswith("度") else month.year
    agrees = other_year_agrees(group, year)
    if agrees is None:
        other = month_of(group, None)
        if not isinstance(other, Finding) or other.doubt:
            return found.doubted(doubts.BESIDE)
        agrees = other.values == found.values
    return found if agrees else fault("year_differs", found=group)
