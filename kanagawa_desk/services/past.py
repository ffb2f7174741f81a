"""The ledgers as they stood after an earlier batch: what was written since is taken back."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeVar

from kanagawa_desk.domain.changes import EXISTENCE, Change
from kanagawa_desk.domain.fields import RecordType, key_of, record_type, record_type_named
from kanagawa_desk.domain.notation import decode, decode_key
from kanagawa_desk.services.names import Reads

E = TypeVar("E")
Key = tuple[Any, ...]


class Past:
    """Reads records as they were before these changes, which come oldest first."""

    def __init__(self, reads: Reads, changes: Iterable[Change]) -> None:
        """Remember of each field what it was before the first of the changes."""
        self._reads = reads
        self._before: dict[str, dict[Key, dict[str, str | None]]] = {}
        for change in changes:
            described = record_type_named(change.record)
            key = decode_key(described.key_fields, change.key)
            fields = self._before.setdefault(change.record, {}).setdefault(key, {})
            fields.setdefault(change.field, change.before)

    def all(self, entity: type[E], **equal: Any) -> tuple[E, ...]:
        """All records whose fields equalled these values."""
        described = record_type(entity)
        touched = self._before.get(described.name)
        if touched is None:
            return self._reads.all(entity, **equal)
        records: dict[Key, Any] = {key_of(each): each for each in self._reads.all(entity)}
        for key, fields in touched.items():
            earlier = _earlier(described, key, records.get(key), fields)
            if earlier is None:
                records.pop(key, None)
            else:
                records[key] = earlier
        found = (
            each
            for each in records.values()
            if all(getattr(each, name) == value for name, value in equal.items())
        )
        return tuple(sorted(found, key=lambda each: (getattr(each, "rank", 0), key_of(each))))


def _earlier(
    described: RecordType, key: Key, present: Any, fields: dict[str, str | None]
) -> Any | None:
    """The record as it was, None where it was not there yet."""
    if fields.get(EXISTENCE, "") is None:
        return None
    values = {
        name: decode(described.field(name), text)
        for name, text in fields.items()
        if name != EXISTENCE and text is not None
    }
    if present is None:
        names = (field.name for field in described.key_fields)
        return described.entity(**dict(zip(names, key, strict=True)), **values)
    return replace(present, **values)
