"""ホーム: what is to be done today, the figures of the latest dates, papers and last changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QVBoxLayout, QWidget

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.calls import rows as row_calls
from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.pages.page import Page
from kanagawa_desk.gui.widgets.bed_overview import BedOverview
from kanagawa_desk.gui.widgets.parts import (
    button,
    column,
    empty,
    frame,
    label,
    list_view,
    row,
)
from kanagawa_desk.gui.widgets.task_list import TaskList

if TYPE_CHECKING:
    from kanagawa_desk.services.home import Change, Home, PaperLine, Task

_WEEKDAYS = "月火水木金土日"
_HEAD = 34
_SIZES = [800, 476]  # px
_CHANGE_WIDTHS = (116, 132)


class HomePage(Page):
    """Filled from one read of the ledger whenever it is shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "ホーム")
        self.tasks = TaskList(desk.look)
        self.tasks.chosen.connect(self._go)
        self._home: Home | None = None
        self._count = label(kind="second")
        self.mine = QCheckBox("自分の担当だけ")
        self.mine.setAccessibleName("自分の担当だけ")
        self.mine.toggled.connect(lambda _on: self._show_tasks())
        self.beds = BedOverview()
        self._day = label(kind="second")
        self._papers = QVBoxLayout()
        self._papers.setContentsMargins(12, 8, 12, 8)
        self._papers.setSpacing(8)
        self._changes = TableModel(desk.look, ("日時", "名前", "操作"))
        self.changes = list_view(self._changes, "最近の変更", _CHANGE_WIDTHS)
        self.changes.activated.connect(self.history_wanted)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("home.sides")
        sides.setChildrenCollapsible(False)
        sides.addWidget(self._left())
        sides.addWidget(self._right())
        sides.setStretchFactor(0, 1)
        sides.setSizes(_SIZES)
        self.body.addWidget(sides, 1)
        self._writing = (
            self.add_action("Excelから取込…", self.import_wanted.emit, "import"),
            self.add_action("バックアップを取る", self.backup_wanted.emit, "save"),
        )
        self.add_action("照会へ", partial(self.page_wanted.emit, "inquiries"), "exchange")

    def refresh(self) -> None:
        """Show the ledger as it is now."""
        today = self.desk.today()
        self.describe(f"{long_date(today)}（{_WEEKDAYS[today.weekday()]}）")
        self.desk.tasks.ask(row_calls.home, today, then=self._show)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write there is nothing to take in."""
        for each in self._writing:
            each.setEnabled(writable)

    def panes(self) -> list[QWidget]:
        """Tasks and changes."""
        return [self.tasks, self.changes]

    def _left(self) -> QWidget:
        open_beds = button(
            self.desk.look, "病床数を開く", partial(self.page_wanted.emit, "beds"), kind="link"
        )
        made = QWidget()
        layout = column(
            frame(
                "pane_head", row(label("今日すること", "pane"), self._count, None, self.mine), _HEAD
            )
        )
        layout.addWidget(self.tasks, 1)
        head = row(label("主な数値", "pane"), self._day, None, open_beds)
        for widget in (frame("pane_head", head, _HEAD), self.beds):
            layout.addWidget(widget)
        made.setLayout(layout)
        return made

    def _right(self) -> QWidget:
        made = frame("surface")
        open_history = button(
            self.desk.look, "変更履歴を開く", self.history_wanted.emit, kind="link"
        )
        layout = column(frame("pane_head", row(label("委員会資料", "pane"), None), _HEAD))
        layout.addLayout(self._papers)
        head = row(label("最近の変更", "pane"), None, open_history)
        layout.addWidget(frame("pane_head", head, _HEAD))
        layout.addWidget(self.changes, 1)
        made.setLayout(layout)
        return made

    def _go(self, task: Task) -> None:
        if task.address is None:
            self.page_wanted.emit("checks")
        else:
            self.went.emit(task.address)

    def _show(self, home: Home) -> None:
        self._home = home
        self.mine.setVisible(bool(home.division))
        self._show_tasks()
        self.beds.setVisible(home.beds is not None)
        if (beds := home.beds) is not None:
            before = f"。前回は {beds.previous_label}" if beds.previous_label else ""
            self._day.setText(f"{beds.name}は {beds.date_label} 現在{before}（単位：床）")
            self.beds.show_beds(beds)
        empty(self._papers)
        for paper in home.papers:
            self._papers.addWidget(self._paper(paper))
        if not home.papers:
            self._papers.addWidget(label("資料はありません。", "second"))
        self._changes.show([_change(each) for each in home.changes])

    def _show_tasks(self) -> None:
        if self._home is None:
            return
        mine, division = self.mine.isChecked(), self._home.division
        tasks = [t for t in self._home.tasks if not mine or division in t.who.split("、")]
        self._count.setText(f"{len(tasks)}件　急ぐものから")
        self.tasks.show_tasks(tasks, self.desk.today())

    def _paper(self, paper: PaperLine) -> QWidget:
        days = (paper.held_on - self.desk.today()).days
        when = f"あと{days}日" if days > 0 else "今日" if days == 0 else f"{-days}日前"
        open_paper = button(
            self.desk.look,
            "開く",
            lambda: self.went.emit(Address("paper", (paper.id,), "title")),
            icon="document",
            small=True,
        )
        open_paper.setAccessibleName(f"{paper.title} を開く")
        found = [label(f"点検 {paper.found}", "tag", "shortage")] if paper.found else []
        made = QWidget()
        words = column(
            label(paper.title, "strong", wrap=True),
            label(f"{short_date(paper.held_on)}（{when}）", "second"),
            spacing=2,
        )
        line = row(margins=(0, 0))
        line.addLayout(words, 1)
        for widget in (*found, label(paper.stage, "tag"), open_paper):
            line.addWidget(widget)
        made.setLayout(line)
        return made


def _change(change: Change) -> Line:
    when = f"{change.at.month}/{change.at.day} {change.at:%H:%M}"
    action = "　".join(filter(None, (change.action, change.source)))
    return Line((when, change.who, action), None, ((0, "text2"), (1, "text2")))
