"""What stands beside the grid about the record under the cursor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.fields import key_of, record_type
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import (
    BedCount,
    BedSet,
    Metric,
    Municipality,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.writing import shown
from kanagawa_desk.services.edit import FIRM
from kanagawa_desk.services.names import Reads, names_of
from kanagawa_desk.storage.ledger import Ledger

_OF_SET = ("basis", "source", "standing")
_OF_FIRM_SET = ("approved_by", "decided_on", "draft_number", "published_on", "published_where")
_OF_PLAN = ("duty", "cycle", "basis_check", "note")
_OF_EDITION = ("ordinal", "period", "revised", "next_revision")
_OF_OBSERVATION = ("as_of", "partial", "target", "since", "series_break", "note")
_OF_METRIC = ("name", "unit", "decimals", "measure", "division", "section", "source", "note")


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the side panel; without an address it cannot be edited."""

    label: str
    text: str
    address: Address | None = None


def record_details(ledger: Ledger, address: Address) -> tuple[Detail, ...]:
    """What belongs to the record that a cell is of, in the order of the side panel."""
    with ledger.reading() as reads:
        match address.record:
            case "bed_count":
                found = _of_count(reads, *address.key)
            case "bed_standard":
                found = _municipalities(reads, address.key[2])
            case "plan":
                found = _of_plan(reads, address.key[0])
            case "plan_edition":
                edition = reads.get(PlanEdition, address.key)
                found = _of_plan(reads, edition.plan) if edition else iter(())
            case "observation":
                found = _of_observation(reads, address)
            case "series":
                series = reads.get(Series, address.key)
                found = _of_metric(reads, series.metric) if series else iter(())
            case "metric":
                found = _of_metric(reads, address.key[0])
            case _:
                found = iter(())
        return tuple(found)


def _of_count(reads: Any, bed_type: str, area: str, day: Any) -> Iterator[Detail]:
    yield from _municipalities(reads, area)
    one = reads.get(BedSet, (bed_type, day)) or BedSet(bed_type, day)
    yield from _fields(reads, one, _OF_SET)
    if one.standing in FIRM:
        yield from _fields(reads, one, _OF_FIRM_SET)
    count = reads.get(BedCount, (bed_type, area, day)) or BedCount(bed_type, area, day)
    yield from _fields(reads, count, ("note",))


def _municipalities(reads: Any, area: str) -> Iterator[Detail]:
    """The municipalities of an area; a city that lies in it whole stands for its wards."""
    within = reads.all(Municipality, area=area)
    whole = {each.code for each in within}
    names = [each.name for each in within if each.city not in whole]
    if names:
        yield Detail(f"構成市町村（{len(names)}）", "、".join(names))


def _of_plan(reads: Any, plan_id: str) -> Iterator[Detail]:
    plan = reads.get(Plan, (plan_id,))
    if plan is None:
        return
    yield from _fields(reads, plan, _OF_PLAN)
    for edition in reads.all(PlanEdition, plan=plan_id):
        yield from _fields(reads, edition, _OF_EDITION)


def _of_observation(reads: Any, address: Address) -> Iterator[Detail]:
    observation = reads.get(Observation, address.key) or Observation(*address.key)
    yield from _fields(reads, observation, _OF_OBSERVATION)
    series = reads.get(Series, (observation.series,))
    if series is not None:
        yield from _of_metric(reads, series.metric)


def _of_metric(reads: Any, metric_id: str) -> Iterator[Detail]:
    metric = reads.get(Metric, (metric_id,))
    if metric is not None:
        yield from _fields(reads, metric, _OF_METRIC)


def _fields(reads: Reads, record: Any, names: Sequence[str]) -> Iterator[Detail]:
    described = record_type(type(record))
    for name in names:
        field = described.field(name)
        known = names_of(reads, field.refers) if field.refers else {}
        text = shown(field, getattr(record, name), known)
        yield Detail(field.label, text, Address(described.name, key_of(record), name))
