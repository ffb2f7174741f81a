"""Fiscal years, months and the periods that figures and plans belong to."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TypeVar

from kanagawa_desk.domain.eras import Era, era_of, era_year, era_year_text


@dataclass(frozen=True, slots=True, order=True)
class FiscalYear:
    """Fiscal year N: 1 April N to 31 March N+1 (地方自治法第208条)."""

    year: int

    @classmethod
    def of(cls, day: date) -> "FiscalYear":
        """The fiscal year that a day falls in."""
        return cls(day.year if day.month >= 4 else day.year - 1)

    @property
    def start(self) -> date:
        """Its 1 April."""
        return date(self.year, 4, 1)

    @property
    def end(self) -> date:
        """Its 31 March, the 年度末."""
        return date(self.year + 1, 3, 31)

    @property
    def era(self) -> tuple[Era, int]:
        """Era and year that name it: those in force for the most of it (2019 is 令和元年度)."""
        era = era_of(date(self.year, 10, 1))
        return era, self.year - era.start.year + 1

    @property
    def long(self) -> str:
        """令和6年度."""
        return f"{era_year_text(*self.era)}年度"

    @property
    def short(self) -> str:
        """R6, and R元 for a first year."""
        era, year = self.era
        return f"{era.letter}{'元' if year == 1 else year}"


@dataclass(frozen=True, slots=True, order=True)
class YearMonth:
    """A calendar month."""

    year: int
    month: int

    def __post_init__(self) -> None:
        """Refuse a month that is none."""
        if not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month}")

    @property
    def last_day(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    @property
    def long(self) -> str:
        """令和6年3月, by the era in force at the month's end."""
        return f"{era_year_text(*era_year(self.last_day))}年{self.month}月"

    @property
    def short(self) -> str:
        """R6.3月, as plan lists print it."""
        era, year = era_year(self.last_day)
        return f"{era.letter}{year}.{self.month}月"


@dataclass(frozen=True, slots=True, order=True)
class FiscalYearPart:
    """A half (H1, H2) or quarter (Q1 to Q4) of a fiscal year."""

    year: int
    part: str

    def __post_init__(self) -> None:
        """Refuse a part that is none."""
        if self.part not in _PARTS:
            raise ValueError(f"part {self.part}")

    @property
    def long(self) -> str:
        """令和6年度第2四半期, 令和6年度上半期."""
        return FiscalYear(self.year).long + _PARTS[self.part]

    @property
    def short(self) -> str:
        """R6第2四半期."""
        return FiscalYear(self.year).short + _PARTS[self.part]


_PARTS = {
    "H1": "上半期",
    "H2": "下半期",
    "Q1": "第1四半期",
    "Q2": "第2四半期",
    "Q3": "第3四半期",
    "Q4": "第4四半期",
}


@dataclass(frozen=True, slots=True)
class FiscalPeriod:
    """Fiscal years from start to end, both included; an end of None is open (R2～)."""

    start: FiscalYear | None
    end: FiscalYear | None

    def __post_init__(self) -> None:
        """Refuse a period without any bound, or one that ends before it starts."""
        _refuse_no_span(self.start, self.end)

    @property
    def years(self) -> int | None:
        """How many fiscal years; None where a side is open."""
        if self.start is None or self.end is None:
            return None
        return self.end.year - self.start.year + 1

    @property
    def long(self) -> str:
        """令和6年度～令和11年度."""
        return _span(self.start, self.end, lambda side: side.long)

    @property
    def short(self) -> str:
        """R6～R11, R2～."""
        return _span(self.start, self.end, lambda side: side.short)


@dataclass(frozen=True, slots=True)
class MonthPeriod:
    """Months from start to end, both included; a side of None is open."""

    start: YearMonth | None
    end: YearMonth | None

    def __post_init__(self) -> None:
        """Refuse a period without any bound, or one that ends before it starts."""
        _refuse_no_span(self.start, self.end)

    @property
    def long(self) -> str:
        """令和6年8月～令和7年3月."""
        return _span(self.start, self.end, lambda side: side.long)

    @property
    def short(self) -> str:
        """R6.8月～R7.3月."""
        return _span(self.start, self.end, lambda side: side.short)


class Undated(Enum):
    """The period of a figure that belongs to none (13分野)."""

    UNDATED = "undated"


UNDATED = Undated.UNDATED

Period = FiscalYear | FiscalYearPart | date | YearMonth | FiscalPeriod | MonthPeriod | Undated


@dataclass(frozen=True, slots=True)
class Timing:
    """When something is to happen: a fiscal year, a day in it when known, and the wording.

    今年度末 read on 2024-10-04 is Timing(FiscalYear(2024), date(2025, 3, 31), "今年度末").
    """

    year: FiscalYear
    day: date | None = None
    wording: str = ""

    def long(self, today: date) -> str:
        """今年度末, 今年度, 令和8年度末, 令和8年度, or the day itself, as seen from today."""
        name = "今年度" if FiscalYear.of(today) == self.year else self.year.long
        if self.day is None:
            return name
        return (
            f"{name}末"
            if self.day == self.year.end
            else f"{era_year_text(*era_year(self.day))}年{self.day.month}月{self.day.day}日"
        )


def period_start(period: Period) -> date:
    """The day by which periods are put in order; undated comes first."""
    match period:
        case FiscalYear():
            return period.start
        case FiscalYearPart(year, part):
            month = 4 + (6 if part[0] == "H" else 3) * (int(part[1]) - 1)
            return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
        case date():
            return period
        case YearMonth(year, month):
            return date(year, month, 1)
        case FiscalPeriod(start=FiscalYear() as first) | FiscalPeriod(end=FiscalYear() as first):
            return first.start
        case MonthPeriod(start=YearMonth() as month_) | MonthPeriod(end=YearMonth() as month_):
            return date(month_.year, month_.month, 1)
    return date.min


S = TypeVar("S", FiscalYear, YearMonth)


def _refuse_no_span(start: S | None, end: S | None) -> None:
    if start is None and end is None:
        raise ValueError("a period has a bound")
    if start is not None and end is not None and end < start:
        raise ValueError("a period ends after it starts")


def _span(start: S | None, end: S | None, name: Callable[[S], str]) -> str:
    return f"{name(start) if start else ''}～{name(end) if end else ''}"
