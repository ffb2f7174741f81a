"""The grids of a ledger: what is stored, laid out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain import metric_outline as outline
from kanagawa_desk.domain.bed_layout import BedSource, bed_layout
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.metric_layout import MetricSource, metric_layout
from kanagawa_desk.domain.metric_outline import Node
from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.plan_layout import plan_layout
from kanagawa_desk.domain.plans import edition_in_force, edition_label
from kanagawa_desk.domain.records import (
    BASES,
    SCOPES,
    STANDINGS,
    Area,
    BedCount,
    BedSet,
    BedStandard,
    BedType,
    Division,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger

ABOUT = ("beds", "plans", "metrics")


@dataclass(frozen=True, slots=True)
class BedDate:
    """A reference date of a bed type."""

    day: date
    label: str
    basis_label: str
    standing_label: str


@dataclass(frozen=True, slots=True)
class BedTab:
    """A bed type with its reference dates, the earliest first."""

    bed_type: str
    name: str
    scope_label: str
    dates: tuple[BedDate, ...]


def bed_tabs(ledger: Ledger) -> tuple[BedTab, ...]:
    """The bed types in order."""
    with ledger.reading() as reads:
        sets = reads.all(BedSet)
        return tuple(
            BedTab(
                each.id,
                each.name,
                _scope_label(reads, each),
                tuple(_bed_date(one) for one in sets if one.bed_type == each.id),
            )
            for each in reads.all(BedType)
        )


@dataclass(frozen=True, slots=True)
class EditionChoice:
    """A plan edition that counts can be compared with."""

    id: str
    label: str


def editions(ledger: Ledger, bed_type: str) -> tuple[EditionChoice, ...]:
    """The editions of the plans that set standards for a bed type, the latest first."""
    with ledger.reading() as reads:
        every = {each.id: each for each in reads.all(PlanEdition)}
        plans = {every[each.edition].plan for each in reads.all(BedStandard, bed_type=bed_type)}
        own = [each for each in every.values() if each.plan in plans]
    own.sort(key=lambda each: each.period.start or FiscalYear(0), reverse=True)
    return tuple(EditionChoice(each.id, edition_label(each)) for each in own)


def beds_grid(
    ledger: Ledger,
    bed_type: str,
    dates: Sequence[date] | None = None,
    edition: str | None = None,
) -> Layout:
    """The grid of a bed type at these reference dates (default: all that it has).

    Counts are compared with the edition named, or with the one in force at the last date.
    """
    with ledger.reading() as reads:
        return beds_layout(reads, bed_type, dates, edition)


def plans_grid(ledger: Ledger, today: date) -> Layout:
    """The plan list as it stands today."""
    with ledger.reading() as reads:
        return plans_layout(reads, today)


def metrics_grid(
    ledger: Ledger, first: FiscalYear | None = None, last: FiscalYear | None = None
) -> Layout:
    """The metric grid over these fiscal years (default: all that have a value)."""
    with ledger.reading() as reads:
        return metrics_layout(reads, first, last)


def metric_outline(ledger: Ledger) -> tuple[Node, ...]:
    """The series of the metric grid under the headings of the latest paper."""
    with ledger.reading() as reads:
        return outline.metric_outline(reads.all(Metric), reads.all(Series), _section_titles(reads))


def shown(ledger: Ledger, about: str, as_of: date | None, today: date) -> tuple[Layout, ...]:
    """The grids of beds, plans or metrics; of beds with this reference date alone, if given."""
    with ledger.reading() as reads:
        found = layouts(reads, about, today)
        if about != "beds" or as_of is None:
            return found
        return tuple(beds_layout(reads, each.id, [as_of]) for each in reads.all(BedType))


def layouts(reads: Reads, about: str, today: date) -> tuple[Layout, ...]:
    """Every grid of beds, plans, metrics or all, as workbooks carry them."""
    found: list[Layout] = []
    if about in ("beds", "all"):
        found += [beds_layout(reads, each.id) for each in reads.all(BedType)]
    if about in ("plans", "all"):
        found.append(plans_layout(reads, today))
    if about in ("metrics", "all"):
        found.append(metrics_layout(reads))
    return tuple(found)


def beds_layout(
    reads: Reads,
    bed_type: str,
    dates: Sequence[date] | None = None,
    edition: str | None = None,
    areas: Collection[str] = (),
) -> Layout:
    """As beds_grid, inside a transaction, and of these areas alone where some are named."""
    days = sorted(one.as_of for one in reads.all(BedSet, bed_type=bed_type))
    chosen = days if dates is None else sorted(dates)
    compared = _edition(reads, bed_type, chosen[-1] if chosen else date.max, edition)
    standards = reads.all(BedStandard, bed_type=bed_type, edition=compared.id) if compared else ()
    source = BedSource(
        next(each for each in reads.all(BedType) if each.id == bed_type),
        compared,
        [each for each in reads.all(Area) if not areas or each.id in areas],
        {each.area: each for each in standards},
        {(each.area, each.as_of): each for each in reads.all(BedCount, bed_type=bed_type)},
    )
    return bed_layout(source, chosen)


def plans_layout(reads: Reads, today: date, plans: frozenset[str] = frozenset()) -> Layout:
    """As plans_grid, inside a transaction, and of these plans alone where some are named."""
    divisions = {each.id: each.name for each in reads.all(Division)}
    listed = reads.all(Plan, id=plans) if plans else reads.all(Plan)
    editions = reads.all(PlanEdition, plan=plans) if plans else reads.all(PlanEdition)
    return plan_layout(listed, editions, divisions, today)


def metrics_layout(
    reads: Reads, first: FiscalYear | None = None, last: FiscalYear | None = None
) -> Layout:
    """As metrics_grid, inside a transaction."""
    source = MetricSource(
        reads.all(Metric), reads.all(Series), reads.all(Observation), _section_titles(reads)
    )
    return metric_layout(source, first, last)


def _edition(reads: Reads, bed_type: str, day: date, edition: str | None) -> PlanEdition | None:
    """The edition named, else of those that set standards for the type the one in force."""
    setting = {each.edition for each in reads.all(BedStandard, bed_type=bed_type)}
    editions = [each for each in reads.all(PlanEdition) if each.id in setting | {edition}]
    if edition is not None:
        return next((each for each in editions if each.id == edition), None)
    return edition_in_force(editions, day)


def _scope_label(reads: Reads, bed_type: BedType) -> str:
    if bed_type.scope != "area":
        return SCOPES[bed_type.scope]
    return f"{sum(area.scope == 'area' for area in reads.all(Area))}圏域"


def _bed_date(one: BedSet) -> BedDate:
    return BedDate(one.as_of, short_date(one.as_of), BASES[one.basis], STANDINGS[one.standing])


def _section_titles(reads: Reads) -> dict[str, str]:
    """The headings of the latest paper by the path of their labels (2(2)イ(ア))."""
    papers = sorted(reads.all(Paper), key=lambda paper: paper.held_on)
    if not papers:
        return {}
    headings = [b for b in reads.all(Block, paper=papers[-1].id) if b.kind == "heading"]
    titles: dict[str, str] = {}
    path: list[str] = []
    for block, label in zip(headings, labels(b.level for b in headings), strict=True):
        path[block.level - 1 :] = [label]
        titles["".join(path)] = block.text
    return titles
