"""The lines of a paper's cover, typed in where the cover stands."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLineEdit

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.gui.widgets.parts import label

FIELDS = ("held_on", "session", "title")


class CoverForm(QFrame):
    """Each line is stored when it is left."""

    entered = Signal(str, str)  # field, text
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "surface")
        self.setAccessibleName("表紙")
        self._fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in FIELDS:
            described = record_type(Paper).field(name)
            field = QLineEdit()
            field.setAccessibleName(described.label)
            field.editingFinished.connect(lambda name=name: self._tell(name))
            form.addRow(label(described.label, "second"), field)
            self._fields[name] = field
        self.hide()

    def show_paper(self, paper: Paper) -> None:
        """Show what the ledger has."""
        for name, text in cover_lines(paper).items():
            if not self._fields[name].isModified():
                self._fields[name].setText(text)

    def begin(self) -> None:
        """Type in the first line."""
        self._fields[FIELDS[0]].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self, name: str) -> None:
        field = self._fields[name]
        if field.isModified():
            field.setModified(False)
            self.entered.emit(name, field.text())


def named_lines(paper: Paper) -> list[tuple[str, str]]:
    """The lines of a cover behind what they are."""
    described = record_type(Paper)
    return [(described.field(name).label, text) for name, text in cover_lines(paper).items()]


def cover_lines(paper: Paper) -> dict[str, str]:
    """The lines of a cover as they are typed, by field."""
    return {"held_on": short_date(paper.held_on), "session": paper.session, "title": paper.title}
