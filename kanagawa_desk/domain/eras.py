"""Japanese eras: which era a day falls in, and days written by era."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Era:
    """An era with its first day (元号を改める政令; the old era ends the day before)."""

    kanji: str
    letter: str
    start: date


ERAS: tuple[Era, ...] = (
    Era("明治", "M", date(1868, 1, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("令和", "R", date(2019, 5, 1)),
)


def era_of(day: date) -> Era:
    """The era in force on a day; raises ValueError before 明治."""
    for era in reversed(ERAS):
        if day >= era.start:
            return era
    raise ValueError(f"{day} lies before 明治")


def era_year(day: date) -> tuple[Era, int]:
    """The era in force on a day and the year within it (1 is 元年)."""
    era = era_of(day)
    return era, day.year - era.start.year + 1


def era_year_text(era: Era, year: int) -> str:
    """令和元, 令和6: the year as official prose writes it, without 年."""
    return f"{era.kanji}{'元' if year == 1 else year}"


def long_date(day: date) -> str:
    """令和6年4月1日."""
    return f"{era_year_text(*era_year(day))}年{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """R6.4.1, the form for tables."""
    era, year = era_year(day)
    return f"{era.letter}{year}.{day.month}.{day.day}"
