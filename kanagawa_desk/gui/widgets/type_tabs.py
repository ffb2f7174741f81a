"""Tabs with a name and a smaller remark behind it."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar

from kanagawa_desk.gui.theme import Look, ui_font

HEIGHT = 34
_PADDING = 14
_GAP = 6


class TypeTabs(QTabBar):
    """The chosen tab stands on the surface, under a line of the accent colour."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._remarks: list[str] = []
        self.setAccessibleName(name)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setFixedHeight(HEIGHT)
        look.changed.connect(self.update)

    def show_tabs(self, tabs: Sequence[tuple[str, str]]) -> None:
        """Take names and remarks; the chosen place stays."""
        if [(self.tabText(i), remark) for i, remark in enumerate(self._remarks)] == list(tabs):
            return
        chosen = max(0, self.currentIndex())
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        self._remarks = [remark for _, remark in tabs]
        for name, remark in tabs:
            self.setAccessibleTabName(self.addTab(name), f"{name}　{remark}")
        self.setCurrentIndex(min(chosen, self.count() - 1))
        self.blockSignals(False)

    def tabSizeHint(self, index: int) -> QSize:
        """Room for the name in bold and its remark."""
        name = QFontMetrics(ui_font(13, bold=True)).horizontalAdvance(self.tabText(index))
        remark = QFontMetrics(ui_font(12)).horizontalAdvance(self._remarks[index])
        return QSize(name + _GAP + remark + 2 * _PADDING, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs."""
        painter = QPainter(self)
        for index in range(self.count()):
            self._paint(painter, self.tabRect(index), index)

    def _paint(self, painter: QPainter, rect: QRect, index: int) -> None:
        chosen = index == self.currentIndex()
        if chosen:
            painter.fillRect(rect, self._look.colour("surface"))
            painter.fillRect(rect.adjusted(0, 0, 0, 2 - rect.height()), self._look.colour("accent"))
            painter.setPen(self._look.colour("pane_line"))
            painter.drawLine(rect.topLeft(), rect.bottomLeft())
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if chosen and self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(rect.adjusted(2, 3, -3, -3))
            painter.drawRect(rect.adjusted(3, 4, -4, -4))
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setFont(ui_font(13, bold=chosen))
        painter.setPen(self._look.colour("text"))
        painter.drawText(inner, middle, self.tabText(index))
        inner.setLeft(inner.left() + painter.fontMetrics().horizontalAdvance(self.tabText(index)))
        painter.setFont(ui_font(12))
        painter.setPen(self._look.colour("text3"))
        painter.drawText(inner.adjusted(_GAP, 0, 0, 0), middle, self._remarks[index])
