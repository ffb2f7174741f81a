"""The blocks of a paper below each other, one of them in hand and written in."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, QTimer, Signal
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
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from kanagawa_desk.domain.composing import LISTS, WRITTEN
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_model import BlockModel, Index
from kanagawa_desk.gui.widgets.composer.block_painter import BlockPainter
from kanagawa_desk.gui.widgets.composer.block_shapes import LEFT, Shapes, font_of
from kanagawa_desk.gui.widgets.composer.block_views import BlockView
from kanagawa_desk.gui.widgets.composer.flow_view import FlowView
from kanagawa_desk.gui.widgets.composer.pictures import Pictures
from kanagawa_desk.gui.widgets.composer.prose_editor import ProseEditor
from kanagawa_desk.gui.widgets.composer.standing import Standing

_END = -1
_BY_LINES = ("preformatted",)
_HINT = "ここに入力。行頭で「・」「※」「(a)」を打つと種類が変わります"
Select = QItemSelectionModel.SelectionFlag


class BlockList(FlowView):
    """Enter or a click writes in a block, Esc takes it in hand as a whole."""

    taken = Signal(str)  # the block in hand is another one
    removed = Signal()  # what is in hand
    copied = Signal()  # what is in hand
    pasted = Signal(object)  # QMimeData
    menu_wanted = Signal(object)  # QPoint of the screen
    opened = Signal(str)  # a block that is not written in, to be changed where it is chosen

    def __init__(self, look: Look, model: BlockModel, shapes: Shapes, pictures: Pictures) -> None:
        super().__init__(model, BlockPainter(look, model, shapes, pictures))
        self.shapes = shapes
        self.writable = False
        self._in_hand = ""
        self._written_as = ("", "")  # kind and style
        self.standing = Standing(self.viewport())
        self.setAccessibleName("本文")
        self.setProperty("kind", "blocks")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(FlowView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(FlowView.EditTrigger.NoEditTriggers)
        self.editor = ProseEditor(look, shapes)
        self.editor.setParent(self.viewport())
        self.editor.hide()
        self.editor.grown.connect(self._grow)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._show_grown)
        look.changed.connect(self.viewport().update)
        pictures.came.connect(self.viewport().update)

    @property
    def in_hand(self) -> str:
        """The block in hand; empty for none."""
        return self._in_hand

    @property
    def is_writing(self) -> bool:
        """Whether the block in hand is written in."""
        return bool(self.painter.written)

    def view_in_hand(self) -> BlockView | None:
        """What the block in hand shows."""
        row = self.blocks.row_of(self._in_hand)
        return self.blocks.views[row] if row >= 0 else None

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
        changed = block != self._in_hand
        writes = write and view.block.kind in WRITTEN
        if changed or not write:
            self.stand_over(None)
        if not writes:
            self.close_editor()
        index = self.blocks.index(row)
        self._in_hand = block
        self.selectionModel().setCurrentIndex(index, Select.ClearAndSelect)
        if writes:
            self._open_editor(view, place, anew=anew)
        if had_keys or (writes and keys):
            self.setFocus()
        self._bring_in(index)
        kind = self.blocks.data(index, Qt.ItemDataRole.AccessibleDescriptionRole)
        self.setAccessibleDescription(f"{kind}　{self.blocks.data(index)}")
        if changed or anew:
            self.taken.emit(block)

    def close_editor(self) -> None:
        """Write no more; the block is still in hand."""
        if self.painter.written:
            self.painter.written = ""
            had_keys = self.editor.hasFocus()
            self.setFocusProxy(None)  # type: ignore[arg-type]  # the stub wants one
            if had_keys:
                self.setFocus()  # before what has it is hidden
            self.editor.hide()
            self.lay_out()

    def show_anew(self) -> None:
        """The block in hand is another one in the ledger: go on writing in it as it is now."""
        view = self.view_in_hand()
        if view is None or not self.painter.written or self.editor.composing:
            return
        if self.editor.text() != view.block.text or self._look_of(view) != self._written_as:
            place = min(self.editor.place(), len(view.block.text))
            self.take(view.block.id, place, anew=True, keys=False)

    def stand_over(self, widget: QWidget | None) -> None:
        """Let something stand over the body of the block in hand, or nothing."""
        self.standing.stand_over(widget)
        self.updateEditorGeometries()

    def stand_beside(self, widget: QWidget) -> None:
        """Let something stand at the right of the strip of the bound block in hand."""
        self.standing.stand_beside(widget)

    def set_writable(self, writable: bool) -> None:
        """Say whether anything can be written."""
        self.writable = writable
        self.editor.setReadOnly(not writable)

    def updateEditorGeometries(self) -> None:
        """Put the editor where the text of its block stands."""
        super().updateEditorGeometries()
        view = self.view_in_hand()
        if view is None:
            self.standing.hide_beside()
            return
        corner = self.visualRect(self.blocks.index(self.blocks.row_of(self._in_hand))).topLeft()
        shape = self.painter.shape(view)
        if self.painter.written:
            self.editor.setGeometry(shape.text.translated(corner))
        self.standing.place(view, shape, corner, offered=self.writable)
        self.painter.taken = {view.block.id: self.standing.beside_width}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The block in hand stays in sight when something opens above it."""
        super().resizeEvent(event)
        if (row := self.blocks.row_of(self._in_hand)) >= 0:
            self.scrollTo(self.blocks.index(row))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a block in hand."""
        super().focusInEvent(event)
        if not self._in_hand and self.blocks.views:
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
        self.take(view.block.id)
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
        if view is not None and view.block.id != self._in_hand and not self.painter.written:
            self._in_hand = view.block.id
            self.taken.emit(view.block.id)

    def _open_editor(self, view: BlockView, place: int, *, anew: bool) -> None:
        if anew or self.painter.written != view.block.id:
            self.painter.written = view.block.id
            self._written_as = self._look_of(view)
            self.editor.lines = view.block.kind in LISTS or view.block.style in _BY_LINES
            self.editor.setAccessibleName(f"本文　{view.label}".strip())
            self.painter.text = view.block.text
            width = self.shapes.of(view, self.painter.width).text.width()
            self.editor.document().setTextWidth(width)
            self.editor.take(view.block.text, font_of(view))
            self.editor.setPlaceholderText(_HINT if view.block.kind == "paragraph" else "")
            self.painter.lines = self.editor.height_of_text()
            self.lay_out_now()
            self.editor.show()
            self.setFocusProxy(self.editor)
        self.editor.go_to(place)

    def _bring_in(self, index: Index) -> None:
        """Scroll to a block: a little where it is near, to the middle where it is far."""
        room, box = self.viewport().rect(), self.visualRect(index)
        near = box.intersects(room.adjusted(0, -box.height(), 0, box.height()))
        hints = FlowView.ScrollHint
        self.scrollTo(index, hints.EnsureVisible if near else hints.PositionAtCenter)

    @staticmethod
    def _look_of(view: BlockView) -> tuple[str, str]:
        """What the editor has to be opened anew for."""
        return view.block.kind, view.block.style

    def _grow(self) -> None:
        self.painter.text = self.editor.text()
        if self.painter.written and self.editor.height_of_text() != self.painter.lines:
            self.painter.lines = self.editor.height_of_text()
            self._growing.start()

    def _show_grown(self) -> None:
        self.lay_out_now()
        if self.painter.written:
            cursor = QRect(self.editor.cursorRect())
            self._bring_in_box(cursor.translated(self.editor.pos()))

    def _bring_in_box(self, box: QRect) -> None:
        """Scroll as little as shows a box of the view."""
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if box.bottom() + 8 > room:
            bar.setValue(bar.value() + box.bottom() + 8 - room)
        elif box.top() < 0:
            bar.setValue(bar.value() + box.top() - 8)

    def _has_keys(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))
