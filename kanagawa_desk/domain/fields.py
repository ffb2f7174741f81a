"""One description per field: said here once, used by grid, workbook, reader, history and paper."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, TypeVar

T = TypeVar("T", bound=type)


class Kind(Enum):
    """What a field holds, which decides how it is read, shown, stored and checked."""

    TEXT = "text"  # one line: str, "" is blank
    NOTE = "note"  # several lines: str
    NAMES = "names"  # tuple of str, one a line
    INTEGER = "integer"  # int without unit (an order, a level)
    COUNT = "count"  # Measured with an int
    DIFFERENCE = "difference"  # Measured with an int, signed
    RATE = "rate"  # Measured with a Decimal, in %
    MEASURED = "measured"  # Measured; unit and decimals come from the metric
    DATE = "date"  # date | None
    MONTH = "month"  # YearMonth | None
    FISCAL_YEAR = "fiscal_year"  # FiscalYear
    FISCAL_PERIOD = "fiscal_period"  # FiscalPeriod
    PERIOD = "period"  # Period
    TIMING = "timing"  # Timing | None
    CHOICE = "choice"  # one of the field's choices, by its code
    YES_NO = "yes_no"  # bool
    REFERENCE = "reference"  # the id of another record, "" for none


@dataclass(frozen=True, slots=True)
class Field:
    """What one field of a record, or one column of a grid, is.

    `label` is the heading on screen, in workbooks and on paper; `choices` maps the code that
    is stored to the word that is shown; `refers` names the record type of a reference.
    """

    name: str
    label: str
    kind: Kind
    unit: str = ""
    key: bool = False
    required: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    refers: str = ""
    decimals: int = 0
    computed: bool = False
    help: str = ""
    width: int = 10  # in full-width characters


@dataclass(frozen=True, slots=True)
class RecordType:
    """A kind of record: its name in keys, its word on screen, its entity and fields.

    `unique` are groups of fields that no two records share; `within` names the record type
    that owns these records and whose key fields they repeat.
    """

    name: str
    label: str
    entity: type
    fields: tuple[Field, ...]
    unique: tuple[tuple[str, ...], ...] = ()
    within: str = ""

    @property
    def key_fields(self) -> tuple[Field, ...]:
        """The fields that identify a record, in the order of its key."""
        return tuple(field for field in self.fields if field.key)

    def field(self, name: str) -> Field:
        """The description of one field; raises KeyError for a name that is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


_BY_ENTITY: dict[type, RecordType] = {}
_BY_NAME: dict[str, RecordType] = {}


def described(label: str, kind: Kind, *, default: Any = dataclasses.MISSING, **more: Any) -> Any:
    """A dataclass field that carries its description; `more` are attributes of Field."""
    metadata = {"described": {"label": label, "kind": kind, **more}}
    if default is dataclasses.MISSING:
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


def record(
    name: str, label: str, *, unique: tuple[tuple[str, ...], ...] = (), within: str = ""
) -> Callable[[T], T]:
    """Register a frozen dataclass, whose fields are all described, as a record type."""

    def register(entity: T) -> T:
        fields = tuple(
            Field(name=attribute.name, **attribute.metadata["described"])
            for attribute in dataclasses.fields(entity)
        )
        described = RecordType(name, label, entity, fields, unique, within)
        _BY_ENTITY[entity] = _BY_NAME[name] = described
        return entity

    return register


def record_type(entity: type) -> RecordType:
    """The description of an entity class."""
    return _BY_ENTITY[entity]


def record_type_named(name: str) -> RecordType:
    """The description of a record type by its name in keys; raises KeyError."""
    return _BY_NAME[name]


def record_types() -> tuple[RecordType, ...]:
    """Every record type, those that are referred to before those that refer."""
    return tuple(_BY_NAME.values())


def key_of(entity: Any) -> tuple[Any, ...]:
    """The key of a record: its key fields' values."""
    return tuple(getattr(entity, field.name) for field in record_type(type(entity)).key_fields)
