"""When fields were last written, and what was written since: by the history alone."""

from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select

from kanagawa_desk.domain.changes import BatchKind, Change, Origin
from kanagawa_desk.storage.tables import BATCH, CHANGE

_NOT_TAKEN_BACK = BATCH.c.kind.not_in([BatchKind.UNDO, BatchKind.REDO])


def last_written(
    connection: Connection, record: str, field: str, keys: Collection[str]
) -> dict[str, int]:
    """The last batch, undo and redo apart, that wrote a field, by the key of the record."""
    last = func.max(CHANGE.c.batch).label("seq")
    statement = _writings(select(CHANGE.c.key, last), record, field, keys).group_by(CHANGE.c.key)
    return {row.key: row.seq for row in connection.execute(statement)}


def texts_written(
    connection: Connection, record: str, field: str, keys: Collection[str]
) -> list[tuple[str, int, str, str]]:
    """Key, batch, text before and after of all writings of a text, oldest first."""
    columns = select(CHANGE.c.key, CHANGE.c.batch, CHANGE.c.before, CHANGE.c.after)
    statement = _writings(columns, record, field, keys).order_by(CHANGE.c.batch)
    return [
        (row.key, row.batch, row.before or "", row.after) for row in connection.execute(statement)
    ]


def changes_since(
    connection: Connection, seq: int, records: Collection[str]
) -> Iterator[tuple[int, Change]]:
    """The changes of these types of records after a batch, each with its batch, oldest first."""
    statement = (
        select(CHANGE).where(CHANGE.c.batch > seq).order_by(CHANGE.c.batch, CHANGE.c.ordinal)
    )
    # Asked for the types too, SQLite would go through all changes of theirs there ever were.
    for row in connection.execute(statement).all():
        if row.record in records:
            yield row.batch, _change(row)


def _writings(columns: Select[Any], record: str, field: str, keys: Collection[str]) -> Select[Any]:
    return (
        columns.join_from(CHANGE, BATCH, CHANGE.c.batch == BATCH.c.seq)
        .where(CHANGE.c.record == record, CHANGE.c.key.in_(list(keys)), CHANGE.c.field == field)
        .where(CHANGE.c.after.is_not(None), _NOT_TAKEN_BACK)
    )


def _change(row: Row[Any]) -> Change:
    origin = Origin(row.file, row.sheet, row.cell)
    return Change(row.record, row.key, row.field, row.before, row.after, origin)
