"""Bound blocks filled in: the tables and figures that a paper shows of the ledgers."""

from collections.abc import Iterable
from datetime import date

from kanagawa_desk.domain.bindings import (
    BedBinding,
    BrokenBindingError,
    FigureInProse,
    PeriodTable,
    PlanBinding,
    SeriesTable,
    figures_in,
    parse_binding,
)
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers import Block
from kanagawa_desk.domain.printed import PrintedTable
from kanagawa_desk.domain.printed_tables import (
    MetricFigures,
    bed_table,
    free_table,
    period_table,
    plan_table,
    series_table,
)
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.domain.records import BedType, Metric, Observation, PlanEdition, Series
from kanagawa_desk.services.grids import beds_layout, plans_layout
from kanagawa_desk.services.names import Reads


class Bound:
    """What the blocks of a paper of a date show; problems are gathered on the way."""

    def __init__(self, reads: Reads, held_on: date) -> None:
        """Read the figures once."""
        self._reads = reads
        self._held_on = held_on
        metrics = {metric.id: metric for metric in reads.all(Metric)}
        self._figures = MetricFigures(
            {(each.series, each.period): each for each in reads.all(Observation)},
            {each.id: metrics[each.metric] for each in reads.all(Series)},
        )
        self.problems: list[Found] = []

    def table(self, block: Block, place: str) -> PrintedTable | None:
        """The table that a block is bound to; None, with a problem, where it is broken."""
        try:
            return self._table(block.binding)
        except BrokenBindingError:
            self._broken(place, "表の結び付きが台帳にありません。表を入れ直してください。")
            return None

    def prose(self, text: str, place: str) -> str:
        """Prose with the figures that are bound in it."""
        if "{" not in text:
            return text
        return "".join(
            piece if figure is None else self._figure(figure, place)
            for piece, figure in figures_in(text)
        )

    def _table(self, text: str) -> PrintedTable:
        match parse_binding(text):
            case BedBinding() as binding:
                return self._bed_table(binding)
            case FreeTable() as table:
                return free_table(table)
            case PlanBinding():
                return plan_table(plans_layout(self._reads, self._held_on), self._held_on)
            case PeriodTable() as binding:
                self._known(series for row in binding.rows for series in row.series)
                return period_table(binding, self._figures)
            case SeriesTable() as binding:
                self._known(series for row in binding.rows for series in row.series)
                return series_table(binding, self._figures)

    def _bed_table(self, binding: BedBinding) -> PrintedTable:
        types = {each.id: each for each in self._reads.all(BedType)}
        editions = {each.id for each in self._reads.all(PlanEdition)}
        if binding.bed_type not in types or binding.edition not in editions:
            raise BrokenBindingError(binding)
        layout = beds_layout(self._reads, binding.bed_type, binding.dates, binding.edition)
        wide = types[binding.bed_type].scope != "area"
        return bed_table(layout, binding, "区域" if wide else layout.columns[0].label)

    def _known(self, series: Iterable[str]) -> None:
        if not set(series) <= set(self._figures.metrics):
            raise BrokenBindingError(series)

    def _figure(self, figure: FigureInProse, place: str) -> str:
        if (figure.series, figure.period) not in self._figures.observations:
            self._broken(place, "文中の数値が台帳にありません。入れ直してください。")
        return self._figures.text(figure.series, figure.period)

    def _broken(self, place: str, message: str) -> None:
        self.problems.append(Found("broken_binding", MUST, place, message))
