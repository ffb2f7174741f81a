"""Years as they are written: 令和6, R6, 2024, and the numbers that leave the era open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from kanagawa_desk.domain.eras import ERAS, Era
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.reading import Problem

YEAR = (
    r"(?:(?P<era>明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHRmtshr])\.?(?P<count>元|[0-9]{1,2})"
    r"|(?:西暦)?(?P<western>[0-9]{4}))"
)
"""The pattern of a year that says which it is."""

BARE = r"(?P<bare>[0-9]{1,2})"

_ERA = {name: era for era in ERAS for name in (era.kanji, era.kanji[0], era.letter)}
_ENDS = {era: following.start - timedelta(1) for era, following in pairwise(ERAS)}
_EARLIEST, _LATEST = 1873, 2200  # 1873: from here on the Gregorian calendar was used
_NEAR = 15
_FAR = 60


@dataclass(frozen=True, slots=True)
class Year:
    """A year, with the era by which it was written, if it was."""

    number: int
    era: Era | None = None

    @property
    def far(self) -> bool:
        """Whether it lies so far off that it looks like a slip."""
        return not _EARLIEST <= self.number <= ERAS[-1].start.year + _FAR

    def covers(self, first: date, last: date) -> bool:
        """Whether the era was in force on any of these days."""
        if self.era is None:
            return True
        return last >= self.era.start and first <= _ENDS.get(self.era, date.max)


def plain(pattern: str) -> str:
    """A pattern whose groups are not named, to be used twice in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def year_of(groups: Mapping[str, str | None]) -> Year | Problem | None:
    """The year that YEAR matched; None where it did not, a Problem for 令和0年."""
    if western := groups.get("western"):
        number = int(western)
        if not _EARLIEST <= number <= _LATEST:
            return fault("year_out_of_range", found=number)
        return Year(number)
    name, count = groups.get("era"), groups.get("count")
    if name is None or count is None:
        return None
    era = _ERA[name if name in _ERA else name.upper()]
    number = 1 if count == "元" else int(count)
    if number == 0:
        return fault("year_zero", found=era.kanji)
    return Year(era.start.year + number - 1, era)


def likely_years(number: int, base: date | None) -> tuple[Year, ...]:
    """The years that a number without an era may mean, the nearest to `base` first."""
    found = [Year(era.start.year + number - 1, era) for era in reversed(ERAS[-2:]) if number]
    found.append(Year(2000 + number))
    middle = base.year if base else ERAS[-1].start.year
    near = [year for year in found if abs(year.number - middle) <= _NEAR]
    return tuple(sorted(near or found[:1], key=lambda year: abs(year.number - middle)))
