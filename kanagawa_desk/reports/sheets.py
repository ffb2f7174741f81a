"""Drawing laid-out pages as a PDF: fonts, bookmarks, page numbers and the stamp of a draft."""

from collections.abc import Collection, Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFPageLabel
from reportlab.pdfgen.canvas import Canvas

from kanagawa_desk.reports.flow import Page
from kanagawa_desk.reports.fonts import load
from kanagawa_desk.reports.glyphs import printable
from kanagawa_desk.reports.linebreak import text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.tables import THICK, THIN
from kanagawa_desk.reports.template import Template

# ReportLab would write every page in ASCII characters, a quarter larger and slower.
rl_config.useA85 = 0

_NUMBER_HEIGHT = 41.0  # of the page number's middle above the sheet's foot
_STAMP_DEPTH = 36.0  # of the stamp below the sheet's top


def to_pdf(
    title: str,
    template: Template,
    sheets: Sequence[Page],
    *,
    numbers: Sequence[str] | None = None,
    stamp: str = "",
    only: Collection[int] | None = None,
    turned: Collection[int] = (),
    whole: bool = True,
) -> bytes:
    """Sheets as a PDF, the same bytes for the same sheets.

    `numbers` are the page numbers at their feet, "" for none (default: 1, 2, 3 …); `stamp`
    stands in the head of each. With `only` just these sheets (counted from 0) are drawn, the
    others are blank, and there is no outline. Sheets that are `turned` are in landscape. Where
    they are not the `whole` paper nothing leads from one to another.
    """
    if numbers is None:
        numbers = [str(number) for number in range(1, len(sheets) + 1)]
    load(template.body_face)
    buffer = BytesIO()
    canvas = Canvas(
        buffer,
        pagesize=(template.width, template.height),
        pageCompression=1,
        invariant=1,
        initialFontName=template.body_face,  # type: ignore[arg-type]  # the stub says float
        lang="ja-JP",
    )
    canvas.setTitle(printable(title)[0])
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("かながわデスク")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    _label_pages(canvas, numbers)
    pen = Pen(canvas, navigable=whole and only is None)
    for number, page in enumerate(sheets):
        look = template.turned() if number in turned else template
        canvas.setPageSize((look.width, look.height))
        if only is None or number in only:
            mirrored = look.mirrored and number % 2 and not look.is_landscape
            left = look.right if mirrored else look.left
            draw_strips(pen, page, left, look.height - look.top)
            if numbers[number]:
                _draw_number(pen, look, left, numbers[number])
            if stamp and page:
                _draw_stamp(pen, look, left, stamp)
        pen.end_page()
    canvas.save()
    return buffer.getvalue()


def draw_strips(pen: Pen, page: Page, left: float, top: float) -> None:
    """Draw the strips of a page, and around those of one table its rules."""
    begun = 0.0
    for index, (depth, strip) in enumerate(page):
        strip.draw(pen, left, top - depth)
        if strip.grid is None:
            continue
        if index == 0 or page[index - 1][1].grid is not strip.grid:
            begun = depth
        if index + 1 == len(page) or page[index + 1][1].grid is not strip.grid:
            edges = strip.grid.edges
            foot, head = top - depth - strip.height, top - begun
            for edge in edges[1:-1]:
                pen.rule(left + edge, foot, left + edge, head, THIN)
            pen.frame(left + edges[0], foot, edges[-1] - edges[0], head - foot, THICK)


def _label_pages(canvas: Canvas, numbers: Sequence[str]) -> None:
    """Give the sheets the numbers that a reader shows: those that are printed."""
    before = None
    for sheet, text in enumerate(numbers):
        counted = int(text) if text.isdecimal() else None
        if counted is None:
            canvas.addPageLabel(sheet, prefix=text or None)
        elif before is None or counted != before + 1:
            canvas.addPageLabel(sheet, PDFPageLabel.ARABIC, counted)
        before = counted


def _draw_number(pen: Pen, template: Template, left: float, text: str) -> None:
    style = template.plain(template.size)
    x = left + (template.measure - text_width(text, style)) / 2
    pen.text(x, _NUMBER_HEIGHT, text, style)


def _draw_stamp(pen: Pen, template: Template, left: float, stamp: str) -> None:
    style = template.plain(template.small_size, template.heading_face)
    x = left + template.measure - text_width(stamp, style)
    pen.text(x, template.height - _STAMP_DEPTH, stamp, style)
