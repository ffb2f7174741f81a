"""The period of a figure: a fiscal year or a part of it, a day, a month, a range, or none."""

from datetime import date
from typing import Any

from kanagawa_desk.domain.periods import UNDATED, FiscalPeriod, MonthPeriod
from kanagawa_desk.domain.quantities import Stated
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.dates import find_date
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.fiscal_periods import find_fiscal_period
from kanagawa_desk.domain.readers.fiscal_years import find_fiscal_year
from kanagawa_desk.domain.readers.month_periods import find_month_period
from kanagawa_desk.domain.readers.months import find_month

_UNDATED = ("時点なし", "期間なし", UNDATED.value)
_FINDERS = (find_fiscal_year, find_date, find_month, find_fiscal_period, find_month_period)


def find_period(text: str, base: date | None) -> Found:
    """The period that a time text names; what two kinds read differently is asked about."""
    if text in _UNDATED:
        return Finding((UNDATED,))
    found = [find(text, base) for find in _FINDERS]
    values = _sure_values(found)
    if not values:
        return next((one for one in found if one is not None), None)
    plain = [value for value in values if not isinstance(value, Stated)]
    if len(values) == 1 and plain:
        return Finding(tuple(plain))
    years = [value.value for value in values if isinstance(value, Stated)]
    return Finding(tuple(dict.fromkeys([*years, *plain])), doubts.YEAR_OR_DAY)


def _sure_values(found: list[Found]) -> list[Any]:
    """The different values that were found without doubt; months written stay months."""
    sure = [one for one in found if isinstance(one, Finding) and not one.doubt]
    values = list(dict.fromkeys(value for one in sure for value in one.values))
    if any(isinstance(value, MonthPeriod) for value in values):
        return [value for value in values if not isinstance(value, FiscalPeriod)]
    return values
