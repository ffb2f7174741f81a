"""The one way in for changes: a unit of work that compares, writes and remembers."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING
from dataclasses import fields as attributes
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import Connection

from kanagawa_desk.domain.changes import EXISTENCE, Batch, Change, Origin
from kanagawa_desk.domain.fields import key_of, record_type, record_type_named
from kanagawa_desk.domain.notation import encode, encode_key
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.entities import fetch, get, stored

E = TypeVar("E")

NOWHERE = Origin()


class Unit:
    """Reads and writes of one transaction; every write is compared with the stored record.

    A field written twice counts as one change, from what it was before the unit; what ends
    as it began is no change.
    """

    def __init__(self, connection: Connection, begun: Iterable[Change] = ()) -> None:
        """Work on a connection that is in a transaction, going on from changes that were begun."""
        self.connection = connection
        self._changes = {(each.record, each.key, each.field): each for each in begun}
        self.files: list[tuple[str, str]] = []  # name and SHA-256 of those that were kept
        self.batch: Batch | None = None  # what the changes became, once they are written

    def get(self, entity: type[E], key: tuple[Any, ...]) -> E | None:
        """One record by its key."""
        return get(self.connection, entity, key)

    def all(self, entity: type[E], **equal: Any) -> tuple[E, ...]:
        """All records whose fields equal these values."""
        return fetch(self.connection, entity, **equal)

    def put(self, record: Any, origins: Mapping[str, Origin] | None = None) -> None:
        """Store a record, new or changed; `origins` say which cell a field's value came from."""
        entity = type(record)
        key = key_of(record)
        before = self.get(entity, key)
        origins = origins or {}
        if before is None:
            self.connection.execute(stored(entity).insert, stored(entity).row(record))
            self._log_whole(record, origins, came=True)
            return
        changed = [
            field
            for field in record_type(entity).fields
            if getattr(before, field.name) != getattr(record, field.name)
        ]
        if changed:
            columns = stored(entity).changed(record, changed)
            way = stored(entity)
            self.connection.execute(way.update, way.key_row(key) | columns)
        for field in changed:
            old, new = (encode(getattr(each, field.name)) for each in (before, record))
            self._log(entity, key, field.name, old, new, origins.get(field.name, NOWHERE))

    def keep_file(self, name: str, content: bytes) -> None:
        """Keep a file that values come from, to be saved again from the history."""
        self.files.append((name, kept_files.keep(self.connection, content)))

    def delete(self, record: Any) -> None:
        """Remove a record that is there."""
        entity = type(record)
        key = key_of(record)
        present = self.get(entity, key)
        if present is None:
            raise KeyError(key)
        self.connection.execute(stored(entity).delete, stored(entity).key_row(key))
        self._log_whole(present, {}, came=False)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What was written so far, in the order of writing."""
        return tuple(change for change in self._changes.values() if change.before != change.after)

    def _log_whole(self, record: Any, origins: Mapping[str, Origin], *, came: bool) -> None:
        entity, key = type(record), key_of(record)
        for name, value in [(EXISTENCE, ""), *_own_values(record)]:
            before, after = (None, value) if came else (value, None)
            self._log(entity, key, name, before, after, origins.get(name, NOWHERE))

    def _log(
        self,
        entity: type,
        key: tuple[Any, ...],
        field: str,
        before: str | None,
        after: str | None,
        origin: Origin,
    ) -> None:
        name, text = record_type(entity).name, encode_key(key)
        earlier = self._changes.get((name, text, field))
        first = before if earlier is None else earlier.before
        self._changes[name, text, field] = Change(name, text, field, first, after, origin)


def defaults(entity: type) -> dict[str, str]:
    """The encoded values that the fields of a new record have when nothing is said."""
    return _defaults(record_type(entity).name)


@cache
def _defaults(name: str) -> dict[str, str]:
    entity = record_type_named(name).entity
    return {
        attribute.name: encode(attribute.default)
        for attribute in attributes(entity)
        if attribute.default is not MISSING
    }


def _own_values(record: Any) -> list[tuple[str, str]]:
    usual = defaults(type(record))
    return [
        (field.name, text)
        for field in record_type(type(record)).fields
        if not field.key and (text := encode(getattr(record, field.name))) != usual.get(field.name)
    ]
