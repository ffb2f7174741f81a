"""Charts under their titles: side by side, or one at a time behind tabs on a small screen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.chart_view import ChartView, Drawing
from kanagawa_desk.gui.widgets.parts import column, frame, label, row
from kanagawa_desk.gui.widgets.type_tabs import HEIGHT, TypeTabs


class ChartDeck(QWidget):
    """Shows the drawings that it is given; a chart without one is left out."""

    def __init__(self, look: Look, tasks: Tasks, name: str, titles: Sequence[str]) -> None:
        super().__init__()
        self._compact = False
        self._there = [True] * len(titles)
        self.charts = tuple(ChartView(look, tasks, title) for title in titles)
        self.tabs = TypeTabs(look, name)
        self.tabs.show_tabs([(title, "") for title in titles])
        self.tabs.currentChanged.connect(lambda _index: self._arrange())
        self._bar = frame("tabs", row(self.tabs, None, margins=(8, 0)), HEIGHT)
        self._heads = [
            frame("pane_head", row(label(title, "pane"), None), HEIGHT) for title in titles
        ]
        self._panes = [_pane(*each) for each in zip(self._heads, self.charts, strict=True)]
        self._side_by_side = QSplitter(Qt.Orientation.Horizontal)
        self._side_by_side.setObjectName(f"{name}.charts")
        self._side_by_side.setChildrenCollapsible(False)
        for pane in self._panes:
            self._side_by_side.addWidget(pane)
        layout = column(self._bar)
        layout.addWidget(self._side_by_side, 1)
        self.setLayout(layout)
        self._arrange()

    def show_drawings(self, *drawings: Drawing | None) -> None:
        """Draw these, each in its place."""
        for chart, drawing in zip(self.charts, drawings, strict=True):
            chart.show_drawing(drawing)
        there = [drawing is not None for drawing in drawings]
        if any(there) and there != self._there:
            self._there = there
            self._arrange()

    def set_compact(self, compact: bool) -> None:
        """Put the charts behind tabs."""
        if compact != self._compact:
            self._compact = compact
            self._arrange()

    def _arrange(self) -> None:
        tabbed = self._compact and sum(self._there) > 1
        current = self.tabs.currentIndex()
        if not self._there[current]:
            current = self._there.index(True)
        self._bar.setVisible(tabbed)
        for place, (pane, head) in enumerate(zip(self._panes, self._heads, strict=True)):
            head.setVisible(not tabbed)
            pane.setVisible(self._there[place] and (not tabbed or place == current))


def _pane(head: QWidget, chart: ChartView) -> QWidget:
    pane = QWidget()
    layout = column(head)
    layout.addWidget(chart, 1)
    pane.setLayout(layout)
    return pane
