"""How a cell of a grid is drawn: value, meaning, tags, marks and the ring of the current one."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPolygon

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.domain.values import Measured, Status
from kanagawa_desk.gui.models.grid_model import NUMERIC, GridModel
from kanagawa_desk.gui.theme import ICON_SIZE, Look, number_font, ui_font

PADDING = 6
_TAG_HEIGHT = 18
_TAG_PADDING = 5
_UNSURE = frozenset({Status.PLANNED, Status.FORECAST})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter

# Words of a column that stand as a tag: colour, and icon where there is one.
_TAGS = {
    ("state", "改定予定"): ("text2", ""),
    ("state", "最終年度"): ("shortage", "warning"),
    ("state", "期間満了"): ("error", "error"),
    ("basis_check", "○"): ("text2", ""),
}
_TAG_WORDS = {("basis_check", "○"): "要確認"}


@dataclass(frozen=True, slots=True)
class CellState:
    """How a cell stands in the selection."""

    selected: bool = False
    in_current_row: bool = False
    current: bool = False
    focused: bool = False


class GridPainter:
    """Draws cells of one model in the colours of the theme in force."""

    def __init__(self, look: Look, model: GridModel) -> None:
        self._look = look
        self._model = model
        self._fonts: dict[tuple[bool, bool], QFont] = {}
        self._tag_font = ui_font()
        self._make_fonts()
        look.zoomed.connect(self._make_fonts)

    def _make_fonts(self) -> None:
        scaled = self._look.scaled
        for bold in (False, True):
            self._fonts[True, bold] = number_font(scaled(14), bold)
            self._fonts[False, bold] = ui_font(scaled(13), bold)
        self._tag_font = ui_font(scaled(11))

    def font(self, numeric: bool, bold: bool = False) -> QFont:
        """The face of a cell."""
        return self._fonts[numeric, bold]

    def section(self, painter: QPainter, rect: QRect, row: int) -> None:
        """A row that is one heading over the whole width."""
        painter.fillRect(rect, self._look.colour("head"))
        painter.setFont(self.font(numeric=False, bold=True))
        painter.setPen(self._look.colour("text"))
        text = self._model.text(row, 0)
        painter.drawText(rect.adjusted(PADDING, 0, -PADDING, 0), _MIDDLE, text)
        self._lines(painter, rect)

    def cell(self, painter: QPainter, rect: QRect, row: int, column: int, state: CellState) -> None:
        """One cell with everything on it."""
        painter.fillRect(rect, self._background(row, column, state))
        cell = self._model.cell(row, column)
        draft = self._model.draft(row, column)
        unsure = isinstance(cell.value, Measured) and cell.value.status in _UNSURE
        if draft is None and unsure:
            hatch = QBrush(self._look.colour("hatch"), Qt.BrushStyle.BDiagPattern)
            painter.fillRect(rect.adjusted(0, 0, -1, -1), hatch)
        self._lines(painter, rect)
        inner = rect.adjusted(PADDING, 0, -PADDING - 1, -1)
        if draft is not None:
            tone = draft.tone
            painter.fillRect(rect.adjusted(0, 0, -1, -1), self._look.colour(f"{tone}_back"))
            self._ring(painter, rect, self._look.colour(tone))
            self._icon(painter, inner, "error" if tone == "error" else "warning", tone)
            inner.setLeft(inner.left() + ICON_SIZE + 2)
        elif cell.tag and self._model.columns[column].field.kind in NUMERIC:
            inner.setLeft(self._tag(painter, inner, cell.tag, "text2", "", dashed=unsure) + 2)
        elif cell.tag:
            # Beside words a tag stands right, so that the words begin below one another.
            end = inner.adjusted(inner.width() - self._tag_width(painter, cell.tag), 0, 0, 0)
            self._tag(painter, end, cell.tag, "text2", "", dashed=False)
            inner.setRight(end.left() - 4)
        self._content(painter, inner, row, column)
        self._marks(painter, rect, row, column)
        if state.current and (state.focused or draft is None):
            self._ring(painter, rect, self._look.colour("accent" if state.focused else "text3"))

    def _background(self, row: int, column: int, state: CellState) -> QColor:
        if state.selected:
            return self._look.colour("selected")
        if state.in_current_row:
            return self._look.colour("row_selected")
        if self._model.rows[row].kind is RowKind.TOTAL:
            return self._look.colour("grid_head")
        if self._model.is_row_number(column):
            return self._look.colour("grid_head")
        return self._look.colour("computed" if self._model.is_computed(column) else "surface")

    def _content(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        text = self._model.text(row, column)
        field = self._model.columns[column].field
        if (look := _TAGS.get((field.name, text))) is not None:
            word = _TAG_WORDS.get((field.name, text), text)
            self._tag(painter, rect, word, look[0], look[1], dashed=look[0] == "text2")
            return
        numeric = field.kind in NUMERIC
        painter.setFont(self.font(numeric, bold=self._model.rows[row].kind is RowKind.TOTAL))
        meaning = self._model.meaning(row, column)
        if text in ("―", "") or self._model.is_row_number(column):
            meaning = "text3" if meaning == "text" else meaning
        painter.setPen(self._look.colour(meaning))
        if field.name == "state":
            self._dot(painter, rect)
            rect = rect.adjusted(12, 0, 0, 0)
        if painter.fontMetrics().horizontalAdvance(text) > rect.width():
            # Part of a figure would be another figure.
            elided = painter.fontMetrics().elidedText(
                text.replace("\n", " "), Qt.TextElideMode.ElideRight, rect.width()
            )
            text = "###" if numeric else elided
        alignment = self._model.alignment(column)
        if self._model.is_row_number(column):
            alignment = Qt.AlignmentFlag.AlignHCenter
        painter.drawText(rect, alignment | _MIDDLE, text)

    def _dot(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._look.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPoint(rect.left() + 4, rect.center().y()), 3, 3)
        painter.restore()

    def _tag(
        self, painter: QPainter, rect: QRect, text: str, tone: str, icon: str, *, dashed: bool
    ) -> int:
        """A short word in a frame at the left; returns where it ends."""
        width = self._tag_width(painter, text) + (ICON_SIZE if icon else 0)
        box = QRect(rect.left() - 2, rect.center().y() - _TAG_HEIGHT // 2 + 1, width, _TAG_HEIGHT)
        back = self._look.colour(f"{tone}_back" if tone in ("shortage", "error") else "surface")
        line = self._look.colour("control_line" if tone == "text2" else tone)
        painter.setBrush(back)
        painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.setPen(self._look.colour(tone))
        if icon:
            self._icon(painter, box.adjusted(3, 0, 0, 0), icon, tone)
            painter.drawText(box.adjusted(ICON_SIZE, 0, 0, 0), _CENTRE, text)
        else:
            painter.drawText(box, _CENTRE, text)
        return box.right()

    def _tag_width(self, painter: QPainter, text: str) -> int:
        painter.setFont(self._tag_font)
        return painter.fontMetrics().horizontalAdvance(text) + 2 * _TAG_PADDING

    def _icon(self, painter: QPainter, rect: QRect, name: str, tone: str) -> None:
        size = ICON_SIZE - 2
        picture = self._look.pixmap(name, tone, size, painter.device().devicePixelRatio())
        painter.drawPixmap(rect.left() - 2, rect.center().y() - size // 2 + 1, picture)

    def _marks(self, painter: QPainter, rect: QRect, row: int, column: int) -> None:
        if self._model.is_changed(row, column):
            bar = QRect(rect.left(), rect.top(), 3, rect.height() - 1)
            painter.fillRect(bar, self._look.colour("changed"))
        right, top = rect.right(), rect.top()
        if self._model.cell(row, column).broken:
            painter.setPen(self._look.colour("shortage"))
            for x in (rect.left() + 1, rect.left() + 4):
                painter.drawLine(x, rect.top(), x, rect.bottom() - 1)
        if self._model.cell(row, column).note:
            self._corner(painter, QPoint(right, top), -8, self._look.colour("accent"))
        if self._model.is_pending(row, column):
            self._corner(painter, QPoint(rect.left(), top), 8, self._look.colour("text3"))

    def _corner(self, painter: QPainter, at: QPoint, size: int, colour: QColor) -> None:
        painter.save()
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        triangle = QPolygon([at, at + QPoint(size, 0), at + QPoint(0, abs(size))])
        painter.drawPolygon(triangle)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(colour, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _lines(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._look.colour("grid_line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
