"""点検: what was found in a paper, each leading to its block, or put aside as 確認済."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from kanagawa_desk.domain.papers.findings import LEDGER_CHANGED
from kanagawa_desk.gui.calls import bindings as binding_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.detail_fields import NoteField
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.papers.checks import PaperFinding

_TONES = {"要修正": "error", "要確認": "shortage", "確認済": ""}
_WIDTHS = (64, 132)
_ASIDE = "確認済"
_SPELLINGS_HEIGHT = 140


class FindingList(QWidget):
    """The list, the finding in hand in full, and the line that puts it aside."""

    block_wanted = Signal(str)
    said = Signal(object)
    wrote = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = ""
        self._writable = True
        self._findings: Sequence[PaperFinding] = ()
        self._groups: tuple[str, ...] = ()
        look = desk.look
        self._model = TableModel(look, ("区分", "場所", "内容"))
        self.list = list_view(self._model, "資料の点検", _WIDTHS)
        self.list.selectionModel().currentRowChanged.connect(self._show_one)
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)
        self.with_aside = QCheckBox("確認済も見る")
        self.with_aside.toggled.connect(lambda _on: self._fill())
        self.spelling = button(look, "表記の組…", self._toggle_spellings, small=True)
        self._told = label(wrap=True)
        self._who = label(kind="third", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("そのままでよい理由")
        self.reason.setAccessibleName("そのままでよい理由")
        self.reason.returnPressed.connect(self._put_aside)
        self.aside = button(look, "確認済にする", self._put_aside, small=True)
        self.bind = button(look, "台帳に結び付ける", self._bind, icon="link", small=True)
        self.take = button(look, "今の値に更新", self._settle, small=True)
        self.back = button(look, "確認済をやめる", self._take_up, small=True)
        self.spellings = NoteField()
        self.spellings.setFixedHeight(_SPELLINGS_HEIGHT)
        self.spellings.setAccessibleName("表記の組（1行に1組、／で区切り、そろえる形を先に）")
        self.spellings.finished.connect(self._keep_spellings)
        hint = label("1行に1組。そろえる形を先に：手続／手続き", "third", wrap=True)
        self._spelling = QWidget()
        self._spelling.setLayout(column(hint, self.spellings, margin=12, spacing=4))
        self._spelling.hide()
        self.corner = QWidget()
        self.corner.setLayout(row(self.with_aside, self.spelling, margins=(8, 0)))
        layout = column(self._spelling)
        layout.addWidget(self.list, 1)
        self._one = QWidget()
        self._one.setLayout(column(self._told, self._who, margin=12, spacing=4))
        layout.addWidget(self._one)
        put = row()
        put.addWidget(self.reason, 1)
        put.addStretch(0)
        put.addWidget(self.bind)
        put.addWidget(self.take)
        put.addWidget(self.aside)
        put.addWidget(self.back)
        layout.addWidget(frame("pane_foot", put, 44))
        self.setLayout(layout)
        self.setFocusProxy(self.list)
        self._show_one()

    def show_findings(
        self, paper: str, findings: Sequence[PaperFinding], spellings: tuple[str, ...]
    ) -> None:
        """Show what was found in a paper; the finding in hand stays in hand."""
        self._paper, self._findings, self._groups = paper, findings, spellings
        if not self.spellings.hasFocus():
            self.spellings.setPlainText("\n".join(spellings))
        self._fill()

    def set_writable(self, writable: bool) -> None:
        """Say whether the ledger can be written."""
        self._writable = writable
        self.spellings.setReadOnly(not writable)
        self._show_one()

    def _fill(self) -> None:
        row_before = max(0, self.list.currentIndex().row())
        shown = [
            each for each in self._findings if self.with_aside.isChecked() or not each.acknowledged
        ]
        self._model.show([_line(each) for each in shown])
        if shown:
            self.list.setCurrentIndex(self._model.index(min(row_before, len(shown) - 1), 0))
        self._show_one()

    def _current(self) -> PaperFinding | None:
        index = self.list.currentIndex()
        return self._model.lines[index.row()].subject if index.isValid() else None

    def _show_one(self, *_index: QModelIndex) -> None:
        one = self._current()
        aside = one.acknowledged if one else None
        self._told.setText(one.finding.message if one else "確かめるところはありません。")
        who = f"確認済：{aside.reason}（{aside.by}）" if aside else one.where if one else ""
        self._who.setText(who)
        stale = one is not None and one.finding.code == LEDGER_CHANGED
        self.reason.setVisible(aside is None and not stale)
        self.aside.setVisible(aside is None and not stale)
        self.take.setVisible(stale)
        self.back.setVisible(aside is not None)
        self.bind.setVisible(one is not None and one.offer is not None)
        for each in (self.reason, self.aside, self.back, self.bind, self.take):
            each.setEnabled(self._writable and one is not None)

    def _go(self, _index: QModelIndex) -> None:
        if (one := self._current()) is not None:
            self.block_wanted.emit(one.block)

    def _put_aside(self) -> None:
        one = self._current()
        if one is None or not self.aside.isEnabled():
            return
        if not self.reason.text().strip():
            self.said.emit(Message("確認済にする理由を書いてください。", "shortage"))
            self.reason.setFocus()
            return
        self._desk.tasks.ask(
            binding_calls.put_aside, self._paper, one.finding, self.reason.text(), then=self._done
        )

    def _bind(self) -> None:
        one = self._current()
        if one is not None and one.offer is not None:
            ask = self._desk.tasks.ask
            ask(binding_calls.bind_number, one.block, one.offer, then=self._done)

    def _settle(self) -> None:
        if (one := self._current()) is not None:
            ask = self._desk.tasks.ask
            ask(binding_calls.update, self._paper, [one.block], then=self._done)

    def _take_up(self) -> None:
        if (one := self._current()) is not None:
            self._desk.tasks.ask(binding_calls.take_up, self._paper, one.finding, then=self._done)

    def _toggle_spellings(self) -> None:
        self._spelling.setVisible(self._spelling.isHidden())
        if self._spelling.isVisible():
            self.spellings.setFocus()

    def _keep_spellings(self) -> None:
        lines = (line.strip() for line in self.spellings.toPlainText().splitlines())
        groups = tuple(filter(None, lines))
        if groups != self._groups and self._writable and self._paper:
            self._groups = groups
            self._desk.tasks.ask(binding_calls.set_spellings, self._paper, groups, then=self._done)

    def _done(self, _written: Written) -> None:
        self.reason.clear()
        self.wrote.emit()


def _line(one: PaperFinding) -> Line:
    severity = _ASIDE if one.acknowledged else one.finding.severity
    tones = ((0, _TONES[severity]),) if _TONES[severity] else ()
    return Line((severity, one.where, one.finding.message), one, tones)
