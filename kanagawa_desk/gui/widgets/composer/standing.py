"""Widgets that stand where parts of the block in hand stand."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QTableView, QWidget

from kanagawa_desk.gui.widgets.composer.block_shapes import Shape, strip_of
from kanagawa_desk.gui.widgets.composer.block_views import BlockView, is_bound


class Standing:
    """One over the body of the block, one at the right of the strip of a bound block."""

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._over: QWidget | None = None
        self._beside: QWidget | None = None

    def stand_over(self, widget: QWidget | None) -> None:
        """Let something stand over the body, or nothing."""
        if self._over is not None and self._over is not widget:
            self._over.hide()
        self._over = widget
        if widget is not None:
            widget.setParent(self._viewport)
            widget.show()

    def stand_beside(self, widget: QWidget) -> None:
        """Let something stand beside the strip."""
        widget.setParent(self._viewport)
        self._beside = widget
        widget.hide()

    def point_at(self, spot: QPoint) -> None:
        """Take the cell of a table in hand that is at a place of the screen."""
        if isinstance(self._over, QTableView):
            inside = self._over.viewport().mapFromGlobal(spot)
            self._over.setCurrentIndex(self._over.indexAt(inside))

    @property
    def beside_width(self) -> int:
        """How much of the strip is taken."""
        return self._beside.sizeHint().width() if self._beside is not None else 0

    def hide_beside(self) -> None:
        """There is no block for it to stand at."""
        if self._beside is not None:
            self._beside.hide()

    def place(self, view: BlockView, shape: Shape, corner: QPoint, *, offered: bool) -> None:
        """Put them in their places at a block whose corner is there in the view."""
        if self._over is not None:
            self._over.setGeometry(shape.body.translated(corner))
        if self._beside is None:
            return
        self._beside.setVisible(offered and is_bound(view))
        size, strip = self._beside.sizeHint(), strip_of(shape).translated(corner)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(QPoint(strip.right() - size.width() // 2, strip.center().y()))
        self._beside.setGeometry(place)
