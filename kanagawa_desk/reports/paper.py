"""A committee paper as PDF: the body is laid out first, then the contents, then all is drawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.reports import front
from kanagawa_desk.reports.blocks import Stretch, body_stretches
from kanagawa_desk.reports.flow import Page, Strip, fill_pages
from kanagawa_desk.reports.setting import LayoutProblem, Setting
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.template import Template, template_of

_FRONT = ("cover", "contents")

Place = tuple[int, float, float]
"""A sheet counted from 0, and the top and foot of what stands there as shares of its height."""


@dataclass(frozen=True, slots=True)
class Body:
    """The numbered pages of a paper; `turned` are those in landscape, counted from 0."""

    pages: list[Page]
    turned: frozenset[int]
    problems: tuple[LayoutProblem, ...]


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A paper's PDF and where its blocks came to stand.

    `pages` maps a block's id to its printed page number (cover and contents have none),
    `sheets` to its page in the PDF, counted from 0, and `places` to all that it covers.
    """

    pdf: bytes
    pages: Mapping[str, int]
    sheet_count: int
    sheets: Mapping[str, int]
    places: Mapping[str, tuple[Place, ...]]
    problems: tuple[LayoutProblem, ...]


def render_paper(
    paper: PrintedPaper, template: Template | None = None, only: Collection[int] | None = None
) -> RenderedPaper:
    """Print a paper; what cannot be printed as it stands becomes a problem, not an error.

    Without a template it is printed by its own. With `only` just those sheets are drawn, for a
    preview: everything is laid out, the other sheets are blank, and there is no outline.
    """
    template = template or template_of(paper.template)
    setting = Setting(template)
    body = lay_out(paper, template)
    pages = _first_places(body.pages, start=1)
    sheets = front_sheets(setting, paper, {block: str(page) for block, page in pages.items()})
    unnumbered = len(sheets)
    sheets += body.pages
    turned = {unnumbered + number for number in body.turned}
    pdf = to_pdf(
        document_title(paper),
        template,
        sheets,
        numbers=[""] * unnumbered + [str(n) for n in range(1, len(body.pages) + 1)],
        stamp=setting.figures("", f"（案）{paper.stamp}") if paper.draft else "",
        only=only,
        turned=turned,
    )
    return RenderedPaper(
        pdf,
        pages,
        len(sheets),
        _first_places(sheets, start=0),
        _all_places(sheets, turned, template),
        (*setting.problems, *body.problems),
    )


def document_title(paper: PrintedPaper) -> str:
    """What a reader shows as the name of the PDF."""
    return f"{paper.session}\u3000{paper.title}".strip()


def lay_out(paper: PrintedPaper, template: Template) -> Body:
    """The numbered pages of a paper."""
    blocks = [block for block in paper.blocks if block.kind not in _FRONT]
    stretches, problems = body_stretches(blocks, template)
    pages, turned = fill_stretches(stretches, template)
    return Body(pages, turned, tuple(problems))


def fill_stretches(
    stretches: Sequence[Stretch], template: Template
) -> tuple[list[Page], frozenset[int]]:
    """The pages of stretches, each beginning one, and which of them are turned."""
    pages: list[Page] = []
    turned: set[int] = set()
    unseen: list[Strip] = []
    for stretch in stretches:
        strips = [*unseen, *stretch.strips]
        # Breaks alone, one behind the other, make no page of their own.
        if stretch is not stretches[-1]:
            seen = [index for index, strip in enumerate(strips) if strip.height]
            cut = seen[-1] + 1 if seen else 0
            strips, unseen = strips[:cut], strips[cut:]
        if not strips:
            continue
        depth = (template.turned() if stretch.turned else template).depth
        filled = fill_pages(strips, depth, template.line_pitch, before=len(pages))
        if stretch.turned:
            turned |= set(range(len(pages), len(pages) + len(filled)))
        pages += filled
    return pages or [[]], frozenset(turned)


def front_sheets(setting: Setting, paper: PrintedPaper, pages: Mapping[str, str]) -> list[Page]:
    """Cover and contents, and a blank sheet so that page 1 is a right-hand page, if it must be.

    `pages` are the page numbers of the headings by their block.
    """
    headings = [block for block in paper.blocks if block.kind == "heading"]
    sheets: list[Page] = []
    for block in paper.blocks:
        if block.kind == "cover":
            sheets.append(front.cover(setting, paper, block))
        elif block.kind == "contents":
            sheets += front.contents(setting, block, headings, pages)
    if setting.template.mirrored and len(sheets) % 2:
        sheets.append([])
    return sheets


def _first_places(pages: Sequence[Page], start: int) -> dict[str, int]:
    """Where each block begins, counting pages from `start`."""
    places: dict[str, int] = {}
    for number, page in enumerate(pages, start):
        for _, strip in page:
            places.setdefault(strip.block, number)
    return places


def _all_places(
    sheets: Sequence[Page], turned: Collection[int], template: Template
) -> dict[str, tuple[Place, ...]]:
    """What each block covers of the sheets that it stands on."""
    found: dict[str, dict[int, tuple[float, float]]] = {}
    for number, page in enumerate(sheets):
        look = template.turned() if number in turned else template
        for depth, strip in page:
            top, foot = look.top + depth, look.top + depth + strip.height
            covered = found.setdefault(strip.block, {})
            least, most = covered.get(number, (top, foot))
            covered[number] = (min(least, top), max(most, foot))
    heights = {False: template.height, True: template.width}
    return {
        block: tuple(
            (number, top / heights[number in turned], foot / heights[number in turned])
            for number, (top, foot) in covered.items()
        )
        for block, covered in found.items()
    }
