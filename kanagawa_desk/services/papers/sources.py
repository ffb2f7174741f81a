"""Where the figures of a paper's tables come from: of which days, how far approved, how many."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.papers.bindings import (
    BedBinding,
    Binding,
    BrokenBindingError,
    PeriodTable,
    PlanBinding,
    SeriesRow,
    SeriesTable,
    parse_binding,
)
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.chart_bindings import figures_of, parse_chart
from kanagawa_desk.domain.papers.printed import PrintedPaper, PrintedTable
from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.domain.periods import FiscalYear, Period
from kanagawa_desk.domain.records import BedSet
from kanagawa_desk.services.edit import FIRM
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.papers.figures import PaperFigures


@dataclass(frozen=True, slots=True)
class Sources:
    """By block: the days that its figures hold for, and those dates that are not yet 確定.

    `unapproved` are the dates of tables and charts, `unapproved_numbers` those of prose;
    `area_counts` and `plan_counts` are how many areas and plans the tables of the paper list.
    """

    days: dict[str, tuple[date, ...]] = field(default_factory=dict)
    unapproved: dict[str, tuple[str, ...]] = field(default_factory=dict)
    unapproved_numbers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    area_counts: set[int] = field(default_factory=set)
    plan_counts: set[int] = field(default_factory=set)


def sources_of(
    reads: Reads, figures: PaperFigures, blocks: Iterable[Block], filled: PrintedPaper
) -> Sources:
    """The sources of a paper's tables and charts as they are filled in; what is broken has none."""
    below_approval = unapproved_dates(reads)
    tables = {each.id: each.table for each in filled.blocks if each.table or each.chart}
    found = Sources()
    for block in blocks:
        if dates := _unapproved_numbers(block, below_approval):
            found.unapproved_numbers[block.id] = dates
        binding = bound_figures(block)
        if binding is None or block.id not in tables:
            continue
        table = tables[block.id]
        if dates := unapproved(block, below_approval):
            found.unapproved[block.id] = dates
        days = _days(binding, figures)
        if days and block.kind == "table":
            found.days[block.id] = days
        match binding:
            case BedBinding(bed_type=bed_type):
                if table is not None and figures.bed_types[bed_type].scope == "area":
                    found.area_counts.add(_areas_in(table, binding))
            case PlanBinding() if table is not None:
                found.plan_counts.add(len(table.rows))
    return found


def _areas_in(table: PrintedTable, binding: BedBinding) -> int:
    """How many areas a bed table lists; a turned one has them, and their total, as columns."""
    if binding.transposed:
        return max(len(table.columns) - 2, 1)
    return len(table.rows) - len(table.totals)


def bound_figures(block: Block) -> Binding | None:
    """What a table or chart shows of the ledgers; None for other blocks and broken bindings."""
    try:
        if block.kind == "chart" and block.binding:
            return figures_of(parse_chart(block.binding))
        return parse_binding(block.binding) if block.kind == "table" else None
    except BrokenBindingError:
        return None


def unapproved_dates(reads: Reads) -> set[tuple[str, date]]:
    """The bed types and reference dates whose figures are below 確定."""
    return {(each.bed_type, each.as_of) for each in reads.all(BedSet) if each.standing not in FIRM}


def preliminary_dates(reads: Reads) -> set[tuple[str, date]]:
    """Those of them that are 速報: what a plan prints, or was published, is none for any reader."""
    below = unapproved_dates(reads)
    preliminary = (each for each in reads.all(BedSet) if each.basis == "preliminary")
    return below & {(each.bed_type, each.as_of) for each in preliminary}


def unapproved(block: Block, below_approval: Collection[tuple[str, date]]) -> tuple[str, ...]:
    """The dates of a table or chart that are among these, as prose has them: 令和6年4月1日."""
    binding = bound_figures(block)
    if not isinstance(binding, BedBinding):
        return ()
    days = sorted(day for day in binding.dates if (binding.bed_type, day) in below_approval)
    return tuple(map(long_date, days))


def _unapproved_numbers(
    block: Block, below_approval: Collection[tuple[str, date]]
) -> tuple[str, ...]:
    numbers = (number for _, number in figures_in(block.text) if number is not None)
    days = {
        each.day for each in numbers if each.day and (each.bed_type, each.day) in below_approval
    }
    return tuple(map(long_date, sorted(days)))


def _days(binding: Binding, figures: PaperFigures) -> tuple[date, ...]:
    """The days that a table has to tell: reference dates, and values of a part of their year."""
    match binding:
        case BedBinding(dates=dates):
            return dates
        case PeriodTable(periods=periods) if binding.heads != "as_of":
            return _partial(binding.rows, periods, figures)
        case SeriesTable(period=period):
            return _partial(binding.rows, (period,), figures)
    return ()


def _partial(
    rows: Iterable[SeriesRow], periods: Iterable[Period], figures: PaperFigures
) -> tuple[date, ...]:
    shown = figures.metrics.observations
    found = (
        shown.get((series, period)) for period in periods for row in rows for series in row.series
    )
    days = {
        each.as_of
        for each in found
        if each is not None and each.as_of is not None and each.as_of != _end(each.period)
    }
    return tuple(sorted(days))


def _end(period: Period) -> date | None:
    return period.end if isinstance(period, FiscalYear) else None
