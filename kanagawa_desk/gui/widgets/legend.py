"""What the marks of a grid mean, below it."""

from PySide6.QtWidgets import QFrame, QLabel

from kanagawa_desk.gui.widgets.parts import label, row, set_tone

HEIGHT = 28
_SWATCHES = {"changed": (3, 14), "note": (8, 8)}  # px


class Legend(QFrame):
    """Marks with their words, and how many cells must be mended."""

    def __init__(self, *marks: tuple[QLabel, str]) -> None:
        super().__init__()
        self.setProperty("kind", "pane_foot")
        self.setFixedHeight(HEIGHT)
        self._drafts = label(kind="second")
        parts = [part for mark, words in marks for part in (mark, label(words, "second"), 4)]
        self.setLayout(row(*parts, self._drafts, None))

    def show_drafts(self, count: int) -> None:
        """How many cells hold a text that is no value yet."""
        self._drafts.setText(f"要修正 {count}" if count else "")
        set_tone(self._drafts, "error" if count else "")


def swatch(tone: str) -> QLabel:
    """A patch of a cell's colour."""
    made = label(kind="swatch", tone=tone)
    made.setFixedSize(*_SWATCHES.get(tone, (14, 14)))
    return made


def word(text: str, tone: str) -> QLabel:
    """A mark that is written."""
    return label(text, "second", tone)
