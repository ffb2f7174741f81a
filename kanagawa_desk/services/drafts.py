"""Drafts: what was typed and could not be taken waits, visibly, until it is mended or given up."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import decode_key, encode_key
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.domain.reading import Problem
from kanagawa_desk.services.contexts import Contexts
from kanagawa_desk.services.naming import Places
from kanagawa_desk.services.outcomes import Outcome, read_cell
from kanagawa_desk.storage import drafts as stored
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit


def keep_drafts(unit: Unit, outcomes: Iterable[Outcome], actor: Actor, now: datetime) -> None:
    """Keep what could not be stored, and drop the drafts of cells that were."""
    waiting = {
        (draft.record, draft.key, draft.field) for draft in stored.all_drafts(unit.connection)
    }
    for outcome in outcomes:
        cell = _cell(outcome.address)
        if not outcome.stored:
            code = outcome.reading.code if isinstance(outcome.reading, Problem) else "question"
            kept = stored.Draft(
                *cell, outcome.text, code, outcome.note, actor.label, now.isoformat()
            )
            stored.keep(unit.connection, kept)
        elif cell in waiting:
            stored.give_up(unit.connection, [cell])


def drafts(ledger: Ledger, today: date) -> tuple[Outcome, ...]:
    """Every draft, read anew: what stands in its cell, and why it was not taken."""
    with ledger.reading() as reads:
        contexts = Contexts(reads, today)
        outcomes = []
        for draft in stored.all_drafts(reads.connection):
            outcome, _value = read_cell(_address(draft), typed(draft.text), draft.text, contexts)
            note = draft.message if outcome.stored else outcome.note
            outcomes.append(replace(outcome, note=note, stored=False))
        return tuple(outcomes)


def give_up(ledger: Ledger, addresses: Iterable[Address]) -> None:
    """Drop the drafts of these cells; what the ledger holds shows again."""
    with ledger.batch("下書きの取りやめ") as unit:
        stored.give_up(unit.connection, map(_cell, addresses))


def waiting(reads: Reader) -> list[Found]:
    """The drafts as faults that must be mended."""
    places = Places(reads)
    return [
        Found(
            draft.code,
            MUST,
            f"{places.record(draft.record, draft.key)} {_field_label(draft)}",
            f"「{draft.text}」は入っていません。{draft.message}",
            _address(draft),
        )
        for draft in stored.all_drafts(reads.connection)
    ]


def _cell(address: Address) -> tuple[str, str, str]:
    return address.record, encode_key(address.key), address.field


def _address(draft: stored.Draft) -> Address:
    key = decode_key(record_type_named(draft.record).key_fields, draft.key)
    return Address(draft.record, key, draft.field)


def _field_label(draft: stored.Draft) -> str:
    return record_type_named(draft.record).field(draft.field).label
