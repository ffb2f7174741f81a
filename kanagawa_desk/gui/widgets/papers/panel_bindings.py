"""結び付き: every binding of a paper with its present value, and what changed in the ledgers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSplitter, QTableView, QWidget

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.gui.calls import bindings as binding_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.papers.bindings import BindingSummary

_TONES = {"stale": "shortage", "broken": "error", "matching": "ok"}
_STATES = {"stale": "更新あり", "broken": "台帳にない", "matching": "一致"}
_WIDTHS = (80, 150, 96)
_CHANGES_WIDTHS = (150, 84, 84)
_ROOM_FOR_CHANGES = 360  # px of height from which they have a list of their own


class BindingList(QWidget):
    """The list, and below it what changed in the binding in hand."""

    block_wanted = Signal(str)
    edit_wanted = Signal(str)
    said = Signal(object)
    wrote = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = ""
        self._held = ""  # the block in hand, even while it is not listed
        self._writable = True
        self._bindings: Mapping[str, BindingSummary] = {}
        self._model = TableModel(desk.look, ("状態", "結び付き", "今の値"))
        self.list = _list(self._model, "結び付き", _WIDTHS, stretched=1)
        self.list.selectionModel().currentRowChanged.connect(self._take_up)
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)
        self._changes = TableModel(desk.look, ("変わったところ", "前", "今"))
        self.changes = _list(self._changes, "変わったところ", _CHANGES_WIDTHS, stretched=0)
        self._told = label(kind="second", wrap=True)
        self._waiting = label(kind="second")
        self.take = button(desk.look, "今の値に更新", self._take_one, small=True)
        self.take_all = button(desk.look, "すべて更新", self._take_all, small=True)
        self.edit = button(desk.look, "結び付きを直す…", self._edit, small=True)
        foot = row(margins=(12, 6))
        foot.addWidget(self._told, 1)
        foot.addWidget(self.edit)
        foot.addWidget(self.take)
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setObjectName("papers.bindings")
        sides.setChildrenCollapsible(False)
        for each, share in ((self.list, 3), (self.changes, 2)):
            sides.addWidget(each)
            sides.setStretchFactor(sides.count() - 1, share)
        self.corner = QWidget()
        self.corner.setLayout(row(self._waiting, self.take_all, margins=(8, 0)))
        whole = column()
        whole.addWidget(sides, 1)
        whole.addWidget(frame("pane_foot", foot))
        self.setLayout(whole)
        self.setFocusProxy(self.list)
        self._show_changes()

    def show_bindings(self, paper: str, bindings: Mapping[str, BindingSummary]) -> None:
        """Show a paper's bindings; the one in hand stays in hand."""
        held = self._held
        self._paper, self._bindings = paper, bindings
        self._model.show([line for each in bindings.values() for line in _lines(each)])
        self.hold(held)

    def hold(self, block: str) -> None:
        """Take a block's binding in hand, now or once it is listed; else the first one."""
        lines = self._model.lines
        at = next((at for at, line in enumerate(lines) if line.subject == block), 0)
        if lines:
            self.list.setCurrentIndex(self._model.index(at, 0))
        self._held = block
        self._show_changes()

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""
        self._writable = writable
        self._show_changes()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, what changed is told in one line."""
        super().resizeEvent(event)
        self._show_changes()

    def _block(self) -> str:
        index = self.list.currentIndex()
        return str(self._model.lines[index.row()].subject) if index.isValid() else ""

    def _take_up(self, *_index: QModelIndex) -> None:
        self._held = self._block()
        self._show_changes()

    def _show_changes(self) -> None:
        binding = self._bindings.get(self._block())
        changed = binding.changed if binding else ()
        self._changes.show(
            [Line((each.cell, each.before or "なし", each.after or "なし")) for each in changed]
        )
        self._told.setText(_told(binding) if binding else "結び付きはありません。")
        stale = sum(each.state == "stale" for each in self._bindings.values())
        self._waiting.setText(f"更新あり {stale}件" if stale else "")
        self.take.setEnabled(self._writable and bool(changed))
        self.take_all.setEnabled(self._writable)
        self.take_all.setVisible(stale > 0)
        self.edit.setEnabled(self._writable and binding is not None)
        self.changes.setVisible(bool(changed) and self.height() >= _ROOM_FOR_CHANGES)

    def _go(self, _index: QModelIndex) -> None:
        self.block_wanted.emit(self._block())

    def _edit(self) -> None:
        self.edit_wanted.emit(self._block())

    def _take_one(self) -> None:
        self._settle([self._block()])

    def _take_all(self) -> None:
        self._settle(None)

    def _settle(self, blocks: list[str] | None) -> None:
        ask = self._desk.tasks.ask
        ask(binding_calls.update, self._paper, blocks, then=self._settled)

    def _settled(self, _written: Written) -> None:
        self.said.emit(Message("今の台帳の値を、確かめた値にしました。", "ok"))
        self.wrote.emit()


def _list(model: TableModel, name: str, widths: Sequence[int], stretched: int) -> QTableView:
    """A list of which one column in the middle takes what is left."""
    view = list_view(model, name, widths)
    header = view.horizontalHeader()
    header.setStretchLastSection(False)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    return view


def _lines(binding: BindingSummary) -> Iterator[Line]:
    """One line for a block, or one for each of the numbers in its prose."""
    tone = ((0, _TONES[binding.state]),)
    if not binding.numbers:
        yield Line(
            (_STATES[binding.state], binding.label, BLOCK_KINDS[binding.kind]), binding.block, tone
        )
    for each in binding.numbers:
        tone = ((0, _TONES[each.state]),)
        yield Line((_STATES[each.state], each.label, each.shown or "―"), binding.block, tone)


def _told(binding: BindingSummary) -> str:
    match binding.state:
        case "broken":
            return "台帳から消えたものに結び付いています。"
        case "stale":
            return f"{binding.since}のあと：{binding.told}"
    return f"{binding.since}のあと、変わっていません。"
