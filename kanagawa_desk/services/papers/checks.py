"""点検 of a paper: what is found in it, and what was put aside as 確認済."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kanagawa_desk.domain.papers.blocks import Acknowledged, Block, Paper
from kanagawa_desk.domain.papers.checks import counts, numbering, relative_dates, tables, wording
from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.domain.papers.printed_places import places
from kanagawa_desk.domain.problems import LOOK, MUST
from kanagawa_desk.services.edit import Written, written
from kanagawa_desk.services.papers.binding_offers import Offer, Offers
from kanagawa_desk.services.papers.bindings import (
    BROKEN,
    STALE,
    BindingSummary,
    changed,
    summaries_of,
)
from kanagawa_desk.services.papers.figures import PaperFigures, paper_of
from kanagawa_desk.services.papers.rendering import printed
from kanagawa_desk.services.papers.sources import Sources, sources_of
from kanagawa_desk.storage.ledger import Ledger, Reader


@dataclass(frozen=True, slots=True)
class PaperFinding:
    """A finding with its place in words, and with who put it aside, if anybody did.

    A typed number that the ledgers hold carries the offer to bind it.
    """

    finding: Finding
    where: str
    acknowledged: Acknowledged | None = None
    offer: Offer | None = None

    @property
    def block(self) -> str:
        """The block at fault; of the paper as a whole, the paper's id."""
        return self.finding.block


def check_paper(ledger: Ledger, paper_id: str, today: date) -> tuple[PaperFinding, ...]:
    """Everything found in a paper in its order, also what was put aside; UserError for none."""
    with ledger.reading() as reads:
        return findings_of(reads, paper_id, today)


def spellings(ledger: Ledger, paper_id: str) -> tuple[str, ...]:
    """The words that a paper writes in one form only; raises UserError for no paper."""
    with ledger.reading() as reads:
        return paper_of(reads, paper_id).spellings


def set_spellings(ledger: Ledger, paper_id: str, groups: tuple[str, ...]) -> Written:
    """Take another list of words that the paper writes in one form only."""
    with ledger.batch("表記の組", paper_id) as unit:
        unit.put(replace(paper_of(unit, paper_id), spellings=groups))
    return written(unit)


def findings_of(reads: Reader, paper_id: str, today: date) -> tuple[PaperFinding, ...]:
    """As check_paper, inside a transaction."""
    paper = paper_of(reads, paper_id)
    blocks = reads.all(Block, paper=paper_id)
    filled = printed(reads, paper_id)[0]
    figures = PaperFigures(reads, paper.held_on)
    sources = sources_of(reads, figures, blocks, filled)
    order = {block.id: at for at, block in enumerate(filled.blocks)}
    where = places(filled)
    aside = {
        (each.place, each.code, each.fingerprint): each
        for each in reads.all(Acknowledged, paper=paper_id)
    }
    found: list[tuple[Finding, Offer | None]] = [
        *((each, None) for each in _bindings(summaries_of(reads, paper_id, figures))),
        *((each, None) for each in _lost_images(blocks, filled)),
        *((each, None) for each in _sources(sources, filled)),
        *((each, None) for each in _texts(paper, filled, today)),
        *_unbound(Offers(reads, figures), blocks),
    ]
    found.sort(key=lambda each: order.get(each[0].block, -1))
    return tuple(
        PaperFinding(
            each,
            where.get(each.block, paper.title),
            aside.get((each.block, each.code, each.fingerprint)),
            offer,
        )
        for each, offer in found
    )


def _unbound(offers: Offers, blocks: Sequence[Block]) -> Iterator[tuple[Finding, Offer]]:
    """Typed numbers of at least four digits that are a value of the ledgers, unit and all."""
    for block in blocks:
        for offer in offers.of(block.text, asked=False):
            label = offer.choices[0].label
            message = f"「{offer.typed}」は台帳の値（{label}）と同じです。結び付けられます。"
            evidence = f"{offer.typed} {offer.start} {label}"
            yield Finding(block.id, "number_unbound", LOOK, message, evidence), offer


def _bindings(summaries: dict[str, BindingSummary]) -> Iterator[Finding]:
    for each in summaries.values():
        if each.state == BROKEN and each.kind != "figure":
            message = f"「{each.label}」が台帳にありません。結び付きを選び直してください。"
            yield Finding(each.block, "broken_binding", MUST, message, each.evidence)
        elif each.state == STALE:
            yield changed(each)


def _lost_images(blocks: Sequence[Block], filled: PrintedPaper) -> Iterator[Finding]:
    """Figures whose image is named and not there."""
    there = {block.id for block in filled.blocks if block.image is not None}
    for block in blocks:
        if block.kind == "figure" and block.binding and block.id not in there:
            message = "図の画像が台帳にありません。画像を入れ直してください。"
            yield Finding(block.id, "broken_binding", MUST, message, block.binding)


def _sources(sources: Sources, filled: PrintedPaper) -> Iterator[Finding]:
    """What follows from where the figures of a table come from."""
    for found, remedy in (
        (sources.unapproved, "速報なら※注が付きます。"),
        (sources.unapproved_numbers, "速報値である旨を書き添えてください。"),
    ):
        for block, dates in found.items():
            names = "、".join(dates)
            message = f"{names}の数値は確定していません。{remedy}"
            yield Finding(block, "not_approved", LOOK, message, names)
    yield from tables.undated(filled.blocks, sources.days)
    yield from counts.miscounted(filled.blocks, sources.area_counts, sources.plan_counts)


def _texts(paper: Paper, filled: PrintedPaper, today: date) -> Iterator[Finding]:
    """What can be told from the paper alone."""
    blocks = filled.blocks
    yield from numbering.typed_labels(blocks)
    yield from numbering.circled_gaps(blocks)
    yield from numbering.references(blocks)
    yield from wording.mixed_spellings(blocks, paper.spellings)
    yield from relative_dates.relative_dates(blocks, paper.held_on, today)
    yield from relative_dates.plans_past(blocks, paper.held_on)
    yield from tables.without_unit(blocks)
    yield from tables.wrong_totals(blocks)
    yield from counts.misnumbered_lists(blocks)
    yield from counts.sums_not_in_tables(blocks)
