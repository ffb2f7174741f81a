"""Adding records: a reference date, a plan, a metric."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import BedCount, BedSet, Metric, Plan, PlanEdition, Series
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.storage.ledger import Ledger


def add_bed_date(
    ledger: Ledger, bed_type: str, day: date, copy_from: date | None = None
) -> Written:
    """Add a reference date to a bed type, with the counts of another date or without any."""
    with ledger.batch(f"基準日 {short_date(day)} を追加") as unit:
        if unit.get(BedSet, (bed_type, day)) is None:
            unit.put(BedSet(bed_type, day))
        for count in unit.all(BedCount, bed_type=bed_type, as_of=copy_from) if copy_from else ():
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


def add_metric(ledger: Ledger, name: str, unit_name: str, measure: str) -> Written:
    """Add a metric with one unnamed series behind the others."""
    with ledger.batch(f"指標「{name}」を追加") as unit:
        rank = max((metric.rank for metric in unit.all(Metric)), default=0) + 1
        metric = Metric(new_id("metric"), name, unit_name, measure, rank=rank)
        unit.put(metric)
        unit.put(Series(new_id("series"), metric.id, rank=rank))
    return written(unit)


def add_edition(ledger: Ledger, plan: str, period: FiscalPeriod, ordinal: str = "") -> Written:
    """Add a period to a plan (第9次), beside those that it has."""
    with ledger.batch(f"計画期間 {period.short} を追加") as unit:
        unit.put(PlanEdition(new_id("edition"), plan, period, ordinal))
    return written(unit)
