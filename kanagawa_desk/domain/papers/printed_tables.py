"""Ledger figures as the tables of a paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kanagawa_desk.domain.layout import Layout, Row
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import PeriodTable, PlanBinding, SeriesTable
from kanagawa_desk.domain.papers.printed import Lines, PrintedColumn, PrintedTable
from kanagawa_desk.domain.periods import FiscalYear, Period
from kanagawa_desk.domain.plain_text import width
from kanagawa_desk.domain.records import Metric, Observation
from kanagawa_desk.domain.values import BLANK, Status
from kanagawa_desk.domain.writing import as_of_text, measured_text, period_label

ABSENT = "―"

_PLAN_COLUMNS: dict[str, tuple[Lines, PrintedColumn]] = {
    "rank": (("No.",), PrintedColumn(1, "centre")),
    "name": (("計画名",), PrintedColumn(6.6)),
    "period": (("計画期間",), PrintedColumn(2.2, "centre")),
    "revised": (("直近の策定", "・改定時期"), PrintedColumn(3, "centre")),
    "division": (("備考", "（所管課等）"), PrintedColumn(4.2)),
    "basis": (("根拠法令",), PrintedColumn(5)),
    "duty": (("策定義務",), PrintedColumn(2.2, "centre")),
    "state": (("状態",), PrintedColumn(2.2, "centre")),
}

_CHARACTERS_A_SHARE = 8

_NARROW = str.maketrans("０１２３４５６７８９，．", "0123456789,.")
_FIGURE = re.compile(r"[▲△－-]?[0-9,.]+( ?[(（][▲△－-]?[0-9,.]+[)）])?|[―－…x-]")
_WITH_UNIT = re.compile(r"約?[▲△－-]?[0-9][0-9,.]*\D{0,4}|[―－—…x-]")
_TWO_VALUES = re.compile(r"([▲△－-]?[0-9,.]+) ?([(（][▲△－-]?[0-9,.]+[)）])")


@dataclass(frozen=True, slots=True)
class MetricFigures:
    """The observations that metric tables draw on, and the metric of each series."""

    observations: Mapping[tuple[str, Period], Observation]
    metrics: Mapping[str, Metric]

    def text(self, series: str, period: Period) -> str:
        """A figure with its unit; ― where there is none."""
        observation = self.observations.get((series, period))
        metric = self.metrics.get(series)
        if observation is None or metric is None:
            return ABSENT
        return measured_text(observation.value, metric.unit, metric.decimals) or ABSENT


def plan_table(layout: Layout, binding: PlanBinding, today: date) -> PrintedTable:
    """The list of plans, with the wording of a revision that is due as seen from today."""
    index = {column.key: number for number, column in enumerate(layout.columns)}
    rows = [
        tuple((_plan_text(row, name, index, today),) for name in binding.columns)
        for row in layout.rows
        if not binding.divisions or row.cells[index["division"]].value in binding.divisions
    ]
    heads, columns = zip(*(_PLAN_COLUMNS[name] for name in binding.columns), strict=True)
    return PrintedTable(columns, heads, tuple(rows))


def _plan_text(row: Row, name: str, index: Mapping[str, int], today: date) -> str:
    text = row.cells[index[name]].text
    if name != "revised":
        return text
    due = row.cells[index["next_revision"]].value
    if not text and due is not None:
        text = f"{due.long(today)}に改定予定"
    return text or ABSENT


def period_table(binding: PeriodTable, figures: MetricFigures) -> PrintedTable:
    """Metric rows over periods, each figure with its unit."""
    labelled = binding.transposed or any(row.label for row in binding.rows)
    head = [(_period_head(period, binding, figures),) for period in binding.periods]
    rows = []
    for row in binding.rows:
        cells = [(figures.text(row.series[0], period),) for period in binding.periods]
        rows.append(((row.label,), *cells) if labelled else tuple(cells))
    columns = [PrintedColumn(1, "centre")] * len(binding.periods)
    if labelled:
        return PrintedTable((PrintedColumn(1, "centre"), *columns), (("",), *head), tuple(rows))
    return PrintedTable(tuple(columns), tuple(head), tuple(rows))


def series_table(binding: SeriesTable, figures: MetricFigures) -> PrintedTable:
    """Rows × series at one period."""
    rows = tuple(
        ((row.label,), *((figures.text(series, binding.period),) for series in row.series))
        for row in binding.rows
    )
    columns = (PrintedColumn(1, "centre"),) * (len(binding.columns) + 1)
    return PrintedTable(columns, (("",), *((head,) for head in binding.columns)), rows)


def transposed(table: PrintedTable) -> PrintedTable:
    """A table with its rows as columns: the first column becomes the head, if it says anything."""
    turned = tuple(zip(table.head, *table.rows, strict=True))
    widest = max(width(line) for row in turned for line in row[0])
    first = PrintedColumn(max(widest / _CHARACTERS_A_SHARE, 1))
    others = PrintedColumn(1, table.columns[-1].align)
    return replace(
        table,
        columns=(first, *(others for _ in table.rows)),
        head=turned[0] if any(map(any, turned[0])) else (),
        rows=turned[1:],
        totals=frozenset(),
    )


def free_table(table: FreeTable) -> PrintedTable:
    """A table that is bound to no ledger: columns as wide as their words, figures to the right.

    A cell of two values (23,608 (23,386)) is set one above the other, as bound tables are.
    """
    every = [table.head, *table.rows] if table.head else list(table.rows)
    columns = []
    for number in range(len(every[0])):
        longest = max(width(part) for row in every for part in _stacked(row[number]))
        cells = [row[number] for row in table.rows if row[number]]
        columns.append(PrintedColumn(float(max(longest, 4)), _alignment(cells)))
    head = tuple((text,) for text in table.head)
    rows = tuple(tuple(_stacked(cell) for cell in row) for row in table.rows)
    return PrintedTable(tuple(columns), head, rows)


def _alignment(cells: Sequence[str]) -> str:
    """Bare figures to the right, figures with their unit in the middle, words to the left."""
    cells = [cell.translate(_NARROW) for cell in cells]
    if not cells:
        return "left"
    if all(_FIGURE.fullmatch(cell) for cell in cells):
        return "right"
    return "centre" if all(_WITH_UNIT.fullmatch(cell) for cell in cells) else "left"


def _stacked(cell: str) -> Lines:
    found = _TWO_VALUES.fullmatch(cell)
    return (found[1], found[2]) if found else (cell,)


def _period_head(period: Period, binding: PeriodTable, figures: MetricFigures) -> str:
    found = [
        observation
        for row in binding.rows
        if (observation := figures.observations.get((row.series[0], period))) is not None
    ]
    if not isinstance(period, FiscalYear):
        return as_of_text(period) if isinstance(period, date) else period_label(period)
    as_of = next((each.as_of for each in found if each.as_of is not None), None)
    planned = found and all(
        each.value.status is Status.PLANNED for each in found if each.value != BLANK
    )
    match binding.heads:
        case "as_of" if as_of is not None:
            text = f"{period.long}末" if as_of == period.end else as_of_text(as_of)
        case "year_end" if as_of == period.end:
            text = f"{period.long}末"
        case _:
            text = period.long
    return f"{text}（予定）" if planned else text
