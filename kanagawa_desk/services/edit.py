"""Entering values: texts are read, checked and stored in one batch."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.changes import Origin
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import BedCount, BedSet
from kanagawa_desk.domain.values import Measured, Status
from kanagawa_desk.services.contexts import Contexts, field_of
from kanagawa_desk.services.drafts import keep_drafts
from kanagawa_desk.services.outcomes import Outcome, read_cell
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit

FIRM = {"approved", "published"}


@dataclass(frozen=True, slots=True)
class Edit:
    """A text for a cell."""

    address: Address
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """What a write did; without a change there is no batch."""

    batch: str | None
    outcomes: tuple[Outcome, ...]
    changed: int


def preview(ledger: Ledger, edits: Iterable[Edit], today: date) -> tuple[Outcome, ...]:
    """How texts would be read, without storing anything."""
    with ledger.reading() as reads:
        contexts = Contexts(reads, today)
        return tuple(_read(edit, contexts)[0] for edit in edits)


def set_cells(
    ledger: Ledger, edits: Sequence[Edit], today: date, reason: str = "", action: str = ""
) -> Written:
    """Store what can be read without doubt, as one batch; the rest is kept as drafts.

    A draft comes back with its reason, survives a restart, and goes when its cell is mended. The
    history calls the batch `action`, or by what was entered.
    """
    with ledger.batch(action or _action(edits, reason)) as unit:
        contexts = Contexts(unit, today)
        read = [_read(edit, contexts) for edit in edits]
        values: dict[Address, Any] = {}
        outcomes = []
        for outcome, value in read:
            if outcome.stored and (refusal := refused(unit, outcome.address, reason)):
                outcome = replace(outcome, note=refusal, stored=False)
            if outcome.stored:
                values[outcome.address] = value
            outcomes.append(outcome)
        put_values(unit, values, {}, revising=bool(reason))
        keep_drafts(unit, outcomes, ledger.actor, ledger.clock())
    return written(unit, tuple(outcomes))


def refused(unit: Reader | Unit, address: Address, reason: str) -> str:
    """Why a cell may not be changed: from 確定 on, figures change for a reason only."""
    if address.record != "bed_count" or reason:
        return ""
    bed_type, _area, day = address.key
    standing = unit.get(BedSet, (bed_type, day))
    if standing is None or standing.standing not in FIRM:
        return ""
    return f"{short_date(day)} の数値は確定しています。訂正の理由を添えてください。"


def put_values(
    unit: Unit,
    values: Mapping[Address, Any],
    origins: Mapping[Address, Origin],
    *,
    revising: bool = False,
) -> None:
    """Put values into the fields that they belong to, making records that are not there."""
    by_record: dict[tuple[str, tuple[Any, ...]], dict[str, Address]] = {}
    for address in values:
        by_record.setdefault((address.record, address.key), {})[address.field] = address
    for (name, key), fields in by_record.items():
        entity = record_type_named(name).entity
        record = unit.get(entity, key)
        if record is None:
            record = entity(*key)
        new = {field: values[address] for field, address in fields.items()}
        if isinstance(record, BedCount):
            _complete_count(unit, record, new, revising=revising)
        from_cells = {
            field: origins[address] for field, address in fields.items() if address in origins
        }
        unit.put(replace(record, **new), from_cells)


def written(unit: Unit, outcomes: tuple[Outcome, ...] = ()) -> Written:
    """What a unit that has ended wrote."""
    batch = unit.batch
    return Written(str(batch.seq) if batch else None, outcomes, len(unit.changes))


def new_id(prefix: str) -> str:
    """An id that was never used before."""
    return f"{prefix}-{secrets.token_hex(6)}"


def _read(edit: Edit, contexts: Contexts) -> tuple[Outcome, Any]:
    return read_cell(edit.address, typed(edit.text), edit.text, contexts)


def _complete_count(unit: Unit, count: BedCount, new: dict[str, Any], *, revising: bool) -> None:
    """A count belongs to a set of its date; a revision of a firm one is marked 訂正."""
    owner = unit.get(BedSet, (count.bed_type, count.as_of))
    if owner is None:
        unit.put(BedSet(count.bed_type, count.as_of))
    elif revising and owner.standing in FIRM and isinstance(new.get("beds"), Measured):
        new["beds"] = replace(new["beds"], status=Status.REVISED)


def _action(edits: Sequence[Edit], reason: str) -> str:
    if len(edits) == 1:
        address = edits[0].address
        what = f"{field_of(address).label}の入力"
    else:
        what = f"{len(edits)}セルの入力"
    return f"{what}（訂正：{reason}）" if reason else what
