"""A view of blocks below each other: thousands of them, measured when they come into sight."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from kanagawa_desk.gui.widgets.composer.block_model import BlockModel, Index
from kanagawa_desk.gui.widgets.composer.block_painter import BlockPainter

_STEP = 24  # px that a notch of the wheel scrolls by
_GUESSES = 4  # times that blocks in sight are measured, which may bring others into sight
Action = QAbstractItemView.CursorAction
Hint = QAbstractItemView.ScrollHint


class FlowView(QAbstractItemView):
    """Geometry only: blocks out of sight stand by a guess of their height."""

    def __init__(self, model: BlockModel, painter: BlockPainter) -> None:
        super().__init__()
        self.blocks = model
        self.painter = painter
        self._feet: list[int] | None = None  # px from the top to the foot of each block
        self.setModel(model)
        self.setItemDelegate(painter)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        for changed in (model.dataChanged, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.lay_out)

    def lay_out(self, *_what: object) -> None:
        """Put the blocks in their places, as high as they are now."""
        self._feet = None
        self.scheduleDelayedItemsLayout()

    def lay_out_now(self) -> None:
        """Put the blocks in their places at once."""
        self._feet = None
        self.updateGeometries()
        self.viewport().update()

    # What Qt asks of a view.

    def visualRect(self, index: Index) -> QRect:
        """Where a block stands in the view."""
        feet, row = self._places(), index.row()
        if not 0 <= row < len(feet):
            return QRect()
        top = feet[row - 1] if row else 0
        return QRect(0, top - self.verticalOffset(), self.painter.width, feet[row] - top)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The block at a point of the view."""
        row = bisect_right(self._places(), point.y() + self.verticalOffset())
        return self.blocks.index(row) if 0 <= row < len(self.blocks.views) else QModelIndex()

    def scrollTo(self, index: Index, hint: Hint = Hint.EnsureVisible) -> None:
        """Scroll as little as shows a block, or so that it stands in the middle."""
        for _ in range(_GUESSES):
            box, room = self.visualRect(index), self.viewport().height()
            bar = self.verticalScrollBar()
            before = bar.value()
            if hint == Hint.PositionAtCenter:
                bar.setValue(before + box.top() - max((room - box.height()) // 2, 0))
            elif box.top() < 0 or box.height() > room:
                bar.setValue(before + box.top())
            elif box.bottom() > room:
                bar.setValue(before + box.bottom() - room)
            if not self._measure_sight():
                return

    def moveCursor(self, action: Action, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """The block that a key leads to."""
        here, last = self.currentIndex().row(), len(self.blocks.views) - 1
        page = self.viewport().height()
        match action:
            case Action.MoveUp | Action.MoveLeft | Action.MovePrevious:
                row = here - 1
            case Action.MoveHome:
                row = 0
            case Action.MoveEnd:
                row = last
            case Action.MovePageUp | Action.MovePageDown:
                by = page if action == Action.MovePageDown else -page
                row = bisect_right(self._places(), self._places()[max(here, 0)] - 1 + by)
            case _:
                row = here + 1
        return self.blocks.index(max(0, min(row, last)))

    def keyboardSearch(self, _text: str) -> None:
        """Letters lead nowhere: they are the start of writing, not of a search."""

    def horizontalOffset(self) -> int:
        """Blocks are never wider than the view."""
        return 0

    def verticalOffset(self) -> int:
        """How far the view is scrolled."""
        return self.verticalScrollBar().value()

    def isIndexHidden(self, _index: Index) -> bool:
        """No block is hidden."""
        return False

    def setSelection(self, rect: QRect, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Select the blocks that a box of the view touches."""
        box = rect.normalized()
        first, last = self.indexAt(box.topLeft()), self.indexAt(box.bottomLeft())
        if first.isValid():
            last = last if last.isValid() else self.blocks.index(len(self.blocks.views) - 1)
            self.selectionModel().select(QItemSelection(first, last), flags)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the selected blocks stand."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def updateGeometries(self) -> None:
        """Tell the scroll bar how long the paper is."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        self._measure_sight()
        feet = self._places()
        bar.setPageStep(room)
        bar.setRange(0, max((feet[-1] if feet else 0) - room, 0))
        super().updateGeometries()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Blocks are as wide as the view."""
        self.painter.width = self.viewport().width()
        super().resizeEvent(event)
        self.lay_out_now()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """What comes into sight is measured, and what stands over blocks goes with them."""
        self._measure_sight()
        self.updateEditorGeometries()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the blocks in sight."""
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        selected = self.selectionModel()
        for row in self._in_sight():
            index = self.blocks.index(row)
            option.rect = self.visualRect(index)
            option.state = QStyle.StateFlag.State_Enabled
            if selected.isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            self.painter.paint(painter, option, index)

    def _places(self) -> list[int]:
        views = self.blocks.views
        # Qt asks for places while it is still telling of rows that came or went.
        if self._feet is None or len(self._feet) != len(views):
            self._feet = list(accumulate(map(self.painter.height, views)))
        return self._feet

    def _in_sight(self) -> Iterator[int]:
        feet, top = self._places(), self.verticalOffset()
        row = bisect_right(feet, top)
        while row < len(feet) and (feet[row - 1] if row else 0) < top + self.viewport().height():
            yield row
            row += 1

    def _measure_sight(self) -> bool:
        """Measure what is in sight, which stays where it is; whether a guess was wrong."""
        wrong = False
        for _ in range(_GUESSES):
            rows = list(self._in_sight())
            guesses = [self.painter.height(self.blocks.views[row]) for row in rows]
            heights = [self.painter.shape(self.blocks.views[row]).height for row in rows]
            if guesses == heights:
                break
            wrong = True
            hidden = self.visualRect(self.blocks.index(rows[0])).top() < 0
            self._feet = None
            if hidden and heights[0] != guesses[0]:
                bar = self.verticalScrollBar()
                bar.setValue(bar.value() + heights[0] - guesses[0])
        return wrong
