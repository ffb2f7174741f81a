"""Fiscal years: 令和6年度, R6, 年度末, 上半期, 第2四半期, 8月末時点, （予定）."""

import re
from datetime import date

from kanagawa_desk.domain.periods import FiscalYear, FiscalYearPart
from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.dates import find_day, other_year_agrees, year_of_month
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.months import month_of
from kanagawa_desk.domain.readers.remarks import AS_OF, FIRM
from kanagawa_desk.domain.readers.statements import held_against
from kanagawa_desk.domain.readers.wording import ending_status, without_groups
from kanagawa_desk.domain.readers.years import BARE, YEAR, Year, likely_years, plain, year_of

_YEAR = re.compile(
    rf"(?P<fy>FY)?(?:{YEAR}|{BARE})(?P<word>(?:会計)?年度|FY|年)?(?P<rest>.*)", re.DOTALL
)
_TWICE = re.compile(rf"({plain(YEAR)})[/・]({plain(YEAR)})(年度)?")  # H31/R1年度
_HALVES = {
    word: part
    for part, words in (("H1", "上半期 上期 前半期 H1"), ("H2", "下半期 下期 後半期 H2"))
    for word in words.split()
}
_QUARTER = re.compile("第?([0-9])Q|Q([0-9])")
_NOTHING_MORE = frozenset(("", "中", "分", *FIRM))
_MONTH_END = re.compile("([0-9]{1,2})月末日?")
_AS_OF_TAIL = re.compile("の?(?:現在時点|時点現在|現在|時点)$")


def find_fiscal_year(text: str, base: date | None) -> Found:
    """The fiscal year (or its half or quarter) that a time text names.

    With an as-of date or a status beside it, it is Stated.
    """
    core, groups = without_groups(text)
    core, status = ending_status(core)
    if twice := _TWICE.fullmatch(core):
        core = twice[1] + (twice[3] or "")
        groups.append(twice[2])
    return held_against(_year_and_day(core, base), groups, status, _checked)


def year_finding(year: Year) -> Finding:
    """A fiscal year, doubted where no day of it lies in its era."""
    found = FiscalYear(year.number)
    covered = year.covers(found.start, found.end)
    return Finding((found,), ("" if covered else doubts.OUT_OF_ERA) or _far(year))


def _far(year: Year) -> str:
    return doubts.FAR if year.far else ""


def _year_and_day(core: str, base: date | None) -> Found:
    match = _YEAR.fullmatch(core)
    if match is None:
        return None
    year = year_of(match.groupdict())
    if year is not None and not isinstance(year, Year):
        return year
    if year is None:
        years = likely_years(int(match["bare"]), base)
        found = Finding(tuple(FiscalYear(one.number) for one in years), doubts.NO_ERA)
    else:
        found = year_finding(year)
    word, rest = match["word"], match["rest"]
    if word == "年" and rest:
        return _from_day(core, base)
    if word == "年":
        return found.doubted(doubts.CALENDAR_YEAR)
    bare = _AS_OF_TAIL.sub("", rest)
    if word and bare in ("末", "末日"):
        return found.of(lambda known: Stated(known, as_of=known.end))
    if rest in _NOTHING_MORE:
        return found
    fiscal = bool(word or match["fy"] or match["era"])
    if rest in _HALVES:
        return _part(found, _HALVES[rest], fiscal)
    if quarter := _QUARTER.fullmatch(rest):
        number = quarter[1] or quarter[2]
        if number not in "1234":
            return fault("no_such_quarter")
        return _part(found, f"Q{number}", fiscal)
    if word and _MONTH_END.fullmatch(bare):
        return _as_of(found, rest)
    return _from_day(core, base)


def _part(found: Finding, part: str, fiscal: bool) -> Finding:
    parts = found.of(lambda known: FiscalYearPart(known.year, part))
    return parts if fiscal else parts.doubted(doubts.CALENDAR_QUARTER)


def _from_day(core: str, base: date | None) -> Found:
    """令和6年8月末時点: the fiscal year by its as-of date; a bare date is asked about."""
    bare = _AS_OF_TAIL.sub("", core)
    day = find_day(bare, base)
    if isinstance(day, Finding):
        found = day.of(lambda known: Stated(FiscalYear.of(known), as_of=known))
        sure = bare != core or bare.endswith(("末", "末日"))
        return found if sure else found.doubted(doubts.DAY_FOR_YEAR)
    month = month_of(bare, base)
    if isinstance(month, Finding):
        return month.of(lambda known: FiscalYear.of(known.last_day)).doubted(doubts.DAY_FOR_YEAR)
    return day or month


def _as_of(found: Finding, text: str) -> Found:
    """A finding with its as-of date: 8月末時点, R6.8.31現在."""
    whole = FiscalYear(_value(found).year)
    bare = _AS_OF_TAIL.sub("", text)
    if bare in ("年度末", "末", "同年度末"):
        return _on(found, whole.end)
    if (month := _MONTH_END.fullmatch(bare)) and 1 <= int(month[1]) <= 12:
        number = year_of_month(whole.start, int(month[1])).number
        bare = f"{number}年{bare}"
    day = find_day(bare, whole.start)
    if not isinstance(day, Finding):
        return day or found.doubted(doubts.BESIDE)
    as_of: date = day.values[0]
    if FiscalYear.of(as_of) != whole:
        return fault("as_of_outside", found=text)
    return _on(found, as_of).doubted(day.doubt)


def _on(found: Finding, day: date) -> Finding:
    return found.of(lambda value: Stated(value.value if isinstance(value, Stated) else value, day))


def _value(found: Finding) -> FiscalYear | FiscalYearPart:
    value: FiscalYear | FiscalYearPart | Stated = found.values[0]
    year = value.value if isinstance(value, Stated) else value
    assert isinstance(year, (FiscalYear, FiscalYearPart))
    return year


def _checked(found: Finding, group: str) -> Found:
    if AS_OF.fullmatch(group):
        return _as_of(found, group)
    agrees = other_year_agrees(group.removeprefix("FY"), _value(found).year)
    if agrees is None:
        return found.doubted(doubts.BESIDE)
    return found if agrees else fault("year_differs", found=group)
