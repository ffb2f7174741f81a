"""Rows of a table as records, and records as rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Delete, Insert, Select, Table, Update, bindparam
from sqlalchemy import delete as sql_delete
from sqlalchemy import insert as sql_insert
from sqlalchemy import select as sql_select
from sqlalchemy import update as sql_update

from kanagawa_desk.domain.fields import Field, RecordType, record_type, record_type_named
from kanagawa_desk.storage.columns import Mapping, mapping
from kanagawa_desk.storage.tables import TABLES

E = TypeVar("E")


@dataclass(frozen=True, slots=True)
class Stored:
    """How a record type is stored: its table, the mapping of each field, and its statements."""

    described: RecordType
    table: Table
    mappings: dict[str, Mapping]
    build: Callable[[Any], Any]
    insert: Insert
    select: Select[Any]
    select_one: Select[Any]
    delete: Delete

    def row(self, entity: Any) -> dict[str, Any]:
        """The columns of a record."""
        return self._columns(entity, self.described.fields)

    def key_row(self, key: tuple[Any, ...]) -> dict[str, Any]:
        """The key columns under the names that statements bind them to."""
        return {
            f"key_{field.name}": self.mappings[field.name].pack(part)[0]
            for field, part in zip(self.described.key_fields, key, strict=True)
        }

    def changed(self, entity: Any, fields: Iterable[Field]) -> dict[str, Any]:
        """The columns of those fields of a record."""
        return self._columns(entity, fields)

    def _columns(self, entity: Any, fields: Iterable[Field]) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for field in fields:
            way = self.mappings[field.name]
            columns.update(zip(way.names, way.pack(getattr(entity, field.name)), strict=True))
        return columns


def stored(entity: type) -> Stored:
    """How an entity class is stored; made once."""
    return _stored(record_type(entity).name)


@cache
def _stored(name: str) -> Stored:
    described = record_type_named(name)
    table = TABLES[described.name]
    mappings = {field.name: mapping(field) for field in described.fields}
    names = [name for way in mappings.values() for name in way.names]
    by_key = [
        table.c[field.name] == bindparam(f"key_{field.name}") for field in described.key_fields
    ]
    select = sql_select(*(table.c[name] for name in names))
    return Stored(
        described,
        table,
        mappings,
        _builder(described.entity, list(mappings.values())),
        sql_insert(table),
        select,
        select.where(*by_key),
        sql_delete(table).where(*by_key),
    )


def update_statement(entity: type, key: tuple[Any, ...]) -> Update:
    """An UPDATE of the record with this key."""
    way = stored(entity)
    update = sql_update(way.table)
    for field, value in zip(way.described.key_fields, way.key_row(key).values(), strict=True):
        update = update.where(way.table.c[field.name] == value)
    return update


def get(connection: Connection, entity: type[E], key: tuple[Any, ...]) -> E | None:
    """One record by its key."""
    way = stored(entity)
    row = connection.execute(way.select_one, way.key_row(key)).first()
    return None if row is None else cast(E, way.build(row))


def fetch(connection: Connection, entity: type[E], **equal: Any) -> tuple[E, ...]:
    """All records whose fields equal these values, by rank where there is one, else by key."""
    way = stored(entity)
    statement = way.select
    for name, value in equal.items():
        statement = statement.where(way.table.c[name] == way.mappings[name].pack(value)[0])
    order = [way.table.c["rank"]] if "rank" in way.mappings else []
    order += [way.table.c[field.name] for field in way.described.key_fields]
    rows = connection.execute(statement.order_by(*order)).all()
    return tuple(way.build(row) for row in rows)


def _builder(entity: type, mappings: list[Mapping]) -> Callable[[Any], Any]:
    spans: list[tuple[Callable[..., Any], int, int]] = []
    start = 0
    for way in mappings:
        spans.append((way.unpack, start, start + len(way.names)))
        start += len(way.names)

    def build(row: Any) -> Any:
        return entity(*(unpack(*row[first:last]) for unpack, first, last in spans))

    return build
