"""What the outline asks for becomes edits of whole sections."""

from functools import partial

from PySide6.QtCore import QObject

from kanagawa_desk.domain.papers import composing
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.hand import Hand
from kanagawa_desk.gui.widgets.composer.outline import Outline


class SectionHand(QObject):
    """Takes the heading in hand, and then does to it what the hand does to a block."""

    def __init__(
        self, composition: Composition, blocks: BlockList, hand: Hand, outline: Outline
    ) -> None:
        super().__init__(outline)
        self._paper = composition
        self._list = blocks
        self._hand = hand
        outline.shifted.connect(self._shift)
        outline.moved.connect(self._move)
        outline.dropped.connect(self._drop)
        outline.wanted.connect(self._put_in)

    def _shift(self, block: str, by: int) -> None:
        self._list.take(block, write=False)
        self._hand.shift(by)

    def _move(self, block: str, by: int) -> None:
        self._list.take(block, write=False)
        self._hand.move(by)

    def _drop(self, block: str, before: str) -> None:
        self._list.take(block, write=False)
        operation = partial(composing.move_to, block=block, before=before)
        self._hand.do_in_place("見出しの移動", operation)

    def _put_in(self, block: str) -> None:
        """Begin a section of the same level behind that of a heading."""
        blocks = self._paper.blocks
        at = composing.index_of(blocks, block)
        end = composing.section_end(blocks, at)
        self._list.take(blocks[end - 1].id, write=False)
        self._hand.put_in("heading", fresh=True, level=blocks[at].level)
