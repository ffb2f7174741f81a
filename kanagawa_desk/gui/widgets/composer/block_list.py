"""The blocks of a paper below each other, one of them in hand and written in."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication, QFrame

from kanagawa_desk.domain.papers.composing import WRITTEN
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_model import BlockModel, Index
from kanagawa_desk.gui.widgets.composer.block_shapes import LEFT, Shapes
from kanagawa_desk.gui.widgets.composer.flow_view import FlowView
from kanagawa_desk.gui.widgets.composer.pictures import Pictures
from kanagawa_desk.gui.widgets.composer.writing_view import WritingView

_END = -1
Select = QItemSelectionModel.SelectionFlag


class BlockList(WritingView):
    """Enter or a click writes in a block, Esc takes it in hand as a whole."""

    taken = Signal(str)  # the block in hand is another one
    removed = Signal()  # what is in hand
    copied = Signal()  # what is in hand
    pasted = Signal(object)  # QMimeData
    menu_wanted = Signal(object)  # QPoint of the screen
    opened = Signal(str)  # a block that is not written in, to be changed where it is chosen

    def __init__(self, look: Look, model: BlockModel, shapes: Shapes, pictures: Pictures) -> None:
        super().__init__(look, model, shapes, pictures)
        self.setAccessibleName("本文")
        self.setProperty("kind", "blocks")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(FlowView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(FlowView.EditTrigger.NoEditTriggers)

    def selected(self) -> list[str]:
        """The blocks that are in hand together, in order."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return [self.blocks.views[row].block.id for row in rows]

    def take(
        self,
        block: str,
        place: int = 0,
        *,
        write: bool = True,
        anew: bool = False,
        keys: bool = True,
    ) -> None:
        """Take a block in hand and write at a place in its text, -1 at its end.

        `anew` shows the text of the block as it is now, whatever was being written in it;
        without `keys` the keys stay where they are.
        """
        row = self.blocks.row_of(block)
        if row < 0:
            return
        view, had_keys = self.blocks.views[row], self._has_keys()
        changed = block != self.in_hand
        writes = write and view.block.kind in WRITTEN
        if changed or not write:
            self.stand_over(None)
        if not writes:
            self.close_editor()
        index = self.blocks.index(row)
        self.in_hand = block
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        if writes:
            self.open_editor(view, place, anew=anew)
        if had_keys or (writes and keys):
            self.setFocus()
        self._bring_in(index)
        kind = self.blocks.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
        self.setAccessibleDescription(f"{kind}　{self.blocks.data(index)}")
        if changed or anew:
            self.taken.emit(block)

    def show_anew(self) -> None:
        """The block in hand is another one in the ledger: go on writing in it as it is now."""
        view = self.view_in_hand()
        if view is None or not self.painter.written or self.editor.composing:
            return
        if self.editor.text() != view.block.text or self.look_of(view) != self.written_as:
            place = min(self.editor.place(), len(view.block.text))
            self.take(view.block.id, place, anew=True, keys=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The block in hand stays in sight when something opens above it."""
        super().resizeEvent(event)
        if (row := self.blocks.row_of(self.in_hand)) >= 0:
            self.scrollTo(self.blocks.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a block in hand."""
        super().focusInEvent(event)
        if not self.in_hand and self.blocks.views:
            self.take(self.blocks.views[0].block.id, write=False)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click in the text writes there; in the margin it takes the block as a whole."""
        spot = event.position().toPoint()
        view = self.blocks.view_at(self.indexAt(spot))
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        if view is None or not plain or spot.x() < LEFT - 8:
            self.close_editor()
            self.stand_over(None)
            super().mousePressEvent(event)
            return
        self.setFocus()
        before = self.verticalOffset()
        self.take(view.block.id)
        spot -= QPoint(0, self.verticalOffset() - before)  # to where that text is now
        if view.free or view.block.kind == "cover":
            self.opened.emit(view.block.id)
            self.standing.point_at(self.viewport().mapToGlobal(spot))
        elif self.is_writing:
            inside = self.editor.viewport().mapFrom(self.viewport(), spot)
            self.editor.setTextCursor(self.editor.cursorForPosition(inside))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drawing on from a click selects text of the block that it began to write in."""
        if self.is_writing and event.buttons() & Qt.MouseButton.LeftButton:
            inside = self.editor.viewport().mapFrom(self.viewport(), event.position().toPoint())
            cursor = self.editor.textCursor()
            there = self.editor.cursorForPosition(inside).position()
            cursor.setPosition(there, QTextCursor.MoveMode.KeepAnchor)
            self.editor.setTextCursor(cursor)
        else:
            super().mouseMoveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the block at the mouse, or of the one in hand for the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            view = self.blocks.view_at(self.indexAt(event.pos()))
            if view is not None and view.block.id not in self.selected():
                self.take(view.block.id, write=False)
        self.menu_wanted.emit(event.globalPos())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """What is not written in is changed where it is chosen."""
        view = self.blocks.view_at(self.indexAt(event.position().toPoint()))
        if view is not None and view.block.kind not in WRITTEN:
            self.opened.emit(view.block.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter writes in the block in hand; blocks are copied, pasted and taken out whole."""
        view = self.view_in_hand()
        standard = QKeySequence.StandardKey
        if event.matches(standard.Copy):
            self.copied.emit()
        elif event.matches(standard.Cut):
            self.copied.emit()
            self.removed.emit()
        elif event.matches(standard.Paste):
            self.pasted.emit(QGuiApplication.clipboard().mimeData())
        elif event.key() == Qt.Key.Key_Delete and not event.modifiers():
            self.removed.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or view is None:
            super().keyPressEvent(event)
        elif view.block.kind in WRITTEN:
            self.take(view.block.id, _END)
        else:
            self.opened.emit(view.block.id)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Arrow keys take another block in hand."""
        super().currentChanged(current, previous)
        view = self.blocks.view_at(current)
        if view is not None and view.block.id != self.in_hand and not self.painter.written:
            self.in_hand = view.block.id
            self.taken.emit(view.block.id)

    def _bring_in(self, index: Index) -> None:
        """Scroll to a block: a little where it is near, to the middle where it is far."""
        room, box = self.viewport().rect(), self.visualRect(index)
        near = box.intersects(room.adjusted(0, -box.height(), 0, box.height()))
        hints = FlowView.ScrollHint
        self.scrollTo(index, hints.EnsureVisible if near else hints.PositionAtCenter)

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))
