"""The metrics under the headings of the paper, narrowed by what is typed above them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QWidget,
)

from kanagawa_desk.domain.metric_outline import leaves
from kanagawa_desk.gui.widgets.parts import column, frame, row

if TYPE_CHECKING:
    from kanagawa_desk.domain.metric_outline import Node

_KEY = Qt.ItemDataRole.UserRole
_SEEK_HEIGHT = 38
_DEEPEST = 3  # levels of headings that have a line of their own


class OutlineTree(QWidget):
    """Chooses a series; a heading chooses the first below it."""

    chosen = Signal(str)  # key of a series

    def __init__(self, name: str) -> None:
        super().__init__()
        self._outline: tuple[Node, ...] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        self.seek = QLineEdit()
        self.seek.setPlaceholderText("指標を探す")
        self.seek.setAccessibleName("指標を探す")
        self.seek.setClearButtonEnabled(True)
        self.seek.textChanged.connect(self._narrow)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(14)
        self.tree.setAccessibleName(name)
        self.tree.currentItemChanged.connect(lambda item, _before: self._choose(item))
        layout = column(frame("section", row(self.seek, margins=(8, 0)), _SEEK_HEIGHT))
        layout.addWidget(self.tree, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.tree)

    @property
    def outline(self) -> Sequence[Node]:
        """What is shown."""
        return self._outline

    def show_outline(self, outline: tuple[Node, ...]) -> None:
        """Take headings and series; what was folded stays so."""
        if outline == self._outline:
            return
        folded = {key for key, item in self._items.items() if not item.isExpanded()}
        known = set(self._items)
        self._outline = outline
        self._items = {}
        self.tree.blockSignals(True)
        self.tree.clear()
        self._add(self.tree.invisibleRootItem(), outline)
        for key, item in self._items.items():
            item.setExpanded(key not in known or key not in folded)
        self.tree.blockSignals(False)
        self._narrow(self.seek.text())

    def mark(self, key: str) -> None:
        """Show which series is in hand."""
        item = self._items.get(key)
        if item is not None and item is not self.tree.currentItem():
            self.tree.blockSignals(True)
            self.tree.setCurrentItem(item)
            self.tree.blockSignals(False)

    def _add(self, above: QTreeWidgetItem, nodes: Sequence[Node], depth: int = 1) -> None:
        for node in nodes:
            text = f"{node.text}　{node.series}" if node.children else node.text
            item = QTreeWidgetItem([text])
            item.setToolTip(0, node.text)
            item.setData(0, _KEY, node.key)
            if node.children and above.parent() is None:
                font = item.font(0)
                font.setBold(True)
                item.setFont(0, font)
            above.addChild(item)
            self._items[node.key] = item
            deep = depth == _DEEPEST
            self._add(item, leaves(node) if deep else node.children, depth + 1)

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        while item is not None and item.childCount():
            item = item.child(0)
        if item is not None:
            self.chosen.emit(item.data(0, _KEY))

    def _narrow(self, sought: str) -> None:
        """Leave the series with this text in their names, and the headings above them."""
        walk = QTreeWidgetItemIterator(self.tree)
        while (item := walk.value()) is not None:
            item.setHidden(not item.childCount() and sought not in item.text(0))
            walk += 1
        for item in reversed(list(self._items.values())):
            if item.childCount():
                below = range(item.childCount())
                item.setHidden(all(item.child(each).isHidden() for each in below))
