"""A committee paper as PDF: the body is laid out first, then the contents, then all is drawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.chart_specs import ChartSpec
from kanagawa_desk.domain.printed import PrintedPaper
from kanagawa_desk.reports import front
from kanagawa_desk.reports.blocks import body_strips
from kanagawa_desk.reports.flow import Page, fill_pages
from kanagawa_desk.reports.setting import LayoutProblem, Setting
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.template import DEFAULT, Template

_FRONT = ("cover", "contents")


@dataclass(frozen=True, slots=True)
class RenderedPaper:
    """A paper's PDF and where its blocks came to stand.

    `pages` maps a block's id to its printed page number (cover and contents have none),
    `sheets` to its page in the PDF, counted from 0.
    """

    pdf: bytes
    pages: Mapping[str, int]
    sheet_count: int
    sheets: Mapping[str, int]
    problems: tuple[LayoutProblem, ...]


def render_paper(
    paper: PrintedPaper,
    template: Template = DEFAULT,
    charts: Mapping[str, ChartSpec] | None = None,
    only: Collection[int] | None = None,
) -> RenderedPaper:
    """Print a paper; what cannot be printed as it stands becomes a problem, not an error.

    `charts` holds what the chart blocks show, by block id. With `only` just those sheets are
    drawn, for a preview: everything is laid out, the other sheets are blank, and there is no
    outline.
    """
    setting = Setting(template)
    body = [block for block in paper.blocks if block.kind not in _FRONT]
    strips, problems = body_strips(body, charts or {}, template)
    numbered = fill_pages(strips, template.depth, template.line_pitch)
    pages = _first_places(numbered, start=1)
    headings = [block for block in body if block.kind == "heading"]
    sheets: list[Page] = []
    for block in paper.blocks:
        if block.kind == "cover":
            sheets.append(front.cover(setting, paper, block))
        elif block.kind == "contents":
            sheets += front.contents(setting, block, headings, pages)
    if template.mirrored and len(sheets) % 2:
        sheets.append([])  # so that page 1 is a right-hand page
    unnumbered = len(sheets)
    sheets += numbered
    pdf = to_pdf(
        f"{paper.session}\u3000{paper.title}".strip(),
        template,
        sheets,
        unnumbered=unnumbered,
        stamp=setting.figures("", f"（案）{paper.stamp}") if paper.draft else "",
        only=only,
    )
    return RenderedPaper(
        pdf, pages, len(sheets), _first_places(sheets, start=0), (*setting.problems, *problems)
    )


def _first_places(pages: Sequence[Page], start: int) -> dict[str, int]:
    """Where each block begins, counting pages from `start`."""
    places: dict[str, int] = {}
    for number, page in enumerate(pages, start):
        for _, strip in page:
            places.setdefault(strip.block, number)
    return places
