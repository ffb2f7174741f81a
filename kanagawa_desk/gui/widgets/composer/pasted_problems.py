"""What is to be looked at in text that was pasted or read: by its lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from kanagawa_desk.gui.models.table_model import Line, TableModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import column, frame, icon_button, label, list_view, row

if TYPE_CHECKING:
    from kanagawa_desk.domain.official_text.draft import TextProblem

_HEIGHT = 150  # px


class PastedProblems(QFrame):
    """Stays until it is closed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setFixedHeight(_HEIGHT)
        self._model = TableModel(look, ("行", "内容"))
        self.list = list_view(self._model, "貼り付けで直したところ", (56,))
        close = icon_button(look, "close", "一覧を閉じる", self.hide)
        head = row(label("貼り付けで直したところ", "pane"), None, close)
        layout = column(frame("pane_head", head, 30))
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.hide()

    def show_problems(self, problems: Sequence[TextProblem]) -> None:
        """Show these; none hides the list."""
        self._model.show([Line((str(each.line), each.message), each) for each in problems])
        self.setVisible(bool(problems))
