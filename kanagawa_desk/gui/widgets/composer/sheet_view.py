"""A sheet of paper as it prints, with a bar beside the block in hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from kanagawa_desk.gui.theme import Look

WHOLE, WIDE = "whole", "wide"
_MARGIN = 12
_SHAPE = 297 / 210  # of A4 upright, until a sheet has come
_BAR = 4  # px
_PAUSE = 80  # ms


class SheetView(QAbstractScrollArea):
    """One sheet, whole or as wide as the room; wheel and page keys turn it at its ends."""

    turned = Signal(int)  # sheets on (1) or back (-1)
    pointed = Signal(float)  # at a height of the sheet, as a share
    resized = Signal()  # the picture is wanted in another width

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._zoom = WHOLE
        self._picture = QPixmap()
        self.bars: Sequence[tuple[float, float]] = ()  # as shares of the sheet's height
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.resized)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("紙面")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look.changed.connect(self.viewport().update)

    def show_zoom(self, zoom: str) -> None:
        """Show sheets WHOLE or WIDE."""
        self._zoom = zoom
        self._lay_out()
        self.resized.emit()

    def show_picture(self, png: bytes) -> None:
        """Show a sheet."""
        self._picture = QPixmap()
        self._picture.loadFromData(png)
        self._lay_out()

    def show_bars(self, bars: Sequence[tuple[float, float]]) -> None:
        """The block in hand stands here, from and to as shares of the sheet's height."""
        self.bars = bars
        self._bring_in()
        self.viewport().update()

    @property
    def is_shown(self) -> bool:
        """Whether a sheet can be seen."""
        return not self._picture.isNull()

    @property
    def picture_key(self) -> int:
        """Another one for every picture."""
        return self._picture.cacheKey()

    def picture_width(self) -> int:
        """How wide a picture has to be, in device pixels."""
        return max(int(self._size().width() * self.devicePixelRatioF()), 64)

    def sheet(self) -> QRect:
        """Where the sheet lies in the view."""
        size, room = self._size(), self.viewport().size()
        top = max((room.height() - size.height()) // 2, _MARGIN)
        left = max((room.width() - size.width()) // 2, _MARGIN)
        return QRect(left, top - self.verticalScrollBar().value(), size.width(), size.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size, once it stays."""
        super().resizeEvent(event)
        self._lay_out()
        self._pause.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, and turn the page at its ends."""
        self._turn_or_scroll(-1 if event.angleDelta().y() > 0 else 1, 60)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll and turn."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Right:
                self.turned.emit(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self.turned.emit(-1)
            case Qt.Key.Key_Down:
                self._turn_or_scroll(1, 40)
            case Qt.Key.Key_Up:
                self._turn_or_scroll(-1, 40)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at a block."""
        sheet, spot = self.sheet(), event.position().toPoint()
        if sheet.contains(spot):
            self.pointed.emit((spot.y() - sheet.top()) / sheet.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet; paper is white in every theme."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("desk"))
        sheet = self.sheet()
        if self.is_shown:
            painter.fillRect(sheet, Qt.GlobalColor.white)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRectF(sheet), self._picture, QRectF(self._picture.rect()))
            painter.setPen(self._look.colour("control_line"))
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
            for top, foot in self.bars:
                head = sheet.top() + round(top * sheet.height())
                height = max(round((foot - top) * sheet.height()), 8)
                bar = QRect(sheet.left() - _BAR - 3, head, _BAR, height)
                painter.fillRect(bar, self._look.colour("accent"))
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))

    def _size(self) -> QSize:
        shape = _SHAPE
        if self.is_shown:
            shape = self._picture.height() / self._picture.width()
        width = max(self.viewport().width() - 2 * _MARGIN, 64)
        if self._zoom == WHOLE:
            width = min(width, int((self.viewport().height() - 2 * _MARGIN) / shape))
        return QSize(max(width, 64), int(max(width, 64) * shape))

    def _lay_out(self) -> None:
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(self._size().height() + 2 * _MARGIN - room, 0))
        self.viewport().update()

    def _bring_in(self) -> None:
        """Scroll to the block in hand where it cannot be seen."""
        if not self.bars:
            return
        sheet, room = self.sheet(), self.viewport().height()
        top = sheet.top() + round(self.bars[0][0] * sheet.height())
        if not 0 <= top < room - 40:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - room // 3)

    def _turn_or_scroll(self, way: int, step: int) -> None:
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if way > 0 else bar.minimum())
        if at_end:
            self.turned.emit(way)
        else:
            bar.setValue(bar.value() + way * step)
