"""What can be done with the block in hand, as a menu."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from kanagawa_desk.domain.papers.composing import WRITTEN
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.block_list import BlockList
from kanagawa_desk.gui.widgets.composer.block_views import BlockView, is_bound
from kanagawa_desk.gui.widgets.composer.hand import Hand
from kanagawa_desk.gui.widgets.composer.kinds import KINDS

_STYLES = (("■", "■"), ("◇", "◇"), ("◆", "◆"), ("〔〕", "〔　〕"), ("", "記号なし"))
_COLUMNS = (1, 2, 3, 4)


class BlockMenu(QMenu):
    """Filled anew for each block; opened by the menu key or the right button of the mouse."""

    def __init__(self, look: Look, parent: QWidget, blocks: BlockList, hand: Hand) -> None:
        super().__init__("このブロック", parent)
        self._look = look
        self._list = blocks
        self._hand = hand
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        view = self._list.view_in_hand()
        if view is None:
            return
        self._add_clipboard()
        if not self._list.writable:
            return
        hand = self._hand
        self.addSeparator()
        self.addAction("上へ\tAlt+Shift+↑", partial(hand.move, -1))
        self.addAction("下へ\tAlt+Shift+↓", partial(hand.move, 1))
        self.addSeparator()
        if view.block.kind in WRITTEN:
            self._add_kinds()
        self._add_looks(view)
        if is_bound(view):
            opened = partial(self._list.opened.emit, view.block.id)
            self.addAction(self._look.icon("link"), "列と書式…", opened)
        self.addAction(self._look.icon("trash"), "ブロックを削除", hand.remove)

    def _add_clipboard(self) -> None:
        """Of the text that is written in, or of the block as a whole."""
        if self._list.is_writing:
            editor = self._list.editor
            self.addAction("切り取り\tCtrl+X", editor.cut)
            self.addAction("コピー\tCtrl+C", editor.copy)
            self.addAction("貼り付け\tCtrl+V", editor.paste)
        else:
            self.addAction("ブロックをコピー\tCtrl+C", self._list.copied.emit)

    def _add_kinds(self) -> None:
        menu = self.addMenu("種類を変える")
        for each in KINDS:
            if each.kind in WRITTEN:
                icon = self._look.icon(each.icon)
                menu.addAction(icon, each.word, partial(self._hand.retype, each.kind))

    def _add_looks(self, view: BlockView) -> None:
        if view.block.kind in ("caption", "figure"):
            menu = self.addMenu("記号")
            for style, word in _STYLES:
                menu.addAction(word, partial(self._hand.dress, style=style))
        elif view.block.kind == "circled":
            menu = self.addMenu("列数")
            for count in _COLUMNS:
                menu.addAction(f"{count}列", partial(self._hand.dress, columns=count))
        elif view.block.kind in ("heading", "bullet", "circle"):
            self.addAction("段を下げる\tTab", partial(self._hand.shift, 1))
            self.addAction("段を上げる\tShift+Tab", partial(self._hand.shift, -1))
