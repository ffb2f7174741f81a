"""A cell as it came, before it is read: typed by a person, or found in a workbook."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum


class CellKind(Enum):
    """What sort of content a workbook says that a cell has."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class RawCell:
    """Content, number format and formula of a cell.

    A formula's content is its cached value; without one the kind is EMPTY and `formula` set.
    """

    kind: CellKind = CellKind.EMPTY
    content: str | Decimal | date | datetime | bool | None = None
    number_format: str = "General"
    formula: str = ""


def typed(text: str) -> RawCell:
    """What a person typed or pasted as text."""
    return RawCell(CellKind.TEXT, text) if text else RawCell()
