"""What the board paints itself: tags of states, pictures of files, and the button of a row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kanagawa_desk.gui.models.inquiry_looks import REVIEW, STATE_LOOKS
from kanagawa_desk.gui.models.inquiry_models import ACTION, FILE, STATE, BoardModel
from kanagawa_desk.gui.theme import Look, ui_font

_ICON = 14
_TAG, _BUTTON = 20, 22
_TINT = 28  # of 255: how much of a state's colour lies behind its word
_PAINTED = (STATE, FILE, ACTION)


class BoardPainter(QStyledItemDelegate):
    """Paints over the cells of a list, whose words stay what they are for those who hear them."""

    def __init__(self, look: Look, board: QTableView) -> None:
        super().__init__(board)
        self._look = look

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave out the words that are painted."""
        super().initStyleOption(option, index)
        if index.column() in _PAINTED:
            option.text = ""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        if index.column() not in _PAINTED:
            return
        model = index.model()
        assert isinstance(model, BoardModel)
        line = model.lines[index.row()]
        text = line.texts[index.column()]
        look = STATE_LOOKS[line.subject.state]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.column() == STATE:
            self._paint_tag(painter, option.rect, look.icon, look.tone, text)
        elif index.column() == FILE:
            self._paint_file(painter, option.rect, text, there=line.subject.returned is not None)
        else:
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            primary = look.action == REVIEW
            self._paint_button(painter, option.rect, text, primary=primary, hovered=hovered)
        painter.restore()

    def _paint_tag(self, painter: QPainter, cell: QRect, icon: str, tone: str, text: str) -> None:
        colour = self._look.colour(tone)
        painter.setFont(ui_font(12))
        width = _ICON + 16 + painter.fontMetrics().horizontalAdvance(text)
        tag = QRect(cell.x() + 8, 0, min(width, cell.width() - 12), _TAG)
        tag.moveTop(cell.center().y() - _TAG // 2)
        tint = QColor(colour)
        tint.setAlpha(_TINT)
        painter.setBrush(tint)
        painter.setPen(colour)
        painter.drawRoundedRect(tag, 2, 2)
        self._paint_icon(painter, tag.x() + 4, tag, icon, tone)
        words = tag.adjusted(_ICON + 8, 0, -2, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_file(self, painter: QPainter, cell: QRect, text: str, *, there: bool) -> None:
        inner = cell.adjusted(12, 0, -6, 0)
        if there:
            self._paint_icon(painter, inner.x(), inner, "workbook", "text2")
            inner.adjust(_ICON + 6, 0, 0, 0)
        painter.setFont(ui_font(12))
        painter.setPen(self._look.colour("text" if there else "text3"))
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_button(
        self, painter: QPainter, cell: QRect, text: str, *, primary: bool, hovered: bool
    ) -> None:
        button = cell.adjusted(4, 0, -4, 0)
        button.setHeight(min(_BUTTON, cell.height() - 2))
        button.moveTop(cell.center().y() - button.height() // 2)
        back, line, words = (
            ("accent", "accent", "on_accent") if primary else ("surface", "control_line", "text")
        )
        if hovered:
            back = "hover" if primary else "row_selected"
        painter.setBrush(self._look.colour(back))
        painter.setPen(self._look.colour(line))
        painter.drawRoundedRect(button, 3, 3)
        painter.setPen(self._look.colour(words))
        painter.setFont(ui_font(12, bold=primary))
        painter.drawText(button, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_icon(self, painter: QPainter, x: int, within: QRect, icon: str, tone: str) -> None:
        ratio = painter.device().devicePixelRatioF()
        picture = self._look.pixmap(icon, tone, _ICON, ratio)
        painter.drawPixmap(x, within.center().y() - _ICON // 2 + 1, picture)
