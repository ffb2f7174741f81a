"""Write a workbook: 記入要領, a sheet for each layout, and the hidden sheet of what was sent."""

from collections.abc import Iterator, Sequence

from openpyxl import Workbook

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange import base
from kanagawa_desk.exchange.addresses import address, column_letters
from kanagawa_desk.exchange.form import form_of
from kanagawa_desk.exchange.guide import GUIDE_TITLE, Guide
from kanagawa_desk.exchange.names import sheet_titles
from kanagawa_desk.exchange.reading.messages import HIDDEN_SHEET
from kanagawa_desk.exchange.writing.body import body_rows
from kanagawa_desk.exchange.writing.frame import frame
from kanagawa_desk.exchange.writing.guide_sheet import guide_rows, set_up_guide
from kanagawa_desk.exchange.writing.headings import heading_rows
from kanagawa_desk.exchange.writing.looks import Look, Looks
from kanagawa_desk.exchange.writing.markup import cell_xml, row_xml, saved
from kanagawa_desk.exchange.writing.setup import set_up


def write_workbook(sheets: Sequence[Layout], guide: Guide, request: str) -> bytes:
    """The bytes of an .xlsx that can come back; `request` is "" for a plain export.

    Raises UserError for a text that is longer than a cell of Excel holds.
    """
    workbook = Workbook()
    workbook.properties.creator, workbook.properties.title = "かながわデスク", guide.title
    looks = Looks(workbook)
    first = workbook.worksheets[0]
    first.title = GUIDE_TITLE
    set_up_guide(first, guide)
    rows = {GUIDE_TITLE: guide_rows(guide, looks)}
    extents = {GUIDE_TITLE: f"B1:C{len(rows[GUIDE_TITLE])}"}
    titles = sheet_titles(sheets)
    forms = [form_of(each, title) for each, title in zip(sheets, titles, strict=True)]
    hidden = list(base.hidden_rows(request, forms))
    for layout, title in zip(sheets, titles, strict=True):
        place = frame(layout)
        set_up(workbook.create_sheet(title), place, _option_lists(layout, hidden))
        rows[title] = [*heading_rows(place, looks), *body_rows(place, looks)]
        extents[title] = place.extent
    workbook.create_sheet(HIDDEN_SHEET).sheet_state = "veryHidden"
    rows[HIDDEN_SHEET] = list(_text_rows(hidden, looks[Look()]))
    extents[HIDDEN_SHEET] = f"A1:{address(len(hidden), max(map(len, hidden)))}"
    return saved(workbook, rows, extents)


def _option_lists(layout: Layout, hidden: list[list[str]]) -> dict[str, str]:
    """Add the options of a layout's columns to the hidden sheet; their ranges by column key."""
    lists = {}
    for column in layout.columns:
        if column.options:
            hidden.append(base.option_row(column.options))
            row, end = len(hidden), column_letters(len(hidden[-1]))
            lists[column.key] = f"{HIDDEN_SHEET}!$B${row}:${end}${row}"
    return lists


def _text_rows(texts: Sequence[Sequence[str]], style: int) -> Iterator[str]:
    for number, row in enumerate(texts, 1):
        yield row_xml(
            number,
            (cell_xml(address(number, at), style, text) for at, text in enumerate(row, 1)),
        )
