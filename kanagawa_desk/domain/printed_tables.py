"""Ledger figures as the tables of a paper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.bindings import BedBinding, PeriodTable, SeriesTable
from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.periods import FiscalYear, Period
from kanagawa_desk.domain.plain_text import width
from kanagawa_desk.domain.printed import Lines, PrintedColumn, PrintedTable
from kanagawa_desk.domain.records import Metric, Observation
from kanagawa_desk.domain.values import BLANK, Status
from kanagawa_desk.domain.writing import as_of_text, measured_text, period_label

ABSENT = "―"
REFERENCE_MARK = "【参考】"

_PLAN_HEAD: tuple[Lines, ...] = (
    ("No.",),
    ("計画名",),
    ("計画期間",),
    ("直近の策定", "・改定時期"),
    ("備考", "（所管課等）"),
)
_PLAN_COLUMNS = (
    PrintedColumn(1, "centre"),
    PrintedColumn(6.6),
    PrintedColumn(2.2, "centre"),
    PrintedColumn(3, "centre"),
    PrintedColumn(4.2),
)


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


def bed_table(layout: Layout, binding: BedBinding, area_label: str) -> PrintedTable:
    """Standard A, and counts B and surplus B－A of several dates one above the other.

    The first date stands on top, those after it in parentheses (the paper's 上段・下段).
    """
    stacked = {
        name: [layout.column_index(f"{name}@{day}") for day in binding.dates]
        for name in ("beds", "surplus")
    }
    standard = layout.column_index("standard")
    columns = layout.columns
    head = (
        (area_label,),
        _two_lines(columns[standard].label),
        *(
            _two_lines(REFERENCE_MARK + _with_beds(columns[indexes[0]].group))
            for indexes in stacked.values()
        ),
    )
    rows, totals = [], set()
    for number, row in enumerate(layout.rows):
        cells: list[Lines] = [(row.cells[0].text,), (row.cells[standard].text or ABSENT,)]
        for indexes in stacked.values():
            texts = [row.cells[index].text or ABSENT for index in indexes]
            cells.append((texts[0], *(f"({text})" for text in texts[1:])))
        rows.append(tuple(cells))
        if row.kind is RowKind.TOTAL:
            totals.add(number)
    figures = PrintedColumn(2.6, "right")
    return PrintedTable(
        (PrintedColumn(2.6), PrintedColumn(2.2, "right"), figures, figures),
        head,
        tuple(rows),
        frozenset(totals),
        layout.unit_note,
    )


def plan_table(layout: Layout, today: date) -> PrintedTable:
    """The list of plans, with the wording of a revision that is due as seen from today."""
    index = {column.key: number for number, column in enumerate(layout.columns)}
    rows = []
    for row in layout.rows:
        due = row.cells[index["next_revision"]].value
        revised = row.cells[index["revised"]].text
        if not revised and due is not None:
            revised = f"{due.long(today)}に改定予定"
        rows.append(
            (
                (row.cells[index["rank"]].text,),
                (row.cells[index["name"]].text,),
                (row.cells[index["period"]].text,),
                (revised or ABSENT,),
                (row.cells[index["division"]].text,),
            )
        )
    return PrintedTable(_PLAN_COLUMNS, _PLAN_HEAD, tuple(rows))


def period_table(binding: PeriodTable, figures: MetricFigures) -> PrintedTable:
    """Metric rows over periods, each figure with its unit."""
    labelled = any(row.label for row in binding.rows)
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


def _with_beds(label: str) -> str:
    """過不足 B－A is headed 過不足病床数 on paper, beside 既存病床数."""
    return label if "病床数" in label else label.replace(" ", "病床数 ", 1)


def _two_lines(label: str) -> Lines:
    return tuple(label.split(" ", 1))
