"""How a line of a review is drawn: its meaning, the three values, and the choice in buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from kanagawa_desk.gui.models import review_model as model
from kanagawa_desk.gui.models.review_lines import NOTHING, Choice
from kanagawa_desk.gui.models.review_model import ReviewModel
from kanagawa_desk.gui.theme import ICON_SIZE, Look, number_font, ui_font

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

    Index = QModelIndex | QPersistentModelIndex

_PADDING = 8
_BUTTON = 22  # px of height
_BUTTON_PADDING = 6
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ICONS = {
    "要修正": ("error", "error"),
    "双方で変更": ("exchange", "error"),
    "質問": ("help", "shortage"),
    "空欄になった": ("none", "shortage"),
    "表記を整えた": ("info", "excess"),
    "行の増減": ("list", "text2"),
    "知らせ": ("info", "text2"),
}
_BACKS = {"error": "error_back", "shortage": "shortage_back"}
MEND = "直す"


class ReviewPainter(QStyledItemDelegate):
    """Draws cells of a review; a click on a button decides."""

    chosen = Signal(int, Choice)  # row
    mend_wanted = Signal(int)  # row

    def __init__(self, look: Look, table: ReviewModel, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._table = table
        self._lines = table.lines
        self._plain, self._bold = ui_font(), ui_font(bold=True)
        self._figure, self._bold_figure = number_font(), number_font(bold=True)
        self._small, self._link = ui_font(12), ui_font(12)
        self._link.setUnderline(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        rect: QRect = option.rect
        state = option.state
        number, column = self._table.number(index.row()), index.column()
        item = self._lines.items[number]
        icon, tone = _ICONS.get(item.kind, ("", "text"))
        painter.save()
        painter.setFont(self._plain)
        back = _BACKS.get(tone, "surface")
        if self._lines.choice(number) in (Choice.TAKE, Choice.KEEP):
            back = "surface"
        if column == model.THEIRS and self._lines.choice(number) is Choice.TAKE:
            back = "row_selected"
        if state & QStyle.StateFlag.State_Selected:
            back = "selected"
        painter.fillRect(rect, self._look.colour(back))
        painter.setPen(self._look.colour("grid_line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        if column == model.MARK:
            self._mark(painter, rect, icon, tone)
        elif column == model.VERDICT:
            self._verdict(painter, inner, item.kind, self._lines.verdict(number), tone)
        elif column == model.CHOICE:
            self._buttons(painter, rect, number)
        else:
            self._text(painter, inner, number, index)
        if self._is_current(index):
            painter.setPen(QPen(self._look.colour("accent"), 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom() - 1, rect.right(), rect.bottom() - 1)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        _model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """A click on a button."""
        if not (isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease):
            return False
        if index.column() != model.CHOICE:
            return False
        rect: QRect = option.rect
        for word, place in self.buttons(rect, self._table.number(index.row())):
            if place.contains(event.position().toPoint()):
                if isinstance(word, Choice):
                    self.chosen.emit(index.row(), word)
                else:
                    self.mend_wanted.emit(index.row())
                return True
        return False

    def buttons(self, rect: QRect, number: int) -> list[tuple[Choice | str, QRect]]:
        """The buttons of a line and where they stand; the last may be the word for mending."""
        if self._lines.choice(number) is None:
            return []
        measure = self.metrics()
        left, top = rect.left() + 6, rect.center().y() - _BUTTON // 2 + 1
        placed: list[tuple[Choice | str, QRect]] = []
        for choice in Choice:
            width = measure.horizontalAdvance(choice.label) + 2 * _BUTTON_PADDING
            placed.append((choice, QRect(left, top, width, _BUTTON)))
            left += width
        item = self._lines.items[number]
        if item.finding is not None and item.first_choice == Choice.HOLD.value:
            width = measure.horizontalAdvance(MEND)
            placed.append((MEND, QRect(left + 8, top, width, _BUTTON)))
        return placed

    def metrics(self) -> QFontMetrics:
        """Of the face of the buttons."""
        return QFontMetrics(self._small)

    def _is_current(self, index: Index) -> bool:
        view = self.parent()
        return (
            isinstance(view, QTableView)
            and view.hasFocus()
            and view.currentIndex().row() == index.row()
        )

    def _mark(self, painter: QPainter, rect: QRect, icon: str, tone: str) -> None:
        if not icon:
            return
        if tone in _BACKS:
            painter.fillRect(
                QRect(rect.topLeft(), QSize(3, rect.height())), self._look.colour(tone)
            )
        size = ICON_SIZE - 2
        picture = self._look.pixmap(icon, tone, size, painter.device().devicePixelRatio())
        middle = rect.center()
        painter.drawPixmap(middle.x() - size // 2 + 1, middle.y() - size // 2 + 1, picture)

    def _verdict(self, painter: QPainter, rect: QRect, kind: str, reason: str, tone: str) -> None:
        left = 0
        if tone != "text" or not reason:  # a plain change is told by what it does
            painter.setPen(self._look.colour(tone))
            painter.setFont(self._bold if tone in _BACKS else self._plain)
            painter.drawText(rect, _MIDDLE, kind)
            left = painter.fontMetrics().horizontalAdvance(kind) + 8
        painter.setFont(self._plain)
        painter.setPen(self._look.colour("text2"))
        rest = rect.adjusted(left, 0, 0, 0)
        painter.drawText(rest, _MIDDLE, self._elided(painter, reason, rest))

    def _text(self, painter: QPainter, rect: QRect, number: int, index: Index) -> None:
        column = index.column()
        text = str(index.data() or "")
        tone, bold, figure = "text", False, False
        side_of_cut = Qt.TextElideMode.ElideRight
        if column >= model.BASE:
            figure = self._lines.items[number].is_figure
            bold = column == model.THEIRS
            if text == NOTHING:
                tone, bold, figure = "text3", False, False
            elif column == model.THEIRS and not self._lines.may_take(number):
                tone, figure = "error", False
        elif column == model.WHERE:
            tone = "text2"
            side_of_cut = Qt.TextElideMode.ElideMiddle
        right = column >= model.BASE and self._lines.items[number].is_figure
        fonts = (self._figure, self._bold_figure) if figure else (self._plain, self._bold)
        painter.setFont(fonts[bold])
        painter.setPen(self._look.colour(tone))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = self._elided(painter, text, rect, side_of_cut)
        if figure and shown != text.replace("\n", " "):
            shown = "###"  # part of a figure would be another figure
        painter.drawText(rect, side | _MIDDLE, shown)

    def _buttons(self, painter: QPainter, rect: QRect, number: int) -> None:
        now = self._lines.choice(number)
        painter.setFont(self._small)
        for word, place in self.buttons(rect, number):
            if not isinstance(word, Choice):
                painter.setFont(self._link)
                painter.setPen(self._look.colour("accent"))
                painter.drawText(place, _CENTRE, word)
                continue
            able = word is not Choice.TAKE or self._lines.may_take(number)
            on = word is now
            tone = "accent" if word is Choice.TAKE else "text2"
            painter.setPen(self._look.colour("control_line"))
            painter.setBrush(self._look.colour(tone if on else "surface"))
            painter.drawRect(place.adjusted(0, 0, 0, -1))
            face = "on_accent" if on and word is Choice.TAKE else "surface" if on else "text"
            painter.setPen(self._look.colour(face if able else "disabled"))
            painter.drawText(place, _CENTRE, word.label)

    @staticmethod
    def _elided(
        painter: QPainter,
        text: str,
        rect: QRect,
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> str:
        return painter.fontMetrics().elidedText(text.replace("\n", " "), cut, rect.width())
