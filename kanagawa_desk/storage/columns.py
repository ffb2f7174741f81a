"""How a field's value stands in the columns of a table."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, CheckConstraint, Column, Date, Integer, Text
from sqlalchemy.types import TypeEngine

from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.notation import decode, encode
from kanagawa_desk.domain.values import Measured, Missing, Status

# The parts of a measured value beside its number, as suffixes of column names.
MEASURED_PARTS = ("", "_missing", "_status", "_approx", "_printed")

_MEASURED = {Kind.COUNT, Kind.MEASURED}
_ENCODED = {Kind.MONTH, Kind.FISCAL_PERIOD, Kind.PERIOD, Kind.TIMING}
_PATTERNS = {
    Kind.MONTH: "{0} LIKE '____-__'",
    Kind.FISCAL_PERIOD: "{0} LIKE 'FY____..%' OR {0} LIKE '..FY____'",
    Kind.TIMING: "{0} LIKE 'FY____%'",
    Kind.PERIOD: "{0} = 'undated' OR {0} LIKE 'FY____%' OR {0} LIKE '____-__%' OR {0} LIKE '..%'",
}


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns of one field and the two ways between them and the value."""

    names: tuple[str, ...]
    pack: Callable[[Any], tuple[Any, ...]]
    unpack: Callable[..., Any]


def mapping(field: Field) -> Mapping:
    """How a field is stored."""
    name = field.name
    if field.kind in _MEASURED:
        number: Callable[[Any], Any] = int if field.kind is Kind.COUNT else Decimal
        return Mapping(
            tuple(name + part for part in MEASURED_PARTS),
            lambda value: _pack_measured(value, as_text=field.kind is Kind.MEASURED),
            lambda *parts: _unpack_measured(number, *parts),
        )
    if field.kind in _ENCODED:
        # Periods, months and the like are few, and stand in many records.
        unpack = lru_cache(maxsize=4096)(lambda text: decode(field, text or ""))
        return Mapping((name,), lambda value: (encode(value) or None,), unpack)
    if field.kind is Kind.NAMES:
        return Mapping((name,), lambda value: (encode(value),), lambda text: decode(field, text))
    if field.kind is Kind.REFERENCE:
        return Mapping((name,), lambda value: (value or None,), lambda value: value or "")
    return Mapping((name,), lambda value: (value,), lambda value: value)


def columns(field: Field) -> Iterator[Column[Any]]:
    """The columns of a field, with those constraints that a column alone can state."""
    name = field.name
    if field.kind in _MEASURED:
        yield Column(name, Integer if field.kind is Kind.COUNT else Text)
        yield Column(f"{name}_missing", Text)
        yield Column(f"{name}_status", Text)
        yield Column(f"{name}_approx", Boolean(create_constraint=False), nullable=False)
        yield Column(f"{name}_printed", Text, nullable=False)
        return
    may_be_null = field.kind in {Kind.DATE, Kind.MONTH, Kind.TIMING, Kind.REFERENCE}
    yield Column(
        name,
        _TYPES.get(field.kind, Text),
        primary_key=field.key,
        nullable=may_be_null and not field.required and not field.key,
    )


def checks(table: str, field: Field) -> Iterator[CheckConstraint]:
    """The conditions that every stored value of a field meets."""
    name = field.name
    if field.kind in _MEASURED:
        rules = [
            (f"{name}_or_missing", f"({name} IS NULL) <> ({name}_missing IS NULL)"),
            (f"{name}_missing", _within(f"{name}_missing", (m.value for m in Missing))),
            (f"{name}_status", _within(f"{name}_status", (s.value for s in Status))),
            (f"{name}_approx", f"{name}_approx IN (0, 1)"),
        ]
        if field.kind is Kind.COUNT:
            # SQLite would keep any text in an INTEGER column.
            whole = f"{name} = CAST({name} AS INTEGER) AND {name} >= 0"
            rules.append((f"{name}_whole", whole))
    elif field.kind is Kind.CHOICE:
        rules = [(name, _within(name, field.choices))]
    elif field.kind is Kind.YES_NO:
        rules = [(name, f"{name} IN (0, 1)")]
    elif field.kind in _PATTERNS:
        rules = [(name, _PATTERNS[field.kind].format(name))]
    elif field.kind is Kind.TEXT and (field.required or field.key):
        rules = [(name, f"{name} <> ''")]
    else:
        rules = []
    for rule, condition in rules:
        yield CheckConstraint(condition, name=f"ck_{table}_{rule}")


_TYPES: dict[Kind, type[TypeEngine[Any]] | TypeEngine[Any]] = {
    Kind.INTEGER: Integer,
    Kind.DATE: Date,
    Kind.YES_NO: Boolean(create_constraint=False),
}


def _within(name: str, words: Any) -> str:
    return f"{name} IN ({', '.join(repr(word) for word in words)})"


def _pack_measured(value: Measured, *, as_text: bool) -> tuple[Any, ...]:
    number = value.number
    return (
        format(Decimal(number), "f") if as_text and number is not None else number,
        value.missing.value if value.missing else None,
        value.status.value if value.status else None,
        value.approx,
        value.printed,
    )


# Most figures of a ledger are alike in all but a few parts, and values never change.
@lru_cache(maxsize=16384)
def _unpack_measured(
    convert: Callable[[Any], Any],
    number: Any,
    missing: str | None,
    status: str | None,
    approx: bool,
    printed: str,
) -> Measured:
    return Measured(
        None if number is None else convert(number),
        Missing(missing) if missing else None,
        Status(status) if status else None,
        bool(approx),
        printed,
    )
