"""Master data: divisions, areas, municipalities and bed types, edited as any other grid."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from kanagawa_desk.domain.fields import Kind, key_of, record_type_named, record_types
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.record_layout import record_layout
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.services.names import names_of
from kanagawa_desk.services.rows import present
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit

MASTERS = ("division", "area", "municipality", "bed_type")
FORMER = {"division": "former_names", "area": "aliases", "municipality": "aliases"}


def master_grid(ledger: Ledger, record: str) -> Layout:
    """All records of one of MASTERS, or of the respondents."""
    described = record_type_named(record)
    with ledger.reading() as reads:
        names = {
            field.refers: names_of(reads, field.refers)
            for field in described.fields
            if field.refers
        }
        return record_layout(described, reads.all(described.entity), names)


def names(ledger: Ledger, record: str) -> tuple[str, ...]:
    """What the records of one of MASTERS are called, in order."""
    with ledger.reading() as reads:
        return tuple(names_of(reads, record).values())


def add(ledger: Ledger, record: str, name: str, code: str = "") -> Written:
    """Add one of MASTERS behind its like; a municipality is known by its five-digit code."""
    described = record_type_named(record)
    with ledger.batch(f"{described.label}「{name}」を追加") as unit:
        others: tuple[Any, ...] = unit.all(described.entity)
        rank = max((each.rank for each in others), default=0) + 1
        unit.put(described.entity(code or new_id(record), name, rank=rank))
    return written(unit)


def retire(ledger: Ledger, address: Address, last_day: date) -> Written:
    """End a record's validity; what it was used for before stays as it is."""
    with ledger.batch("廃止日の設定") as unit:
        unit.put(replace(_named(unit, address), valid_to=last_day))
    return written(unit)


def merge(ledger: Ledger, gone: Address, into: Address, first_day: date) -> Written:
    """Merge one division or area into another from a day on.

    Plans and metrics go over to the other at once. Dated figures stay where they were counted.
    The name of the one that is gone is read as the other's from now on.
    """
    if gone.record != into.record or gone.key == into.key:
        raise UserError("同じ種類の、別のものを選んでください。")
    with ledger.batch("統合") as unit:
        old, new = _named(unit, gone), _named(unit, into)
        for described in record_types():
            for field in described.fields:
                if field.kind is Kind.REFERENCE and field.refers == gone.record and not field.key:
                    using: tuple[Any, ...] = unit.all(described.entity, **{field.name: gone.key[0]})
                    for each in using:
                        unit.put(replace(each, **{field.name: into.key[0]}))
        former = FORMER[gone.record]
        names = dict.fromkeys((*getattr(new, former), *getattr(old, former), old.name))
        unit.put(replace(new, **{former: tuple(names)}))
        unit.put(replace(old, valid_to=first_day - timedelta(days=1)))
    return written(unit)


def delete(ledger: Ledger, address: Address) -> Written:
    """Delete a record that nothing refers to; raises UserError for one that is in use."""
    described = record_type_named(address.record)
    with ledger.batch(f"{described.label}の削除") as unit:
        unit.delete(_named(unit, address))
    return written(unit)


def move(ledger: Ledger, address: Address, steps: int) -> Written:
    """Move a record up (negative) or down among its like, and number all anew from 1."""
    described = record_type_named(address.record)
    with ledger.batch("並べ替え") as unit:
        others: list[Any] = list(unit.all(described.entity))
        at = next(n for n, each in enumerate(others) if key_of(each) == address.key)
        others.insert(max(at + steps, 0), others.pop(at))
        for rank, each in enumerate(others, start=1):
            unit.put(replace(each, rank=rank))
    return written(unit)


def _named(unit: Unit, address: Address) -> Any:
    return present(unit, record_type_named(address.record).entity, address.key)
