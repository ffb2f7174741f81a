"""Draws blocks: the picture of their kind in the margin, label, text, table or its strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kanagawa_desk.gui.theme import ICON_SIZE, Look, ui_font
from kanagawa_desk.gui.widgets.composer.block_model import BlockModel
from kanagawa_desk.gui.widgets.composer.block_shapes import (
    COVER_LINE,
    LEFT,
    LINE,
    PADDING,
    PICTURES,
    RIGHT,
    Shape,
    Shapes,
    label_size,
    strip_of,
)
from kanagawa_desk.gui.widgets.composer.block_views import BlockView, is_bound
from kanagawa_desk.gui.widgets.composer.kinds import look_of
from kanagawa_desk.gui.widgets.composer.pictures import Pictures
from kanagawa_desk.gui.widgets.composer.table_shapes import paint_table

Index = QModelIndex | QPersistentModelIndex
_ICON_LEFT = 24
_NAMES = 56  # px of what a line of the cover is
_HINTS = {
    "contents": "目次（見出しから自動で作ります）",
    "page_break": "改ページ",
}


class BlockPainter(QStyledItemDelegate):
    """Measures and draws the blocks of a list; the one that is written in draws its own text."""

    def __init__(self, look: Look, model: BlockModel, shapes: Shapes, pictures: Pictures) -> None:
        super().__init__()
        self._look = look
        self._model = model
        self._shapes = shapes
        self.pictures = pictures
        self.width = 0  # of the list
        self.written = ""  # the block that is written in
        self.lines = 0  # px, the height of what stands in it now
        self.text = ""  # and what that is
        self.strips: dict[str, tuple[str, str, str]] = {}  # label, state and its tone, by block
        self.taken: dict[str, int] = {}  # px at the right of the strip of the block in hand
        self.cover: list[tuple[str, str]] = []  # what each line of the cover is, and says

    def shape(self, view: BlockView) -> Shape:
        """The shape of a block as it is shown."""
        if view.block.id == self.written:
            return self._shapes.written_in(view, self.width, self.lines)
        return self._shapes.of(view, self.width)

    def height(self, view: BlockView) -> int:
        """How high a block stands; a guess where it was never in sight."""
        if view.block.id == self.written:
            return self.shape(view).height
        return self._shapes.height(view, self.width)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        view = self._model.views[index.row()]
        return QSize(self.width, self.shape(view).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a block."""
        view = self._model.views[index.row()]
        shape = self.shape(view)
        look, origin = self._look, option.rect.topLeft()
        live = view.block.id == self.written
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and not live and not is_bound(view):
            painter.fillRect(option.rect, look.colour("row_selected"))
        icon = look.icon(look_of(view.block.kind).icon, "text3")
        icon.paint(
            painter,
            QRect(origin + QPoint(_ICON_LEFT, PADDING + 2), QSize(ICON_SIZE, ICON_SIZE)),
        )
        self._paint_marks(painter, view, shape, origin)
        if not live and shape.text.height():
            box = shape.text.translated(origin)
            self._shapes.paint_prose(painter, view.block.text, view, box, look)
        self._paint_body(painter, view, shape, origin)
        if selected or live:
            self._paint_edge(painter, view, shape, origin)

    def _paint_marks(
        self, painter: QPainter, view: BlockView, shape: Shape, origin: QPoint
    ) -> None:
        painter.setFont(ui_font(12 if view.label else 13))
        painter.setPen(self._look.colour("text2"))
        line = QRect(origin.x() + LEFT, origin.y() + PADDING, shape.text.left() - LEFT, LINE)
        middle = Qt.AlignmentFlag.AlignVCenter
        if view.label:
            box = QRect(line.topLeft(), label_size(view.label))
            painter.fillRect(box, self._look.colour("grid_head"))
            painter.setPen(self._look.colour("pane_line"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.setPen(self._look.colour("text2"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, view.label)
        elif view.numbers:
            self._paint_numbers(painter, view, shape, origin)
        elif view.prefix:
            room = line.adjusted(0, 0, -4, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | middle, view.prefix)
        if view.unit:
            right = QRect(shape.text.right(), line.top(), 0, LINE).translated(origin.x(), 0)
            right.setRight(origin.x() + self.width - RIGHT)
            painter.setFont(ui_font(12))
            painter.drawText(right, Qt.AlignmentFlag.AlignRight | middle, view.unit)

    def _paint_numbers(
        self, painter: QPainter, view: BlockView, shape: Shape, origin: QPoint
    ) -> None:
        """Numbers stand where their line begins, which those above it push down."""
        text = self.text if view.block.id == self.written else view.block.text
        top = origin.y() + shape.text.top()
        numbers = view.numbers
        for number, line in enumerate(text.split("\n")):
            sign = numbers[number] if number < len(numbers) else "・"
            place = QRect(origin.x() + LEFT, top, 20, LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, sign)
            top += self._shapes.height_of(line, view, shape.text.width())

    def _paint_body(self, painter: QPainter, view: BlockView, shape: Shape, origin: QPoint) -> None:
        body = shape.body.translated(origin)
        if is_bound(view):
            self._paint_strip(painter, view, strip_of(shape).translated(origin))
        if view.table is not None and shape.table is not None:
            paint_table(painter, self._look, view.table, shape.table, body)
        elif view.block.kind in PICTURES and body.height() > 0:
            self.pictures.paint(painter, view, body)
        elif view.block.kind == "cover":
            self._paint_cover(painter, body)
        elif body.height() > 0:
            painter.setFont(ui_font())
            painter.setPen(self._look.colour("text3"))
            hint = _HINTS.get(view.block.kind, "")
            painter.drawText(body, Qt.AlignmentFlag.AlignVCenter, hint)

    def _paint_cover(self, painter: QPainter, body: QRect) -> None:
        """The lines of the cover, each behind what it is."""
        for number, (name, text) in enumerate(self.cover):
            line = QRect(body.left(), body.top() + number * COVER_LINE, body.width(), 28)
            painter.setFont(ui_font(12))
            painter.setPen(self._look.colour("text3"))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, name)
            painter.setFont(ui_font())
            painter.setPen(self._look.colour("text"))
            painter.drawText(line.adjusted(_NAMES, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_strip(self, painter: QPainter, view: BlockView, place: QRect) -> None:
        """What the block is bound to, and whether it agrees with the ledger."""
        look = self._look
        label, state, tone = self.strips.get(view.block.id, ("", "", ""))
        if view.block.kind == "figure":
            label = label or "図は差し込まれていません"
        elif view.block.kind == "table" and view.table is None:
            label, tone = label or "結び付きを選んでください", tone or "error"
        label = label or "台帳と結び付いています"
        painter.setFont(ui_font())
        width = painter.fontMetrics().horizontalAdvance(label) + 34
        chip = QRect(place.left(), place.top() + (place.height() - 22) // 2, width, 22)
        ground, line = ("shortage_back", "shortage") if tone else ("row_selected", "accent")
        painter.fillRect(chip, look.colour(ground))
        painter.setPen(look.colour(line))
        painter.drawRect(chip.adjusted(0, 0, -1, -1))
        icon = QRect(chip.left() + 6, chip.top() + 3, ICON_SIZE, ICON_SIZE)
        look.icon("link", line).paint(painter, icon)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(chip.adjusted(26, 0, 0, 0), middle, label)
        if state:
            beside = QRect(chip.right() + 10, chip.top(), 0, 22)
            beside.setRight(place.right() - self.taken.get(view.block.id, 0) - 8)
            look.icon("warning" if tone else "ok", tone or "ok").paint(
                painter, QRect(beside.left(), beside.top() + 3, ICON_SIZE, ICON_SIZE)
            )
            painter.setPen(look.colour(tone or "ok"))
            words = beside.adjusted(20, 0, 0, 0)
            elide = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(state, elide, max(words.width(), 0))
            painter.drawText(words, middle, shown)

    def _paint_edge(self, painter: QPainter, view: BlockView, shape: Shape, origin: QPoint) -> None:
        """The ring around the block in hand; text that is written in has a bar beside it."""
        painter.setPen(QPen(self._look.colour("accent"), 2))
        if view.block.id == self.written and view.block.kind != "table":
            x = origin.x() + LEFT - 8
            painter.drawLine(x, origin.y() + 5, x, origin.y() + shape.height - 5)
            return
        ring = QRect(LEFT - 8, 2, self.width - LEFT - RIGHT + 16, shape.height - 4)
        painter.drawRect(ring.translated(origin))
