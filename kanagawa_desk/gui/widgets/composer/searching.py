"""Finding and replacing in the paper in hand."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from kanagawa_desk.domain.papers import search as paper_search
from kanagawa_desk.domain.papers.search import Hit
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.find_replace import FindReplace


class Searching(QObject):
    """Connects the bar to the blocks; one replacement, or all of them, is one batch."""

    said = Signal(object)  # Message

    def __init__(self, composition: Composition, blocks: BlockList, bar: FindReplace) -> None:
        super().__init__(bar)
        self._paper = composition
        self._list = blocks
        self._bar = bar
        self._hit: Hit | None = None
        bar.line.sought.connect(self._seek)
        bar.line.went.connect(self._go)
        bar.replaced.connect(self._replace)
        bar.all_replaced.connect(self._replace_all)
        bar.line.closed.connect(blocks.setFocus)
        composition.changed.connect(self._tell)

    def _seek(self) -> None:
        self._hit = None
        here = self._list.blocks.row_of(self._list.in_hand)
        found = self._found()
        later = [hit for hit in found if self._list.blocks.row_of(hit.block) >= here]
        if found:
            self._show((later or list(found))[0])
        self._tell()

    def _go(self, by: int) -> None:
        found = self._found()
        if found:
            at = found.index(self._hit) + by if self._hit in found else 0
            self._show(found[at % len(found)])
        self._tell()

    def _replace(self, new: str) -> None:
        sought, hit = self._bar.line.field.text(), self._hit
        if hit is None or hit not in self._found():
            self._go(1)
            return
        behind = [each for each in self._found() if each != hit]
        place = self._found().index(hit)
        operation = partial(paper_search.replace_one, hit=hit, sought=sought, new=new)
        if self._paper.do(f"「{sought}」を「{new}」に置換", operation):
            found = self._found()
            if found and behind:
                self._show(found[min(place, len(found) - 1)])
            self._tell()

    def _replace_all(self, new: str) -> None:
        sought, count = self._bar.line.field.text(), len(self._found())
        operation = partial(paper_search.replace_all, sought=sought, new=new)
        if self._paper.do(f"「{sought}」を「{new}」にすべて置換", operation):
            self.said.emit(Message(f"{count}か所を置き換えました。", "ok"))
            self._hit = None
            self._tell()

    def _show(self, hit: Hit) -> None:
        """Select the place; the keys stay in the bar."""
        self._hit = hit
        self._list.take(hit.block, hit.start, write=hit.cell is None, keys=False)
        if hit.cell is None:
            self._list.editor.go_to(hit.start, hit.end - hit.start)

    def _found(self) -> tuple[Hit, ...]:
        return paper_search.find(self._paper.blocks, self._bar.line.field.text())

    def _tell(self) -> None:
        if self._bar.line.isVisible():
            found = self._found()
            self._bar.line.show_count(
                found.index(self._hit) if self._hit in found else -1, len(found)
            )
