"""What is to be asked: ledgers with their fields and rows, ticked in a tree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.choices import LedgerChoices, Part

_WORD = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_TICKABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
)


class ScopeTree(QTreeWidget):
    """A ledger that is not ticked is not asked about, whatever is ticked below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName("照会する内容")
        self._choices: tuple[LedgerChoices, ...] = ()
        self.itemChanged.connect(lambda *_: self.changed.emit())

    def show_choices(self, choices: Sequence[LedgerChoices]) -> None:
        """Take what can be asked for; the usual is ticked, unless all is as it was."""
        if tuple(choices) == self._choices:
            return
        self._choices = tuple(choices)
        self.blockSignals(True)
        self.clear()
        for each in choices:
            top = QTreeWidgetItem(self, [each.label])
            top.setFlags(_TICKABLE)
            top.setCheckState(0, _ON)
            for part in each.parts:
                _add_part(top, part)
            top.setExpanded(True)
        self.blockSignals(False)
        self.setCurrentIndex(self.model().index(0, 0))

    def forget(self) -> None:
        """Tick the usual again, when choices are shown next."""
        self._choices = ()
        self.clear()

    def words(self) -> tuple[tuple[str, ...], str]:
        """The ticked words of a scope, and why they will not do.

        Of a kind of which everything is ticked nothing is said, so that new ones are asked too.
        """
        words: list[str] = []
        for top in self._ticked_ledgers():
            fields, *parts = _children(top)
            for part in (fields, *parts):
                items = _children(part)
                ticked = [each.data(0, _WORD) for each in items if each.checkState(0) == _ON]
                if items and not ticked:
                    return (), f"{top.text(0)}の{part.text(0)}を1つ以上選んでください。"
                if part is fields or len(ticked) < len(items):
                    words += ticked
        return (tuple(words), "") if words else ((), "照会する台帳を選んでください。")

    def about(self) -> str:
        """The ledger that is asked about, or all."""
        ticked = [self.indexOfTopLevelItem(each) for each in self._ticked_ledgers()]
        return self._choices[ticked[0]].ledger if len(ticked) == 1 else "all"

    def _ticked_ledgers(self) -> list[QTreeWidgetItem]:
        return [each for each in _children(self.invisibleRootItem()) if each.checkState(0) == _ON]


def _children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = (item.child(at) for at in range(item.childCount()))
    return [each for each in found if each is not None]


def _add_part(top: QTreeWidgetItem, part: Part) -> None:
    group = QTreeWidgetItem(top, [part.label])
    group.setFlags(_TICKABLE | Qt.ItemFlag.ItemIsAutoTristate)
    for choice in part.choices:
        item = QTreeWidgetItem(group, [choice.label])
        item.setFlags(_TICKABLE)
        item.setData(0, _WORD, choice.word)
        item.setCheckState(0, _ON if choice.usual else _OFF)
