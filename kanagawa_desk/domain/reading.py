"""What reading a cell can give: a value, a repeat, a question or a problem."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Got:
    """Read without doubt.

    `value` is the field's domain value. Where a kind that is no Measured holds nothing,
    it is a Missing. `respelt` is set when the text was only spelt otherwise than we write it.
    """

    value: Any
    respelt: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """〃, 同上, 同左: the value of a neighbour, filled only when a person accepts it."""

    neighbour: str  # above | left | right


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A person decides: ranked candidates, the likeliest first, and why in Japanese."""

    candidates: tuple[Any, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Not readable: a stable code and a Japanese message that says what would be accepted."""

    code: str
    message: str


Reading = Got | Repeat | Ambiguous | Problem


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names that readers know: every spelling of a name to the id that it stands for."""

    divisions: Mapping[str, str] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)
    municipalities: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader knows beside the cell: unit, decimals, today or the paper's date, names."""

    unit: str = ""
    decimals: int = 0
    base: date | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
