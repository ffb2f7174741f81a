"""The headings of a grid: columns under their groups, and the numbers of rows."""

from itertools import groupby

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.theme import Look, ui_font
from kanagawa_desk.gui.widgets.grid.geometry import GridGeometry

LINE_HEIGHT = 26
ROW_NUMBER_WIDTH = 30
_CENTRE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_ICON = 12  # px


class GroupHeader(QHeaderView):
    """Two lines where columns have groups; key columns stand still."""

    def __init__(self, look: Look, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._model = model
        self.geometry_: GridGeometry | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(True)
        self.setMinimumSectionSize(24)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    @property
    def is_grouped(self) -> bool:
        """Whether any column stands under a group."""
        return any(column.group for column in self._model.columns)

    def sizeHint(self) -> QSize:
        """One line, or two with groups."""
        return QSize(super().sizeHint().width(), self._line() * (2 if self.is_grouped else 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw all headings; those of key columns over the others."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("grid_head"))
        geometry = self.geometry_
        if geometry is None or not self._model.columns:
            return
        left = geometry.frozen_width()
        painter.setClipRect(QRect(left, 0, self.viewport().width() - left, self.height()))
        self._paint(painter, geometry.moving_columns(), geometry)
        painter.setClipRect(QRect(0, 0, left, self.height()))
        self._paint(painter, geometry.frozen_columns(), geometry)

    def _line(self) -> int:
        return self._look.scaled(LINE_HEIGHT)

    def _paint(self, painter: QPainter, columns: list[int], geometry: GridGeometry) -> None:
        for group, members in groupby(columns, lambda i: self._model.columns[i].group):
            indices = list(members)
            rects = [QRect(geometry.x(i), 0, self.sectionSize(i), self.height()) for i in indices]
            if group:
                whole = QRect(rects[0].topLeft(), rects[-1].bottomRight())
                whole.setHeight(self._line())
                computed = self._model.columns[indices[0]].field.computed
                self._heading(painter, whole, group, "lock" if computed else "")
                for rect in rects:
                    rect.setTop(self._line())
            for index, rect in zip(indices, rects, strict=True):
                self._heading(painter, rect, *self._words(index, group))

    def _words(self, index: int, group: str) -> tuple[str, str, bool]:
        """The text of a heading, its icon, and whether it stands out."""
        column = self._model.columns[index]
        if self._model.chosen(column.key):
            return column.label, "filter", True
        sorting = self._model.sorting
        if sorting is not None and sorting[0] == column.key:
            return f"{column.label} {'↓' if sorting[1] else '↑'}", "", self._is_current(index)
        locked = column.field.computed and not group
        return column.label, "lock" if locked else "", self._is_current(index)

    def _is_current(self, index: int) -> bool:
        selection = self.selectionModel()
        return selection.currentIndex().column() == index

    def _heading(
        self, painter: QPainter, rect: QRect, text: str, icon: str, bold: bool = False
    ) -> None:
        painter.fillRect(rect, self._look.colour("grid_head"))
        painter.setPen(self._look.colour("pane_line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(ui_font(self._look.scaled(12), bold))
        painter.setPen(self._look.colour("text" if bold else "text2"))
        inner = rect.adjusted(3, 0, -3, 0)
        if icon:
            width = painter.fontMetrics().horizontalAdvance(text)
            picture = self._look.pixmap(icon, "text2", _ICON, self.devicePixelRatioF())
            at = QPoint(inner.center().x() - (width + _ICON) // 2 - 2, inner.center().y() - 6)
            painter.drawPixmap(at, picture)
            inner.setLeft(inner.left() + _ICON + 2)
        painter.drawText(inner, _CENTRE, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press where the heading really stands."""
        super().mousePressEvent(self._unscrolled(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the move where the heading really stands."""
        super().mouseMoveEvent(self._unscrolled(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the release where the heading really stands."""
        super().mouseReleaseEvent(self._unscrolled(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the double click where the heading really stands."""
        super().mouseDoubleClickEvent(self._unscrolled(event))

    def _unscrolled(self, event: QMouseEvent) -> QMouseEvent:
        """The base class looks headings up scrolled away; key columns never are."""
        if self.geometry_ is None or event.position().x() >= self.geometry_.frozen_width():
            return event
        position = event.position() - QPointF(self.offset(), 0)
        return QMouseEvent(
            event.type(),
            position,
            event.globalPosition(),
            event.button(),
            event.buttons(),
            event.modifiers(),
        )


class RowHeader(QHeaderView):
    """Numbers of rows; totals have none and stand at the foot."""

    def __init__(self, look: Look, model: GridModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._look = look
        self._model = model
        self.geometry_: GridGeometry | None = None
        self.setSectionsClickable(True)
        self.setFixedWidth(ROW_NUMBER_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers; the current row's stands on the accent colour."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("grid_head"))
        geometry = self.geometry_
        if geometry is None:
            return
        for row in geometry.visible_rows():
            rect = QRect(0, geometry.y(row), self.width(), self.sectionSize(row))
            self._paint(painter, rect, row)

    def _paint(self, painter: QPainter, rect: QRect, row: int) -> None:
        number = str(row + 1) if self._model.rows[row].kind is RowKind.RECORD else ""
        selection = self.selectionModel()
        current = selection.currentIndex().row() == row and bool(number)
        painter.fillRect(rect, self._look.colour("accent" if current else "grid_head"))
        painter.setPen(self._look.colour("pane_line"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setFont(ui_font(self._look.scaled(11), bold=current))
        painter.setPen(self._look.colour("on_accent" if current else "text3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)
