"""正誤表 as PDF: page and line, wrong and right, what differs underlined."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from reportlab.lib.units import mm

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.papers.errata import Erratum
from kanagawa_desk.domain.papers.printed import PrintedPaper
from kanagawa_desk.reports.flow import Strip, fill_pages
from kanagawa_desk.reports.marked_text import marked_strips
from kanagawa_desk.reports.paper import lay_out
from kanagawa_desk.reports.setting import Setting
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.side_by_side import Sides, head_strip, row_strips, title_strips
from kanagawa_desk.reports.template import Template, template_of
from kanagawa_desk.reports.whereabouts import Spot, page_of_row, spot_of, whereabouts

TITLE = "正誤表"
_HEADS = ("頁・行", "誤", "正")
_SHEET = Template(
    left=25 * mm, right=20 * mm, top=25 * mm, bottom=25 * mm, size=10.5, line_pitch=16.0
)
_PLACE = 78.0  # points, for page and line
_SIDES = Sides(_SHEET, (_PLACE, *[(_SHEET.measure - _PLACE) / 2] * 2))
_COUNTED = "行は、頁の上から表を除いて数えたものです。"


def render_errata(
    paper: PrintedPaper, corrections: Sequence[Erratum], day: date
) -> tuple[bytes, int]:
    """The corrections to a paper as it was printed, and on how many sheets."""
    spots = whereabouts(lay_out(paper, template_of(paper.template)).pages)
    setting = Setting(_SHEET)
    names = [f"{paper.session}\u3000{paper.title}".strip(), f"{long_date(day)}\u3000{_COUNTED}"]
    head = head_strip(_SIDES, _HEADS)
    strips = [*title_strips(setting, _SIDES, TITLE, names), head]
    for number, each in enumerate(corrections):
        strips += _row(f"row-{number}", each, spots, head, len(names))
    pages = fill_pages(strips, _SHEET.depth, _SHEET.line_pitch)
    return to_pdf(f"{TITLE}\u3000{paper.title}", _SHEET, pages), len(pages)


def _row(
    block: str,
    erratum: Erratum,
    spots: Mapping[str, Sequence[Spot]],
    head: Strip,
    titles: int,
) -> Iterator[Strip]:
    pieces = (((_place(erratum, spots), False),), erratum.wrong, erratum.right)
    cells = [
        marked_strips(Setting(_SIDES.cell(column)), block, each)
        for column, each in enumerate(pieces)
    ]
    return row_strips(_SIDES, block, cells, head, titles=titles)


def _place(erratum: Erratum, spots: Mapping[str, Sequence[Spot]]) -> str:
    """12頁 3行, or 12頁 表（横浜）; 表紙 for what stands on no numbered page."""
    if erratum.row:
        page = page_of_row(spots, erratum.block, erratum.row)
        return f"{page}頁\n表（{erratum.row}）" if page else f"表（{erratum.row}）"
    spot = spot_of(spots, erratum.block, erratum.place)
    return f"{spot[0]}頁 {spot[1]}行" if spot else "表紙"
