"""変更履歴: what was done, by whom, what it changed, and the way back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.calls import reviews as review_calls
from kanagawa_desk.gui.messages import Message
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.ledger_page import stack
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.parts import button, frame, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.history import BatchView, ChangeView

_STEP = 200  # batches that are shown at a time
_BATCH_WIDTHS = (150, 190, 300, 70)
_CHANGE_WIDTHS = (240, 140, 140, 140)


class HistoryPage(Page):
    """Batches above, the changes of the chosen one below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "変更履歴")
        look = desk.look
        self._writable = False
        self._batches = TableModel(look, ("日時", "だれが", "操作", "件数", "元のファイル"))
        self._changes = TableModel(look, ("場所", "項目", "変更前", "変更後", "元のセル"))
        self.batches = list_view(self._batches, "操作", _BATCH_WIDTHS)
        self.changes = list_view(self._changes, "操作による変更", _CHANGE_WIDTHS)
        self._undo = button(look, "この操作を取り消す", self._want_undo, icon="undo", small=True)
        self._save = button(
            look, "受け取ったファイルを保存…", self._ask_folder, icon="save", small=True
        )
        for each in (self._undo, self._save):
            each.setEnabled(False)
        self._more = button(look, "さらに前を見る", self._load_more, small=True)
        self.changes.activated.connect(self._open)
        self.changes.clicked.connect(self._open)
        self.batches.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
        sides = QSplitter(Qt.Orientation.Vertical)
        sides.setObjectName("history.sides")
        sides.setChildrenCollapsible(False)
        head = row(label("操作", "pane"), None, self._more)
        sides.addWidget(stack(frame("pane_head", head, 38), self.batches))
        head = row(label("この操作で変わったところ", "pane"), None, self._save, self._undo)
        sides.addWidget(stack(frame("pane_head", head, 38), self.changes))
        self.body.addWidget(sides, 1)

    def refresh(self) -> None:
        """Show the latest batches."""
        self.desk.tasks.ask(calls.batches, _STEP, None, then=self._show)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write nothing is taken back."""
        self._writable = writable

    def panes(self) -> list[QWidget]:
        """Both lists."""
        return [self.batches, self.changes]

    def _show(self, batches: tuple[BatchView, ...]) -> None:
        chosen = self._chosen()
        self._batches.show([_line(each) for each in batches])
        self._more.setEnabled(len(batches) == _STEP)
        ids = [each.id for each in batches]
        if ids:
            self.batches.selectRow(ids.index(chosen.id) if chosen and chosen.id in ids else 0)

    def _load_more(self) -> None:
        last = self._batches.lines[-1].subject if self._batches.lines else None

        def add(batches: tuple[BatchView, ...]) -> None:
            self._batches.show([*self._batches.lines, *(_line(each) for each in batches)])
            self._more.setEnabled(len(batches) == _STEP)

        if last is not None:
            self.desk.tasks.ask(calls.batches, _STEP, last.seq, then=add)

    def _chosen(self) -> BatchView | None:
        index = self.batches.currentIndex()
        lines = self._batches.lines
        return lines[index.row()].subject if 0 <= index.row() < len(lines) else None

    def _show_chosen(self) -> None:
        batch = self._chosen()
        self._undo.setEnabled(batch is not None and not batch.undone and self._writable)
        self._save.setEnabled(False)
        if batch is None:
            self._changes.show([])
            return

        def show(changes: tuple[ChangeView, ...]) -> None:
            if self._chosen() == batch:
                self._changes.show([_change_line(each) for each in changes])

        def offer(files: tuple[str, ...]) -> None:
            if self._chosen() == batch:
                self._save.setEnabled(bool(files))
                self._save.setToolTip("、".join(files))

        self.desk.tasks.ask(calls.changes, batch.id, then=show)
        self.desk.tasks.ask(review_calls.files_of_batch, batch.id, then=offer)

    def _ask_folder(self) -> None:
        folder = file_dialogs.folder(self, "受け取ったファイルを保存する場所", Path())
        if folder is not None:
            self.save_files(folder)

    def save_files(self, folder: Path) -> None:
        """Write the files of the chosen action into a folder, as they came."""

        def saved(paths: tuple[Path, ...]) -> None:
            names = "、".join(path.name for path in paths)
            self.said.emit(Message(f"{names} を保存しました。{folder}", "ok"))

        if (batch := self._chosen()) is not None:
            self.desk.tasks.ask(review_calls.save_again, batch.id, folder, then=saved)

    def _want_undo(self) -> None:
        if (batch := self._chosen()) is not None:
            self.undo_wanted.emit(batch.id)

    def _open(self, index: QModelIndex) -> None:
        address = self._changes.lines[index.row()].subject
        if address is not None:
            self.went.emit(address)


def _line(batch: BatchView) -> Line:
    when = f"{short_date(batch.at.date())} {batch.at:%H:%M}"
    action = f"{batch.action}（取消し済み）" if batch.undone else batch.action
    texts = (when, batch.who, action, f"{batch.changes:,}", batch.source)
    return Line(texts, batch, ((2, "text3"),) if batch.undone else ())


def _change_line(change: ChangeView) -> Line:
    origin = "!".join(filter(None, (change.file, change.sheet, change.cell)))
    values = (change.before or "空欄", change.after or "空欄")
    if change.address is None:  # a record came or went, which is no value
        values = ("", "")
    return Line((change.record_label, change.field_label, *values, origin), change.address)
