"""What a cell can hold beside one plain value: two values, a bound, a time with its as-of date."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kanagawa_desk.domain.periods import Period
from kanagawa_desk.domain.values import Measured, Number, Status


@dataclass(frozen=True, slots=True)
class Pair:
    """The two values of one cell: upper, and lower in parentheses (上段・下段)."""

    upper: Measured
    lower: Measured


@dataclass(frozen=True, slots=True)
class Bounds:
    """A threshold: 1,000件以上, 未満, 5～10. A side of None is open; at least one is set.

    `low_included` and `high_included` tell 以上 from 超, and 以下 from 未満.
    """

    low: Number | None = None
    high: Number | None = None
    low_included: bool = True
    high_included: bool = True
    printed: str = ""

    def __post_init__(self) -> None:
        """Refuse bounds without a side, and those that leave nothing between them."""
        if self.low is None and self.high is None:
            raise ValueError("a threshold has a bound")
        if self.low is not None and self.high is not None and self.high < self.low:
            raise ValueError("a threshold's upper bound lies above its lower one")


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of time with what was written beside it: its as-of date, and how firm it is.

    令和6年度（8月末時点） is FiscalYear(2024) as of 2024-08-31; 令和6年度（予定） is planned.
    """

    value: Period
    as_of: date | None = None
    status: Status | None = None


class RowLabel(Enum):
    """What stands in a column of names without being one."""

    TOTAL = "TOTAL"
