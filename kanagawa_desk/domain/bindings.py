"""What a block of a paper shows of the ledgers, kept as JSON in the block."""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.official_text.free_tables import FreeTable, parse_free_table
from kanagawa_desk.domain.periods import Period


@dataclass(frozen=True, slots=True)
class BedBinding:
    """A bed table: one type against one edition at these dates, the first one on top."""

    bed_type: str
    edition: str
    dates: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class PlanBinding:
    """The list of plans."""


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


@dataclass(frozen=True, slots=True)
class SeriesTable:
    """Rows × series at one period; a row's series stand under these column heads."""

    rows: tuple[SeriesRow, ...]
    columns: tuple[str, ...]
    period: Period


Binding = BedBinding | PlanBinding | PeriodTable | SeriesTable | FreeTable


class BrokenBindingError(ValueError):
    """A binding that cannot be understood."""


def parse_binding(text: str) -> Binding:
    """The binding of a block; raises BrokenBindingError."""
    try:
        return _parse(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenBindingError(text) from error


def _parse(content: dict[str, Any]) -> Binding:
    if "table" in content:
        return parse_free_table(content)
    match content["ledger"]:
        case "beds":
            dates = tuple(date.fromisoformat(day) for day in content["dates"])
            return BedBinding(content["bed_type"], content["edition"], dates)
        case "plans":
            return PlanBinding()
        case "metrics" if content["form"] == "by_series":
            return SeriesTable(
                tuple(SeriesRow(row["label"], tuple(row["series"])) for row in content["rows"]),
                tuple(content["columns"]),
                parse_period(content["period"]),
            )
        case "metrics":
            return PeriodTable(
                tuple(SeriesRow(row.get("label", ""), (row["series"],)) for row in content["rows"]),
                tuple(parse_period(period) for period in content["periods"]),
                content["period_form"],
            )
    raise ValueError(content["ledger"])


@dataclass(frozen=True, slots=True)
class FigureInProse:
    """A number in a sentence that is the ledger's: a series in a period."""

    series: str
    period: Period


_IN_PROSE = re.compile(r"\{指標:([^:{}]+):([^:{}]+)\}")


def figures_in(text: str) -> list[tuple[str, FigureInProse | None]]:
    """Split prose into text and the figures bound in it, in order.

    Each piece is (text, None) or (the text as typed, figure); a period that is none leaves
    the piece as text.
    """
    pieces: list[tuple[str, FigureInProse | None]] = []
    end = 0
    for found in _IN_PROSE.finditer(text):
        try:
            period = parse_period(found[2])
        except ValueError:
            continue
        pieces += [(text[end : found.start()], None), (found[0], FigureInProse(found[1], period))]
        end = found.end()
    return [*pieces, (text[end:], None)]
