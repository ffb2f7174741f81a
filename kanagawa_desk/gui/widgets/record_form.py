"""A form for a new record, in the place of the side panel."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kanagawa_desk.domain.fields import Field
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.detail_fields import NoteField
from kanagawa_desk.gui.widgets.form_field import FormField
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, row

_WIDTH = 304  # px


class RecordForm(QFrame):
    """Asks for the fields of a record; Enter or 追加 gives them out, Esc gives up."""

    typed = Signal(str, str)  # field, text that is still being typed
    accepted = Signal(object)  # dict[str, str]: texts by field
    dropped = Signal()

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setAccessibleName(title)
        self.setMinimumWidth(_WIDTH)
        self.fields: dict[str, FormField] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        buttons = (
            button(look, "やめる", self.dropped.emit, small=True),
            button(look, "追加", self._accept, kind="primary", small=True),
        )
        layout = column(frame("pane_head", row(label(title, "pane"), None), 34))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(frame("pane_foot", row(None, *buttons), 40))
        self.setLayout(layout)
        self.hide()

    def open_form(
        self,
        fields: Sequence[Field],
        texts: Mapping[str, str],
        options: Mapping[str, Sequence[str]],
    ) -> None:
        """Ask for these fields, filled with texts; references are chosen from `options`."""
        self.fields = {
            each.name: FormField(
                each, texts.get(each.name, ""), options=options.get(each.refers, ())
            )
            for each in fields
        }
        body = QWidget()
        body.setLayout(column(*self.fields.values(), None, margin=12, spacing=8))
        for name, field in self.fields.items():
            field.typed.connect(lambda text, name=name: self.typed.emit(name, text))
        self._scroll.setWidget(body)
        self.show()
        next(iter(self.fields.values())).editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the fields leave to the form."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not isinstance(self.focusWidget(), NoteField):
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def _accept(self) -> None:
        self.accepted.emit({name: field.text for name, field in self.fields.items()})
