"""次回へ繰越: what a block shows of the ledgers moves on to newer dates and years."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.bindings import BedBinding, BrokenBindingError, PeriodTable, parse_binding
from kanagawa_desk.domain.notation import period_text
from kanagawa_desk.domain.periods import FiscalYear


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

    A bed table drops its first date and gains the newest one at the end, or shows `bed_dates`
    where they are given; a table over fiscal years gains those that follow its last one.
    """
    try:
        parsed = parse_binding(binding)
    except BrokenBindingError:
        return binding
    match parsed:
        case BedBinding():
            dates = tuple(bed_dates) or moved_on(
                parsed.dates, newest.bed_dates.get(parsed.bed_type)
            )
            return _with(binding, "dates", [day.isoformat() for day in dates])
        case PeriodTable():
            periods = [*parsed.periods, *_following(parsed, newest)]
            return _with(binding, "periods", [period_text(period) for period in periods])
    return binding


def moved_on(dates: tuple[date, ...], newest: date | None) -> tuple[date, ...]:
    """As many dates, the newest one last; the same where it is not newer than they are."""
    if newest is None or (dates and newest <= max(dates)):
        return dates
    return (*dates, newest)[-max(len(dates), 1) :]


def _following(table: PeriodTable, newest: Newest) -> list[FiscalYear]:
    """The years after a table's last one, as far as each has a value in one of its rows."""
    years = [period for period in table.periods if isinstance(period, FiscalYear)]
    if not years or len(years) < len(table.periods):
        return []
    found = []
    year = FiscalYear(max(years).year + 1)
    while year <= newest.year and any(
        newest.has_value(series, year) for row in table.rows for series in row.series
    ):
        found.append(year)
        year = FiscalYear(year.year + 1)
    return found


def _with(binding: str, name: str, value: list[str]) -> str:
    content = json.loads(binding)
    if content[name] == value:
        return binding
    return json.dumps(content | {name: value}, ensure_ascii=False, separators=(",", ":"))
