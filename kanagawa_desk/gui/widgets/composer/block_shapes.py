"""How high a block is on screen and where its parts stand; measured once for each width."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QObject, QRect, QSize
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QFontMetrics, QPainter, QTextDocument

from kanagawa_desk.domain.papers.composing import PROSE, WRITTEN
from kanagawa_desk.gui.theme import Look, ui_font
from kanagawa_desk.gui.widgets.composer.block_views import BlockView, is_bound
from kanagawa_desk.gui.widgets.composer.prose_text import ChipDrawing, fill
from kanagawa_desk.gui.widgets.composer.table_shapes import TableShape, table_shape

LINE = 21  # px from line to line
LEFT, RIGHT = 56, 20  # px of the icons at the left, and free at the right
PADDING = 9
STRIP = 34  # the line over a table that tells what it is bound to
PICTURES = ("figure", "chart")
_PICTURE = 220  # px of a chart or an image
COVER_LINE = 34  # px from line to line of a cover
_FIXED = {
    "cover": 3 * COVER_LINE,
    "contents": LINE,
    "page_break": LINE,
}  # px of what is not written in
_LABEL_GAP = 8
_SIGN = 12.4  # px, how wide a character of running text is about


@dataclass(frozen=True, slots=True)
class Shape:
    """A block's height, and where its text and its table or picture stand in it."""

    height: int
    text: QRect
    body: QRect
    table: TableShape | None = None


class Shapes(QObject):
    """Measures blocks; `figures` are the present values of the numbers bound in prose."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.figures: dict[str, str] = {}
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self._chips = ChipDrawing(look, self, self.value)
        self._chips.install(self._document)
        self._measured: dict[str, tuple[BlockView, int, Shape]] = {}

    def value(self, written: str) -> str:
        """The present value of a number bound in prose."""
        return self.figures.get(written, "？")

    def forget(self) -> None:
        """Measure everything anew."""
        self._measured.clear()

    def of(self, view: BlockView, width: int) -> Shape:
        """The shape of a block in this width."""
        known = self._measured.get(view.block.id)
        if known is not None and known[0] is view and known[1] == width:
            return known[2]
        shape = self.written_in(view, width, 0)
        self._measured[view.block.id] = view, width, shape
        return shape

    def paint_prose(
        self, painter: QPainter, text: str, view: BlockView, box: QRect, look: Look
    ) -> None:
        """Draw a block's text; the painter is left where it was."""
        self._set(text, view, box.width())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(context.palette.ColorRole.Text, look.colour("text"))
        painter.save()
        painter.translate(box.topLeft())
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def height_of(self, text: str, view: BlockView, width: int) -> int:
        """How high a text stands in the face of a block."""
        self._set(text, view, width)
        return round(self._document.size().height())

    def height(self, view: BlockView, width: int) -> int:
        """The height of a block, a guess where running text was not measured yet."""
        known = self._measured.get(view.block.id)
        if known is not None and known[0] is view and known[1] == width:
            return known[2].height
        if view.block.kind not in PROSE:
            return self.of(view, width).height
        room = max(width - LEFT - RIGHT, 40)
        return 2 * PADDING + LINE * max(1, ceil(len(view.block.text) * _SIGN / room))

    def written_in(self, view: BlockView, width: int, lines: int) -> Shape:
        """The shape of a block whose text is `lines` px high, 0 as it is measured."""
        left = LEFT + indent(view)
        room = max(width - left - RIGHT - _width(view.unit), 40)
        if view.block.kind in WRITTEN and not lines:
            lines = max(self.height_of(view.block.text, view, room), LINE)
        prose = QRect(left, PADDING, room, lines)
        body = QRect(LEFT, PADDING + lines + (6 if lines else 0), width - LEFT - RIGHT, 0)
        table = None
        if is_bound(view):
            body.translate(0, STRIP)
        if view.table is not None:
            table = table_shape(view.table, body.width() - 1)
            body.setHeight(table.height + 1)
        elif view.block.kind in PICTURES and view.block.binding:
            body.setHeight(_PICTURE)
        elif view.block.kind in _FIXED:
            body.setHeight(_FIXED[view.block.kind])
        last = body if body.height() or is_bound(view) else prose
        return Shape(last.bottom() + 1 + PADDING, prose, body, table)

    def _set(self, text: str, view: BlockView, width: int) -> None:
        self._document.setDefaultFont(font_of(view))
        fill(self._document, text, LINE)
        self._document.setTextWidth(width)


def strip_of(shape: Shape) -> QRect:
    """Where the line stands that tells what a block is bound to."""
    body = shape.body
    return QRect(body.left(), body.top() - STRIP, body.width(), STRIP)


def font_of(view: BlockView) -> QFont:
    """The face of a block's text."""
    heading = view.block.kind == "heading"
    return ui_font(14 if heading else 13, bold=heading)


def indent(view: BlockView) -> int:
    """How far the text stands in from where all texts begin."""
    if view.label:
        return label_size(view.label).width() + _LABEL_GAP
    if view.numbers:
        return 24
    deeper = 16 * (max(view.block.level, 1) - 1) if view.block.kind in ("bullet", "circle") else 0
    return deeper + (_width(view.prefix) if view.prefix else 0)


def label_size(label: str) -> QSize:
    """The box of a heading's label."""
    return QSize(QFontMetrics(ui_font(12)).horizontalAdvance(label) + 12, 20)


def _width(text: str) -> int:
    return QFontMetrics(ui_font()).horizontalAdvance(text) + 4 if text else 0
