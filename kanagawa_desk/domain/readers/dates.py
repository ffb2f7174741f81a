"""Days: 令和6年4月1日, R6.4.1, 2024/4/1, 8月末; weekday and other year held against them."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.serials import likely_serial
from kanagawa_desk.domain.readers.statements import held_against
from kanagawa_desk.domain.readers.wording import ending_status, without_groups
from kanagawa_desk.domain.readers.years import BARE, YEAR, Year, likely_years, year_of
from kanagawa_desk.domain.reading import Problem

Groups = Mapping[str, str | None]

_MONTH, _DAY = "(?P<month>[0-9]{1,2})", "(?P<day>[0-9]{1,2})"
_ANY_YEAR = rf"(?:{YEAR}|{BARE})"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_ANY_YEAR}[年./-]{_MONTH}月{_DAY}日",
        rf"{_ANY_YEAR}(?P<sep>[./-]){_MONTH}(?P=sep){_DAY}[日.]?",
        rf"{_ANY_YEAR}[年./-]{_MONTH}月?末日?",
        "(?P<western>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        "(?P<era>[MTSHRmtshr])(?P<count>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        "(?P<bare>[0-9]{1,2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
    )
)
_FISCAL_YEAR_END = re.compile(rf"(?:FY)?{YEAR}年?度末日?")
_YEAR_END = re.compile(rf"{YEAR}年末")
_ONLY_MONTH = re.compile(rf"{YEAR}[年./-]{_MONTH}月?")
_YEARLESS = re.compile(
    rf"{_MONTH}月(?:{_DAY}日|末日?)|(?P<month2>[0-9]{{1,2}})[/.-](?P<day2>[0-9]{{1,2}})"
)
_WEEKDAYS = "月火水木金土日"
_WEEKDAY = re.compile("([月火水木金土日])(?:曜日?)?(?:[・,、/]?[祝休]日?)?")
_ENDING_WEEKDAY = re.compile("([月火水木金土日])曜日?$")
_TIME = re.compile(r"[T ]?([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)(?:\.0+)?Z?$")
_TAIL = re.compile("の?(?:現在時点|時点現在|現在|時点)$|付け?$")
_OTHER_YEAR = re.compile(rf"{YEAR}年?度?")


def find_date(text: str, base: date | None) -> Found:
    """The day that a time text names; with 予定 and the like beside it, a Stated one."""
    core, groups = without_groups(text)
    core, status = ending_status(core)
    time = _TIME.search(core)
    if time:
        core = core[: time.start()]
    if weekday := _ENDING_WEEKDAY.search(core):
        core = core[: weekday.start()]
        groups.append(weekday[1])
    found = find_day(_TAIL.sub("", core), base)
    if time and time[1].strip("0:") and isinstance(found, Finding):
        found = found.doubted(doubts.WITH_TIME)
    return held_against(found, groups, status, _checked)


def find_day(core: str, base: date | None) -> Found:
    """The day that a time text without parentheses and tails names."""
    for form in _FORMS:
        if match := form.fullmatch(core):
            found = _full(match.groupdict(), base)
            serial = None if isinstance(found, Finding) else likely_serial(core)
            return Finding((serial,), doubts.SERIAL) if serial else found
    for form, month in ((_FISCAL_YEAR_END, 3), (_YEAR_END, 12)):
        if match := form.fullmatch(core):
            return _end_of_year(match.groupdict(), month)
    if match := _ONLY_MONTH.fullmatch(core):
        return _first_or_last(match.groupdict())
    if match := _YEARLESS.fullmatch(core):
        groups = match.groupdict()
        month = int(groups["month"] or groups["month2"])
        return _in_some_year(core, month, groups["day"] or groups["day2"], base)
    return None


def on_day(year: Year, month: int, day: str | None) -> Found:
    """A day by its year, month and day (None: the last), doubted outside its era."""
    if not 1 <= month <= 12:
        return fault("no_such_month", found=month)
    last = monthrange(year.number, month)[1]
    number = int(day) if day else last
    if not 1 <= number <= last:
        return fault("no_such_day", found=f"{year.number}年{month}月{number}日")
    found = date(year.number, month, number)
    if not year.covers(found, found):
        return Finding((found,), doubts.OUT_OF_ERA)
    return Finding((found,), doubts.FAR if year.far else "")


def year_of_month(base: date, month: int) -> Year:
    """The calendar year of a month in the fiscal year of `base`."""
    year = FiscalYear.of(base).year
    return Year(year if month >= 4 else year + 1)


def other_year_agrees(group: str, year: int) -> bool | None:
    """Whether a year in parentheses (2024, 令和6年) is this one; None where it is no year."""
    match = _OTHER_YEAR.fullmatch(group)
    if match is None:
        return None
    other = year_of(match.groupdict())
    return isinstance(other, Year) and other.number == year


def _full(groups: Groups, base: date | None) -> Found:
    year = year_of(groups)
    if isinstance(year, Problem):
        return year
    month, day = int(groups["month"] or 0), groups.get("day")
    if year:
        return on_day(year, month, day)
    years = likely_years(int(groups["bare"] or 0), base)
    return _some([on_day(one, month, day) for one in years], doubts.NO_ERA)


def _some(found: list[Found], doubt: str) -> Found:
    """All days that were found, left to a person; where there is none, why."""
    days = [day for one in found if isinstance(one, Finding) for day in one.values]
    return Finding(tuple(days), doubt) if days else found[0]


def _end_of_year(groups: Groups, month: int) -> Found:
    year = year_of(groups)
    if year is None or isinstance(year, Problem):
        return year
    day = FiscalYear(year.number).end if month == 3 else date(year.number, 12, 31)
    found = Finding((day,), "" if month == 3 else doubts.WHICH_END)
    covered = year.covers(FiscalYear.of(day).start, day)
    return found if covered else found.doubted(doubts.OUT_OF_ERA)


def _first_or_last(groups: Groups) -> Found:
    year = year_of(groups)
    if year is None or isinstance(year, Problem):
        return year
    month = int(groups["month"] or 0)
    return _some([on_day(year, month, "1"), on_day(year, month, None)], doubts.NO_DAY)


def _in_some_year(core: str, month: int, day: str | None, base: date | None) -> Found:
    if not 1 <= month <= 12:
        return fault("no_such_month", found=month)
    if base is None:
        return fault("no_base_date", found=core)
    years = dict.fromkeys((year_of_month(base, month).number, base.year))
    return _some([on_day(Year(number), month, day) for number in years], doubts.NO_YEAR)


def _checked(found: Finding, group: str) -> Found:
    day: date = found.values[0]
    if weekday := _WEEKDAY.fullmatch(group):
        right = _WEEKDAYS[day.weekday()]
        if right == weekday[1]:
            return found
        return fault("weekday_differs", found=long_date(day), weekday=right)
    said = FiscalYear.of(day).year if group.endswith("度") else day.year
    agrees = other_year_agrees(group, said)
    if agrees is None:
        other = find_day(group, None)
        if not isinstance(other, Finding) or other.doubt:
            return found.doubted(doubts.BESIDE)
        agrees = other.values == found.values
    return found if agrees else fault("year_differs", found=group)
