"""照会を作る: what is asked, of whom, until when, in which words; seen before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit, QSplitter, QWidget

from kanagawa_desk.domain.inquiries import FILE_PATTERN, LETTERS, Inquiry
from kanagawa_desk.domain.inquiry_scope import YEAR
from kanagawa_desk.domain.notation import period_text
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import PlanEdition
from kanagawa_desk.gui.calls import inquiries as inquiry_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.detail_fields import NoteField
from kanagawa_desk.gui.widgets.inquiries.preview import InquiryPreview
from kanagawa_desk.gui.widgets.inquiries.scope_tree import ScopeTree
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, row

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.choices import LedgerChoices
    from kanagawa_desk.services.inquiries.creating import Order, Preview

_PAUSE = 250  # ms without a key before the preview is made anew
_SIZES = [420, 640]
_FOOT = 48


class _Unusable(ValueError):
    """Why what was entered makes no inquiry yet."""


class InquiryForm(QFrame):
    """A form at the left, what it would send at the right."""

    create_wanted = Signal(object)  # Order
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._order: Order | None = None
        self.setProperty("kind", "surface")
        self.title, self.due, self.as_of, self.years, self.pattern = (
            _line(name, hint)
            for name, hint in (
                ("件名", "例：10月委員会の時点更新"),
                ("回答期限", "例：R6.10.18"),
                ("基準日", "例：R6.4.1（空欄は今あるすべて）"),
                ("対象年度", "例：R4～R6（空欄は基準日の年度）"),
                ("ファイル名", FILE_PATTERN),
            )
        )
        self.pattern.setText(FILE_PATTERN)
        self.pattern.setToolTip("{番号} {回答者} {件名} は、それぞれの照会のものに置き換わります。")
        self.letter = QComboBox()
        self.letter.setAccessibleName("照会文")
        for key, word in LETTERS.items():
            self.letter.addItem(word, key)
        self.notes = NoteField()
        self.notes.setAccessibleName("留意事項")
        self.scope = ScopeTree()
        self.preview = InquiryPreview(desk.look)
        self._fault = label(tone="shortage", wrap=True)
        self.make = button(
            desk.look, "フォルダーを選んで作成…", self._make, icon="add", kind="primary"
        )
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._build(desk)
        self._connect()

    def begin(self, choices: Sequence[LedgerChoices]) -> None:
        """Open the form; what was entered before is still there unless it was sent."""
        self.scope.show_choices(choices)
        self.title.setFocus()
        self._pause.start()

    def reset(self) -> None:
        """Forget what was entered, once it was sent."""
        for each in (self.title, self.due, self.as_of, self.years):
            each.clear()
        self.pattern.setText(FILE_PATTERN)
        self.notes.clear()
        self.scope.forget()
        self.preview.forget()
        self.preview.clear()

    @property
    def fault(self) -> str:
        """What is missing or wrong."""
        return self._fault.text()

    def panes(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.title, self.scope, *self.preview.panes()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form; Ctrl+Enter makes the inquiry."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._make()
        else:
            super().keyPressEvent(event)

    def _build(self, desk: Desk) -> None:
        fields = QGridLayout()
        fields.setContentsMargins(16, 12, 16, 8)
        fields.setHorizontalSpacing(8)
        fields.setVerticalSpacing(6)
        lines: tuple[tuple[str, QWidget], ...] = (
            ("件名", self.title),
            ("回答期限", self.due),
            ("基準日", self.as_of),
            ("対象年度", self.years),
            ("留意事項", self.notes),
            ("照会文", self.letter),
            ("ファイル名", self.pattern),
        )
        for at, (name, field) in enumerate(lines):
            words = label(name, "second")
            words.setBuddy(field)
            fields.addWidget(words, at, 0)
            fields.addWidget(field, at, 1)
        left = column(frame("pane_head", row(label("照会を作る", "pane"), None), 34))
        left.addLayout(fields)
        left.addWidget(frame("pane_head", row(label("照会する内容", "pane"), None), 34))
        left.addWidget(self.scope, 1)
        form = QWidget()
        form.setLayout(left)
        sides = QSplitter(Qt.Orientation.Horizontal)
        sides.setObjectName("inquiries.form")
        sides.setChildrenCollapsible(False)
        sides.addWidget(form)
        sides.addWidget(self.preview)
        sides.setStretchFactor(1, 1)
        sides.setSizes(_SIZES)
        leave = button(desk.look, "やめる", self.closed.emit)
        foot = row(margins=(16, 0))
        foot.addWidget(self._fault, 1)
        foot.addWidget(leave)
        foot.addWidget(self.make)
        whole = column()
        whole.addWidget(sides, 1)
        whole.addWidget(frame("pane_foot", foot, _FOOT))
        self.setLayout(whole)

    def _connect(self) -> None:
        for each in (self.title, self.due, self.as_of, self.years, self.pattern):
            each.textChanged.connect(lambda _text: self._pause.start())
        self.notes.textChanged.connect(self._pause.start)
        self.letter.currentIndexChanged.connect(lambda _index: self._pause.start())
        self.scope.changed.connect(self._pause.start)
        self._pause.timeout.connect(self._read)
        self.preview.ticked.connect(self._allow)
        self.preview.letter_wanted.connect(self._want_letter)

    def _read(self) -> None:
        """Take what was entered for an order, or say what is missing."""
        if not self.isVisible():
            return
        try:
            self._order = self._ordered()
        except _Unusable as why:
            self._show_fault(str(why))
            return
        self._fault.clear()
        self._desk.tasks.ask(
            inquiry_calls.preview,
            self._order,
            self._desk.today(),
            then=self._show_preview,
            otherwise=self._show_fault,
        )

    def _show_preview(self, preview: Preview) -> None:
        self.preview.show_preview(preview)
        self._allow()

    def _show_fault(self, why: str) -> None:
        self._order = None
        self._fault.setText(why)
        self.preview.clear()
        self._allow()

    def _ordered(self) -> Order:
        from kanagawa_desk.services.inquiries.creating import Order  # what it needs is much

        title = self.title.text().strip()
        if not title:
            raise _Unusable("件名を入れてください。")
        due = _typed(self.due, Inquiry, "due", self._desk.today())
        if due is None:
            raise _Unusable("回答期限を入れてください。")
        as_of = _typed(self.as_of, Inquiry, "as_of", self._desk.today())
        words, fault = self.scope.words()
        if fault:
            raise _Unusable(fault)
        words += tuple(f"{YEAR}:{period_text(year)}" for year in self._years())
        pattern = self.pattern.text().strip()
        return Order(
            title,
            due,
            self.scope.about(),
            as_of,
            self.notes.toPlainText(),
            scope=words,
            pattern="" if pattern == FILE_PATTERN else pattern,
            letter=self.letter.currentData(),
        )

    def _years(self) -> list[FiscalYear]:
        period: FiscalPeriod | None = _typed(self.years, PlanEdition, "period", self._desk.today())
        if period is None:
            return []
        if period.start is None or period.end is None:
            raise _Unusable("対象年度は、始まりと終わりを入れてください。")
        return [FiscalYear(year) for year in range(period.start.year, period.end.year + 1)]

    def _allow(self) -> None:
        self.make.setEnabled(self._order is not None and bool(self.preview.chosen()))

    def _make(self) -> None:
        if self._order is None or not self.make.isEnabled():
            return
        chosen = self.preview.chosen()
        order = replace(
            self._order,
            divisions={each.division for each in chosen if each.division},
            respondents={each.respondent for each in chosen if each.respondent},
        )
        self.create_wanted.emit(order)

    def _want_letter(self, asked: object, width: int) -> None:
        if self._order is not None:
            self._desk.tasks.ask(
                inquiry_calls.letter,
                self._order,
                asked,
                self._desk.today(),
                width,
                then=self.preview.take_letter,
            )


def _line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def _typed(field: QLineEdit, entity: type, name: str, today: date) -> Any:
    """What stands in a field; None where nothing does."""
    from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

    text = field.text().strip()
    if not text:
        return None
    value, fault = read_typed(entity, name, text, today)
    if value is None:
        raise _Unusable(f"{field.accessibleName()}：{fault}")
    return value
