"""The list of a review and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from kanagawa_desk.gui.models import review_model as model
from kanagawa_desk.gui.models.review_lines import Choice
from kanagawa_desk.gui.models.review_model import ReviewModel
from kanagawa_desk.gui.widgets.parts import LIST_ROW
from kanagawa_desk.gui.widgets.reviews.painter import ReviewPainter

if TYPE_CHECKING:
    from kanagawa_desk.gui.theme import Look

_WIDTHS = (26, 112, 214, 76, 84, 84, 220, 250)
_COMPACT_ROW = 24
_HEAD, _LEAST_ROWS = 26, 6
_CHOICE_KEYS = {"Alt+1": Choice.TAKE, "Alt+2": Choice.KEEP, "Alt+3": Choice.HOLD}
_ROWS = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class ReviewList(QTableView):
    """Lines are decided by keys, as many at once as are selected."""

    moved = Signal()  # to another line
    opened = Signal()  # the cell in the grid is wanted
    mend_wanted = Signal()
    candidate_wanted = Signal(int)  # which (from 0)
    candidate_stepped = Signal(int)  # to the next (1) or the one before (-1)

    def __init__(self, look: Look, table: ReviewModel) -> None:
        super().__init__()
        self.table = table
        self.painter_of_lines = ReviewPainter(look, table, self)
        self.setModel(table)
        self.setItemDelegate(self.painter_of_lines)
        self.setProperty("kind", "list")
        self.setAccessibleName("回答の確認")
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_COMPACT_ROW)
        self.set_compact(False)
        self.setMinimumHeight(_HEAD + _LEAST_ROWS * _COMPACT_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        # Its own: each heading would ask of every line whether it is selected.
        header.setSelectionModel(QItemSelectionModel(table, header))
        header.setMinimumSectionSize(_WIDTHS[0])
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(model.VERDICT, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(model.CHOICE, self._choice_width())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())
        self.painter_of_lines.chosen.connect(lambda row, choice: self._decide_row(row, choice))
        self.painter_of_lines.mend_wanted.connect(lambda _row: self.mend_wanted.emit())
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def listen(self, whole: QWidget) -> None:
        """Take the keys of decisions wherever in a widget the focus is."""
        keys: dict[str, Callable[[], None]] = {
            key: partial(self.decide, choice) for key, choice in _CHOICE_KEYS.items()
        }
        keys |= {"F8": partial(self.go_to_open, 1), "Shift+F8": partial(self.go_to_open, -1)}
        for key, do in keys.items():
            shortcut = QShortcut(QKeySequence(key), whole)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.verticalHeader().setDefaultSectionSize(_COMPACT_ROW if compact else LIST_ROW)

    def current(self) -> int:
        """The number of the line in hand, -1 where there is none."""
        return self.table.number(self.currentIndex().row())

    def go_to(self, row: int) -> None:
        """Take a row in hand."""
        index = self.table.index(row, model.PLACE)
        self.selectionModel().setCurrentIndex(index, _ROWS)
        self.scrollTo(index)

    def go_to_open(self, step: int) -> None:
        """Go to the next line that waits for a decision, or to the one before."""
        row = self.table.open_after(self.currentIndex().row(), step)
        if row >= 0:
            self.go_to(row)
            self.setFocus()

    def decide(self, choice: Choice) -> None:
        """Decide the selected lines."""
        ranges = list(self.selectionModel().selection().toList())
        rows = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        self.table.decide(map(self.table.number, sorted(rows)), choice)

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select several rows; the one in hand stays."""
        chosen = QItemSelection()
        last = self.table.columnCount() - 1
        for row in rows:
            chosen.select(self.table.index(row, 0), self.table.index(row, last))
        self.selectionModel().select(chosen, _ROWS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell, F2 mends, digits and arrows choose a reading."""
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif plain and key == Qt.Key.Key_F2:
            self.mend_wanted.emit()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.candidate_wanted.emit(key - Qt.Key.Key_1)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.candidate_stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key == Qt.Key.Key_Space and modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._select_record()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected lines, with the keys for it."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, choice in _CHOICE_KEYS.items():
            menu.addAction(f"{choice.label}\t{key}", partial(self.decide, choice))
        menu.addSeparator()
        menu.addAction("正しい値を入力する\tF2", self.mend_wanted.emit)
        menu.addAction("同じ行の全セルを選ぶ\tShift+Space", self._select_record)
        menu.addAction("台帳のセルへ\tEnter", self.opened.emit)
        menu.popup(event.globalPos())

    def _select_record(self) -> None:
        self.select_rows(self.table.of_record(self.currentIndex().row()))

    def _decide_row(self, row: int, choice: Choice) -> None:
        self.table.decide([self.table.number(row)], choice)

    def _choice_width(self) -> int:
        metrics = self.painter_of_lines.metrics()
        words = [choice.label for choice in Choice]
        return sum(metrics.horizontalAdvance(word) + 12 for word in words) + 44
