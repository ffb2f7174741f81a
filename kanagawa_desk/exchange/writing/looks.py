"""How cells look: the few looks of our sheets, and their style numbers in a workbook."""

from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

FONT = "BIZ UDPゴシック"
DIGIT_FONT = "BIZ UDゴシック"  # the proportional face has no digits of one width
BODY_SIZE = 11

INK = "182026"
FAINT_INK = "47525B"
LINE = "8C979F"
HEAD_FILL = "E3E8EB"
INPUT_FILL = "FFF8DC"
LOCKED_FILL = "EDF0F2"

_THIN = Side(style="thin", color=LINE)
_STRONG = Side(style="medium", color=LINE)
_BORDERS = {
    "": Border(),
    "grid": Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN),
    "total": Border(left=_THIN, right=_THIN, top=_STRONG, bottom=_THIN),
    "band": Border(top=_THIN, bottom=_THIN),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks and whether it can be typed in.

    `border` is a key of the borders above; `quoted` marks a text that Excel must never take
    for a formula when somebody edits it.
    """

    fill: str = ""
    border: str = ""
    align: str = "general"
    wrap: bool = False
    number_format: str = "General"
    digits: bool = False
    bold: bool = False
    size: int = BODY_SIZE
    ink: str = INK
    locked: bool = True
    quoted: bool = False


class Looks(dict[Look, int]):
    """A workbook's style number for each look, registered when first asked for."""

    def __init__(self, workbook: Workbook) -> None:
        super().__init__()
        self._sheet = workbook.worksheets[0]

    def __missing__(self, look: Look) -> int:
        # A fresh cell each time: the workbook keeps the very object that it was shown.
        cell = Cell(self._sheet, row=1, column=1)
        cell.font = Font(
            name=DIGIT_FONT if look.digits else FONT, sz=look.size, b=look.bold, color=look.ink
        )
        cell.fill = PatternFill("solid", fgColor=look.fill) if look.fill else PatternFill()
        cell.border = _BORDERS[look.border]
        inset = 1 if look.border and look.align == "left" else 0
        cell.alignment = Alignment(look.align, "center", wrap_text=look.wrap, indent=inset)
        cell.number_format = look.number_format
        cell.protection = Protection(locked=look.locked)
        cell.quotePrefix = look.quoted
        self[look] = cell.style_id
        return self[look]
