"""A view of blocks with the field in which one of them is written."""

from __future__ import annotations

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QWidget

from kanagawa_desk.domain.papers.composing import LISTS
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_model import BlockModel
from kanagawa_desk.gui.widgets.composer.block_painter import BlockPainter
from kanagawa_desk.gui.widgets.composer.block_shapes import Shapes, font_of
from kanagawa_desk.gui.widgets.composer.block_views import BlockView
from kanagawa_desk.gui.widgets.composer.flow_view import FlowView
from kanagawa_desk.gui.widgets.composer.pictures import Pictures
from kanagawa_desk.gui.widgets.composer.prose_editor import ProseEditor
from kanagawa_desk.gui.widgets.composer.standing import Standing

_BY_LINES = ("preformatted",)
_HINT = "ここに入力。行頭で「・」「※」「(a)」を打つと種類が変わります"


class WritingView(FlowView):
    """One field for all blocks: it stands where the text of the block in hand stands."""

    def __init__(self, look: Look, model: BlockModel, shapes: Shapes, pictures: Pictures) -> None:
        super().__init__(model, BlockPainter(look, model, shapes, pictures))
        self.shapes = shapes
        self.writable = False
        self.in_hand = ""  # the block in hand
        self.written_as = ("", "")  # kind and style
        self.standing = Standing(self.viewport())
        self.editor = ProseEditor(look, shapes)
        self.editor.setParent(self.viewport())
        self.editor.hide()
        self.editor.grown.connect(self._grow)
        self._growing = QTimer(self, singleShot=True, interval=0)
        self._growing.timeout.connect(self._show_grown)
        look.changed.connect(self.viewport().update)
        pictures.came.connect(self.viewport().update)

    @property
    def is_writing(self) -> bool:
        """Whether the block in hand is written in."""
        return bool(self.painter.written)

    def view_in_hand(self) -> BlockView | None:
        """What the block in hand shows."""
        row = self.blocks.row_of(self.in_hand)
        return self.blocks.views[row] if row >= 0 else None

    def open_editor(self, view: BlockView, place: int, *, anew: bool) -> None:
        """Write at a place in the text of the block in hand, `anew` as it is in the ledger."""
        if anew or self.painter.written != view.block.id:
            self.painter.written = view.block.id
            self.written_as = self.look_of(view)
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

    @staticmethod
    def look_of(view: BlockView) -> tuple[str, str]:
        """What the editor has to be opened anew for."""
        return view.block.kind, view.block.style

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
        corner = self.visualRect(self.blocks.index(self.blocks.row_of(self.in_hand))).topLeft()
        shape = self.painter.shape(view)
        if self.painter.written:
            self.editor.setGeometry(shape.text.translated(corner))
        self.standing.place(view, shape, corner, offered=self.writable)
        self.painter.taken = {view.block.id: self.standing.beside_width}

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
