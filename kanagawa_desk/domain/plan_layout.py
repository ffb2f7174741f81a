"""The plan list: plans × their fields and those of the edition in force."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kanagawa_desk.domain.fields import Field, Kind, record_type
from kanagawa_desk.domain.layout import Address, Cell, Column, Layout, Row
from kanagawa_desk.domain.plans import edition_in_force, plan_state
from kanagawa_desk.domain.records import Plan, PlanEdition
from kanagawa_desk.domain.writing import shown

YEARS = Field("years", "年数", Kind.INTEGER, computed=True, width=3)
STATE = Field("state", "状態", Kind.TEXT, computed=True, width=6)

TO_CONFIRM = "要確認"

_OF_PLAN = ("rank", "name", "division", "basis", "duty", "cycle", "basis_check", "note")
_OF_EDITION = ("period", "revised", "next_revision")
_ORDER = (
    "rank",
    "name",
    "period",
    "years",
    "revised",
    "next_revision",
    "division",
    "basis",
    "duty",
    "basis_check",
    "state",
)


def plan_columns(division_names: Sequence[str]) -> tuple[Column, ...]:
    """The columns of the plan list."""
    columns = []
    for name in _ORDER:
        field = _field(name)
        options = tuple(division_names) if name == "division" else tuple(field.choices.values())
        columns.append(
            Column(name, field, field.label, frozen=name in ("rank", "name"), options=options)
        )
    return tuple(columns)


def plan_layout(
    plans: Sequence[Plan],
    editions: Sequence[PlanEdition],
    division_names: Mapping[str, str],
    today: date,
) -> Layout:
    """The list of the listed plans at a date; `division_names` are by id."""
    columns = plan_columns(tuple(division_names.values()))
    by_plan: dict[str, list[PlanEdition]] = {}
    for edition in editions:
        by_plan.setdefault(edition.plan, []).append(edition)
    rows = []
    for plan in plans:
        if plan.listed:
            current = edition_in_force(by_plan.get(plan.id, ()), today)
            cells = tuple(_cell(plan, current, each, division_names, today) for each in columns)
            rows.append(Row(plan.id, cells))
    return Layout("plans", "plans", "計画一覧", columns, tuple(rows))


def _field(name: str) -> Field:
    if name in _OF_PLAN:
        return record_type(Plan).field(name)
    if name in _OF_EDITION:
        return record_type(PlanEdition).field(name)
    return {"years": YEARS, "state": STATE}[name]


def _cell(
    plan: Plan,
    edition: PlanEdition | None,
    column: Column,
    division_names: Mapping[str, str],
    today: date,
) -> Cell:
    name = column.key
    if name in _OF_PLAN:
        value = getattr(plan, name)
        address = Address("plan", (plan.id,), name)
        tag = TO_CONFIRM if name == "basis" and plan.basis_check else ""
        return Cell(value, shown(column.field, value, division_names), address, tag)
    if edition is None:
        return Cell(None, "")
    if name in _OF_EDITION:
        value = getattr(edition, name)
        address = Address("plan_edition", (edition.id,), name)
        return Cell(value, shown(column.field, value, {}), address)
    computed: Any = (
        edition.period.years
        if name == "years"
        else plan_state(edition.period, edition.next_revision, today)
    )
    return Cell(computed, "―" if computed is None else str(computed))
