"""What stands beside the grid about the record under the cursor."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.fields import key_of, record_type, record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.papers.uses import uses
from kanagawa_desk.domain.plans import edition_label, plan_state
from kanagawa_desk.domain.records import (
    BedCount,
    BedSet,
    BedStandard,
    BedType,
    Metric,
    Municipality,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.writing import EXACT, period_label, shown
from kanagawa_desk.services.edit import FIRM
from kanagawa_desk.services.names import Reads, names_of
from kanagawa_desk.storage.ledger import Ledger, Reader

_OF_COUNT = ("beds", "note")
_OF_STANDARD = ("standard", "target")
_OF_SET = ("basis", "source", "standing")
_OF_FIRM_SET = ("approved_by", "decided_on", "draft_number", "published_on", "published_where")
_OF_PLAN = ("name", "division", "basis", "basis_check", "duty", "cycle", "note")
_OF_EDITION = ("ordinal", "period", "revised", "next_revision")
_OF_OBSERVATION = ("value", "as_of", "partial", "target", "since", "series_break", "note")
OF_METRIC = (
    "name",
    "unit",
    "measure",
    "period_kind",
    "decimals",
    "division",
    "section",
    "source",
    "note",
)


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the side panel, under the heading of its group.

    Without an address it cannot be edited; `options` are the names that a reference may take.
    """

    label: str
    text: str
    address: Address | None = None
    group: str = ""
    unit: str = ""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperUse:
    """A place in the latest paper where a value is shown: section, paper and block."""

    section: str
    paper: str
    address: Address


def paper_uses(ledger: Ledger, address: Address) -> tuple[PaperUse, ...]:
    """Where the latest paper shows the value at an address."""
    with ledger.reading() as reads:
        papers = sorted(reads.all(Paper), key=lambda paper: paper.held_on)
        if not papers:
            return ()
        paper = papers[-1]
        return tuple(
            PaperUse(
                use.section,
                f"{short_date(paper.held_on)} {paper.title}",
                Address("block", (use.block,), "text"),
            )
            for use in uses(reads.all(Block, paper=paper.id), address)
        )


def record_details(ledger: Ledger, address: Address, today: date) -> tuple[Detail, ...]:
    """What belongs to the record that a cell is of, in the order of the side panel."""
    with ledger.reading() as reads:
        match address.record:
            case "bed_count":
                found = _of_count(reads, *address.key)
            case "bed_standard":
                found = _of_standard(reads, *address.key)
            case "plan":
                found = _of_plan(reads, address.key[0], today)
            case "plan_edition":
                edition = reads.get(PlanEdition, address.key)
                found = _of_plan(reads, edition.plan, today) if edition else iter(())
            case "observation":
                found = _of_observation(reads, address)
            case "series":
                found = _of_series(reads, address.key[0])
            case "metric":
                found = _of_metric(reads, address.key[0])
            case _:
                found = _of_master(reads, address)
        return tuple(found)


def _of_master(reads: Reader, address: Address) -> Iterator[Detail]:
    """Every field of a record that has no page of its own, and what lies in it."""
    described = record_type_named(address.record)
    record: Any = reads.get(described.entity, address.key)
    if record is None:
        return
    if address.record == "area":
        yield from _municipalities(reads, address.key[0])
    names = [each.name for each in described.fields if not each.key and each.name != "rank"]
    yield from _fields(reads, record, names)


def _of_count(reads: Reader, bed_type: str, area: str, day: date) -> Iterator[Detail]:
    yield from _municipalities(reads, area)
    count = reads.get(BedCount, (bed_type, area, day)) or BedCount(bed_type, area, day)
    yield from _fields(reads, count, _OF_COUNT, f"{short_date(day)} の数値")
    one = reads.get(BedSet, (bed_type, day)) or BedSet(bed_type, day)
    names = _OF_SET + _OF_FIRM_SET if one.standing in FIRM else _OF_SET
    kind = reads.get(BedType, (bed_type,))
    yield from _fields(reads, one, names, f"基準日 {short_date(day)}　{kind.name if kind else ''}")


def _of_standard(reads: Reader, edition_id: str, bed_type: str, area: str) -> Iterator[Detail]:
    yield from _municipalities(reads, area)
    key = (edition_id, bed_type, area)
    edition = reads.get(PlanEdition, (edition_id,))
    heading = edition_label(edition) if edition else ""
    standard = reads.get(BedStandard, key) or BedStandard(*key)
    yield from _fields(reads, standard, _OF_STANDARD, heading)


def _municipalities(reads: Reads, area: str) -> Iterator[Detail]:
    """The municipalities of an area; a city that lies in it whole stands for its wards."""
    within = reads.all(Municipality, area=area)
    whole = {each.code for each in within}
    names = [each.name for each in within if each.city not in whole]
    if names:
        yield Detail(f"構成市町村（{len(names)}）", "、".join(names))


def _of_plan(reads: Reader, plan_id: str, today: date) -> Iterator[Detail]:
    plan = reads.get(Plan, (plan_id,))
    if plan is None:
        return
    yield from _fields(reads, plan, _OF_PLAN)
    editions = reads.all(PlanEdition, plan=plan_id)
    for edition in sorted(editions, key=_latest_first):
        state = plan_state(edition.period, edition.next_revision, today)
        heading = f"計画期間　{edition_label(edition)}（{state}）"
        yield from _fields(reads, edition, _OF_EDITION, heading)


def _latest_first(edition: PlanEdition) -> int:
    return -(edition.period.start.year if edition.period.start else 0)


def _of_observation(reads: Reader, address: Address) -> Iterator[Detail]:
    observation = reads.get(Observation, address.key) or Observation(*address.key)
    series = reads.get(Series, (observation.series,))
    metric = reads.get(Metric, (series.metric,)) if series else None
    unit, decimals = (metric.unit, metric.decimals) if metric else ("", 0)
    heading = f"{period_label(observation.period)} の値"
    yield from _fields(reads, observation, _OF_OBSERVATION, heading, unit, decimals)
    yield from _of_series(reads, observation.series)


def _of_series(reads: Reader, series_id: str) -> Iterator[Detail]:
    series = reads.get(Series, (series_id,))
    if series is not None:
        yield from _of_metric(reads, series.metric)
        yield from _fields(reads, series, ("name",), "系列")


def _of_metric(reads: Reader, metric_id: str) -> Iterator[Detail]:
    metric = reads.get(Metric, (metric_id,))
    if metric is not None:
        yield from _fields(reads, metric, OF_METRIC, "指標の定義")


def _fields(
    reads: Reads,
    record: Any,
    names: Sequence[str],
    group: str = "",
    unit: str = "",
    decimals: int = 0,
) -> Iterator[Detail]:
    described = record_type(type(record))
    for name in names:
        field = described.field(name)
        known = names_of(reads, field.refers) if field.refers else {}
        measured = name in ("value", "target")
        yield Detail(
            field.label,
            shown(field, getattr(record, name), known, decimals if measured else 0, EXACT),
            Address(described.name, key_of(record), name),
            group,
            field.unit or (unit if measured else ""),
            tuple(known.values()),
        )
