"""The plan list: plans × their fields and those of the edition in force."""

from collections.abc import Callable, Mapping, Sequence
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
_NO_EDITION = Cell(None, "")

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
    listed = [plan for plan in plans if plan.listed]
    current = [edition_in_force(by_plan.get(plan.id, ()), today) for plan in listed]
    lanes = [_lane(each, listed, current, division_names, today) for each in columns]
    rows = map(Row, (plan.id for plan in listed), zip(*lanes, strict=True))
    return Layout("plans", "plans", "計画一覧", columns, tuple(rows))


def _field(name: str) -> Field:
    if name in _OF_PLAN:
        return record_type(Plan).field(name)
    if name in _OF_EDITION:
        return record_type(PlanEdition).field(name)
    return {"years": YEARS, "state": STATE}[name]


def _lane(
    column: Column,
    plans: Sequence[Plan],
    current: Sequence[PlanEdition | None],
    division_names: Mapping[str, str],
    today: date,
) -> list[Cell]:
    """The cells of one column: built plan by plan, a long list takes twice as long."""
    name = column.key
    texts: dict[Any, str] = {}  # periods, divisions and the like are those of many plans

    def text(value: Any) -> str:
        if (known := texts.get(value)) is None:
            known = texts[value] = shown(column.field, value, division_names)
        return known

    if name in _OF_PLAN:
        values = [getattr(plan, name) for plan in plans]
        addresses = [Address("plan", (plan.id,), name) for plan in plans]
        tags = [TO_CONFIRM if name == "basis" and plan.basis_check else "" for plan in plans]
        return list(map(Cell, values, map(text, values), addresses, tags))
    return [
        _NO_EDITION if edition is None else _of_edition(edition, name, text, today)
        for edition in current
    ]


def _of_edition(edition: PlanEdition, name: str, text: Callable[[Any], str], today: date) -> Cell:
    if name in _OF_EDITION:
        value = getattr(edition, name)
        return Cell(value, text(value), Address("plan_edition", (edition.id,), name))
    if name == "years":
        years = edition.period.years
        return Cell(years, "―" if years is None else str(years))
    state = plan_state(edition.period, edition.next_revision, today)
    return Cell(state, state)
