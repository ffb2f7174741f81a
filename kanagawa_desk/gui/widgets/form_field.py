"""One field of a form: its name, a place to type, its unit, and how the text is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from kanagawa_desk.domain.fields import Field
from kanagawa_desk.gui.models.drafts import reading_text, tone
from kanagawa_desk.gui.widgets.detail_fields import (
    LONG,
    LineField,
    NoteField,
    editor_for,
    put_text,
    text_in,
)
from kanagawa_desk.gui.widgets.parts import column, label, row, set_tone

if TYPE_CHECKING:
    from kanagawa_desk.services.outcomes import Outcome

_NAME_WIDTH = 84


class FormField(QWidget):
    """Tells what is being typed, and when it is finished; says below how it is read."""

    reached = Signal()  # by the keys
    typed = Signal(str)
    finished = Signal(str)

    def __init__(
        self,
        field: Field,
        text: str,
        *,
        unit: str = "",
        options: Sequence[str] = (),
        writable: bool = True,
    ) -> None:
        super().__init__()
        self._help = field.help
        self._reading = "", ""  # what is said of the text, and its tone
        self._shown = self._sent = text
        self._remark = label(kind="third", wrap=True)
        self._remark.hide()
        self.editor = editor_for(field, text, options)
        self.editor.setAccessibleName(f"{field.label}（{unit}）" if unit else field.label)
        self.editor.setAccessibleDescription(field.help)
        self.editor.setToolTip(field.help)
        self.editor.installEventFilter(self)
        self.set_writable(writable)
        name = label(field.label, "third", wrap=True)
        name.setBuddy(self.editor)
        if field.kind in LONG:
            self.setLayout(column(name, self.editor, self._remark, spacing=3))
        else:
            name.setFixedWidth(_NAME_WIDTH)
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            line = row(name, self.editor, *([label(unit, "third")] if unit else ()), margins=(0, 0))
            line.setStretch(1, 1)
            below = row(_NAME_WIDTH + line.spacing(), margins=(0, 0))
            below.addWidget(self._remark, 1)
            whole = column(spacing=2)
            whole.addLayout(line)
            whole.addLayout(below)
            self.setLayout(whole)
        self._connect()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return text_in(self.editor)

    @property
    def is_touched(self) -> bool:
        """Whether something was typed that is not what was shown."""
        return self.text != self._shown

    def show_text(self, text: str, draft: str | None = None, problem: str = "") -> None:
        """Show what is stored, or a draft with what is wrong; what is being typed stays."""
        typing = self.editor.hasFocus() and self.text not in (self._shown, self._sent)
        self._shown = text
        if not typing:
            self._sent = text if draft is None else draft
            put_text(self.editor, self._sent)
            self.show_reading(problem, "error" if problem else "")

    def show_outcome(self, outcome: Outcome) -> None:
        """Say how the text would be stored, unless it is as it was typed."""
        as_typed = outcome.stored and outcome.shown == outcome.text and not outcome.note
        self.show_reading("" if as_typed else reading_text(outcome), tone(outcome))

    def show_reading(self, words: str, tone: str = "") -> None:
        """Say how the text is read; without words, the help of a field in hand."""
        self._reading = words, tone
        self._tell()

    def finish(self) -> None:
        """What was typed is given out, if it was not yet."""
        if self.text != self._sent:
            self._sent = self.text
            self.finished.emit(self.text)

    def set_writable(self, writable: bool) -> None:
        """Say whether something may be typed."""
        if isinstance(self.editor, QComboBox | QCheckBox):
            self.editor.setEnabled(writable)
        else:
            self.editor.setReadOnly(not writable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The help shows while the field is in hand."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._tell()
        if event.type() == QEvent.Type.FocusIn:
            self.reached.emit()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        words, tone = self._reading
        told = words or (self._help if self.editor.hasFocus() else "")
        self._remark.setText(told)
        self._remark.setVisible(bool(told))
        set_tone(self._remark, tone)

    def _connect(self) -> None:
        editor = self.editor
        if isinstance(editor, QComboBox):
            editor.activated.connect(lambda _index: self.finish())
        elif isinstance(editor, QCheckBox):
            editor.clicked.connect(self.finish)
        elif isinstance(editor, NoteField):
            editor.textChanged.connect(self._type)
            editor.finished.connect(self.finish)
        elif isinstance(editor, LineField):
            editor.textEdited.connect(self._type)
            editor.editingFinished.connect(self.finish)

    def _type(self) -> None:
        if self.is_touched:
            self.typed.emit(self.text)
        else:
            self.show_reading("")
