"""What is asked about one returned value, and the readings that a person can choose."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, empty, label, row

HEIGHT = 40


class CandidateBar(QFrame):
    """Shows the question about the current row, with a button for each reading."""

    chosen = Signal(int)  # which candidate (from 0)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "pane_foot")
        self.setFixedHeight(HEIGHT)
        self._line = row()
        self.setLayout(self._line)
        self.hide()

    def ask(self, reason: str, candidates: Sequence[str]) -> None:
        """Show a question; without one the bar is not there."""
        empty(self._line)
        for number, text in enumerate(candidates):
            take = partial(self.chosen.emit, number)
            choose = button(self._look, f"{text} として取り込む", take, small=True)
            self._line.addWidget(choose)
        self._line.insertWidget(0, label(reason, tone="shortage"))
        self._line.addStretch(1)
        self.setVisible(bool(reason))
