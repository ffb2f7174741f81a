"""Rows of a table as records, and records as rows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, TypeVar, cast

from sqlalchemy import BindParameter, Connection, Delete, Insert, Select, Table, Update, bindparam
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
    build: Callable[[Sequence[Any]], tuple[Any, ...]]
    insert: Insert
    select: Select[Any]
    select_one: Select[Any]
    update: Update
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
        sql_update(table).where(*by_key),
        sql_delete(table).where(*by_key),
    )


def get(connection: Connection, entity: type[E], key: tuple[Any, ...]) -> E | None:
    """One record by its key."""
    way = stored(entity)
    row = connection.execute(way.select_one, way.key_row(key)).first()
    return None if row is None else cast(E, way.build([row])[0])


def fetch(connection: Connection, entity: type[E], **equal: Any) -> tuple[E, ...]:
    """All records whose fields equal these values, or one of a frozenset of values each.

    They come by rank where there is one, else by key.
    """
    way = stored(entity)
    among = {name: isinstance(value, frozenset) for name, value in equal.items()}
    bound = {
        name: [pack(each)[0] for each in value] if among[name] else pack(value)[0]
        for name, value in equal.items()
        for pack in (way.mappings[name].pack,)
    }
    statement = _selection(way.described.name, tuple(among.items()))
    return way.build(connection.execute(statement, bound).all())


@cache
def _selection(name: str, among: tuple[tuple[str, bool], ...]) -> Select[Any]:
    """The records of a type whose fields equal a value each, or one among several."""
    way = _stored(name)
    statement = way.select
    for field, several in among:
        column = way.table.c[field]
        value: BindParameter[Any] = bindparam(field, expanding=several)
        statement = statement.where(column.in_(value) if several else column == value)
    order = [way.table.c["rank"]] if "rank" in way.mappings else []
    order += [way.table.c[field.name] for field in way.described.key_fields]
    return statement.order_by(*order)


def _builder(entity: type, mappings: list[Mapping]) -> Callable[[Sequence[Any]], tuple[Any, ...]]:
    """What makes rows into records, a field of all of them at a time, which takes half as long."""

    def build(rows: Sequence[Any]) -> tuple[Any, ...]:
        if not rows:
            return ()
        columns = iter(zip(*rows, strict=True))
        fields = [map(way.unpack, *islice(columns, len(way.names))) for way in mappings]
        return tuple(map(entity, *fields))

    return build
