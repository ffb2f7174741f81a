"""Drafts: what was typed and could not be read, outside records, history and undo."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from kanagawa_desk.storage.tables import DRAFT


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that waits to be mended: its cell, why it was not taken, who typed it and when.

    `at` is UTC in ISO 8601.
    """

    record: str
    key: str
    field: str
    text: str
    code: str
    message: str
    who: str
    at: str


def keep(connection: Connection, draft: Draft) -> None:
    """Keep a draft in the place of the one that its cell had."""
    give_up(connection, [(draft.record, draft.key, draft.field)])
    row = {name: getattr(draft, name) for name in Draft.__dataclass_fields__}
    connection.execute(insert(DRAFT), row)


def give_up(connection: Connection, cells: Iterable[tuple[str, str, str]]) -> None:
    """Drop the drafts of cells, given as record, key and field."""
    for record, key, field in cells:
        connection.execute(
            delete(DRAFT).where(
                DRAFT.c.record == record, DRAFT.c.key == key, DRAFT.c.field == field
            )
        )


def all_drafts(connection: Connection) -> tuple[Draft, ...]:
    """Every draft, the oldest first."""
    statement = select(*(DRAFT.c[name] for name in Draft.__dataclass_fields__))
    return tuple(Draft(*row) for row in connection.execute(statement.order_by(DRAFT.c.at)).all())
