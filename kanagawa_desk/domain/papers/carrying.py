"""次回へ繰越: what a block shows of the ledgers moves on to newer dates and years."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.notation import period_text
from kanagawa_desk.domain.papers.bindings import (
    BedBinding,
    Binding,
    BrokenBindingError,
    PeriodTable,
    parse_binding,
)
from kanagawa_desk.domain.papers.chart_bindings import (
    BedChartBinding,
    ChartBinding,
    MetricChartBinding,
    TilesBinding,
    parse_chart,
)
from kanagawa_desk.domain.periods import FiscalYear, Period


@dataclass(frozen=True, slots=True)
class Newest:
    """What the ledgers hold for a paper of a day.

    `bed_dates` are the newest reference date of each bed type; `has_value` tells whether a
    series has a value in a year; no year after `year` is shown.
    """

    bed_dates: Mapping[str, date]
    has_value: Callable[[str, FiscalYear], bool]
    year: FiscalYear


def carried(binding: str, newest: Newest, bed_dates: Sequence[date] = ()) -> str:
    """The binding of a block in the next paper; what has nothing newer stays as it is.

    Beds drop their first date and gain the newest one at the end, or show `bed_dates` where
    they are given; what goes over fiscal years gains those that follow its last one.
    """
    match bound(binding):
        case BedBinding(bed_type=bed_type, dates=dates) | BedChartBinding(bed_type, _, dates):
            moved = tuple(bed_dates) or moved_on(dates, newest.bed_dates.get(bed_type))
            return _with(binding, "dates", [day.isoformat() for day in moved])
        case TilesBinding(bed_type, _, day):
            moved = tuple(bed_dates) or moved_on((day,), newest.bed_dates.get(bed_type))
            return _with(binding, "date", moved[-1].isoformat())
        case PeriodTable(rows=rows, periods=periods):
            series = [one for row in rows for one in row.series]
            return _with(binding, "periods", _continued(periods, series, newest))
        case MetricChartBinding(series=series, periods=periods):
            return _with(binding, "periods", _continued(periods, series, newest))
    return binding


def bound(binding: str) -> Binding | ChartBinding | None:
    """What a table or chart is bound to; None where that cannot be understood."""
    for parse in (parse_binding, parse_chart):
        with suppress(BrokenBindingError):
            return parse(binding)
    return None


def moved_on(dates: tuple[date, ...], newest: date | None) -> tuple[date, ...]:
    """As many dates, the newest one last; the same where it is not newer than they are."""
    if newest is None or (dates and newest <= max(dates)):
        return dates
    return (*dates, newest)[-max(len(dates), 1) :]


def _continued(periods: Sequence[Period], series: Iterable[str], newest: Newest) -> list[str]:
    """Fiscal years, and those after the last one as far as each has a value in a series."""
    followed = list(periods)
    lines = tuple(series)
    years = [period for period in periods if isinstance(period, FiscalYear)]
    if years and len(years) == len(periods):
        year = FiscalYear(max(years).year + 1)
        while year <= newest.year and any(newest.has_value(one, year) for one in lines):
            followed.append(year)
            year = FiscalYear(year.year + 1)
    return [period_text(period) for period in followed]


def _with(binding: str, name: str, value: str | list[str]) -> str:
    content = json.loads(binding)
    if content[name] == value:
        return binding
    return json.dumps(content | {name: value}, ensure_ascii=False, separators=(",", ":"))
