"""Writing a paper: the outline, the blocks and the page go together here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.gui.calls import bindings as binding_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.composer.binder import Binder
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.block_menu import BlockMenu
from kanagawa_desk.gui.widgets.composer.block_model import BlockModel
from kanagawa_desk.gui.widgets.composer.block_shapes import Shapes
from kanagawa_desk.gui.widgets.composer.block_views import (
    rewritten,
    views_of,
)
from kanagawa_desk.gui.widgets.composer.bodies import Bodies
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.editor_pane import EditorPane
from kanagawa_desk.gui.widgets.composer.find_replace import FindReplace
from kanagawa_desk.gui.widgets.composer.hand import Hand
from kanagawa_desk.gui.widgets.composer.outline_pane import OutlinePane
from kanagawa_desk.gui.widgets.composer.pasted_problems import PastedProblems
from kanagawa_desk.gui.widgets.composer.pasting import Pasting
from kanagawa_desk.gui.widgets.composer.pictures import Pictures
from kanagawa_desk.gui.widgets.composer.preview_pane import PreviewPane
from kanagawa_desk.gui.widgets.composer.searching import Searching
from kanagawa_desk.gui.widgets.composer.section_hand import SectionHand
from kanagawa_desk.gui.widgets.papers.binding_form import BindingForm
from kanagawa_desk.gui.widgets.parts import column

if TYPE_CHECKING:
    from kanagawa_desk.gui.calls.bindings import Overlook

_WIDTHS, _COMPACT_WIDTHS = (262, 480, 520), (222, 620, 470)
_LEAST = 200, 380, 320
_LOOK_PAUSE = 800  # ms without a change before bindings and checks are looked over


class Composer(QWidget):
    """A paper between its outline and its page; every edit is stored at once."""

    said = Signal(object)  # Message
    wrote = Signal()
    looked = Signal(object)  # Overlook: what the paper binds, and what is to be checked in it
    compare_wanted = Signal()  # the block in hand with the ledger
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        self._desk = desk
        self._awaited = ""  # a block to go to once it is there
        self._compact = False
        self._labels: dict[str, str] = {}
        self._row = 0  # of the block in hand
        self.composition = Composition(desk.tasks)
        self.model = BlockModel()
        self.shapes = Shapes(look)
        self._pictures = Pictures(look, desk.tasks)
        self.blocks = BlockList(look, self.model, self.shapes, self._pictures)
        self.hand = Hand(self.composition, self.blocks)
        self.find_bar = FindReplace(look)
        self.form = BindingForm(desk)
        self.problems = PastedProblems(look)
        self.editor = EditorPane(look, self.blocks, (self.find_bar, self.form), self.problems)
        self.binder = Binder(self.composition, self.blocks, self.hand, self.form)
        self.searching = Searching(self.composition, self.blocks, self.find_bar)
        self.pasting = Pasting(desk.tasks, self.composition, self.blocks, self.hand, self.problems)
        self.block_menu = BlockMenu(look, self, self.blocks, self.hand)
        self.editor.add_block_menu(self.block_menu)
        self.bodies = Bodies(desk, self.composition, self.blocks)
        self.outline_pane = OutlinePane(look)
        self.outline = self.outline_pane.outline
        self._sections = SectionHand(self.composition, self.blocks, self.hand, self.outline)
        self.preview = PreviewPane(desk)
        self.sides = QSplitter(Qt.Orientation.Horizontal)
        self.sides.setObjectName("papers.composer")
        self.sides.setChildrenCollapsible(False)
        for pane, least in zip((self.outline_pane, self.editor, self.preview), _LEAST, strict=True):
            pane.setMinimumWidth(least)
            self.sides.addWidget(pane)
        self.sides.setStretchFactor(1, 1)
        self._look_pause = QTimer(self, singleShot=True, interval=_LOOK_PAUSE)
        self._look_pause.timeout.connect(self._look_over)
        layout = column()
        layout.addWidget(self.sides, 1)
        self.setLayout(layout)
        self._connect()

    def open(self, paper: str) -> None:
        """Take a paper in hand, or show the one in hand as it is now."""
        self._pictures.renew()
        self.composition.open(paper)

    def clear(self) -> None:
        """There is no paper."""
        self.blocks.close_editor()
        self.composition.clear()
        self.preview.show_paper("")

    def go_to(self, block: str) -> None:
        """Take a block in hand and write at its end, once it is there."""
        if self.model.row_of(block) < 0:
            self._awaited = block
        else:
            self.blocks.take(block, -1)

    def share_right(self, right: QSplitter) -> None:
        """Let something stand below the page: both are in `right` then."""
        self.sides.addWidget(right)
        right.addWidget(self.preview)
        self.sides.setSizes(_WIDTHS)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen: the page is shown as wide as its pane."""
        if compact != self._compact:
            self._compact = compact
            self.sides.setSizes(_COMPACT_WIDTHS if compact else _WIDTHS)
            self.preview.choose_zoom(wide=compact)

    def add_row(self) -> None:
        """Put in a row of the table that is typed in, else a paragraph."""
        if self.bodies.table.isVisible():
            self.bodies.table.add_row()
        else:
            self.hand.put_in("paragraph", fresh=True)

    def add_column(self) -> None:
        """Put in a column of the table that is typed in."""
        if self.bodies.table.isVisible():
            self.bodies.table.add_column()

    def remove_row(self) -> None:
        """Take out a row of the table that is typed in, else the blocks in hand."""
        if self.bodies.table.isVisible():
            self.bodies.table.remove_row()
        else:
            self.hand.remove()

    def set_writable(self, writable: bool) -> None:
        """Say whether anything can be changed."""
        self.composition.writable = self.outline.writable = writable
        self.editor.set_writable(writable)
        self.outline_pane.set_writable(writable)

    def _connect(self) -> None:
        paper, blocks, hand = self.composition, self.blocks, self.hand
        paper.changed.connect(self._show)
        paper.written.connect(self._show_words)
        paper.stored.connect(self.wrote)
        for each in (paper, self.searching, self.pasting, self.bodies):
            each.said.connect(self.said)
        blocks.taken.connect(self._follow)
        self.editor.put_in.connect(hand.put_in)
        blocks.menu_wanted.connect(self.block_menu.popup)
        self.editor.bound.connect(self.binder.want)
        self.editor.undone.connect(self._undo)
        self.editor.redone.connect(self.redo_wanted)
        self.bodies.binding_wanted.connect(self.binder.edit)
        self.bodies.compare_wanted.connect(self.compare_wanted)
        self.bodies.wrote.connect(self.wrote)
        outline = self.outline
        outline.taken.connect(lambda block: blocks.take(block, write=False))
        outline.opened.connect(self.go_to)
        outline.removed.connect(hand.remove)
        self.preview.pointed.connect(self.go_to)
        self.preview.drawn.connect(lambda drawn: outline.show_pages(drawn.pages))

    def _show(self) -> None:
        """The blocks are others: show them, and what is in hand as it is now."""
        paper = self.composition
        self.shapes.figures = dict(paper.figures)
        known = {view.block.id: view for view in self.model.views}
        self._labels = composing.labelled(paper.blocks)
        self.model.show(views_of(paper.blocks, self._labels, paper.tables, known))
        self.outline.show_blocks(paper.blocks, self._labels)
        if paper.paper is not None:
            self._show_paper(paper.paper)
        if self._awaited and self.model.row_of(self._awaited) >= 0:
            awaited, self._awaited = self._awaited, ""
            self.blocks.take(awaited, -1)
        elif self.hand.is_busy:
            return  # and takes the next block itself
        elif self.blocks.view_in_hand() is None and self.model.views:
            nearest = self.model.views[min(self._row, len(self.model.views) - 1)]
            self.blocks.take(nearest.block.id, write=False)
        else:
            self.blocks.show_anew()
            self.bodies.show()
            self._follow(self.blocks.in_hand)

    def _show_words(self, block: str) -> None:
        """The words of one block are others."""
        there, row = self.composition.block(block), self.model.row_of(block)
        if there is None or row < 0:
            return
        self.model.show_one(rewritten(self.model.views[row], there))
        if there.kind == "heading":
            self.outline.show_blocks(self.composition.blocks, self._labels)
            self._show_trail(row)
        if there.kind == "table":
            self.blocks.lay_out_now()
            self.bodies.show()
        self.preview.renew()

    def _show_paper(self, paper: Paper) -> None:
        self.bodies.show_paper(paper)
        self.preview.show_paper(paper.id)
        self.preview.renew()
        self._look_pause.start()

    def _follow(self, block: str) -> None:
        self._row = self.model.row_of(block)
        self.composition.visit(block)
        self._show_trail(self._row)
        self.preview.follow(block)

    def _show_trail(self, row: int) -> None:
        path = composing.path_to(self.composition.blocks, row)
        self.editor.show_trail(path, self._labels)
        if path:
            self.outline.show_taken(path[-1].id)

    def _undo(self) -> None:
        editor = self.blocks.editor
        if self.blocks.is_writing and editor.document().isUndoAvailable():
            editor.undo()
        else:
            self.composition.store()
            self.undo_wanted.emit()

    def _look_over(self) -> None:
        paper = self.composition.paper
        if paper is not None and self.isVisible():
            ask, today = self._desk.tasks.ask, self._desk.today()
            ask(binding_calls.look_over, paper.id, today, then=self._take_overlook)

    def _take_overlook(self, found: Overlook) -> None:
        self.bodies.show_bindings(found.bindings)
        self.looked.emit(found)
