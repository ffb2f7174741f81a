"""Charts of a paper filled in from the ledgers: what is drawn, apart from how."""

from kanagawa_desk.domain.chart_specs import ChartLine, ChartSpec, ColumnChart, LineChart, Point
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.metric_layout import observation_tag
from kanagawa_desk.domain.papers.bindings import BedBinding, BrokenBindingError
from kanagawa_desk.domain.papers.chart_bindings import (
    BedChartBinding,
    ChartBinding,
    MetricChartBinding,
    TilesBinding,
    TimelineBinding,
)
from kanagawa_desk.domain.periods import Period
from kanagawa_desk.domain.values import BLANK
from kanagawa_desk.domain.writing import period_label
from kanagawa_desk.services.charts import bed_chart, plan_timeline, tile_map
from kanagawa_desk.services.papers.figures import PaperFigures


class MixedUnits(BrokenBindingError):
    """Series of several units, which have no axis in common."""

    def __str__(self) -> str:
        """Say so in Japanese."""
        return "単位の違う指標は、一つのグラフに描けません。"


def chart_spec(chart: ChartBinding, figures: PaperFigures) -> ChartSpec:
    """What a chart shows; raises BrokenBindingError where the ledgers lack what it names."""
    match chart:
        case BedChartBinding(bed_type, edition, dates):
            return bed_chart(figures.beds(BedBinding(bed_type, edition, dates)))
        case TilesBinding(bed_type, edition, day):
            layout = figures.beds(BedBinding(bed_type, edition, (day,)))
            return tile_map(layout, {area.id: area.tile for area in figures.areas.values()})
        case TimelineBinding(divisions):
            return plan_timeline(_of(figures.plans(), divisions), figures.held_on)
        case MetricChartBinding(series, periods):
            return _metric(series, periods, figures)


def _of(layout: Layout, divisions: tuple[str, ...]) -> Layout:
    at = layout.column_index("division")
    rows = tuple(r for r in layout.rows if not divisions or r.cells[at].value in divisions)
    return Layout(layout.ledger, layout.name, layout.title, layout.columns, rows)


def _metric(
    series: tuple[str, ...], periods: tuple[Period, ...], figures: PaperFigures
) -> ColumnChart | LineChart:
    """Columns for one series, lines for several."""
    metrics = [figures.metrics.metrics[one] for one in series]
    unit = metrics[0].unit
    if any(metric.unit != unit for metric in metrics):
        raise MixedUnits
    lines = tuple(
        ChartLine(
            figures.series_name(one), tuple(_point(one, period, figures) for period in periods)
        )
        for one in series
    )
    if len(lines) == 1:
        return ColumnChart(lines[0].name, unit, lines[0].points)
    return LineChart("・".join(dict.fromkeys(each.name for each in metrics)), unit, lines)


def _point(series: str, period: Period, figures: PaperFigures) -> Point:
    observation = figures.metrics.observations.get((series, period))
    if observation is None:
        return Point(period_label(period), BLANK)
    hatched = bool(observation_tag(observation))
    broken = bool(observation.series_break)
    return Point(period_label(period), observation.value, hatched, broken)
