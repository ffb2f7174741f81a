"""The history: batches chained by hashes, and the changes that belong to them."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select

from kanagawa_desk.domain.changes import EXISTENCE, Batch, BatchKind, Change, Origin
from kanagawa_desk.storage.tables import BATCH, CHANGE

_BATCH_COLUMNS = [column for column in BATCH.c if column.name != "hash"]
_LAST = select(BATCH.c.seq, BATCH.c.hash).order_by(BATCH.c.seq.desc()).limit(1)
_INSERT_BATCH = insert(BATCH)
_INSERT_CHANGE = insert(CHANGE)


def append(connection: Connection, batch: Batch, changes: tuple[Change, ...]) -> Batch:
    """Write a batch and its changes behind the last one; returns it with its number."""
    last = connection.execute(_LAST).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, "")
    row = {
        "seq": seq,
        "at": batch.at.isoformat(),
        "who": batch.who,
        "account": batch.account,
        "action": batch.action,
        "source": batch.source,
        "kind": batch.kind,
        "target": batch.target,
        "change_count": len(changes),
    }
    rows = [_change_row(seq, ordinal, change) for ordinal, change in enumerate(changes)]
    connection.execute(_INSERT_BATCH, row | {"hash": _hash(previous, row, rows)})
    connection.execute(_INSERT_CHANGE, rows)
    return _batch(row)


def reopened(connection: Connection, seq: int) -> tuple[Change, ...]:
    """The changes of a batch that is not ended yet, taken off the history to be written anew.

    None, and nothing is taken off, where it is not the last one.
    """
    if last_seq(connection) != seq:
        return ()
    changes = changes_of(connection, seq)
    connection.execute(delete(CHANGE).where(CHANGE.c.batch == seq))
    connection.execute(delete(BATCH).where(BATCH.c.seq == seq))
    return changes


def batches(
    connection: Connection, *, before: int | None = None, limit: int | None = None, since: int = 0
) -> tuple[Batch, ...]:
    """Batches numbered above `since` and below `before`, the latest first."""
    statement = select(*_BATCH_COLUMNS).where(BATCH.c.seq > since)
    if before is not None:
        statement = statement.where(BATCH.c.seq < before)
    statement = statement.order_by(BATCH.c.seq.desc()).limit(limit)
    return tuple(_batch(row._mapping) for row in connection.execute(statement).all())


def last_seq(connection: Connection) -> int:
    """The number of the latest batch, 0 where there is none."""
    return int(connection.execute(select(func.coalesce(func.max(BATCH.c.seq), 0))).scalar_one())


def changes_of(connection: Connection, seq: int) -> tuple[Change, ...]:
    """The changes of one batch, in order."""
    statement = select(CHANGE).where(CHANGE.c.batch == seq).order_by(CHANGE.c.ordinal)
    return tuple(_change(row) for row in connection.execute(statement).all())


def keys_changed(connection: Connection, seq: int, record: str) -> tuple[str, ...]:
    """The keys of the records of a type that a batch changed, in order."""
    statement = (
        select(CHANGE.c.key)
        .where(CHANGE.c.batch == seq, CHANGE.c.record == record)
        .order_by(CHANGE.c.ordinal)
    )
    return tuple(dict.fromkeys(connection.execute(statement).scalars()))


def changes_of_field(
    connection: Connection, record: str, key: str, field: str
) -> tuple[tuple[Batch, Change], ...]:
    """The changes of one field of one record with their batches, the latest first."""
    statement = (
        select(CHANGE, *_BATCH_COLUMNS)
        .join_from(CHANGE, BATCH, CHANGE.c.batch == BATCH.c.seq)
        .where(CHANGE.c.record == record, CHANGE.c.key == key, CHANGE.c.field == field)
        .order_by(BATCH.c.seq.desc())
    )
    rows = connection.execute(statement).all()
    return tuple((_batch(row._mapping), _change(row)) for row in rows)


def changes_from(connection: Connection, at: datetime) -> tuple[tuple[Batch, Change], ...]:
    """The changes made at a time (UTC) or later, the latest last; what was loaded is none."""
    statement = (
        select(CHANGE, *_BATCH_COLUMNS)
        .join_from(CHANGE, BATCH, CHANGE.c.batch == BATCH.c.seq)
        .where(BATCH.c.at >= at.isoformat(), BATCH.c.kind != BatchKind.LOAD)
        .order_by(BATCH.c.seq, CHANGE.c.ordinal)
    )
    rows = connection.execute(statement).all()
    return tuple((_batch(row._mapping), _change(row)) for row in rows)


def batches_that_changed(connection: Connection, change: Change) -> set[int]:
    """The numbers of all batches that changed the same field of the same record."""
    statement = select(CHANGE.c.batch).where(
        CHANGE.c.record == change.record,
        CHANGE.c.key == change.key,
        CHANGE.c.field == change.field,
    )
    return set(connection.execute(statement).scalars())


def keys_ever(connection: Connection, record: str) -> set[str]:
    """The keys of all records of a type that there ever were, those that are gone included."""
    statement = select(CHANGE.c.key).where(CHANGE.c.record == record, CHANGE.c.field == EXISTENCE)
    return set(connection.execute(statement).scalars())


def broken_links(connection: Connection) -> Iterator[int]:
    """The numbers of batches whose hash does not follow from what stands before and in them."""
    previous = ""
    changes = _grouped(connection)
    for row in connection.execute(select(BATCH).order_by(BATCH.c.seq)).all():
        batch = dict(row._mapping)
        kept = batch.pop("hash")
        rows = changes.get(batch["seq"], [])
        if kept != _hash(previous, batch, rows) or len(rows) != batch["change_count"]:
            yield batch["seq"]
        previous = kept


def latest_values(connection: Connection) -> dict[tuple[str, str, str], str | None]:
    """What every field ever changed should hold now, by record, key and field."""
    statement = select(CHANGE.c.record, CHANGE.c.key, CHANGE.c.field, CHANGE.c.after).order_by(
        CHANGE.c.batch, CHANGE.c.ordinal
    )
    return {tuple(row[:3]): row[3] for row in connection.execute(statement).all()}


def _grouped(connection: Connection) -> dict[int, list[dict[str, Any]]]:
    grouped: dict[int, list[dict[str, Any]]] = {}
    statement = select(CHANGE).order_by(CHANGE.c.batch, CHANGE.c.ordinal)
    for row in connection.execute(statement).all():
        grouped.setdefault(row.batch, []).append(dict(row._mapping))
    return grouped


def _hash(previous: str, batch: dict[str, Any], changes: Iterable[dict[str, Any]]) -> str:
    content = [previous, sorted(batch.items()), [sorted(row.items()) for row in changes]]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()


def _change_row(seq: int, ordinal: int, change: Change) -> dict[str, Any]:
    return {
        "batch": seq,
        "ordinal": ordinal,
        "record": change.record,
        "key": change.key,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        "file": change.origin.file,
        "sheet": change.origin.sheet,
        "cell": change.origin.cell,
    }


def _change(row: Row[Any]) -> Change:
    origin = Origin(row.file, row.sheet, row.cell)
    return Change(row.record, row.key, row.field, row.before, row.after, origin)


def _batch(row: Any) -> Batch:
    return Batch(
        row["seq"],
        datetime.fromisoformat(row["at"]),
        row["who"],
        row["account"],
        row["action"],
        row["source"],
        row["kind"],
        row["target"],
        row["change_count"],
    )
