"""The line above a grid: which cell it is, what is typed, and how it is read."""

from PySide6.QtWidgets import QFrame, QLabel

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import label, row, rule, set_tone
from kanagawa_desk.gui.widgets.picture import Picture

HEIGHT = 32
_PLACE_WIDTH = 280


class InputStrip(QFrame):
    """Tells what the current cell is and would be."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self._record = label(kind="strong")
        self._column = label(kind="second")
        self._typed = label(kind="number")
        self._reading = label()
        self._choosing = [label("↓", "key"), label("候補から選ぶ", "third")]
        self._hints = [label("Enter", "key"), label("入力", "third")]
        self._hints += [label("Esc", "key"), label("取消", "third")]
        place = QFrame()
        place.setLayout(row(self._record, self._column, None, margins=(0, 0)))
        place.setMinimumWidth(_PLACE_WIDTH)
        self.setLayout(
            row(
                Picture(look, "pencil", "text3"),
                place,
                rule(),
                4,
                self._typed,
                self._reading,
                None,
                *self._choosing,
                *self._hints,
            )
        )
        self._show_hints(False)

    @property
    def reading(self) -> QLabel:
        """Where the reading is told."""
        return self._reading

    def show_cell(self, record: str, column: str, text: str, remark: str, tone: str) -> None:
        """Tell what the current cell is."""
        self._record.setText(record)
        self._column.setText(column)
        self._typed.setText("")
        self._reading.setText("　".join(part for part in (text.replace("\n", " "), remark) if part))
        set_tone(self._reading, tone)
        self._show_hints(False)

    def show_typed(self, text: str) -> None:
        """Tell what is being typed; how it is read follows."""
        self._typed.setText(text)
        self._reading.setText("")
        self._show_hints(True)

    def show_reading(self, text: str, tone: str, *, choosable: bool = False) -> None:
        """Tell how the typed text is read, or why it is not, and whether there is a choice."""
        for hint in self._choosing:
            hint.setVisible(choosable)
        self._reading.setText(text)
        set_tone(self._reading, tone)

    def _show_hints(self, shown: bool) -> None:
        for hint in self._hints:
            hint.setVisible(shown)
        for hint in self._choosing:
            hint.hide()
