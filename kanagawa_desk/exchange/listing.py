"""A plain list as a workbook: one sheet that is read or printed and never comes back."""

from openpyxl import Workbook

from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.exchange.addresses import address, column_letters
from kanagawa_desk.exchange.writing.headings import HEADING, LEGEND, TITLE
from kanagawa_desk.exchange.writing.looks import Look, Looks
from kanagawa_desk.exchange.writing.markup import FORMULA_SIGNS, cell_xml, row_xml, saved
from kanagawa_desk.exchange.writing.measures import column_width, lines_of, row_height
from kanagawa_desk.exchange.writing.setup import set_up_print

_HEAD_ROW = 3
_ALIGN = {"left": "left", "centre": "center", "right": "right"}
_WIDTH = 60  # of all columns together, in full-width characters


def write_list(title: str, subtitle: str, table: PrintedTable) -> bytes:
    """The bytes of an .xlsx with a table below its title; right-hand whole numbers are numbers."""
    workbook = Workbook()
    workbook.properties.creator, workbook.properties.title = "かながわデスク", title
    sheet = workbook.worksheets[0]
    sheet.title = title[:31]
    shares = sum(column.share for column in table.columns)
    widths = [max(3, round(_WIDTH * column.share / shares)) for column in table.columns]
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[column_letters(number)].width = column_width(width)
    looks = Looks(workbook)
    texts = [["\n".join(lines) for lines in row] for row in table.rows]
    rows = [
        row_xml(1, [cell_xml("A1", looks[TITLE], title)], 28),
        row_xml(2, [cell_xml("A2", looks[LEGEND], subtitle)], 18),
        row_xml(
            _HEAD_ROW,
            (
                cell_xml(address(_HEAD_ROW, at), looks[HEADING], "".join(lines))
                for at, lines in enumerate(table.head, 1)
            ),
            row_height(1),
        ),
    ]
    for number, row in enumerate(texts, _HEAD_ROW + 1):
        cells = [
            _cell(address(number, at), text, column.align, looks)
            for at, (text, column) in enumerate(zip(row, table.columns, strict=True), 1)
        ]
        lines = max(lines_of(text, width) for text, width in zip(row, widths, strict=True))
        rows.append(row_xml(number, cells, row_height(lines)))
    extent = f"A1:{address(_HEAD_ROW + len(texts), len(widths))}"
    sheet.freeze_panes = f"A{_HEAD_ROW + 1}"
    set_up_print(sheet, extent, landscape=True)
    sheet.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    return saved(workbook, {sheet.title: rows}, {sheet.title: extent})


def _cell(place: str, text: str, align: str, looks: Looks) -> str:
    figure = align == "right" and text.isdecimal()
    look = Look(
        border="grid",
        align=_ALIGN[align],
        wrap=True,
        digits=figure,
        quoted=text.startswith(FORMULA_SIGNS),
    )
    return cell_xml(place, looks[look], int(text) if figure else text)
