"""The outline of a paper: headings with their numbers and pages, to be moved about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import section_end
from kanagawa_desk.gui.theme import ui_font

_BLOCK = Qt.ItemDataRole.UserRole
_MOVED = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
_PAGES = 36  # px of the page numbers


class Outline(QTreeWidget):
    """Tab and Shift+Tab change levels, Alt+Shift+↑↓ and the mouse move, Enter writes the title."""

    taken = Signal(str)  # a heading, by its block
    opened = Signal(str)  # to write its title
    shifted = Signal(str, int)  # a level in (1) or out (-1)
    moved = Signal(str, int)  # up (-1) or down (1)
    dropped = Signal(str, str)  # a heading, before which block ("" for the end)
    removed = Signal()  # the heading in hand
    wanted = Signal(str)  # a new heading behind the section of this one

    def __init__(self) -> None:
        super().__init__()
        self._blocks: Sequence[Block] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shown: list[tuple[str, int]] = []
        self.writable = False
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setAccessibleName("構成")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(24)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, _PAGES)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._tell)

    def show_blocks(self, blocks: Sequence[Block], labels: Mapping[str, str]) -> None:
        """Show the headings of these blocks; what is folded stays folded."""
        self._blocks = blocks
        headings = [block for block in blocks if block.kind == "heading"]
        shape = [(block.id, block.level) for block in headings]
        if shape != self._shown:
            self._rebuild(headings)
            self._shown = shape
        for block in headings:
            item = self._items[block.id]
            words = f"{labels[block.id]} {block.text or '（見出し）'}"
            if item.text(0) != words:
                item.setText(0, words)
                item.setToolTip(0, block.text)

    def show_pages(self, pages: Mapping[str, int]) -> None:
        """The page on which each heading stands."""
        for block, item in self._items.items():
            words = str(pages[block]) if block in pages else ""
            if item.text(1) != words:
                item.setText(1, words)

    def show_taken(self, block: str) -> None:
        """The heading that the block in hand stands under."""
        item = self._items.get(block)
        if item is not None and item is not self.currentItem():
            self.blockSignals(True)
            self.setCurrentItem(item)
            self.blockSignals(False)

    def item_of(self, block: str) -> QTreeWidgetItem:
        """The line of a heading; raises KeyError where there is none."""
        return self._items[block]

    def current(self) -> str:
        """The heading in hand, by its block; empty for none."""
        item = self.currentItem()
        return item.data(0, _BLOCK) if item is not None else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that change the outline."""
        block = self.current()
        key, held = Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        if not block:
            super().keyPressEvent(event)
        elif key == Key.Key_Backtab or (alt and key == Key.Key_Left):
            self.shifted.emit(block, -1)
        elif key == Key.Key_Tab or (alt and key == Key.Key_Right):
            self.shifted.emit(block, 1)
        elif held == _MOVED and key in (Key.Key_Up, Key.Key_Down):
            self.moved.emit(block, -1 if key == Key.Key_Up else 1)
        elif key in (Key.Key_Return, Key.Key_Enter, Key.Key_F2):
            self.opened.emit(block)
        elif key == Key.Key_Insert and not held:
            self.wanted.emit(block)
        elif key == Key.Key_Delete and not held:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab changes levels here; F6 leads out."""
        return False

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the heading in hand, with its section, where it was let go."""
        target = self.itemAt(event.position().toPoint())
        place = self.dropIndicatorPosition()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if not self.writable or not self.current():
            return
        before = ""
        if target is not None:
            before = target.data(0, _BLOCK)
            if place != QAbstractItemView.DropIndicatorPosition.AboveItem:
                before = self._behind(before)
        self.dropped.emit(self.current(), before)

    def _behind(self, block: str) -> str:
        """The block behind the section of a heading."""
        at = next(n for n, each in enumerate(self._blocks) if each.id == block)
        end = section_end(self._blocks, at)
        return self._blocks[end].id if end < len(self._blocks) else ""

    def _rebuild(self, headings: Sequence[Block]) -> None:
        folded = {block for block, item in self._items.items() if not item.isExpanded()}
        current, pages = self.current(), {b: i.text(1) for b, i in self._items.items()}
        self.blockSignals(True)
        self.clear()
        self._items = {}
        above: list[tuple[int, QTreeWidgetItem]] = [(-1, self.invisibleRootItem())]
        for block in headings:
            item = QTreeWidgetItem(["", pages.get(block.id, "")])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setData(0, _BLOCK, block.id)
            item.setFont(0, ui_font(bold=block.level <= 1))
            while above[-1][0] >= block.level:
                above.pop()
            above[-1][1].addChild(item)
            above.append((block.level, item))
            self._items[block.id] = item
        self.expandAll()
        for block_id in folded & self._items.keys():
            if self._items[block_id].childCount():
                self.collapseItem(self._items[block_id])
        if current in self._items:
            self.setCurrentItem(self._items[current])
        self.blockSignals(False)

    def _tell(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.taken.emit(item.data(0, _BLOCK))
