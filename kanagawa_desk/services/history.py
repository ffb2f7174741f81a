"""The history as people read it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.changes import EXISTENCE, Batch, BatchKind, timeline
from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import decode_key, encode_key
from kanagawa_desk.services.naming import Places, change_label
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class BatchView:
    """One user action; `at` is Japanese time, `changes` how many fields it changed."""

    id: str
    seq: int
    at: datetime
    who: str
    action: str
    source: str
    changes: int
    undone: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change of a batch, by the names that people know."""

    record_label: str
    field_label: str
    before: str
    after: str
    file: str
    sheet: str
    cell: str
    address: Address | None


@dataclass(frozen=True, slots=True)
class CellChange:
    """One change of a cell, with who made it and from where; `batch` is the action's id."""

    batch: str
    at: datetime
    who: str
    before: str
    after: str
    action: str
    source: str


def batches(ledger: Ledger, limit: int = 200, before: int | None = None) -> tuple[BatchView, ...]:
    """The latest batches numbered below `before`, the latest first."""
    with ledger.reading() as reads:
        found = history.batches(reads.connection, before=before, limit=limit)
        first = found[-1].seq - 1 if found else 0
        later = history.batches(reads.connection, since=first)
    done, _ = timeline(reversed(later))
    standing = set(done)
    return tuple(
        _view(batch, undone=batch.kind == BatchKind.EDIT and batch.seq not in standing)
        for batch in found
    )


def changes(ledger: Ledger, batch_id: str) -> tuple[ChangeView, ...]:
    """The changes of a batch, in order."""
    with ledger.reading() as reads:
        places = Places(reads)
        return tuple(
            ChangeView(
                places.record(change.record, change.key),
                change_label(change),
                places.value(change.record, change.field, change.before),
                places.value(change.record, change.field, change.after),
                change.origin.file,
                change.origin.sheet,
                change.origin.cell,
                _address(change.record, change.key, change.field),
            )
            for change in history.changes_of(reads.connection, int(batch_id))
        )


def as_data(ledger: Ledger) -> dict[str, Any]:
    """Every batch with its changes, the latest first, as `history --json` gives them."""
    with ledger.reading() as reads:
        found = history.batches(reads.connection)
        listed = [
            {
                "id": str(batch.seq),
                "at": batch.at.astimezone(JAPAN).isoformat(),
                "who": batch.who,
                "action": batch.action,
                "source": batch.source,
                "changes": [
                    {
                        "record": f"{change.record}:{change.key}",
                        "field": change.field,
                        "before": change.before,
                        "after": change.after,
                        "file": change.origin.file,
                        "sheet": change.origin.sheet,
                        "cell": change.origin.cell,
                    }
                    for change in history.changes_of(reads.connection, batch.seq)
                ],
            }
            for batch in found
        ]
    return {"batches": listed}


def cell_history(ledger: Ledger, address: Address) -> tuple[CellChange, ...]:
    """The changes of one cell, the latest first."""
    record, key, field = address.record, encode_key(address.key), address.field
    with ledger.reading() as reads:
        places = Places(reads)
        return tuple(
            CellChange(
                str(batch.seq),
                batch.at.astimezone(JAPAN),
                batch.who,
                places.value(record, field, change.before),
                places.value(record, field, change.after),
                batch.action,
                " ".join(
                    filter(None, (change.origin.file, change.origin.sheet, change.origin.cell))
                )
                or batch.source,
            )
            for batch, change in history.changes_of_field(reads.connection, record, key, field)
        )


def _view(batch: Batch, *, undone: bool) -> BatchView:
    return BatchView(
        str(batch.seq),
        batch.seq,
        batch.at.astimezone(JAPAN),
        batch.who,
        batch.action,
        batch.source,
        batch.change_count,
        undone,
    )


def _address(record: str, key: str, field: str) -> Address | None:
    if field == EXISTENCE:
        return None
    return Address(record, decode_key(record_type_named(record).key_fields, key), field)
