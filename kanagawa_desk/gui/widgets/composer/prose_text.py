"""Prose in a text document: numbers bound in it stand as chips that show their present value."""

from collections.abc import Callable, Iterator
from itertools import islice

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from kanagawa_desk.domain.papers.prose_numbers import figures_in
from kanagawa_desk.gui.theme import Look

CHIP = "\ufffc"
_KIND = QTextFormat.ObjectTypes.UserObject + 1
_WRITTEN = QTextFormat.Property.UserProperty + 1
_PADDING = 5.0  # px on each side of a value
_RADIUS = 3.0


class ChipDrawing(QPyTextObject):
    """Draws the numbers in a document; `value` tells what one of them is now."""

    def __init__(self, look: Look, parent: QObject, value: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._look = look
        self._value = value

    def install(self, document: QTextDocument) -> None:
        """Draw the numbers of this document."""
        document.documentLayout().registerHandler(_KIND, self)

    def intrinsicSize(self, doc: QTextDocument, _position: int, form: QTextFormat) -> QSizeF:
        """As wide as its value."""
        metrics = QFontMetricsF(doc.defaultFont())
        width = metrics.horizontalAdvance(self._text(form)) + 2 * _PADDING
        return QSizeF(width, metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        _position: int,
        form: QTextFormat,
    ) -> None:
        """A value on the ground of what comes from the ledgers."""
        metrics = QFontMetricsF(doc.defaultFont())
        rect = QRectF(rect)
        box = rect.adjusted(1, -1, -1, metrics.descent())
        painter.save()
        painter.setFont(doc.defaultFont())
        paint_chip(painter, self._look, box)
        painter.drawText(rect.bottomLeft() + QPointF(_PADDING, 0), self._text(form))
        painter.restore()

    def _text(self, form: QTextFormat) -> str:
        return self._value(form.property(_WRITTEN))


def paint_chip(painter: QPainter, look: Look, box: QRectF) -> None:
    """The ground of a number from the ledgers; the pen is left in its colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(look.colour("control_line"))
    painter.setBrush(look.colour("row_selected"))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(look.colour("accent"))


def fill(document: QTextDocument, text: str, line_height: float) -> None:
    """Put prose into a document, which forgets what it was."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    lines = QTextBlockFormat()
    lines.setLineHeight(line_height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.setBlockFormat(lines)
    put(cursor, text)
    document.setUndoRedoEnabled(True)


def put(cursor: QTextCursor, text: str) -> None:
    """Write prose where a cursor stands, as one step."""
    cursor.beginEditBlock()
    for piece, figure in figures_in(text):
        if figure is None:
            cursor.insertText(piece)
        else:
            chip = QTextCharFormat()
            chip.setObjectType(_KIND)
            chip.setProperty(_WRITTEN, piece)
            cursor.insertText(CHIP, chip)
            cursor.setCharFormat(QTextCharFormat())
    cursor.endEditBlock()


def written(document: QTextDocument, start: int = 0, end: int | None = None) -> str:
    """The prose between two places of a document, as a block keeps it."""
    return "".join(islice(_pieces(document), start, end))


def written_position(document: QTextDocument, position: int) -> int:
    """The place in the prose that a place in the document stands for."""
    return len(written(document, 0, position))


def document_position(document: QTextDocument, place: int) -> int:
    """The place in the document that a place in the prose stands for."""
    at = 0
    for position, piece in enumerate(_pieces(document)):
        if at >= place:
            return position
        at += len(piece)
    return document.characterCount() - 1


def _pieces(document: QTextDocument) -> Iterator[str]:
    """What each character of a document stands for."""
    text = document.toPlainText()
    for position, sign in enumerate(text):
        if sign != CHIP:
            yield sign
            continue
        cursor = QTextCursor(document)
        cursor.setPosition(position + 1)
        yield cursor.charFormat().property(_WRITTEN) or ""
