"""When something is to happen: 令和6年度末に改定予定, R8年度, R7.10.1."""

import re
from datetime import date

from kanagawa_desk.domain.periods import FiscalYear, Timing, YearMonth
from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.dates import find_day
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.fiscal_years import find_fiscal_year
from kanagawa_desk.domain.readers.months import month_of
from kanagawa_desk.domain.values import Status

_PLAN = re.compile(
    r"(?:頃|ごろ)?(?:を目途|を目処)?(?:中?に|で)?(?:次期)?(?:(?:一部)?(?:改定|改訂|策定|見直し|更新|変更))?"
    r"(?:\((?:予定|見込み?)\)|を?(?:予定|見込み?))?$"
)


def find_timing(text: str, base: date | None) -> Found:
    """The fiscal year that a time text names for a plan's revision, and the day if it says one.

    予定 belongs to every such time and says nothing more.
    """
    plan = _PLAN.search(text)
    core = text[: plan.start()] if plan else text
    day = find_day(core, base)
    if isinstance(day, Finding) and not day.doubt:
        return day.of(lambda known: Timing(FiscalYear.of(known), known))
    year = find_fiscal_year(core, base)
    if isinstance(year, Finding) and isinstance(year.values[0], FiscalYear):
        return year.of(Timing)
    month = month_of(core, base)
    if isinstance(month, Finding) and isinstance(month.values[0], YearMonth):
        return month.of(_within).doubted(doubts.NO_DAY)
    if isinstance(year, Finding) and isinstance(year.values[0], Stated):
        return _of_stated(year)
    return day or year or month


def _within(month: YearMonth) -> Timing:
    return Timing(FiscalYear.of(month.last_day), month.last_day)


def _of_stated(found: Finding) -> Found:
    value: Stated = found.values[0]
    if not isinstance(value.value, FiscalYear):
        return None
    timing = Timing(value.value, value.as_of)
    sure = value.status in (None, Status.PLANNED, Status.FORECAST)
    return Finding((timing,), found.doubt or ("" if sure else doubts.BESIDE))
