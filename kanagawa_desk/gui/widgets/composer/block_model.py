"""The blocks of a paper as a list."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.gui.widgets.composer.block_views import BlockView

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class BlockModel(QAbstractListModel):
    """Shows views; what stays the same is left alone."""

    def __init__(self) -> None:
        super().__init__()
        self.views: list[BlockView] = []
        self._rows: dict[str, int] = {}

    def show(self, views: Sequence[BlockView]) -> None:
        """Show these in place of those that were shown."""
        old, new = self.views, list(views)
        first = 0
        while first < min(len(old), len(new)) and old[first].block.id == new[first].block.id:
            first += 1
        last = 0
        while (
            last < min(len(old), len(new)) - first
            and old[-1 - last].block.id == new[-1 - last].block.id
        ):
            last += 1
        if len(old) - last > first:
            self.beginRemoveRows(_ROOT, first, len(old) - last - 1)
            self._take(old[:first] + old[len(old) - last :])
            self.endRemoveRows()
        if len(new) - last > first:
            self.beginInsertRows(_ROOT, first, len(new) - last - 1)
            self._take(self.views[:first] + new[first : len(new) - last] + self.views[first:])
            self.endInsertRows()
        changed = [
            row for row, (a, b) in enumerate(zip(self.views, new, strict=True)) if a is not b
        ]
        self._take(new)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def show_one(self, view: BlockView) -> None:
        """Take the words of the block in hand, which is drawn by what they are written in."""
        self.views[self._rows[view.block.id]] = view

    def row_of(self, block: str) -> int:
        """Where a block stands; -1 where it does not."""
        return self._rows.get(block, -1)

    def view_at(self, index: Index) -> BlockView | None:
        """What stands at an index."""
        return self.views[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many blocks."""
        return 0 if parent.isValid() else len(self.views)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is read out of a block: its label and text, and what kind it is of."""
        if not index.isValid():
            return None
        view = self.views[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{view.label}　{view.block.text}" if view.label else view.block.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return BLOCK_KINDS[view.block.kind]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All can be taken in hand."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _take(self, views: list[BlockView]) -> None:
        self.views = views
        self._rows = {view.block.id: row for row, view in enumerate(views)}
