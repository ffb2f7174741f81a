"""A review: lines to be decided by key, the line in hand closer, and what will be taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.models.review_lines import ALL, HELD, TAKEN
from kanagawa_desk.gui.models.review_model import ReviewModel
from kanagawa_desk.gui.widgets.chips import Chips
from kanagawa_desk.gui.widgets.elided_label import ElidedLabel
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, row
from kanagawa_desk.gui.widgets.picture import Picture
from kanagawa_desk.gui.widgets.reviews.line import TONES, ReviewLine
from kanagawa_desk.gui.widgets.reviews.list import ReviewList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kanagawa_desk.gui.models.review_lines import Decision
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.gui.widgets.reviews.line import LookAround
    from kanagawa_desk.services.workbooks.reviewing import Item, Review

_HEAD, _FOOT = 42, 48
_KEYS = "Alt+1 採用　Alt+2 残す　Alt+3 保留　F8 次の保留へ"
_CHIPS = (*TONES, "変更", "表記を整えた", "行の増減", TAKEN, HELD)


class ReviewPane(QWidget):
    """Shows one review; what is wanted of it goes out in signals."""

    take_wanted = Signal()
    went = Signal(object)  # Address
    decided = Signal(list)  # lines, by their number

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        look = desk.look
        self.may_end = False  # whether a review can end with nothing taken
        self._table = ReviewModel()
        self.lines = self._table.lines
        self.list = ReviewList(look, self._table)
        self.line = ReviewLine(desk, self._table)
        self.chips = Chips("絞り込み", tight=True)
        self.chips.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.subtitle = ElidedLabel("second")
        self._unchanged = label(kind="third")
        head = row(label("回答の確認", "pane"), Picture(look, "workbook"))
        head.addWidget(self.subtitle, 1)
        head.addWidget(self.chips)
        head.addWidget(self._unchanged)
        self._foot_text = label(kind="second")
        keys = ElidedLabel("third")
        keys.tell(_KEYS)
        self.take = button(look, "取り込む", self.take_wanted.emit, icon="import", kind="primary")
        self.foot = row(Picture(look, "info"))
        self.foot.addWidget(self._foot_text)
        self.foot.addWidget(keys, 1)
        self.foot.addWidget(self.take)
        whole = column(frame("pane_head", head, _HEAD))
        whole.addWidget(self.list, 1)
        whole.addWidget(self.line)
        whole.addWidget(frame("pane_foot", self.foot, _FOOT))
        self.setLayout(whole)
        self._connect()

    def show_review(
        self, review: Review, look: LookAround, decisions: Mapping[int, Decision] | None = None
    ) -> None:
        """Show a review; the cell that was in hand stays in hand.

        `look` asks for the returned sheet around a cell: (ledger, file, sheet, cell).
        """
        before = self._item(self.list.current())
        self.line.look_around = look
        self._table.show_review(review, decisions or {})
        self._unchanged.setText(f"変更なし　{review.unchanged:,}")
        self._count()
        rows = range(self._table.rowCount())
        at = next((each for each in rows if self._is_at(each, before)), 0)
        if rows:
            self.list.go_to(at)
        else:
            self.line.show_line(-1)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write nothing is taken."""
        self._table.writable = writable
        self._count()

    def set_compact(self, compact: bool) -> None:
        """Take less room on a small screen."""
        self.list.set_compact(compact)
        self.line.set_compact(compact)

    def _connect(self) -> None:
        self.list.listen(self)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.take.click)
        self.chips.chosen.connect(self._narrow)
        self._table.decided.connect(self._tell_decided)
        self.list.moved.connect(lambda: self.line.show_line(self.list.current()))
        self.list.opened.connect(self._go)
        self.list.mend_wanted.connect(self.line.begin_mending)
        self.list.candidate_wanted.connect(self.line.take_candidate)
        self.list.candidate_stepped.connect(self.line.step_candidate)
        self.line.answered.connect(self.list.setFocus)

    def _narrow(self, chip: str) -> None:
        self._table.narrow(chip)
        if self._table.rowCount():
            self.list.go_to(0)
        self.list.setFocus()

    def _tell_decided(self, numbers: list[int]) -> None:
        self._count()
        self.line.show_line(self.list.current())
        self.decided.emit(numbers)

    def _count(self) -> None:
        counts, chip = self.lines.counts, self._table.chip
        chips = [ALL, *(word for word in _CHIPS if counts[word] or word == chip)]
        self.chips.show_chips([(word, word, counts[word]) for word in chips])
        self.chips.choose(chip)
        taken, held = counts[TAKEN], counts[HELD]
        ends = self.may_end and not taken and not held
        self.take.setText("確認を終える" if ends else f"取り込む（{taken}件）")
        self.take.setEnabled(self._table.writable and (taken > 0 or ends))
        words = f"保留 {held}件は台帳に入れません。" if held else ""
        self._foot_text.setText(f"{words}取込みは1回で元に戻せます。")

    def _item(self, number: int) -> Item | None:
        return self.lines.items[number] if number >= 0 else None

    def _is_at(self, row_: int, before: Item | None) -> bool:
        item = self.lines.items[self._table.number(row_)]
        place = (item.file, item.sheet, item.cell)
        return before is not None and place == (before.file, before.sheet, before.cell)

    def _go(self) -> None:
        item = self._item(self.list.current())
        if item is not None and item.finding is not None:
            self.went.emit(item.finding.address)
