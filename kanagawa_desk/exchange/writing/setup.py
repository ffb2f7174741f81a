"""What a sheet is beside its cells: widths, frozen panes, protection, filter, print set-up."""

from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.protection import SheetProtection
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.exchange.writing.frame import TITLE_ROW, Frame
from kanagawa_desk.exchange.writing.headings import merged_headings
from kanagawa_desk.exchange.writing.measures import column_width
from kanagawa_desk.exchange.writing.validation import validations

_CM = 1 / 2.54  # in inches


def set_up(sheet: Worksheet, frame: Frame, lists: dict[str, str]) -> None:
    """Everything about a ledger's sheet but its rows; `lists` as in validations."""
    columns = frame.layout.columns
    sheet.sheet_view.showGridLines = False
    sheet.column_dimensions["A"].hidden = True
    for key, letter in frame.letters.items():
        sheet.column_dimensions[letter].width = column_width(frame.widths[key])
    frozen = next((each.key for each in columns if not each.frozen), columns[-1].key)
    sheet.freeze_panes = f"{frame.letters[frozen]}{frame.first_row}"
    for pane in sheet.sheet_view.selection:
        if pane.pane == "bottomRight":
            pane.activeCell = pane.sqref = sheet.freeze_panes
    for each in merged_headings(frame):
        sheet.merged_cells.add(each)
    for rule in validations(frame, lists):
        sheet.add_data_validation(rule)
    # From the hidden keys on, or a sort would part them from their rows.
    if records := _records(frame):
        sheet.auto_filter.ref = f"A{frame.label_row}:{frame.last_letter}{records}"
    protect(sheet)
    set_up_print(sheet, f"B{TITLE_ROW}:{frame.last_letter}{frame.last_row}", landscape=True)
    sheet.print_title_rows = f"{TITLE_ROW}:{frame.label_row}"


def protect(sheet: Worksheet) -> None:
    """Lock all but the cells asked for, without a password: a guard, not a fence."""
    sheet.protection = SheetProtection(
        sheet=True,
        formatColumns=False,
        formatRows=False,
        insertRows=False,
        sort=False,
        autoFilter=False,
    )


def set_up_print(sheet: Worksheet, area: str, *, landscape: bool) -> None:
    """A4, the whole width on one page, sheet name and page numbers at the foot."""
    sheet.print_area = area
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins = sheet.page_margins
    margins.left, margins.right, margins.top, margins.bottom = (
        each * _CM for each in (2.0, 1.5, 1.5, 1.7)
    )
    margins.header = margins.footer = 0.8 * _CM
    foot = HeaderFooterItem()
    foot.left.text, foot.center.text = "&A", "&P / &N"
    sheet.HeaderFooter.oddFooter = foot


def _records(frame: Frame) -> int:
    """The last row before the totals at the foot."""
    rows = frame.layout.rows
    last = len(rows)
    while last and rows[last - 1].kind is RowKind.TOTAL:
        last -= 1
    return frame.label_row + last if last else 0
