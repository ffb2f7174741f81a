"""Whole rows of the grids: plans moved, and plans, series and reference dates taken out."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.records import (
    BedCount,
    BedSet,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import FIRM, Written, written
from kanagawa_desk.storage.ledger import Ledger

_GONE = "もうありません。画面を読み直してください。"


def move_plan(ledger: Ledger, plan: str, steps: int) -> Written:
    """Move a listed plan up (negative) or down and number the list anew from 1.

    Plans that are not listed stand behind it and take no number of the list.
    """
    with ledger.batch("計画の並べ替え") as unit:
        plans = unit.all(Plan)
        listed = [each for each in plans if each.listed]
        at = next((n for n, each in enumerate(listed) if each.id == plan), None)
        if at is None:
            raise UserError(_GONE)
        listed.insert(max(at + steps, 0), listed.pop(at))
        others = [each for each in plans if not each.listed]
        for rank, each in enumerate([*listed, *others], start=1):
            unit.put(replace(each, rank=rank))
    return written(unit)


def remove_plan(ledger: Ledger, plan: str) -> Written:
    """Remove a plan with its periods; raises UserError where figures hang on one of them."""
    with ledger.batch("計画の削除") as unit:
        present = unit.get(Plan, (plan,))
        if present is None:
            raise UserError(_GONE)
        for edition in unit.all(PlanEdition, plan=plan):
            unit.delete(edition)
        unit.delete(present)
    return written(unit)


def remove_series(ledger: Ledger, series: str) -> Written:
    """Remove a series with its values, and its metric where it was the only one."""
    with ledger.batch("系列の削除") as unit:
        present = unit.get(Series, (series,))
        if present is None:
            raise UserError(_GONE)
        for observation in unit.all(Observation, series=series):
            unit.delete(observation)
        unit.delete(present)
        metric = unit.get(Metric, (present.metric,))
        if metric is not None and not unit.all(Series, metric=present.metric):
            unit.delete(metric)
    return written(unit)


def remove_bed_date(ledger: Ledger, bed_type: str, day: date) -> Written:
    """Remove a reference date with its counts; raises UserError for firm figures."""
    with ledger.batch(f"基準日 {short_date(day)} を削除") as unit:
        present = unit.get(BedSet, (bed_type, day))
        if present is None:
            raise UserError(_GONE)
        if present.standing in FIRM:
            raise UserError(f"{short_date(day)} の数値は確定しています。削除できません。")
        for count in unit.all(BedCount, bed_type=bed_type, as_of=day):
            unit.delete(count)
        unit.delete(present)
    return written(unit)
