"""The columns of a grid: their order, which are hidden, and how wide they are."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QTableView

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.models.view import Columns, in_order
from kanagawa_desk.gui.widgets.grid.column_widths import fitting_widths
from kanagawa_desk.gui.widgets.grid.geometry import GridGeometry

_LEAST_WIDTH = 60  # px
_SQUEEZE = 0.06  # of the width, by which columns are narrowed rather than scrolled
_FROZEN_SHARE = 0.45  # of the width, that key columns take at most


class GridColumns(QObject):
    """Applies an arrangement to the header of a grid, and keeps what a person changes there."""

    arranged = Signal()  # by a person
    laid_out = Signal()

    def __init__(self, view: QTableView, model: GridModel, geometry: GridGeometry) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._geometry = geometry
        self.columns = Columns()
        self._fitting: dict[int, int] = {}
        self._measured: Layout | None = None  # what the widths fit, at a size in %
        self._zoom = 100
        header = view.horizontalHeader()
        header.setSectionsMovable(True)
        header.sectionResized.connect(self._remember_width)
        header.sectionMoved.connect(self._moved)

    def arrange(self, columns: Columns) -> None:
        """Take another arrangement."""
        self.columns = columns
        self.apply()

    def hide(self, key: str, *, hidden: bool) -> None:
        """Hide the column of a key, or show it; so it stays for later layouts."""
        others = self.columns.hidden - {key}
        self.change(replace(self.columns, hidden=others | {key} if hidden else others))

    def move(self, key: str, by: int) -> None:
        """Move a column by one place among those that are shown; key columns stay."""
        keys = [each.key for each in self._model.columns]
        shown = [keys[index] for index in self._geometry.moving_columns()]
        if key not in shown or not 0 <= shown.index(key) + by < len(shown):
            return
        neighbour = shown[shown.index(key) + by]
        order = in_order(keys, self.columns.order)
        order.remove(key)
        order.insert(order.index(neighbour) + (by > 0), key)
        self.change(replace(self.columns, order=tuple(order)))

    def lay_out(self, zoom: int) -> None:
        """Arrange the columns of a layout, whose widths are measured once for a size in %."""
        if self._measured is not self._model.layout or zoom != self._zoom:
            self._fitting = fitting_widths(self._model, zoom)
            self._measured, self._zoom = self._model.layout, zoom
        self.apply()

    def apply(self) -> None:
        """Give the header order, hidden columns and widths."""
        keys = [each.key for each in self._model.columns]
        if len(self._fitting) != len(keys):
            return  # a new layout is on its way in
        header = self._view.horizontalHeader()
        header.blockSignals(True)
        places = {key: index for index, key in enumerate(keys)}
        for visual, key in enumerate(in_order(keys, self.columns.order)):
            if header.visualIndex(places[key]) != visual:
                header.moveSection(header.visualIndex(places[key]), visual)
        for index, key in enumerate(keys):
            if self._view.isColumnHidden(index) != (key in self.columns.hidden):
                self._view.setColumnHidden(index, key in self.columns.hidden)
        header.blockSignals(False)
        self.set_widths()

    def set_widths(self) -> None:
        """Columns as wide as their contents; what room is left is spread over them."""
        view, model = self._view, self._model
        keys = [column.key for column in model.columns]
        if len(self._fitting) != len(keys):
            return
        by_hand = self.columns.widths
        shown = self._geometry.shown_columns()
        wanted = {i: by_hand.get(keys[i], self._fitting[i]) for i in shown}
        width = view.viewport().width()
        frozen = [i for i in shown if model.columns[i].frozen]
        excess = sum(wanted[i] for i in frozen) - int(_FROZEN_SHARE * width)
        if frozen and excess > 0:
            widest = max(frozen, key=lambda i: wanted[i])
            wanted[widest] = max(_LEAST_WIDTH, wanted[widest] - excess)
        growing = [i for i in shown if keys[i] not in by_hand and not model.is_row_number(i)]
        room = width - sum(wanted.values())
        if room > -_SQUEEZE * width and growing:
            whole = sum(wanted[i] for i in growing)
            for i in growing:
                wanted[i] += room * wanted[i] // whole
            wanted[growing[-1]] += width - sum(wanted.values())
        header = view.horizontalHeader()
        header.blockSignals(True)
        for i, each in wanted.items():
            if header.sectionSize(i) != each:
                header.resizeSection(i, each)
        header.blockSignals(False)
        view.updateGeometries()
        view.viewport().update()
        self.laid_out.emit()

    def change(self, columns: Columns) -> None:
        """Take the arrangement that a person made."""
        self.columns = columns
        self.apply()
        self._view.horizontalHeader().viewport().update()
        self.arranged.emit()

    def _remember_width(self, index: int, _old: int, width: int) -> None:
        key = self._model.columns[index].key
        self.columns = replace(self.columns, widths={**self.columns.widths, key: width})
        self.set_widths()
        self.arranged.emit()

    def _moved(self, _index: int, _old: int, _new: int) -> None:
        """Take the order of the header; key columns go back to the left."""
        columns = self._model.columns
        header = self._view.horizontalHeader()
        visual = [header.logicalIndex(at) for at in range(len(columns))]
        visual.sort(key=lambda index: not columns[index].frozen)
        self.change(replace(self.columns, order=tuple(columns[i].key for i in visual)))
