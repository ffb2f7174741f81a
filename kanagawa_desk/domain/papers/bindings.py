"""What a table of a paper shows of the ledgers, kept as JSON in its block."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.official_text.free_tables import FreeTable, parse_free_table
from kanagawa_desk.domain.periods import Period

STACKED = "stacked"
SIDE_BY_SIDE = "side_by_side"
BED_FORMS = {STACKED: "上段・下段", SIDE_BY_SIDE: "横に並べる"}
BED_COLUMNS = ("standard", "target", "beds", "surplus", "sufficiency")
PLAN_COLUMNS = ("rank", "name", "period", "revised", "division", "basis", "duty", "state")
PERIOD_HEADS = {"year": "年度", "year_end": "年度末", "as_of": "時点"}

_USUAL_BED_COLUMNS = ("standard", "beds", "surplus")
_USUAL_PLAN_COLUMNS = ("rank", "name", "period", "revised", "division")


@dataclass(frozen=True, slots=True)
class BedBinding:
    """A bed table: one type against one edition at these dates, the first one on top or left.

    `columns` are some of BED_COLUMNS, `areas` those shown (none named: all of them).
    """

    bed_type: str
    edition: str
    dates: tuple[date, ...]
    form: str = STACKED
    columns: tuple[str, ...] = _USUAL_BED_COLUMNS
    areas: tuple[str, ...] = ()
    transposed: bool = False


@dataclass(frozen=True, slots=True)
class PlanBinding:
    """The list of plans: some of PLAN_COLUMNS, of these divisions (none named: of all)."""

    columns: tuple[str, ...] = _USUAL_PLAN_COLUMNS
    divisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A row of a metric table: its label, empty where the table has none, and its series."""

    label: str
    series: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Metric rows over periods; `heads` says how periods are written: year, year_end, as_of."""

    rows: tuple[SeriesRow, ...]
    periods: tuple[Period, ...]
    heads: str
    transposed: bool = False


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """Rows × series at one period; a row's series stand under these column heads."""

    rows: tuple[SeriesRow, ...]
    columns: tuple[str, ...]
    period: Period
    transposed: bool = False


Binding = BedBinding | PlanBinding | PeriodTable | SeriesTable | FreeTable


class BrokenBindingError(ValueError):
    """A binding that cannot be understood, or that names what the ledgers do not hold."""


def parse_binding(text: str) -> Binding:
    """The binding of a table; raises BrokenBindingError."""
    try:
        return _parse(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenBindingError(text) from error


def binding_text(content: dict[str, Any]) -> str:
    """A binding as it is kept in a block."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _parse(content: dict[str, Any]) -> Binding:
    if "table" in content:
        return parse_free_table(content)
    transposed = bool(content.get("transposed"))
    match content["ledger"]:
        case "beds":
            return BedBinding(
                content["bed_type"],
                content["edition"],
                days(content["dates"]),
                _one_of(BED_FORMS, content.get("form", STACKED)),
                some_of(BED_COLUMNS, content.get("columns", _USUAL_BED_COLUMNS)),
                tuple(content.get("areas", ())),
                transposed,
            )
        case "plans":
            columns = some_of(PLAN_COLUMNS, content.get("columns", _USUAL_PLAN_COLUMNS))
            return PlanBinding(columns, tuple(content.get("divisions", ())))
        case "metrics" if content["form"] == "by_series":
            return SeriesTable(
                tuple(SeriesRow(row["label"], tuple(row["series"])) for row in content["rows"]),
                tuple(content["columns"]),
                parse_period(content["period"]),
                transposed,
            )
        case "metrics":
            return PeriodTable(
                tuple(SeriesRow(row.get("label", ""), (row["series"],)) for row in content["rows"]),
                tuple(parse_period(period) for period in content["periods"]),
                _one_of(PERIOD_HEADS, content["period_form"]),
                transposed,
            )
    raise ValueError(content["ledger"])


def days(texts: list[str]) -> tuple[date, ...]:
    """Reference dates, of which there is at least one; raises ValueError."""
    if not texts:
        raise ValueError("no reference date")
    return tuple(date.fromisoformat(day) for day in texts)


def some_of(known: tuple[str, ...], names: Any) -> tuple[str, ...]:
    """Names of columns, at least one and each known; raises ValueError."""
    if not names or not set(names) <= set(known):
        raise ValueError(names)
    return tuple(names)


def _one_of(known: dict[str, str], name: str) -> str:
    if name not in known:
        raise ValueError(name)
    return name
