"""The figures of the ledgers as a paper of a day shows them: tables by their bindings."""

from collections.abc import Hashable, Iterable
from datetime import date

from kanagawa_desk.domain.bed_layout import in_use
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.numbering import paths
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import (
    BedBinding,
    Binding,
    BrokenBindingError,
    PeriodTable,
    PlanBinding,
    SeriesTable,
)
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.papers.printed_beds import bed_table
from kanagawa_desk.domain.papers.printed_tables import (
    MetricFigures,
    free_table,
    period_table,
    plan_table,
    series_table,
    transposed,
)
from kanagawa_desk.domain.records import (
    Area,
    BedSet,
    BedType,
    Division,
    Metric,
    Observation,
    PlanEdition,
    Series,
)
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.grids import beds_layout, plans_layout
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Reader
from kanagawa_desk.storage.unit import Unit


class PaperFigures:
    """What the ledgers hold for a paper of a day; records are read once."""

    def __init__(self, reads: Reads, held_on: date) -> None:
        """Read metrics, and the names of what bindings may refer to."""
        self.held_on = held_on
        self._reads = reads
        metrics = {metric.id: metric for metric in reads.all(Metric)}
        self.series = {each.id: each for each in reads.all(Series)}
        self.metrics = MetricFigures(
            {(each.series, each.period): each for each in reads.all(Observation)},
            {each.id: metrics[each.metric] for each in self.series.values()},
        )
        self.areas = {each.id: each for each in reads.all(Area)}
        self.bed_types = {each.id: each for each in reads.all(BedType)}
        self.divisions = {each.id: each for each in reads.all(Division)}
        self._editions = {each.id for each in reads.all(PlanEdition)}
        self._paths: dict[str, tuple[str, ...]] = {}
        self._bed_dates = {(each.bed_type, each.as_of) for each in reads.all(BedSet)}

    def table(self, binding: Binding) -> PrintedTable:
        """What a binding shows; raises BrokenBindingError where the ledgers lack what it names."""
        table = self._upright(binding)
        if isinstance(binding, BedBinding | PeriodTable | SeriesTable) and binding.transposed:
            return transposed(table)
        return table

    def _upright(self, binding: Binding) -> PrintedTable:
        match binding:
            case FreeTable():
                return free_table(binding)
            case PlanBinding():
                known(binding.divisions, self.divisions)
                return plan_table(self.plans(), binding, self.held_on)
            case BedBinding():
                return self._bed_table(binding)
            case PeriodTable():
                known((one for row in binding.rows for one in row.series), self.series)
                return period_table(binding, self.metrics)
            case SeriesTable():
                known((one for row in binding.rows for one in row.series), self.series)
                return series_table(binding, self.metrics)

    def beds(self, binding: BedBinding) -> Layout:
        """The grid that a bed binding shows, against the edition in force where it names none.

        Raises BrokenBindingError.
        """
        known([binding.bed_type], self.bed_types)
        known(filter(None, [binding.edition]), self._editions)
        known(binding.areas, self.areas)
        known(((binding.bed_type, day) for day in binding.dates), self._bed_dates)
        edition = binding.edition or None
        return beds_layout(self._reads, binding.bed_type, binding.dates, edition, binding.areas)

    def _bed_table(self, binding: BedBinding) -> PrintedTable:
        layout = self.beds(binding)
        wide = self.bed_types[binding.bed_type].scope != "area"
        try:
            return bed_table(layout, binding, "区域" if wide else layout.columns[0].label)
        except KeyError as error:  # the type has no standards to compare with
            raise BrokenBindingError(binding) from error

    def plans(self) -> Layout:
        """The plan list as the paper's day sees it."""
        return plans_layout(self._reads, self.held_on)

    def area_count(self, bed_type: str) -> int:
        """How many areas a bed type is planned in on the paper's day; BrokenBindingError."""
        known([bed_type], self.bed_types)
        scope = self.bed_types[bed_type].scope
        return sum(
            area.scope == scope and in_use(area, self.held_on) for area in self.areas.values()
        )

    def heading_path(self, block_id: str) -> tuple[str, ...]:
        """The labels down to a heading, 2, (2), イ, its own last; raises BrokenBindingError."""
        if block_id not in self._paths:
            known([block_id], {each.id for each in self._reads.all(Block, id=block_id)})
            (heading,) = self._reads.all(Block, id=block_id)
            self._paths.update(heading_paths(self._reads.all(Block, paper=heading.paper)))
        known([block_id], self._paths)
        return self._paths[block_id]

    def series_name(self, series: str) -> str:
        """マイナンバーカード保有枚数 神奈川県: a series with its metric; raises KeyError."""
        return f"{self.metrics.metrics[series].name} {self.series[series].name}".strip()


def heading_paths(blocks: Iterable[Block]) -> dict[str, tuple[str, ...]]:
    """The labels down to each heading of a paper's blocks, by its id."""
    headings = [block for block in blocks if block.kind == "heading"]
    down = paths(block.level for block in headings)
    return {block.id: path for block, path in zip(headings, down, strict=True)}


def paper_of(reads: Reader | Unit, paper_id: str) -> Paper:
    """A paper by its id; raises UserError where there is none."""
    paper = reads.get(Paper, (paper_id,))
    if paper is None:
        raise UserError(f"資料「{paper_id}」はありません。")
    return paper


def known(names: Iterable[Hashable], there: Iterable[Hashable]) -> None:
    """Raise BrokenBindingError for names that are not there."""
    missing = set(names) - set(there)
    if missing:
        raise BrokenBindingError(missing)
