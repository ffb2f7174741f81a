"""The one grid for all ledgers: a table view with key columns and totals that stand still."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Signal,
)
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QTableView, QWidget

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import GridModel
from kanagawa_desk.gui.models.statistics import statistics
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.cell_editor import CellDelegate, CellEditor
from kanagawa_desk.gui.widgets.column_widths import fitting_widths
from kanagawa_desk.gui.widgets.grid_geometry import DRAFT_HEIGHT, GridGeometry
from kanagawa_desk.gui.widgets.grid_header import GroupHeader, RowHeader
from kanagawa_desk.gui.widgets.grid_painter import CellState, GridPainter

Index = QModelIndex | QPersistentModelIndex
Trigger = QAbstractItemView.EditTrigger

ROW_HEIGHT = 28
COMPACT_ROW_HEIGHT = 24
_LEAST_WIDTH = 60  # px
_SQUEEZE = 0.06  # of the width, by which columns are narrowed rather than scrolled
_FROZEN_SHARE = 0.45  # of the width, that key columns take at most
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect


class Grid(QTableView):
    """Cells of a model, moved in and typed in as in Excel."""

    cell_chosen = Signal(int, int)
    typed = Signal(str)
    typing_ended = Signal()
    editor_left = Signal(int, int)  # by how many rows and columns the cursor is to go on
    statistics_changed = Signal(object)
    said = Signal(str)  # why a key did nothing
    pasted = Signal(object)  # Block
    laid_out = Signal()

    def __init__(self, look: Look, model: GridModel, *, row_numbers: bool = False) -> None:
        super().__init__()
        self.cells = model
        self.look = look
        self.press: Callable[[QKeyEvent], bool] = lambda _event: False  # set by grid_keys
        self._base_height = ROW_HEIGHT
        self.line_start: int | None = None  # where a run of Tabs began
        self._widths_by_hand: dict[str, int] = {}
        self._hidden: set[str] = set()
        self._fitting: dict[int, int] = {}
        self._painter = GridPainter(look, model)
        self.geometry_ = GridGeometry(self, model)
        self._editors = CellDelegate(look, model)
        header, numbers = GroupHeader(look, model), RowHeader(look, model)
        header.geometry_ = numbers.geometry_ = self.geometry_
        self.setHorizontalHeader(header)
        self.setVerticalHeader(numbers)
        numbers.setVisible(row_numbers)
        self.setModel(model)
        self.setItemDelegate(self._editors)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setMouseTracking(True)
        self._editors.typed.connect(self.typed)
        self._editors.left.connect(self.editor_left)
        self._editors.closeEditor.connect(self._editing_ended)
        header.sectionResized.connect(self._remember_width)
        model.modelReset.connect(self._lay_out)
        model.drafts_changed.connect(self._set_heights)
        look.changed.connect(self.viewport().update)
        look.zoomed.connect(self._lay_out)
        self.selectionModel().currentChanged.connect(self._tell_place)
        self.selectionModel().selectionChanged.connect(self._tell_selection)

    # What a page asks of it.

    def set_compact(self, compact: bool) -> None:
        """Low rows for small screens and long lists."""
        self._base_height = COMPACT_ROW_HEIGHT if compact else ROW_HEIGHT
        self._set_heights()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one and show it."""
        index = self.cells.index(row, column)
        self.selectionModel().setCurrentIndex(index, _CLEAR_AND_SELECT)
        self.scrollTo(index)

    def keep_place(self, change: Callable[[], None]) -> None:
        """Make a change that may reset the rows, and return to the same cell as far as it goes."""
        index, model = self.currentIndex(), self.cells
        row_key = model.rows[index.row()].key if index.isValid() else ""
        column_key = model.columns[index.column()].key if index.isValid() else ""
        change()
        if self.currentIndex().isValid():
            return
        records = [i for i, row in enumerate(model.rows) if row.kind is not RowKind.SECTION]
        if records:
            keys = {model.rows[i].key: i for i in records}
            columns = {each.key: i for i, each in enumerate(model.columns)}
            first = next((i for i in range(len(columns)) if not model.is_row_number(i)), 0)
            self.go_to(keys.get(row_key, records[0]), columns.get(column_key, first))

    def hide_key(self, key: str, *, hidden: bool) -> None:
        """Hide the column of a key, or show it; so it stays for later layouts."""
        (self._hidden.add if hidden else self._hidden.discard)(key)
        self._hide_columns()
        self._set_widths()

    def chosen(self) -> list[tuple[int, int]]:
        """The selected cells that are shown, row by row."""
        found = {
            (index.row(), index.column())
            for index in self.selectionModel().selectedIndexes()
            if not self.isColumnHidden(index.column())
        }
        return sorted(found)

    def editor(self) -> CellEditor | None:
        """The editor that is open."""
        widget = self.indexWidget(self.currentIndex())
        return widget if isinstance(widget, CellEditor) else None

    # Geometry: the base class asks these for editors, mouse, scrolling and screen readers.

    def visualRect(self, index: Index) -> QRect:
        """Where a cell stands."""
        if not index.isValid() or self.isColumnHidden(index.column()):
            return QRect()
        return self.geometry_.rect(index.row(), index.column())

    def indexAt(self, point: Any) -> QModelIndex:
        """The cell at a place."""
        row, column = self.geometry_.row_at(point.y()), self.geometry_.column_at(point.x())
        return self.cells.index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """What to draw anew: the current row and headings change with every selection."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: Any) -> None:
        """Select the cells between the two corners of a drag, whatever is scrolled."""
        first, last = self.indexAt(rect.topLeft()), self.indexAt(rect.bottomRight())
        if first.isValid() and last.isValid():
            top, bottom = sorted((first.row(), last.row()))
            left, right = sorted((first.column(), last.column()))
            corners = self.cells.index(top, left), self.cells.index(bottom, right)
            self.selectionModel().select(QItemSelection(*corners), command)

    def scrollTo(
        self, index: Index, hint: Any = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Bring a cell out from behind the edges and what stands still."""
        if not index.isValid():
            return
        if index.row() < self.geometry_.first_total():
            top = self.rowViewportPosition(index.row())
            bottom = top + self.rowHeight(index.row())
            _reveal(self.verticalScrollBar(), top, bottom, 0, self.geometry_.totals_top())
        if not self.cells.columns[index.column()].frozen:
            left = self.columnViewportPosition(index.column())
            right = left + self.columnWidth(index.column())
            room = self.geometry_.frozen_width(), self.viewport().width()
            _reveal(self.horizontalScrollBar(), left, right, *room)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw all anew: what stands still must not be moved with the rest."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.updateEditorGeometries()
        self.laid_out.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spread the columns over the width."""
        super().resizeEvent(event)
        self._set_widths()

    # Drawing.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells that can be seen, those that stand still last."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.look.colour("surface"))
        if not self.cells.columns:
            return
        geometry = self.geometry_
        left, top = geometry.frozen_width(), geometry.totals_top()
        width, height = self.viewport().width(), self.viewport().height()
        rows = geometry.visible_rows()
        first = geometry.first_total()
        for y, until, part in (
            (0, top, [row for row in rows if row < first]),
            (top, height, [row for row in rows if row >= first]),
        ):
            painter.setClipRect(left, y, width - left, until - y)
            self._paint_cells(painter, part, geometry.moving_columns())
            painter.setClipRect(0, y, left, until - y)
            self._paint_cells(painter, part, geometry.frozen_columns())
            painter.setClipRect(0, y, width, until - y)
            self._paint_sections(painter, part)
        if first < len(self.cells.rows):
            painter.setClipping(False)
            painter.setPen(QPen(self.look.colour("control_line"), 2))
            right = min(width, self.horizontalHeader().length())
            painter.drawLine(0, top, right, top)

    def _paint_cells(self, painter: QPainter, rows: list[int], columns: list[int]) -> None:
        current = self.currentIndex()
        chosen = set(self.chosen())
        if len(chosen) == 1:
            chosen = set()
        width = self.viewport().width()
        for column in columns:
            x = self.geometry_.x(column)
            if x >= width or x + self.columnWidth(column) < 0:
                continue
            for row in rows:
                if self.cells.rows[row].kind is RowKind.SECTION:
                    continue
                is_current = current.row() == row and current.column() == column
                state = CellState(
                    selected=(row, column) in chosen,
                    in_current_row=current.row() == row,
                    current=is_current,
                    focused=is_current and self.hasFocus(),
                )
                self._painter.cell(painter, self.geometry_.rect(row, column), row, column, state)

    def _paint_sections(self, painter: QPainter, rows: list[int]) -> None:
        width = min(self.viewport().width(), self.horizontalHeader().length())
        for row in rows:
            if self.cells.rows[row].kind is RowKind.SECTION:
                rect = QRect(0, self.geometry_.y(row), width, self.rowHeight(row))
                self._painter.section(painter, rect, row)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Excel's keys; any other that writes begins typing."""
        editor = self.editor()
        if editor is None:
            if not self.press(event):
                super().keyPressEvent(event)
        elif not editor.composing:  # else the key is the input method's
            editor.setFocus()
            QCoreApplication.sendEvent(editor, event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """A text that comes confirmed at once opens the editor, which the base class leaves old."""
        composing = self.editor() is not None
        super().inputMethodEvent(event)
        editor = self.editor()
        if editor is not None and not composing and event.commitString():
            QCoreApplication.sendEvent(editor, event)

    def keyboardSearch(self, search: str) -> None:
        """A key typed on a cell that takes none says why."""
        if self.currentIndex().isValid():
            self.said.emit(self.cells.why_locked(self.currentIndex()))

    def edit(self, index: Index, trigger: Any = None, event: Any = None) -> Any:
        """Open an editor; what is typed over a cell replaces it."""
        if trigger is None:
            self._editors.replaces = False
            return super().edit(index)
        self._editors.replaces = trigger == Trigger.AnyKeyPressed
        return super().edit(index, trigger, event)

    # Sizes.

    def _lay_out(self) -> None:
        self._fitting = fitting_widths(self.cells, self.look.zoom)
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._hide_columns()
        self._set_heights()
        self._set_widths()

    def _hide_columns(self) -> None:
        for index, column in enumerate(self.cells.columns):
            self.setColumnHidden(index, column.key in self._hidden)

    def _set_heights(self) -> None:
        header = self.verticalHeader()
        base = self.look.scaled(self._base_height)
        header.setDefaultSectionSize(base)
        for row in range(len(self.cells.rows)):
            height = base + DRAFT_HEIGHT * self.geometry_.draft_count(row)
            if self.rowHeight(row) != height:
                self.setRowHeight(row, height)
        self.viewport().update()
        self.laid_out.emit()

    def _set_widths(self) -> None:
        """Columns as wide as their contents; what room is left is spread over them."""
        keys = [column.key for column in self.cells.columns]
        if len(self._fitting) != len(keys):
            return  # a new layout is on its way in
        shown = [i for i in range(len(keys)) if not self.isColumnHidden(i)]
        wanted = {i: self._widths_by_hand.get(keys[i], self._fitting[i]) for i in shown}
        frozen = [i for i in shown if self.cells.columns[i].frozen]
        excess = sum(wanted[i] for i in frozen) - int(_FROZEN_SHARE * self.viewport().width())
        if frozen and excess > 0:
            widest = max(frozen, key=lambda i: wanted[i])
            wanted[widest] = max(_LEAST_WIDTH, wanted[widest] - excess)
        growing = [
            i
            for i in shown
            if keys[i] not in self._widths_by_hand and not self.cells.is_row_number(i)
        ]
        room = self.viewport().width() - sum(wanted.values())
        if room > -_SQUEEZE * self.viewport().width() and growing:
            whole = sum(wanted[i] for i in growing)
            for i in growing:
                wanted[i] += room * wanted[i] // whole
            wanted[growing[-1]] += self.viewport().width() - sum(wanted.values())
        header = self.horizontalHeader()
        header.blockSignals(True)
        for i, width in wanted.items():
            header.resizeSection(i, width)
        header.blockSignals(False)
        self.updateGeometries()
        self.viewport().update()
        self.laid_out.emit()

    def _remember_width(self, column: int, _old: int, width: int) -> None:
        self._widths_by_hand[self.cells.columns[column].key] = width
        self._set_widths()

    # Telling others.

    def _tell_place(self, index: Index) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.viewport().update()
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())

    def _tell_selection(self) -> None:
        values = (self.cells.cell(row, column).value for row, column in self.chosen())
        self.statistics_changed.emit(statistics(values))

    def _editing_ended(self, _editor: QWidget) -> None:
        self.setFocus()
        self.typing_ended.emit()


def _reveal(bar: QScrollBar, start: int, end: int, first: int, last: int) -> None:
    """Scroll so that what reaches from start to end lies between first and last."""
    if start < first:
        bar.setValue(bar.value() + start - first)
    elif end > last:
        bar.setValue(bar.value() + min(end - last, start - first))
