"""What a chart of a paper shows of the ledgers, kept as JSON in its block."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.papers.bindings import (
    BedBinding,
    Binding,
    BrokenBindingError,
    PeriodTable,
    PlanBinding,
    SeriesRow,
    days,
)
from kanagawa_desk.domain.periods import Period

CHARTS = {
    "beds": "基準と既存の病床数",
    "metric": "指標の推移",
    "timeline": "計画期間一覧",
    "tiles": "圏域の地図",
}


@dataclass(frozen=True, slots=True)
class BedChartBinding:
    """Counts of the last of these dates against the standard, by area."""

    bed_type: str
    edition: str
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class TilesBinding:
    """The areas as tiles, with surplus or shortage at a date."""

    bed_type: str
    edition: str
    day: date


@dataclass(frozen=True, slots=True)
class MetricChartBinding:
    """Series over periods."""

    series: tuple[str, ...]
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class TimelineBinding:
    """The plans by fiscal year, of these divisions (none named: of all)."""

    divisions: tuple[str, ...] = ()


ChartBinding = BedChartBinding | TilesBinding | MetricChartBinding | TimelineBinding


def parse_chart(text: str) -> ChartBinding:
    """The binding of a chart; raises BrokenBindingError."""
    try:
        return _parse(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenBindingError(text) from error


def _parse(content: dict[str, Any]) -> ChartBinding:
    match content["chart"]:
        case "beds":
            dates = days(content["dates"])
            return BedChartBinding(content["bed_type"], content["edition"], dates)
        case "tiles":
            day = date.fromisoformat(content["date"])
            return TilesBinding(content["bed_type"], content["edition"], day)
        case "metric":
            periods = tuple(parse_period(period) for period in content["periods"])
            if not content["series"] or not periods:
                raise ValueError("a chart without points")
            return MetricChartBinding(tuple(content["series"]), periods)
        case "timeline":
            return TimelineBinding(tuple(content.get("divisions", ())))
    raise ValueError(content["chart"])


def figures_of(chart: ChartBinding) -> Binding:
    """The table that holds the figures which a chart draws."""
    match chart:
        case BedChartBinding(bed_type, edition, dates):
            return BedBinding(bed_type, edition, dates)
        case TilesBinding(bed_type, edition, day):
            return BedBinding(bed_type, edition, (day,), columns=("surplus",))
        case MetricChartBinding(series, periods):
            return PeriodTable(tuple(SeriesRow(one, (one,)) for one in series), periods, "year")
        case TimelineBinding(divisions):
            return PlanBinding(divisions=divisions)
