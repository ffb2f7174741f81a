"""A grid, a sheet or a printed table: row keys × column keys → cells of records."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from kanagawa_desk.domain.fields import Field
from kanagawa_desk.domain.notation import encode_key
from kanagawa_desk.domain.values import (
    BLANK,
    Measured,
    difference,
    number,
    percentage,
    total,
)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a value lives: a field of a record, whether or not that record exists yet."""

    record: str
    key: tuple[Any, ...]
    field: str

    def __str__(self) -> str:
        """bed_count:general/yokohama/2024-04-01#beds."""
        return f"{self.record}:{encode_key(self.key)}#{self.field}"


class Formula(Enum):
    """How a computed column follows from two others of its row, left and right."""

    DIFFERENCE = "left - right"
    PERCENTAGE = "left / right in %"
    CHANGE_RATE = "(left - right) / right in %"


@dataclass(frozen=True, slots=True)
class Computation:
    """A formula over the columns with these keys."""

    formula: Formula
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its stable key, description and heading, and the heading above it.

    `summed` columns are added up in total rows; a computed column is computed there too.
    `options` are the words offered for a choice or a reference.
    """

    key: str
    field: Field
    label: str
    group: str = ""
    computation: Computation | None = None
    frozen: bool = False
    summed: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A value with its form on screen; without an address it cannot be edited.

    `tag` is a short word set beside the figure (8月末, 予定), `note` what there is to know
    about it; `broken` says that it cannot be compared with what stands before it.
    """

    value: Any
    text: str
    address: Address | None = None
    tag: str = ""
    note: str = ""
    broken: bool = False


class RowKind(Enum):
    """What a row shows."""

    RECORD = "record"
    TOTAL = "total"
    SECTION = "section"  # one text over the whole width, in the first cell


@dataclass(frozen=True, slots=True)
class Row:
    """One row; unit and decimals are those of its figures where rows differ (metrics)."""

    key: str
    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.RECORD
    unit: str = ""
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A whole grid. `ledger` is beds, plans or metrics; `name` tells it from its sisters."""

    ledger: str
    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    unit_note: str = ""

    def column_index(self, key: str) -> int:
        """Where a column stands; raises KeyError."""
        for index, column in enumerate(self.columns):
            if column.key == key:
                return index
        raise KeyError(key)


def compute(computation: Computation, left: Measured, right: Measured, decimals: int) -> Measured:
    """Evaluate a computed column's formula."""
    match computation.formula:
        case Formula.DIFFERENCE:
            return difference(left, right)
        case Formula.PERCENTAGE:
            return percentage(left, right, decimals)
        case Formula.CHANGE_RATE:
            return percentage(difference(left, right), right, decimals)


def computed_values(columns: tuple[Column, ...], values: dict[str, Any]) -> dict[str, Any]:
    """A row's values by column key with those of its computed columns filled in."""
    filled = dict(values)
    for column in columns:
        if (how := column.computation) is not None:
            left, right = filled.get(how.left, BLANK), filled.get(how.right, BLANK)
            filled[column.key] = compute(how, left, right, column.field.decimals)
    return filled


def total_values(columns: tuple[Column, ...], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The values of a total row: sums of the summed columns, then the computed ones."""
    sums: dict[str, Any] = {
        column.key: total(row[column.key] for row in rows).value if rows else number(0)
        for column in columns
        if column.summed
    }
    return computed_values(columns, sums)
