"""What the hand does to the block that it holds: typing, parting, joining, moving, putting in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from kanagawa_desk.domain.official_text.free_tables import free_table_binding
from kanagawa_desk.domain.papers import composing
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS, Block
from kanagawa_desk.domain.papers.composing import PROSE, WRITTEN
from kanagawa_desk.domain.papers.line_marks import marked
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.clipboard import new_id
from kanagawa_desk.gui.widgets.composer.composition import Composition

_END = -1
_NEW_TABLE = (("区分", "", ""), ("", "", ""), ("", "", ""))
_DEPTHS = ("bullet", "circle")


class Hand(QObject):
    """Wishes of the keys become edits, and the block to go on in is taken in hand."""

    def __init__(self, composition: Composition, blocks: BlockList) -> None:
        super().__init__(blocks)
        self.is_busy = False
        self._paper = composition
        self._list = blocks
        blocks.removed.connect(self.remove)
        editor = blocks.editor
        editor.edited.connect(self._write)
        editor.split.connect(self._split)
        editor.begun.connect(partial(self.put_in, "paragraph", fresh=True))
        editor.joined.connect(self._join)
        editor.shifted.connect(self.shift)
        editor.left.connect(self._step)
        editor.given_up.connect(self._give_up)
        editor.rested.connect(composition.store)

    def put_in(self, kind: str, binding: str = "", *, fresh: bool = False, **fields: Any) -> None:
        """Put a block in behind the one in hand, in place of an empty paragraph unless `fresh`."""
        paper, held = self._paper.paper, self._held()
        if paper is None or not self._paper.writable:
            return
        action, usual = f"{BLOCK_KINDS[kind]}の追加", self._usual(kind, binding) | fields
        if held is not None and _is_empty(held) and not fresh:
            operation = partial(composing.retype, block=held.id, kind=kind, **usual)
            self._do(action, operation, held.id)
            return
        if kind == "heading":
            over = composing.heading_over(self._paper.blocks, self._index())
            usual = {"level": over.level if over else 1} | usual
        self.put_in_blocks(action, [replace(Block(new_id(), paper.id, kind), **usual)])

    def put_in_blocks(self, action: str, new: Sequence[Block]) -> None:
        """Put blocks in behind the one in hand and take the last in hand."""
        after = self._list.in_hand
        self._do(action, partial(composing.insert, after=after, new=tuple(new)), new[-1].id)

    def retype(self, kind: str) -> None:
        """Make the block in hand one of another kind."""
        held = self._held()
        if held is not None and {held.kind, kind} <= set(WRITTEN):
            self._retyped(held, kind)

    def dress(self, **fields: Any) -> None:
        """Give the block in hand another mark, or another number of columns."""
        operation = partial(composing.change, block=self._list.in_hand, **fields)
        self.do_in_place("ブロックの書式の変更", operation)

    def remove(self) -> None:
        """Take the blocks in hand out; the one below them is in hand then."""
        gone = self._list.selected() or [self._list.in_hand]
        last = self._list.blocks.row_of(gone[-1])
        views = self._list.blocks.views
        near = [*views[last + 1 :], *reversed(views[:last])]
        after = next((v.block.id for v in near if v.block.id not in gone), "")
        self._list.close_editor()
        what = f"{len(gone)}ブロック" if len(gone) > 1 else self._word(gone[0])
        operation = partial(composing.remove, gone=frozenset(gone))
        self._do(f"{what}の削除", operation, after, write=False)

    def move(self, by: int) -> None:
        """Move the block in hand, a heading with its section, up (-1) or down (1)."""
        block = self._list.in_hand
        self.do_in_place(f"{self._word(block)}の移動", partial(composing.move, block=block, by=by))

    def shift(self, by: int) -> None:
        """Move the block in hand a level in (1) or out (-1)."""
        block = self._list.in_hand
        self.do_in_place(
            f"{self._word(block)}の段の変更", partial(composing.shift, block=block, by=by)
        )

    def do_in_place(self, action: str, operation: composing.Operation) -> None:
        """Do something to the block in hand, which stays in hand where it was."""
        block, writing = self._list.in_hand, self._list.is_writing
        place = self._list.editor.place() if writing else 0
        self._do(action, operation, block, place, write=writing)

    def _write(self) -> None:
        """The text of the block in hand was changed; a mark at its head may tell its kind."""
        held = self._held()
        if held is None or not self._list.is_writing:
            return
        text = self._list.editor.text()
        named = marked(text) if held.kind == "paragraph" and not held.style else None
        if named is None or marked(held.text) or self._list.editor.composing:
            self._paper.write(held.id, "text", text)
            return
        place = max(self._list.editor.place() - (len(text) - len(named.text)), 0)
        fields: dict[str, Any] = {
            "text": named.text,
            "level": named.level,
            "style": named.style,
        }
        action = f"{BLOCK_KINDS[named.kind]}への変更"
        operation = partial(composing.retype, block=held.id, kind=named.kind, **fields)
        self._do(action, operation, held.id, place)

    def _split(self, place: int) -> None:
        held = self._held()
        if held is None:
            return
        if held.kind in ("bullet", "circle", "note") and not held.text:
            self._retyped(held, "paragraph")
            return
        new = new_id()
        operation = partial(composing.split, block=held.id, at=place, new=new)
        above = not place and held.text  # the empty block was put in above
        self._do("ブロックの追加", operation, held.id if above else new, 0)

    def _join(self, by: int) -> None:
        """Backspace first takes the mark away, then joins; Delete joins the next block in."""
        held, views = self._held(), self._list.blocks.views
        if held is None:
            return
        row = self._index()
        if by < 0 and held.kind != "paragraph" and not held.binding:
            shifts = held.kind in _DEPTHS and held.level > 1
            self.shift(-1) if shifts else self._retyped(held, "paragraph", place=0)
            return
        upper = row - 1 if by < 0 else row
        if not 0 <= upper < len(views) - 1:
            return
        above, below = views[upper].block, views[upper + 1].block
        if {above.kind, below.kind} <= set(PROSE):
            operation = partial(composing.join, block=below.id)
            self._do("ブロックの結合", operation, above.id, len(above.text))
        elif not held.text and by < 0:
            operation = partial(composing.remove, gone=frozenset([held.id]))
            self._do("ブロックの削除", operation, above.id)
        else:
            self._list.take((above if by < 0 else below).id, _END if by < 0 else 0)

    def _step(self, by: int, near: bool) -> None:
        row = self._index() + by
        views = self._list.blocks.views
        if not 0 <= row < len(views):
            return
        block = views[row].block.id
        place = _END if by < 0 else 0
        if near or views[row].block.kind not in WRITTEN:
            self._list.take(block, place)
            return
        x = self._list.editor.cursorRect().x()
        self._list.take(block, place)
        editor = self._list.editor
        line = editor.cursorRect().center()
        line.setX(x)
        editor.setTextCursor(editor.cursorForPosition(line))

    def _give_up(self) -> None:
        self._list.take(self._list.in_hand, write=False)

    def _retyped(self, held: Block, kind: str, place: int = _END) -> None:
        operation = partial(composing.retype, block=held.id, kind=kind)
        self._do(f"{BLOCK_KINDS[kind]}への変更", operation, held.id, place)

    def _do(
        self,
        action: str,
        operation: composing.Operation,
        block: str,
        place: int = _END,
        *,
        write: bool = True,
    ) -> None:
        """Do something, and take the block in hand that is to be gone on with."""
        self.is_busy = True
        done = self._paper.do(action, operation)
        self.is_busy = False
        if done:
            self._list.take(block, place, write=write, anew=True)

    def _usual(self, kind: str, binding: str) -> dict[str, Any]:
        if kind == "table" and not binding:
            binding = free_table_binding(_NEW_TABLE)
        fields: dict[str, Any] = {"binding": binding} if binding else {}
        if kind in _DEPTHS:
            fields["level"] = 1
        if kind in ("caption", "figure"):
            fields["style"] = "■"
        return fields

    def _held(self) -> Block | None:
        return self._paper.block(self._list.in_hand)

    def _index(self) -> int:
        return self._list.blocks.row_of(self._list.in_hand)

    def _word(self, block: str) -> str:
        there = self._paper.block(block)
        return BLOCK_KINDS[there.kind] if there else "ブロック"


def _is_empty(block: Block) -> bool:
    return block.kind == "paragraph" and not block.text
