"""A line that asks for the few words that something new needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, label, row

HEIGHT = 44


@dataclass(frozen=True, slots=True)
class Question:
    """A text to be typed, or one of `choices` (value, word); `value` stands there first."""

    name: str
    width: int = 200
    hint: str = ""
    choices: tuple[tuple[object, str], ...] = ()
    value: object = None


class AskBar(QFrame):
    """Opened by a button; Enter or 追加 answers, Esc gives up."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._fields: list[QLineEdit | QComboBox] = []
        self._answer: Callable[[list[object]], str] = lambda _answers: ""
        self._fault = label(tone="error")
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self.hide()

    def ask(
        self,
        title: str,
        questions: Sequence[Question],
        answer: Callable[[list[object]], str],
        word: str = "追加",
    ) -> None:
        """Ask; `answer` gets what was answered, and gives back why that will not do."""
        old = self.layout()
        if old is not None:
            QWidget().setLayout(old)  # what it held goes with it
        self._fields = [self._field(question) for question in questions]
        self._fault = label(tone="error")
        self._answer = answer
        line = row(label(title, "pane"), 8)
        for question, field in zip(questions, self._fields, strict=True):
            line.addWidget(label(question.name))
            line.addWidget(field)
        line.addWidget(button(self._look, word, self._accept, kind="primary", small=True))
        line.addWidget(button(self._look, "やめる", self.hide, small=True))
        line.addWidget(self._fault)
        line.addStretch(1)
        self.setLayout(line)
        self.show()
        self._fields[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the fields leave to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        answers = [
            field.currentData() if isinstance(field, QComboBox) else field.text().strip()
            for field in self._fields
        ]
        fault = self._answer(answers)
        self._fault.setText(fault)
        if not fault:
            self.hide()

    def _field(self, question: Question) -> QLineEdit | QComboBox:
        field: QLineEdit | QComboBox
        if question.choices:
            field = QComboBox()
            for value, word in question.choices:
                field.addItem(word, value)
            field.setCurrentIndex(max(field.findData(question.value), 0))
        else:
            field = QLineEdit()
            field.setPlaceholderText(question.hint)
            field.setText(str(question.value or ""))
        field.setFixedWidth(question.width)
        field.setAccessibleName(question.name)
        return field
