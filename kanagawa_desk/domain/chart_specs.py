"""What a chart shows, apart from how it is drawn."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.periods import FiscalPeriod, Timing
from kanagawa_desk.domain.values import Measured


@dataclass(frozen=True, slots=True)
class BedBar:
    """One area: its standard, and count and surplus at the last date and the one before."""

    label: str
    standard: Measured
    count: Measured
    surplus: Measured
    previous_surplus: Measured
    selected: bool = False


@dataclass(frozen=True, slots=True)
class BedChart:
    """Existing beds against the standard by area, and surplus beside it."""

    bars: tuple[BedBar, ...]
    date_label: str  # R6.4.1
    previous_label: str = ""  # R5.4.1, empty where there is none


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a series; hatched where it is 予定 or 年度途中, broken off from those before."""

    label: str
    value: Measured
    hatched: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class ColumnChart:
    """One series over its periods."""

    title: str
    unit: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One of several series over the same periods, by its name."""

    name: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class LineChart:
    """Several series over the same periods; the labels of the first one's points are theirs."""

    title: str
    unit: str
    lines: tuple[ChartLine, ...]


@dataclass(frozen=True, slots=True)
class Tile:
    """One area in its place of the map, columns and rows counted from 1 at the upper left."""

    label: str
    column: int
    row: int
    surplus: Measured
    sufficiency: Measured
    selected: bool = False


@dataclass(frozen=True, slots=True)
class TileMap:
    """The areas as tiles, shortage told from surplus.

    With `classes` the tiles tell how far each is filled too, which is 内部参考.
    """

    tiles: tuple[Tile, ...]
    date_label: str
    classes: bool = False


@dataclass(frozen=True, slots=True)
class PlanBar:
    """One plan on the timeline."""

    number: int
    name: str
    period: FiscalPeriod
    state: str
    next_revision: Timing | None = None
    selected: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Plans by fiscal year, with today's line."""

    bars: tuple[PlanBar, ...]
    today: date


ChartSpec = BedChart | ColumnChart | LineChart | Timeline | TileMap
