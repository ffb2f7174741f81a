"""Blocks of the paper in hand to the clipboard, and what the clipboard holds into the paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from kanagawa_desk.gui.calls import papers as paper_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.clipboard import blocks_from, to_clipboard
from kanagawa_desk.gui.widgets.composer.composition import Composition
from kanagawa_desk.gui.widgets.composer.hand import Hand
from kanagawa_desk.gui.widgets.composer.pasted_problems import PastedProblems

if TYPE_CHECKING:
    from kanagawa_desk.services.papers.pasting import Pasted

_ACTION = "貼り付け"
_IMAGE = "貼り付けた画像.png"


class Pasting(QObject):
    """Copies as official text and HTML; reads official text, Word and Excel."""

    said = Signal(object)  # Message

    def __init__(
        self,
        tasks: Tasks,
        composition: Composition,
        blocks: BlockList,
        hand: Hand,
        problems: PastedProblems,
    ) -> None:
        super().__init__(blocks)
        self._tasks = tasks
        self._paper = composition
        self._list = blocks
        self._hand = hand
        self._problems = problems
        blocks.copied.connect(self.copy)
        blocks.pasted.connect(self.paste)
        blocks.editor.pasted.connect(self.paste)

    def copy(self) -> None:
        """Put the blocks in hand on the clipboard."""
        views = [
            self._list.blocks.views[self._list.blocks.row_of(b)] for b in self._list.selected()
        ]
        if views:
            mime = to_clipboard(views, self._list.shapes.value)
            QGuiApplication.clipboard().setMimeData(mime)
            self.said.emit(Message(f"{len(views)}ブロックをコピーしました。", "ok"))

    def paste(self, mime: QMimeData) -> None:
        """Put what there is behind the block in hand."""
        paper = self._paper.paper
        if paper is None or not self._paper.writable:
            return
        whole = blocks_from(mime, paper.id)
        if whole:
            self._hand.put_in_blocks(_ACTION, whole)
            return
        if mime.hasImage() and not mime.hasText():
            content = _png(mime.imageData())
            self._tasks.ask(paper_calls.add_image, _IMAGE, content, then=self._put_in_image)
            return
        html = mime.html() if mime.hasHtml() else ""
        self._tasks.ask(paper_calls.read_pasted, paper.id, mime.text(), html, then=self._put_in)

    def _put_in_image(self, binding: str) -> None:
        self._hand.put_in("figure", binding)

    def _put_in(self, pasted: Pasted) -> None:
        if not pasted.blocks:
            self.said.emit(Message("貼り付けられる文字がありません。", "shortage"))
            return
        self._hand.put_in_blocks(_ACTION, pasted.blocks)
        words = f"{len(pasted.blocks)}ブロックを貼り付けました。"
        if pasted.left_out:
            words += "表紙と目次はこの資料のものを使います。"
        if pasted.problems:
            words += f"見ていただきたいところが{len(pasted.problems)}か所あります。"
        self.said.emit(Message(words, "shortage" if pasted.problems else "ok"))
        self._problems.show_problems(pasted.problems)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
