"""The metric grid: series × fiscal years, with what lies beside the years in columns of its own."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from kanagawa_desk.domain.fields import Field, record_type
from kanagawa_desk.domain.layout import Address, Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.notation import parse_period, period_text
from kanagawa_desk.domain.periods import UNDATED, FiscalYear, Period, YearMonth, period_start
from kanagawa_desk.domain.records import Metric, Observation, Series
from kanagawa_desk.domain.values import BLANK
from kanagawa_desk.domain.writing import measured_text, period_label, shown

SECTION_DEPTH = 4  # 2(2)イ(ア): the outline level by which metrics are grouped

_VALUE = record_type(Observation).field("value")
_OF_METRIC = ("name", "unit", "measure")


@dataclass(frozen=True, slots=True)
class MetricSource:
    """What is stored about metrics, and the titles of the outline's sections by their path."""

    metrics: Sequence[Metric]
    series: Sequence[Series]
    observations: Sequence[Observation]
    titles: Mapping[str, str]


def metric_layout(
    source: MetricSource,
    first: FiscalYear | None = None,
    last: FiscalYear | None = None,
    periods: Sequence[Period] | None = None,
) -> Layout:
    """The grid over the fiscal years from first to last (default: all that have a value).

    Metrics that are followed without a date have a column even before they have a value. Where
    `periods` are given, these are the columns instead.
    """
    of_series: dict[str, list[Observation]] = {one.id: [] for one in source.series}
    for each in source.observations:
        of_series[each.series].append(each)
    placed = {series: _placed(mine) for series, mine in of_series.items()}
    found = {parse_period(key) for each in placed.values() for key in each}
    if any(metric.period_kind == "undated" for metric in source.metrics):
        found.add(UNDATED)
    columns = _columns(_periods(found, first, last) if periods is None else periods)
    rows: list[Row] = []
    section = None
    of_metric: dict[str, list[Series]] = {}
    for one in source.series:
        of_metric.setdefault(one.metric, []).append(one)
    for metric in source.metrics:
        path = section_path(metric.section)[:SECTION_DEPTH]
        if path != section:
            section = path
            rows.append(_section_row(path, source.titles, len(columns)))
        for one in of_metric.get(metric.id, ()):
            cells = tuple(_cell(metric, one, each, placed[one.id]) for each in columns)
            rows.append(Row(one.id, cells, unit=metric.unit, decimals=metric.decimals))
    return Layout("metrics", "metrics", "DX指標", columns, tuple(rows))


def section_path(section: str) -> tuple[str, ...]:
    """2(2)イ(ア)a(b) as the labels of its levels: 2, (2), イ, (ア), a, (b)."""
    return tuple(re.findall(r"\([^()]*\)|[0-9]+|[ァ-ヶ]|[a-z]′?", section))


def observation_tag(observation: Observation) -> str:
    """8月末 for a value of a part of its year, 予定 and the like for one that is not firm."""
    if observation.value.status is not None:
        return observation.value.status.label
    day = observation.as_of
    period = observation.period
    if day is None and isinstance(period, date):
        day = period
    if day is None or day == FiscalYear.of(day).end:
        return ""
    month = YearMonth(day.year, day.month)
    return f"{day.month}月末" if day == month.last_day else f"{day.month}/{day.day}"


def _placed(observations: Iterable[Observation]) -> dict[str, Observation]:
    """A series' observations by column key: one a fiscal year, any other under its own period."""
    placed: dict[str, Observation] = {}
    for each in sorted(observations, key=_firmest_first):
        year = _year_key(each.period)
        key = year if year is not None and year not in placed else period_text(each.period)
        placed[key] = each
    return placed


def _firmest_first(observation: Observation) -> tuple[bool, int]:
    whole = isinstance(observation.period, FiscalYear)
    return (not whole, -period_start(observation.period).toordinal())


@lru_cache(maxsize=1024)
def _year_key(period: Period) -> str | None:
    if period is UNDATED:
        return None
    return period_text(FiscalYear.of(period_start(period)))


def _periods(
    found: Collection[Period], first: FiscalYear | None, last: FiscalYear | None
) -> list[Period]:
    years = sorted(period for period in found if isinstance(period, FiscalYear))
    if not years and (first is None or last is None):
        return sorted(found, key=period_start)
    start, end = first or years[0], last or years[-1]
    shown_years = [FiscalYear(year) for year in range(start.year, end.year + 1)]
    others = [
        period
        for period in found
        if not isinstance(period, FiscalYear)
        and (period is UNDATED or start <= FiscalYear.of(period_start(period)) <= end)
    ]
    dated = [period for period in others if period is not UNDATED]
    ordered: list[Period] = sorted([*shown_years, *dated], key=period_start)
    return [*ordered, *(period for period in others if period is UNDATED)]


def _columns(periods: Sequence[Period]) -> tuple[Column, ...]:
    fields = [_metric_field(name) for name in _OF_METRIC]
    fixed = [
        Column(
            field.name,
            field,
            field.label,
            frozen=field.name == "name",
            options=tuple(field.choices.values()),
        )
        for field in fields
    ]
    name = record_type(Series).field("name")
    series = Column("series", name, name.label, frozen=True)
    dated = [
        Column(period_text(period), _VALUE, period_label(period), group="") for period in periods
    ]
    return (fixed[0], series, *fixed[1:], *dated)


def _metric_field(name: str) -> Field:
    return record_type(Metric).field(name)


def _section_row(path: tuple[str, ...], titles: Mapping[str, str], width: int) -> Row:
    title = titles.get("".join(path), "")
    text = f"{path[-1]}　{title}" if title and path else "".join(path) or "箇所なし"
    empty = (Cell("", ""),) * (width - 1)
    return Row("section:" + "".join(path), (Cell(text, text), *empty), RowKind.SECTION)


def _cell(
    metric: Metric, series: Series, column: Column, placed: Mapping[str, Observation]
) -> Cell:
    key = column.key
    if key in _OF_METRIC:
        value = getattr(metric, key)
        return Cell(value, shown(column.field, value, {}), Address("metric", (metric.id,), key))
    if key == "series":
        return Cell(series.name, series.name, Address("series", (series.id,), "name"))
    observation = placed.get(key)
    if observation is None:
        return Cell(BLANK, "", Address("observation", (series.id, parse_period(key)), "value"))
    return Cell(
        observation.value,
        measured_text(observation.value, decimals=metric.decimals),
        Address("observation", (series.id, observation.period), "value"),
        observation_tag(observation),
        _remark(observation),
        broken=bool(observation.series_break),
    )


def _remark(observation: Observation) -> str:
    """What is to be known of a value: where its series breaks, and its note."""
    broken = f"系列の断絶：{observation.series_break}" if observation.series_break else ""
    return "　".join(filter(None, (broken, observation.note)))
