"""What is to be done, one thing a line, each with the button that leads to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, column, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.services.home import Task

_HEADINGS = ("区分", "内容", "", "所管", "期限", "残り", "")
_WIDTHS = (56, 300, 88, 148, 52, 76, 72)
_TEXT, _DUE = 1, 5  # columns
_LINE = 30  # px


class TaskList(QWidget):
    """Lists tasks in the order given."""

    chosen = Signal(object)  # Task

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._model = TableModel(look, _HEADINGS)
        self.list = list_view(self._model, "今日すること", _WIDTHS)
        self.list.verticalHeader().setDefaultSectionSize(_LINE)
        header = self.list.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.list.activated.connect(self._choose)
        self._none = label("今日することはありません。", "second")
        self._none.setMargin(16)
        layout = column(self._none)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.list)

    def show_tasks(self, tasks: Sequence[Task], today: date) -> None:
        """Take other tasks."""
        self._model.show([_line(each, today) for each in tasks])
        for at, each in enumerate(tasks):
            place = self._model.index(at, len(_HEADINGS) - 1)
            self.list.setIndexWidget(place, self._button(each))
        self._none.setVisible(not tasks)
        self.list.setVisible(bool(tasks))
        if tasks and not self.list.currentIndex().isValid():
            self.list.selectRow(0)

    def _button(self, task: Task) -> QWidget:
        word = "直す" if task.must and task.due is None else "開く"
        made = button(self._look, word, partial(self.chosen.emit, task), small=True)
        made.setAccessibleName(f"{task.text} を{word}")
        made.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Enter on its line does the same
        around = QWidget()
        around.setLayout(row(made, margins=(8, 0)))
        return around

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.lines[index.row()].subject)


def _line(task: Task, today: date) -> Line:
    due = f"{task.due.month}/{task.due.day}" if task.due else ""
    left, tone = _left(task, today)
    texts = (task.group, task.text, task.remark, task.who, due, left, "")
    return Line(texts, task, ((0, "text2"), (2, "text3"), (_DUE, tone)))


def _left(task: Task, today: date) -> tuple[str, str]:
    """What is left, and its tone; a fault has no date but a weight."""
    if task.due is None:
        return ("要修正", "error") if task.must else ("要確認", "shortage")
    days = (task.due - today).days
    if days < 0:
        return f"{-days}日超過", "error"
    return ("今日", "shortage") if days == 0 else (f"あと{days}日", "")
