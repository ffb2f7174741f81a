"""A chart as the services draw it, drawn anew for its size and the theme."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QByteArray, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look

_PAUSE = 60  # ms without a change before a chart is drawn again
_MARGIN = 8  # px at the left and right of a drawing
_SMALLEST = 80  # px; no chart says anything below

# (ledger, theme, width, height) -> SVG, in the worker thread
Drawing = Callable[[Any, str, int, int], bytes]


class ChartView(QWidget):
    """Shows a drawing; it is asked for again after a change of size or theme."""

    def __init__(self, look: Look, tasks: Tasks, name: str) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._drawing: Drawing | None = None
        self._renderer: QSvgRenderer | None = None
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self.setAccessibleName(name)
        self.setMinimumHeight(_SMALLEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self._pause.start)

    def show_drawing(self, drawing: Drawing | None) -> None:
        """Draw this; None shows nothing."""
        self._drawing = drawing
        if drawing is None:
            self._renderer = None
            self.update()
        else:
            self._pause.start()

    @property
    def is_drawn(self) -> bool:
        """Whether a picture is there."""
        return self._renderer is not None and self._renderer.isValid()

    def sizeHint(self) -> QSize:
        """Half of what a page has."""
        return QSize(560, 280)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for the new size, once it stays."""
        super().resizeEvent(event)
        self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while nobody saw it."""
        super().showEvent(event)
        self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture as it is, stretched until the new one has come."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        if self._renderer is not None:
            self._renderer.render(painter, QRectF(self.rect()).adjusted(_MARGIN, 0, -_MARGIN, 0))

    def _ask(self) -> None:
        drawing = self._drawing
        if drawing is None or not self.isVisible() or min(self.width(), self.height()) < _SMALLEST:
            return

        def drawn(picture: bytes) -> None:
            if drawing is self._drawing:
                self._renderer = QSvgRenderer(QByteArray(picture))
                self.update()

        width = self.width() - 2 * _MARGIN
        self._tasks.ask(drawing, self._look.name, width, self.height(), then=drawn)
