"""Committee papers: listed, filled in from the ledgers, and laid out as PDF."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.numbering import labels
from kanagawa_desk.domain.papers.blocks import STAGES, Block, Paper, PaperEdition
from kanagawa_desk.domain.papers.image_bindings import parse_image
from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedPaper, fingerprint
from kanagawa_desk.domain.papers.templates import PaperTemplate
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.papers.bound import Bound
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit

FINAL_STAGES = {"submitted", "replaced"}

Place = tuple[int, float, float]
"""A sheet from 0, and the top and foot of what stands there as shares of its height."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """A paper in the list; `editions` is how many 提出版 it has."""

    id: str
    title: str
    held_on: date
    stage: str
    stage_label: str
    editions: int

    @property
    def standing(self) -> str:
        """提出版（2）: the stage, and behind it how many editions are kept."""
        return f"{self.stage_label}（{self.editions}）" if self.editions else self.stage_label


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A heading: its level (1 to 7), label, title, printed page and 0-based PDF page."""

    block: str
    level: int
    label: str
    title: str
    page: int | None
    sheet: int


@dataclass(frozen=True, slots=True)
class Rendered:
    """A paper as PDF, with where its headings and blocks came to stand, and its problems.

    `places` holds for each block every sheet that it stands on (from 0), with its top and foot
    there as shares of the sheet's height.
    """

    pdf: bytes
    outline: tuple[OutlineEntry, ...]
    sheets: Mapping[str, int]
    places: Mapping[str, tuple[Place, ...]]
    sheet_count: int
    problems: tuple[Found, ...]


def papers(ledger: Ledger) -> tuple[PaperView, ...]:
    """The papers in order."""
    with ledger.reading() as reads:
        editions = Counter(each.paper for each in reads.all(PaperEdition))
        return tuple(
            PaperView(
                each.id,
                each.title,
                each.held_on,
                each.stage,
                STAGES[each.stage],
                editions[each.id],
            )
            for each in reads.all(Paper)
        )


def find(ledger: Ledger, name: str) -> str:
    """The id of the paper with this number or title; raises UserError where none or several."""
    found = [each for each in papers(ledger) if name in (each.id, each.title)]
    if len(found) == 1:
        return found[0].id
    if found:
        numbers = "、".join(each.id for each in found)
        raise UserError(f"「{name}」は{len(found)}件あります。番号で選んでください（{numbers}）。")
    raise UserError(f"資料「{name}」はありません。paper list で番号を確かめてください。")


def render(ledger: Ledger, paper_id: str, only: Collection[int] | None = None) -> Rendered:
    """Fill a paper in from the ledgers and lay it out; what is broken is printed and listed.

    With `only` just those sheets (from 0) are drawn, the others are blank: for a preview.
    """
    with ledger.reading() as reads:
        paper, problems = printed(reads, paper_id)
    return laid_out(paper, problems, only)


def laid_out(
    paper: PrintedPaper, problems: Iterable[Found], only: Collection[int] | None = None
) -> Rendered:
    """A paper that is filled in as PDF, with the problems of filling in and those of layout."""
    from kanagawa_desk.reports.paper import render_paper

    made = render_paper(paper, only=only)
    titles = {block.id: f"{block.label}　{block.text}" for block in paper.blocks if block.label}
    found = [
        Found(each.code, MUST, titles.get(each.block, paper.title), each.message)
        for each in made.problems
    ]
    outline = tuple(
        OutlineEntry(
            block.id,
            block.level,
            block.label,
            block.text,
            made.pages.get(block.id),
            made.sheets[block.id],
        )
        for block in paper.blocks
        if block.kind == "heading"
    )
    return Rendered(
        made.pdf, outline, made.sheets, made.places, made.sheet_count, (*problems, *found)
    )


def page_image(pdf: bytes, sheet: int, width: int) -> bytes:
    """A page of a PDF (from 0) as a PNG of this width in pixels."""
    from kanagawa_desk.reports.preview import page_png

    return page_png(pdf, sheet, width)


def printed(reads: Reader | Unit, paper_id: str) -> tuple[PrintedPaper, list[Found]]:
    """A paper filled in from the ledgers, and what is broken in it; raises UserError."""
    paper = reads.get(Paper, (paper_id,))
    if paper is None:
        raise UserError(f"資料「{paper_id}」はありません。")
    bound = Bound(reads, paper.held_on)
    blocks = _blocks(reads.all(Block, paper=paper_id), bound, paper.title)
    draft = paper.stage not in FINAL_STAGES
    stamp = _stamp(reads) if draft else ""
    template = reads.get(PaperTemplate, (paper_id,))
    filled = PrintedPaper(paper.title, paper.session, paper.held_on, blocks, draft, stamp, template)
    return filled, bound.problems


def _blocks(blocks: tuple[Block, ...], bound: Bound, title: str) -> tuple[PrintedBlock, ...]:
    levels = [block.level for block in blocks if block.kind == "heading"]
    numbers = labels(levels)
    deeper = 1 if 0 in levels else 0  # all stand one level further in under 第1
    level, place = 0, title
    filled = []
    for block in blocks:
        label = ""
        if block.kind == "heading":
            level, label = block.level + deeper, next(numbers)
            place = f"{title} {label}　{block.text}"
        text = bound.prose(block.text, place)
        chart = bound.chart(block, place) if block.kind == "chart" else None
        image = bound.image(block, place) if block.kind == "figure" else None
        listed = block.kind in ("circled", "attachments")
        filled.append(
            PrintedBlock(
                block.id,
                block.kind,
                level,
                label,
                "" if listed else text,
                block.style,
                max(block.level, 1) if block.kind in ("bullet", "circle") else 1,
                block.columns,
                tuple(text.split("\n")) if listed else (),
                bound.table(block, place) if block.kind == "table" else None,
                chart,
                image,
                parse_image(block.binding).width_mm if image is not None else 0,
                fingerprint(chart, image),
            )
        )
        filled += [
            PrintedBlock(f"{block.id}:{number}", "note", level, text=note)
            for number, note in enumerate(bound.notes(block), start=1)
        ]
    return tuple(filled)


def _stamp(reads: Reader | Unit) -> str:
    """When the ledger was last changed: a draft says as of when it was made, reproducibly."""
    found = history.batches(reads.connection, limit=1)
    if not found:
        return ""
    at = found[0].at.astimezone(JAPAN)
    return f"{long_date(at.date())} {at:%H:%M} 現在"
