"""The form in which a table, chart, figure or number of a paper is bound to the ledgers."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QWidget

from kanagawa_desk.domain.papers.binding_forms import KINDS, WORDED, Question
from kanagawa_desk.gui.calls import bindings as binding_calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.widgets.papers.binding_form_fields import ChoiceLine, ChoiceList
from kanagawa_desk.gui.widgets.papers.binding_form_image import ImageLine
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, row, set_tone

if TYPE_CHECKING:
    from kanagawa_desk.services.papers.binding_forms import FormState

_HEAD_HEIGHT = 34
_FIELD_HEIGHT = 28


class BindingForm(QFrame):
    """Questions one below the other; Enter takes what was chosen, Esc gives up."""

    chosen = Signal(str)  # the binding's JSON; of a number the text to insert
    cancelled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._paper = self._kind = self._binding = ""
        self._worded: tuple[str, ...] = ()
        self._asked = 0
        self._fields: dict[str, ChoiceLine | ChoiceList] = {}
        self.setProperty("kind", "card")
        self.setAccessibleName("台帳との結び付き")
        self._title = label(kind="pane")
        head = frame(
            "pane_head",
            row(
                self._title,
                None,
                label("Enter", "key"),
                label("入れる", "third"),
                label("Esc", "key"),
                label("やめる", "third"),
            ),
            _HEAD_HEIGHT,
        )
        self.image = ImageLine(desk.look)
        self.image.picked.connect(self._keep_image)
        self.image.sized.connect(self._show_image)
        self._body = QWidget()
        self._told = label(kind="second", wrap=True)
        self._take = button(desk.look, "入れる", self._accept, kind="primary", small=True)
        leave = button(desk.look, "やめる", self._cancel, small=True)
        foot = row(margins=(12, 8))
        foot.addWidget(self._told, 1)
        foot.addWidget(self._take)
        foot.addWidget(leave)
        self._layout = column(head, self.image, self._body)
        self._layout.addLayout(foot)
        self.setLayout(self._layout)

    def begin(self, paper_id: str, kind: str, binding: str) -> None:
        """Ask about a new binding of a kind (table, chart, figure, number), or an old one."""
        self._paper, self._kind, self._binding = paper_id, kind, ""
        self._asked += 1
        self._title.setText(KINDS[kind])
        self._take.setText("更新する" if binding and kind != "number" else "入れる")
        self.image.setVisible(kind == "figure")
        self._replace_body(QWidget())
        self._fields = {}
        self._tell("", "")
        if kind == "figure":
            self._show_image(self.image.begin(binding))
            self.image.setFocus()
        else:
            ask = self._desk.tasks.ask
            shown = partial(self._show_newest, self._asked, first=True)
            ask(binding_calls.begin, paper_id, kind, binding, then=shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the fields leave to the form."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def field(self, name: str) -> ChoiceLine | ChoiceList:
        """The field of a question; raises KeyError where it is not asked."""
        return self._fields[name]

    def _show(self, state: FormState) -> None:
        """Keep the fields that ask the same as before, so that focus and scrolling stay."""
        if [each.name for each in state.questions] != list(self._fields):
            self._ask_anew(state.questions)
        for question in state.questions:
            self._fields[question.name].show_question(question)
        self._binding, self._worded = state.binding, state.worded
        self._tell(state.fault or state.shown, "shortage" if state.fault else "")

    def _ask_anew(self, questions: tuple[Question, ...]) -> None:
        held = next((name for name, each in self._fields.items() if each.hasFocus()), "")
        body = QWidget()
        form = QFormLayout(body)
        form.setContentsMargins(12, 8, 12, 0)
        form.setVerticalSpacing(6)
        self._fields = {}
        for question in questions:
            field = ChoiceList(question.label) if question.many else ChoiceLine(question.label)
            field.changed.connect(self._answer)
            name = label(question.label, "second")
            name.setBuddy(field)
            name.setFixedHeight(_FIELD_HEIGHT)
            form.addRow(name, field)
            self._fields[question.name] = field
        self._replace_body(body)
        if held in self._fields:
            self._fields[held].setFocus()

    def _replace_body(self, body: QWidget) -> None:
        self._layout.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _answer(self) -> None:
        answers = {name: each.answer() for name, each in self._fields.items() if each.offers()}
        answers[WORDED] = self._worded
        self._binding = ""
        self._asked += 1
        self._desk.tasks.ask(
            binding_calls.answer,
            self._paper,
            self._kind,
            answers,
            then=partial(self._show_newest, self._asked),
        )

    def _show_newest(self, asked: int, state: FormState, *, first: bool = False) -> None:
        """What was ticked meanwhile is not taken back by the answer to what was before."""
        if asked == self._asked:
            self._show(state)
            if first and self._fields:
                next(iter(self._fields.values())).setFocus()

    def _keep_image(self, path: Path) -> None:
        self._tell("画像を調べています…", "")
        self._desk.tasks.ask(
            binding_calls.add_image,
            path,
            then=lambda binding: self._show_image(self.image.begin(binding)),
            otherwise=partial(self._tell, tone="error"),
        )

    def _show_image(self, binding: str) -> None:
        self._binding = binding
        self._tell(self.image.told(), "" if binding else "shortage")

    def _tell(self, text: str, tone: str) -> None:
        self._told.setText(text)
        self.setAccessibleDescription(text)
        set_tone(self._told, tone)
        self._take.setEnabled(bool(self._binding))

    def _accept(self) -> None:
        if self._binding:
            self.chosen.emit(self._binding)

    def _cancel(self) -> None:
        self.cancelled.emit()
