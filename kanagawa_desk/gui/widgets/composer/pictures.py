"""The charts and images of a paper in the editor: asked for when they come into sight."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_views import BlockView

_RASTER = (b"\x89PNG", b"\xff\xd8\xff")  # what images of figures begin with that Qt may read


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a picture was drawn from."""

    binding: str
    theme: str
    size: QSize


class Pictures(QObject):
    """Draws what has come; a chart is asked for again when the ledger may have changed."""

    came = Signal()

    def __init__(self, look: Look, tasks: Tasks) -> None:
        super().__init__()
        self._look = look
        self._tasks = tasks
        self._wishes: dict[str, _Wish] = {}
        self._drawn: dict[str, bytes] = {}

    def renew(self) -> None:
        """The ledger may have changed."""
        self._wishes.clear()

    def paint(self, painter: QPainter, view: BlockView, box: QRect) -> None:
        """Draw the picture of a block into a box, and ask for it where it is another one."""
        block = view.block
        wish = _Wish(block.binding, self._look.name, box.size())
        if self._wishes.get(block.id) != wish:
            self._wishes[block.id] = wish
            arguments = block.id, self._look.name, box.width(), box.height()
            self._tasks.ask(
                paper_calls.picture,
                *arguments,
                then=lambda content: self._take(block.id, content),
                otherwise=lambda _reason: None,
            )
        content = self._drawn.get(block.id, b"")
        if block.kind == "chart" and content:
            QSvgRenderer(content).render(painter, QRectF(box))
        elif content.startswith(_RASTER):
            image = QImage.fromData(content)
            place = QRect(box)
            place.setSize(image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio))
            place.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, image)

    def _take(self, block: str, content: bytes) -> None:
        if self._drawn.get(block) != content:
            self._drawn[block] = content
            self.came.emit()
