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
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
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
from kanagawa_desk.gui.widgets.grid.candidate_list import CandidateList
from kanagawa_desk.gui.widgets.grid.cell_editor import CellDelegate, CellEditor
from kanagawa_desk.gui.widgets.grid.columns import GridColumns
from kanagawa_desk.gui.widgets.grid.geometry import DRAFT_HEIGHT, GridGeometry
from kanagawa_desk.gui.widgets.grid.header import GroupHeader, RowHeader
from kanagawa_desk.gui.widgets.grid.painter import CellState, GridPainter
from kanagawa_desk.gui.widgets.grid.walk import MOVES, WAYS, edge

Index = QModelIndex | QPersistentModelIndex
Trigger = QAbstractItemView.EditTrigger

ROW_HEIGHT = 28
COMPACT_ROW_HEIGHT = 24
_CLEAR_AND_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Grid(QTableView):
    """Cells of a model, moved in and typed in as in Excel."""

    cell_chosen = Signal(int, int)
    typed = Signal(str)
    typing_ended = Signal()
    editor_left = Signal(int, int)  # by how many rows and columns the cursor is to go on
    statistics_changed = Signal(object)
    said = Signal(str)  # why a key did nothing
    pasted = Signal(object)  # Block
    wished = Signal(str)  # the line to open: go, filter or views
    laid_out = Signal()

    def __init__(self, look: Look, model: GridModel, *, row_numbers: bool = False) -> None:
        super().__init__()
        self.cells = model
        self.look = look
        self.press: Callable[[QKeyEvent], bool] = lambda _event: False  # set by grid_keys
        self._anchor = 0, 0  # where a selection by Shift begins
        self._extending = False
        self._base_height = ROW_HEIGHT
        self._grown: set[int] = set()  # rows that are higher for the drafts in them
        self.line_start: int | None = None  # where a run of Tabs began
        self._painter = GridPainter(look, model)
        self.geometry_ = GridGeometry(self, model)
        self.candidates = CandidateList(self.viewport())
        self._editors = CellDelegate(look, model, self.candidates)
        header, numbers = GroupHeader(look, model), RowHeader(look, model)
        header.geometry_ = numbers.geometry_ = self.geometry_
        self.setHorizontalHeader(header)
        self.setVerticalHeader(numbers)
        numbers.setVisible(row_numbers)
        self.setModel(model)
        self.arrangement = GridColumns(self, model, self.geometry_)
        self.arrangement.laid_out.connect(self.laid_out)
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
        self.candidates.chosen.connect(self._take_candidate)
        self._editors.closeEditor.connect(self._editing_ended)
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
        """Make a change that may reset the rows, and return to the same cell.

        Where its row is gone, to the one that stands there now.
        """
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
            nearest = min(records, key=lambda record: abs(record - index.row()))
            self.go_to(keys.get(row_key, nearest), columns.get(column_key, first))

    def hide_key(self, key: str, *, hidden: bool) -> None:
        """Hide the column of a key, or show it; so it stays for later layouts."""
        self.arrangement.hide(key, hidden=hidden)

    def chosen(self) -> list[tuple[int, int]]:
        """The selected cells that are shown, row by row."""
        found = {
            (row, column)
            for top, left, bottom, right in self.blocks()
            for column in range(left, right + 1)
            if not self.isColumnHidden(column)
            for row in range(top, bottom + 1)
            if self.cells.rows[row].kind is not RowKind.SECTION
        }
        return sorted(found)

    def blocks(self) -> list[tuple[int, int, int, int]]:
        """The selected rectangles: top, left, bottom, right."""
        chosen = self.selectionModel().selection()
        ranges = (chosen.at(place) for place in range(chosen.count()))
        return [(each.top(), each.left(), each.bottom(), each.right()) for each in ranges]

    def editor(self) -> CellEditor | None:
        """The editor that is open."""
        widget = self.indexWidget(self.currentIndex())
        return widget if isinstance(widget, CellEditor) else None

    def offer(self, texts: tuple[str, ...]) -> None:
        """List what the text being typed may stand for, below its cell."""
        self.candidates.offer(texts, self.visualRect(self.currentIndex()))

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
            self._select(first, last, command)

    def extend_to(self, index: QModelIndex) -> None:
        """Select the cells from where the selection began to another one, the current one then."""
        start = self.cells.index(*self._anchor)
        self._extending = True
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._extending = False
        self._select(start if start.isValid() else index, index, _CLEAR_AND_SELECT)
        self.scrollTo(index)

    def _select(self, first: QModelIndex, last: QModelIndex, command: Any) -> None:
        top, bottom = sorted((first.row(), last.row()))
        order = self.geometry_.shown_columns()
        left, right = sorted((order.index(first.column()), order.index(last.column())))
        block = QItemSelection()
        for column in order[left : right + 1]:
            block.select(self.cells.index(top, column), self.cells.index(bottom, column))
        self.selectionModel().select(block, command)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with Shift selects up to there."""
        index = self.indexAt(event.position().toPoint())
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if shift and index.isValid() and self.currentIndex().isValid():
            self.extend_to(index)
        else:
            super().mousePressEvent(event)

    def selectionCommand(self, index: Index, event: Any = None) -> Any:
        """Ctrl and a key that moves selects where it goes, as without Ctrl."""
        if isinstance(event, QKeyEvent) and event.modifiers() & _CONTROL:
            return _CLEAR_AND_SELECT
        return super().selectionCommand(index, event)

    def moveCursor(self, action: Any, modifiers: Any) -> QModelIndex:
        """Ctrl+Shift and an arrow select up to the edge of the filled cells."""
        way, index = WAYS.get(action), self.currentIndex()
        if way is None or not index.isValid() or not modifiers & _CONTROL:
            return super().moveCursor(action, modifiers)
        start = index.row(), index.column()
        return self.cells.index(*edge(self.cells, self.geometry_, start, way))

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
        self.arrangement.set_widths()

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
        dirty = event.rect()
        rows = [row for row in geometry.visible_rows() if geometry.row_rect(row).intersects(dirty)]
        first = geometry.first_total()
        for y, until, part in (
            (0, top, [row for row in rows if row < first]),
            (top, height, [row for row in rows if row >= first]),
        ):
            painter.setClipRect(QRect(left, y, width - left, until - y) & dirty)
            self._paint_cells(painter, part, geometry.moving_columns(), dirty)
            painter.setClipRect(QRect(0, y, left, until - y) & dirty)
            self._paint_cells(painter, part, geometry.frozen_columns(), dirty)
            painter.setClipRect(QRect(0, y, width, until - y) & dirty)
            self._paint_sections(painter, part)
        if first < len(self.cells.rows):
            painter.setClipping(False)
            painter.setPen(QPen(self.look.colour("control_line"), 2))
            right = min(width, self.horizontalHeader().length())
            painter.drawLine(0, top, right, top)

    def _paint_cells(
        self, painter: QPainter, rows: list[int], columns: list[int], dirty: QRect
    ) -> None:
        current = self.currentIndex()
        blocks = self.blocks()
        if len(blocks) == 1 and blocks[0][:2] == blocks[0][2:]:
            blocks = []  # the current cell alone has its ring
        for column in columns:
            x = self.geometry_.x(column)
            if x > dirty.right() or x + self.columnWidth(column) <= dirty.left():
                continue
            for row in rows:
                if self.cells.rows[row].kind is RowKind.SECTION:
                    continue
                is_current = current.row() == row and current.column() == column
                state = CellState(
                    selected=any(
                        top <= row <= bottom and left <= column <= right
                        for top, left, bottom, right in blocks
                    ),
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
            if not self.press(event) and not self._extend_by(event):
                super().keyPressEvent(event)
        elif not editor.composing:  # else the key is the input method's
            editor.setFocus()
            QCoreApplication.sendEvent(editor, event)

    def _extend_by(self, event: QKeyEvent) -> bool:
        """Whether a key with Shift moves the end of the selection; where it began stays."""
        action = MOVES.get(Qt.Key(event.key()))
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if action is None or not shift or not self.currentIndex().isValid():
            return False
        self.extend_to(self.moveCursor(action, event.modifiers() & _CONTROL))
        return True

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
        self.horizontalHeader().setFixedHeight(self.horizontalHeader().sizeHint().height())
        self._set_heights()
        self.arrangement.lay_out(self.look.zoom)

    def _set_heights(self) -> None:
        header = self.verticalHeader()
        base = self.look.scaled(self._base_height)
        header.setDefaultSectionSize(base)
        drafted = self.geometry_.count_drafts()
        for row in self._grown - drafted.keys():
            self.setRowHeight(row, base)
        for row, drafts in drafted.items():
            self.setRowHeight(row, base + DRAFT_HEIGHT * drafts)
        self._grown = set(drafted)
        self.viewport().update()
        self.laid_out.emit()

    # Telling others.

    def _tell_place(self, index: Index) -> None:
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()
        self.viewport().update()
        if not self._extending and self.state() != self.State.DragSelectingState:
            self._anchor = index.row(), index.column()
        if index.isValid():
            self.cell_chosen.emit(index.row(), index.column())

    def _tell_selection(self) -> None:
        values = (self.cells.cell(row, column).value for row, column in self.chosen())
        self.statistics_changed.emit(statistics(values))

    def _take_candidate(self, text: str) -> None:
        editor = self.editor()
        if editor is not None:
            editor.setText(text)
            self._editors.leave(editor, 1, 0)

    def _editing_ended(self, _editor: QWidget) -> None:
        self.offer(())
        self.setFocus()
        self.typing_ended.emit()


def _reveal(bar: QScrollBar, start: int, end: int, first: int, last: int) -> None:
    """Scroll so that what reaches from start to end lies between first and last."""
    if start < first:
        bar.setValue(bar.value() + start - first)
    elif end > last:
        bar.setValue(bar.value() + min(end - last, start - first))
