"""Results as the plain data that `--json` prints (the public contract of the command line)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from kanagawa_desk.domain.layout import Layout, Row, RowKind
from kanagawa_desk.domain.notation import notation, period_text
from kanagawa_desk.domain.periods import UNDATED
from kanagawa_desk.domain.records import BedType, Metric, Observation, Series
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.services.grids import beds_layout, plans_layout
from kanagawa_desk.services.names import names_of
from kanagawa_desk.storage.ledger import Ledger

PLAN_KEYS = {
    "no": "rank",
    "name": "name",
    "period": "period",
    "revised": "revised",
    "next_revision": "next_revision",
    "division": "division",
    "basis": "basis",
    "state": "state",
}


def beds(ledger: Ledger, as_of: date | None = None) -> dict[str, Any]:
    """`show beds`: rows by type and area, and totals by type; at one date, or at all."""
    rows, totals = [], []
    with ledger.reading() as reads:
        for bed_type in reads.all(BedType):
            layout = beds_layout(reads, bed_type.id)
            if as_of is not None:
                layout = beds_layout(
                    reads, bed_type.id, [day for day in _days(layout) if day == as_of]
                )
            for row in layout.rows:
                figures = _bed_figures(layout, row)
                if row.kind is RowKind.TOTAL:
                    totals.append({"bed_type": bed_type.name, **figures})
                    continue
                area = row.cells[0].text
                rows.append({"bed_type": bed_type.name, "area": area, **figures})
                if len(layout.rows) == 1:
                    totals.append({"bed_type": bed_type.name, **figures})
    return {"rows": rows, "totals": totals}


def plans(ledger: Ledger, today: date) -> dict[str, Any]:
    """`show plans`: the listed plans with the edition in force and its state."""
    with ledger.reading() as reads:
        layout = plans_layout(reads, today)
        divisions = names_of(reads, "division")
    index = {column.key: number for number, column in enumerate(layout.columns)}
    rows = []
    for row in layout.rows:
        values = {key: row.cells[index[name]].value for key, name in PLAN_KEYS.items()}
        values["division"] = divisions.get(values["division"], "")
        rows.append({key: _plain(value) for key, value in values.items()})
    return {"rows": rows}


def metrics(ledger: Ledger, as_of: date | None = None) -> dict[str, Any]:
    """`show metrics`: every series with its values, of periods that began by a date if given."""
    with ledger.reading() as reads:
        divisions = names_of(reads, "division")
        by_metric = {metric.id: metric for metric in reads.all(Metric)}
        observations: dict[str, list[Observation]] = {}
        for each in reads.all(Observation):
            observations.setdefault(each.series, []).append(each)
        series = reads.all(Series)
    rank = {metric: number for number, metric in enumerate(by_metric)}
    rows = []
    for one in sorted(series, key=lambda one: (rank[one.metric], one.rank)):
        metric = by_metric[one.metric]
        rows.append(
            {
                "metric": metric.name,
                "series": one.name,
                "unit": metric.unit,
                "measure": metric.measure,
                "division": divisions.get(metric.division, ""),
                "values": [
                    _observation(each, metric.unit)
                    for each in observations.get(one.id, ())
                    if as_of is None or each.as_of is None or each.as_of <= as_of
                ],
            }
        )
    return {"rows": rows}


def _observation(observation: Observation, unit: str) -> dict[str, Any]:
    value = observation.value
    dated = observation.period is not UNDATED
    return {
        "period": period_text(observation.period) if dated else None,
        "value": _plain(value, unit),
        "as_of": observation.as_of.isoformat() if observation.as_of else None,
        "printed": value.printed or None,
    }


def _bed_figures(layout: Layout, row: Row) -> dict[str, Any]:
    values = {
        column.key: cell.value for column, cell in zip(layout.columns, row.cells, strict=True)
    }
    return {
        "standard": _plain(values.get("standard")),
        "target": _plain(values.get("target")),
        "counts": _by_day(values, "beds"),
        "surplus": _by_day(values, "surplus"),
    }


def _by_day(values: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {
        key.partition("@")[2]: _plain(value)
        for key, value in values.items()
        if key.startswith(f"{name}@")
    }


def _days(layout: Layout) -> list[date]:
    keys = [column.key for column in layout.columns if column.key.startswith("beds@")]
    return [date.fromisoformat(key.partition("@")[2]) for key in keys]


def _plain(value: Any, unit: str = "") -> Any:
    """Whole numbers as numbers; all else in the notation."""
    if isinstance(value, Measured):
        plain = type(value.number) is int and value.status is None and not value.approx
        return value.number if plain else notation(value, unit)
    if isinstance(value, bool) or not isinstance(value, int):
        return notation(value)
    return value
