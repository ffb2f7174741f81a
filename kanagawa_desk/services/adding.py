"""Adding records: a reference date, a plan, a metric or series, a period."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from kanagawa_desk.domain.bed_layout import in_use
from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import UNDATED, FiscalPeriod, FiscalYear, Period, period_start
from kanagawa_desk.domain.records import (
    Area,
    BedCount,
    BedSet,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.writing import period_label
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.contexts import Contexts
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.outcomes import read_cell
from kanagawa_desk.services.rows import present
from kanagawa_desk.storage.ledger import Ledger


def add_bed_date(
    ledger: Ledger, bed_type: str, day: date, copy_from: date | None = None
) -> Written:
    """Add a reference date to a bed type, with the counts of another date or without any.

    Areas that are no more on the new date keep their counts for themselves.
    """
    with ledger.batch(f"基準日 {short_date(day)} を追加") as unit:
        if unit.get(BedSet, (bed_type, day)) is None:
            unit.put(BedSet(bed_type, day))
        there = {area.id for area in unit.all(Area) if in_use(area, day)}
        for count in unit.all(BedCount, bed_type=bed_type, as_of=copy_from) if copy_from else ():
            if count.area in there:
                unit.put(replace(count, as_of=day))
    return written(unit)


def add_plan(ledger: Ledger, name: str, today: date) -> Written:
    """Add a plan behind the others, with an open period from this fiscal year."""
    with ledger.batch(f"計画「{name}」を追加") as unit:
        rank = max((plan.rank for plan in unit.all(Plan) if plan.listed), default=0) + 1
        plan = Plan(new_id("plan"), name, rank=rank)
        unit.put(plan)
        period = FiscalPeriod(FiscalYear.of(today), None)
        unit.put(PlanEdition(new_id("edition"), plan.id, period))
    return written(unit)


def add_edition(ledger: Ledger, plan: str, period: FiscalPeriod, ordinal: str = "") -> Written:
    """Add a period to a plan (第9次), beside those that it has."""
    with ledger.batch(f"計画期間 {period.short} を追加") as unit:
        unit.put(PlanEdition(new_id("edition"), plan, period, ordinal))
    return written(unit)


def add_metric(ledger: Ledger, name: str, unit_name: str, measure: str, **fields: Any) -> Written:
    """Add a metric with one unnamed series behind the others; `fields` are its other fields."""
    with ledger.batch(f"指標「{name}」を追加") as unit:
        rank = max((metric.rank for metric in unit.all(Metric)), default=0) + 1
        metric = Metric(new_id("metric"), name, unit_name, measure, rank=rank, **fields)
        unit.put(metric)
        unit.put(Series(new_id("series"), metric.id, rank=rank))
    return written(unit)


def fill_in_metric(ledger: Ledger, texts: Mapping[str, str], today: date) -> Written:
    """Add a metric from the texts of a form, by field; nothing is added where one is at fault."""
    with ledger.reading() as reads:
        contexts = Contexts(reads, today)
        read = {
            name: read_cell(Address("metric", ("",), name), typed(text), text, contexts)
            for name, text in texts.items()
        }
    outcomes = tuple(outcome for outcome, _ in read.values())
    if not all(outcome.stored for outcome in outcomes):
        return Written(None, outcomes, 0)
    values = {name: value for name, (_, value) in read.items()}
    added = add_metric(
        ledger, values.pop("name"), values.pop("unit"), values.pop("measure"), **values
    )
    return replace(added, outcomes=outcomes)


def add_series(ledger: Ledger, beside: str, name: str) -> Written:
    """Add a line to the metric of a series (全国 beside 神奈川県).

    Raises UserError for a name that the metric has already.
    """
    with ledger.batch(f"系列「{name}」を追加") as unit:
        metric = present(unit, Series, (beside,)).metric
        lines = unit.all(Series, metric=metric)
        if any(each.name == name for each in lines):
            raise UserError(f"系列「{name}」はもうあります。")
        rank = max((each.rank for each in lines), default=0)
        unit.put(Series(new_id("series"), metric, name, rank=rank))
    return written(unit)


def add_fiscal_year(ledger: Ledger, today: date) -> Written:
    """Begin the fiscal year after the last that has a value, with a blank for each series due.

    Due are the series of metrics that are followed by year and that have a value in the last
    year; in a ledger without values all of them, and the year is the present one.
    """
    with ledger.batch("年度の追加") as unit:
        yearly = {each.id for each in unit.all(Metric) if each.period_kind == "year"}
        lines = [each.id for each in unit.all(Series) if each.metric in yearly]
        years = _years(unit, lines)
        last = max((each for of_line in years.values() for each in of_line), default=None)
        year = FiscalYear(last.year + 1) if last else FiscalYear.of(today)
        for each in lines:
            if last is None or last in years[each]:
                unit.put(Observation(each, year))
    return written(unit)


def add_period(ledger: Ledger, series: str, period: Period) -> Written:
    """Give a series a period to be filled; raises UserError for one that it has."""
    with ledger.batch(f"期間 {period_label(period)} を追加") as unit:
        if unit.get(Observation, (series, period)) is not None:
            raise UserError(f"期間 {period_label(period)} はもうあります。")
        unit.put(Observation(series, period))
    return written(unit)


def _years(reads: Reads, lines: list[str]) -> dict[str, set[FiscalYear]]:
    """The fiscal years in which each series has a value, if only of a part of the year."""
    found: dict[str, set[FiscalYear]] = {each: set() for each in lines}
    for each in reads.all(Observation):
        if each.series in found and each.period is not UNDATED:
            found[each.series].add(FiscalYear.of(period_start(each.period)))
    return found
