"""Any record type as a grid of its own fields: divisions, areas, municipalities, bed types."""

from collections.abc import Mapping, Sequence
from typing import Any

from kanagawa_desk.domain.fields import Field, Kind, RecordType, key_of
from kanagawa_desk.domain.layout import Address, Cell, Column, Layout, Row
from kanagawa_desk.domain.notation import encode_key
from kanagawa_desk.domain.writing import shown

Names = Mapping[str, Mapping[str, str]]
"""What records are called: by record type, then by id."""


def record_layout(described: RecordType, records: Sequence[Any], names: Names) -> Layout:
    """All records of a type with the fields that people see; keys of our own making are not."""
    fields = [field for field in described.fields if _is_shown(field)]
    columns = tuple(
        Column(
            field.name,
            field,
            field.label,
            frozen=field.name == "name",
            options=_options(field, names),
        )
        for field in fields
    )
    rows = tuple(
        Row(
            encode_key(key_of(record)),
            tuple(_cell(described, record, field, names) for field in fields),
        )
        for record in records
    )
    return Layout("masters", described.name, described.label, columns, rows)


def _is_shown(field: Field) -> bool:
    return field.name not in ("id", "rank")


def _options(field: Field, names: Names) -> tuple[str, ...]:
    if field.kind is Kind.REFERENCE:
        return tuple(names.get(field.refers, {}).values())
    return tuple(field.choices.values())


def _cell(described: RecordType, record: Any, field: Field, names: Names) -> Cell:
    value = getattr(record, field.name)
    text = shown(field, value, names.get(field.refers, {}))
    # A key cannot be changed: every figure hangs on it.
    address = None if field.key else Address(described.name, key_of(record), field.name)
    return Cell(value, text, address)
