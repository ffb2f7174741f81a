"""How wide the columns of a grid have to be for what stands in them."""

from PySide6.QtGui import QFontMetrics

from kanagawa_desk.gui.models.grid_model import NUMERIC, GridModel
from kanagawa_desk.gui.theme import number_font, ui_font

_MEASURED = 300  # rows; the others will be much alike
_CHARACTER = 13  # px of a full-width character
_LEAST = 0.5  # of the width that a field says it needs
_MOST = 1.25
_ROOM = 16  # px of padding and lines
_TAG_ROOM = 14  # px around the word of a tag
_LOCK_ROOM = 14  # px of the lock in the heading of what is computed
_ROW_NUMBER = 40  # px


def fitting_widths(model: GridModel, zoom: int = 100) -> dict[int, int]:
    """The width in px of each column: its heading and contents, within what its field says.

    `zoom` is in % of the usual size.
    """
    return {index: _width(model, index) * zoom // 100 for index in range(len(model.columns))}


def _width(model: GridModel, index: int) -> int:
    if model.is_row_number(index):
        return _ROW_NUMBER
    column = model.columns[index]
    numeric = column.field.kind in NUMERIC
    face = QFontMetrics(number_font(bold=numeric) if numeric else ui_font())
    small = QFontMetrics(ui_font(11))
    heading = QFontMetrics(ui_font(12, bold=True)).horizontalAdvance(column.label)
    heading += _LOCK_ROOM if column.field.computed and not column.group else 0
    said = column.field.width * _CHARACTER
    widest = said * _LEAST
    for row in model.rows[:_MEASURED]:
        cell = row.cells[index]
        tag = small.horizontalAdvance(cell.tag) + _TAG_ROOM if cell.tag else 0
        if column.field.name == "state":
            tag = _TAG_ROOM  # its dot
        widest = max(widest, face.horizontalAdvance(cell.text) + tag)
    return round(max(heading, min(widest, said * _MOST))) + _ROOM
