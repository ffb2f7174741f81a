"""Binding blocks and numbers of the paper in hand to the ledgers, by the form that asks for it."""

from functools import partial

from PySide6.QtCore import QObject

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.composing import PROSE
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.hand import Hand
from kanagawa_desk.gui.widgets.papers.binding_form import BindingForm

_NUMBER = "number"


class Binder(QObject):
    """What is chosen goes into the block that was asked for, or into a new one."""

    def __init__(
        self, composition: Composition, blocks: BlockList, hand: Hand, form: BindingForm
    ) -> None:
        super().__init__(form)
        self._paper = composition
        self._list = blocks
        self._hand = hand
        self._form = form
        self._kind = self._block = ""
        form.hide()
        form.chosen.connect(self._take)
        form.cancelled.connect(self._end)

    def want(self, kind: str) -> None:
        """Ask for something new of the ledgers: a table, chart, number or figure.

        A number that is selected in the text is looked for in the ledgers, and gives way to it.
        """
        is_text = kind == _NUMBER and self._list.is_writing
        self._begin(kind, "", self._list.editor.textCursor().selectedText() if is_text else "")

    def edit(self, block_id: str) -> None:
        """Ask for another binding of a block; prose is written in instead."""
        block = self._paper.block(block_id)
        if block is None:
            return
        self._list.take(block_id, -1)
        if block.kind not in PROSE:
            self._begin(block.kind, block_id, block.binding)

    def _begin(self, kind: str, block: str, binding: str) -> None:
        if self._paper.paper is None or not self._paper.writable:
            return
        self._kind, self._block = kind, block
        self._form.show()
        self._form.begin(self._paper.paper.id, kind, binding)

    def _take(self, binding: str) -> None:
        if self._kind == _NUMBER:
            if not self._list.is_writing:
                self._list.take(self._list.in_hand, -1)
            if self._list.is_writing:
                self._list.editor.put(binding)
        elif self._block:
            self._paper.do(
                "結び付きの変更",
                partial(composing.change, block=self._block, binding=binding),
            )
        else:
            self._hand.put_in(self._kind, binding)
        self._end()

    def _end(self) -> None:
        self._form.hide()
        self._list.setFocus()
