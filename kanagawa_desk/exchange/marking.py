"""Send a workbook back: cells at fault in red with a comment each, and a first sheet of them."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import coordinate_to_tuple
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.exchange.found import Finding
from kanagawa_desk.exchange.names import AUTHOR
from kanagawa_desk.exchange.writing.looks import FONT, HEAD_FILL, INPUT_FILL, LINE
from kanagawa_desk.exchange.writing.measures import column_width, lines_of, row_height
from kanagawa_desk.exchange.writing.setup import set_up_print

LIST_TITLE = "修正依頼"
FAULT_FILL = "F6B9B3"

_HEADINGS = {"No.": 3, "シート": 12, "セル": 5, "直していただくところ": 40}  # full-width characters
_COMMENT_WIDTH = 260  # pixels, which hold about 18 full-width characters


def mark_workbook(content: bytes, faults: Sequence[Finding]) -> bytes:
    """A returned workbook with its faults marked, to be sent back for correction (修正依頼).

    `content` is a workbook that reader.read_workbook has read. Marks of an earlier round are
    taken off. A fault without a cell, or on a sheet that is gone, is on the list only.
    """
    workbook = load_workbook(BytesIO(content))
    if LIST_TITLE in workbook.sheetnames:
        workbook.remove(workbook[LIST_TITLE])
    for each in workbook.worksheets:
        _unmark(each)
    for sheet, address, messages in _by_cell(workbook, faults):
        cell = _shown(sheet, address)
        said = [*messages, f"――\n{cell.comment.text}"] if cell.comment else messages
        lines = sum(lines_of(message, 18) for message in said)
        cell.fill = PatternFill("solid", fgColor=FAULT_FILL)
        cell.comment = Comment("\n".join(said), AUTHOR, 20 * lines + 20, _COMMENT_WIDTH)
    _list(workbook.create_sheet(LIST_TITLE, 0), faults)
    workbook.active = 0
    for each in workbook.worksheets:
        each.sheet_view.tabSelected = each.title == LIST_TITLE
    marked = BytesIO()
    workbook.save(marked)
    return marked.getvalue()


def _unmark(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and cell.comment and cell.comment.author == AUTHOR:
                cell.comment = None
                cell.fill = PatternFill("solid", fgColor=INPUT_FILL)


def _by_cell(
    workbook: Workbook, faults: Iterable[Finding]
) -> Iterable[tuple[Worksheet, str, list[str]]]:
    sheets = {sheet.title: sheet for sheet in workbook.worksheets}
    messages: dict[tuple[str, str], list[str]] = {}
    for each in faults:
        if each.cell and each.sheet in sheets:
            messages.setdefault((each.sheet, each.cell), []).append(each.message)
    return [(sheets[title], address, said) for (title, address), said in messages.items()]


def _shown(sheet: Worksheet, address: str) -> Cell | MergedCell:
    """The cell that shows at an address: of merged ones the first."""
    for merged in sheet.merged_cells.ranges:
        if address in merged:
            return sheet.cell(merged.min_row, merged.min_col)
    row, column = coordinate_to_tuple(address)
    return sheet.cell(row, column)


def _list(sheet: Worksheet, faults: Sequence[Finding]) -> None:
    sheet["A1"] = "修正をお願いします"
    sheet["A1"].font = Font(name=FONT, sz=16, b=True)
    sheet["A2"] = "赤いセルを直し、このファイルをもう一度お送りください。"
    sheet["A2"].font = Font(name=FONT, sz=10)
    rows = [
        (str(number), each.sheet, each.cell, each.message) for number, each in enumerate(faults, 1)
    ]
    for row, texts in enumerate([tuple(_HEADINGS), *rows], 4):
        for column, text in enumerate(texts, 1):
            _write(sheet.cell(row, column), text, heading=row == 4)
        lines = (
            lines_of(text, width) for text, width in zip(texts, _HEADINGS.values(), strict=True)
        )
        sheet.row_dimensions[row].height = row_height(max(lines))
    for letter, width in zip("ABCD", _HEADINGS.values(), strict=True):
        sheet.column_dimensions[letter].width = column_width(width)
    sheet.freeze_panes = "A5"
    sheet.sheet_view.showGridLines = False
    sheet.print_title_rows = "4:4"
    set_up_print(sheet, f"A1:D{4 + len(faults)}", landscape=False)


def _write(cell: Cell | MergedCell, text: str, *, heading: bool) -> None:
    line = Side(style="thin", color=LINE)
    cell.value = text
    cell.data_type = "s"  # a text that begins with = is still a text
    cell.quotePrefix = True
    cell.font = Font(name=FONT, sz=10 if heading else 11, b=heading)
    cell.border = Border(left=line, right=line, top=line, bottom=line)
    cell.alignment = Alignment("center" if heading else "left", "center", wrap_text=True)
    if heading:
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
