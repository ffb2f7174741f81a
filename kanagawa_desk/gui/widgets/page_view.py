"""A sheet of paper as it prints, on the desk."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.theme import Look

_MARGIN = 16
_SHAPE = 297 / 210  # A4 upright
_PAUSE = 80  # ms


class PageView(QWidget):
    """Shows one page; wheel and page keys turn it."""

    turned = Signal(int)  # pages on (1) or back (-1)

    def __init__(self, look: Look, wanted: Callable[[int, int], None]) -> None:
        super().__init__()
        self._look = look
        self._wanted = wanted  # asks for a page (from 0) in a width of device pixels
        self._page = -1
        self._picture = QPixmap()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("紙面")
        self.setMinimumWidth(240)
        look.changed.connect(self.update)

    def show_page(self, page: int) -> None:
        """Show a page (from 0); -1 shows none."""
        self._page = page
        if page < 0:
            self._picture = QPixmap()
        self._ask()
        self.update()

    def take_picture(self, page: int, png: bytes) -> None:
        """The picture of a page has come."""
        if page == self._page:
            self._picture = QPixmap()
            self._picture.loadFromData(png)
            self.update()

    @property
    def is_shown(self) -> bool:
        """Whether a page can be seen."""
        return not self._picture.isNull()

    def sheet(self) -> QRect:
        """Where the sheet lies: as large as the room allows."""
        room = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        width = min(room.width(), int(room.height() / _SHAPE))
        height = int(width * _SHAPE)
        sheet = QRect(0, 0, width, height)
        sheet.moveCenter(room.center())
        return sheet

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a picture of the new size, once it stays."""
        super().resizeEvent(event)
        self._pause.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn the page."""
        self.turned.emit(-1 if event.angleDelta().y() > 0 else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Down | Qt.Key.Key_Right:
                self.turned.emit(1)
            case Qt.Key.Key_PageUp | Qt.Key.Key_Up | Qt.Key.Key_Left:
                self.turned.emit(-1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet; paper is white in every theme."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("desk"))
        if self._page >= 0:
            sheet = self.sheet()
            painter.fillRect(sheet, Qt.GlobalColor.white)
            if not self._picture.isNull():
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(QRectF(sheet), self._picture, QRectF(self._picture.rect()))
            painter.setPen(self._look.colour("control_line"))
            painter.drawRect(sheet.adjusted(-1, -1, 0, 0))
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _ask(self) -> None:
        if self._page >= 0 and self.isVisible():
            self._wanted(self._page, int(self.sheet().width() * self.devicePixelRatioF()))
