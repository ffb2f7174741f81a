"""Whole rows of the grids: plans moved, and plans, series and reference dates taken out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

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
from kanagawa_desk.storage.unit import Unit

E = TypeVar("E")


def present(unit: Unit, entity: type[E], key: tuple[Any, ...]) -> E:
    """A record that is about to be changed; raises UserError where it was taken out meanwhile."""
    record = unit.get(entity, key)
    if record is None:
        raise UserError("もうありません。画面を読み直してください。")
    return record


def move_plan(ledger: Ledger, plan: str, steps: int) -> Written:
    """Move a listed plan up (negative) or down and number the list anew."""
    with ledger.batch("計画の並べ替え") as unit:
        moved = present(unit, Plan, (plan,))
        listed = [each for each in unit.all(Plan) if each.listed]
        at = listed.index(moved)
        listed.insert(max(at + steps, 0), listed.pop(at))
        _number_anew(unit, listed)
    return written(unit)


def remove_plan(ledger: Ledger, plan: str) -> Written:
    """Remove a plan with its periods, and number the list anew.

    Raises UserError where figures hang on one of the periods.
    """
    with ledger.batch("計画の削除") as unit:
        gone = present(unit, Plan, (plan,))
        for edition in unit.all(PlanEdition, plan=plan):
            unit.delete(edition)
        unit.delete(gone)
        _number_anew(unit, [each for each in unit.all(Plan) if each.listed])
    return written(unit)


def _number_anew(unit: Unit, listed: Sequence[Plan]) -> None:
    """Number from 1; plans that are not listed stand behind and take no number of the list."""
    others = [each for each in unit.all(Plan) if not each.listed]
    for rank, each in enumerate([*listed, *others], start=1):
        unit.put(replace(each, rank=rank))


def remove_series(ledger: Ledger, series: str) -> Written:
    """Remove a series with its values, and its metric where it was the only one."""
    with ledger.batch("系列の削除") as unit:
        gone = present(unit, Series, (series,))
        for observation in unit.all(Observation, series=series):
            unit.delete(observation)
        unit.delete(gone)
        metric = unit.get(Metric, (gone.metric,))
        if metric is not None and not unit.all(Series, metric=gone.metric):
            unit.delete(metric)
    return written(unit)


def remove_bed_date(ledger: Ledger, bed_type: str, day: date) -> Written:
    """Remove a reference date with its counts; raises UserError for firm figures."""
    with ledger.batch(f"基準日 {short_date(day)} を削除") as unit:
        gone = present(unit, BedSet, (bed_type, day))
        if gone.standing in FIRM:
            raise UserError(f"{short_date(day)} の数値は確定しています。削除できません。")
        for count in unit.all(BedCount, bed_type=bed_type, as_of=day):
            unit.delete(count)
        unit.delete(gone)
    return written(unit)
