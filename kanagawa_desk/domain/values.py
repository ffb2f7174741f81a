"""A measured value: a number, or the reason why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

Number = int | Decimal

_NUMBER_TYPES = {int, Decimal, type(None)}


class Missing(Enum):
    """Why there is no number. None of these is 0."""

    BLANK = "blank"
    NONE = "none"
    PENDING = "pending"
    UNKNOWN = "unknown"
    SECRET = "secret"

    @property
    def label(self) -> str:
        """The word on screen."""
        return _MISSING_LABELS[self]


_MISSING_LABELS = {
    Missing.BLANK: "未入力",
    Missing.NONE: "該当なし",
    Missing.PENDING: "未集計",
    Missing.UNKNOWN: "不詳",
    Missing.SECRET: "秘匿",
}


class Status(Enum):
    """How firm a value is, where the source says so."""

    PLANNED = "planned"
    FORECAST = "forecast"
    PRELIMINARY = "prelim"
    REVISED = "revised"

    @property
    def label(self) -> str:
        """The word on screen and on paper."""
        return _STATUS_LABELS[self]


_STATUS_LABELS = {
    Status.PLANNED: "予定",
    Status.FORECAST: "見込",
    Status.PRELIMINARY: "速報",
    Status.REVISED: "訂正",
}


@dataclass(frozen=True, slots=True)
class Measured:
    """A number or a missing reason; exactly one of the two is set.

    A count's number is int, any other Decimal. `printed` is the form to print where it
    is not the usual one (約3万9千件), kept beside the value that it stands for.
    """

    number: Number | None = None
    missing: Missing | None = None
    status: Status | None = None
    approx: bool = False
    printed: str = ""

    def __post_init__(self) -> None:
        """Refuse a value that is both or neither, and floats."""
        if (self.number is None) == (self.missing is None):
            raise ValueError("a measured value is a number or a missing reason")
        if type(self.number) not in _NUMBER_TYPES:
            raise TypeError(f"{self.number!r} is no int or Decimal")


BLANK = Measured(missing=Missing.BLANK)


def number(value: Number) -> Measured:
    """A plain number."""
    return Measured(value)


def missing(reason: Missing) -> Measured:
    """No number, for a reason."""
    return Measured(missing=reason)


def difference(left: Measured, right: Measured) -> Measured:
    """left − right; missing where either is, with the reason of the first that is."""
    if left.number is None or right.number is None:
        return missing(left.missing or right.missing or Missing.BLANK)
    return number(left.number - right.number)


def percentage(part: Measured, whole: Measured, decimals: int = 1) -> Measured:
    """part ÷ whole in %, rounded half up (四捨五入); of a whole of 0, none."""
    if part.number is None or whole.number is None:
        return missing(part.missing or whole.missing or Missing.BLANK)
    if whole.number == 0:
        return missing(Missing.NONE)
    return number(rounded(Decimal(part.number) * 100 / Decimal(whole.number), decimals))


def rounded(value: Decimal, decimals: int) -> Decimal:
    """Round half up, as official tables do."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Total:
    """A sum, with what was added and how many parts had no number."""

    value: Measured
    partial: Number
    missing_parts: int


def total(parts: Iterable[Measured]) -> Total:
    """Sum the parts: 該当なし adds nothing, any other missing part makes the sum missing."""
    values = list(parts)
    partial: Number = sum(part.number for part in values if part.number is not None)
    reasons = [part.missing for part in values if part.missing is not None]
    lacking = [reason for reason in reasons if reason is not Missing.NONE]
    if lacking:
        return Total(missing(lacking[0]), partial, len(lacking))
    if values and len(reasons) == len(values):
        return Total(missing(Missing.NONE), partial, 0)
    return Total(number(partial), partial, 0)
