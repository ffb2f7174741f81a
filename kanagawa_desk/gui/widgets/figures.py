"""Figures that are only read: large ones with their names, and small tables of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QWidget

from kanagawa_desk.gui.widgets.parts import column, empty, frame, label, row

_HEAD, _LINE = 26, 27  # px


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its tone, and what is said above and below it."""

    name: str
    text: str
    tone: str = ""
    remark: str = ""


class KeyFigures(QWidget):
    """Figures side by side, large ones or such as fit many."""

    def __init__(self, *, small: bool = False) -> None:
        super().__init__()
        self._kind = "number" if small else "key_figure"
        self._line: QHBoxLayout = row(margins=(0, 0))
        self._line.setSpacing(0)
        self.setLayout(self._line)

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Take other figures."""
        empty(self._line)
        for each in figures:
            text = label(each.text, self._kind, each.tone)
            text.setAccessibleName(f"{each.name}　{each.text}")
            remark = [label(each.remark, "third")] if each.remark else []
            inner = column(label(each.name, "second"), text, *remark, None, spacing=2)
            inner.setContentsMargins(12, 8, 12, 8)
            self._line.addWidget(frame("figure", inner), 1)


class FigureTable(QFrame):
    """Rows of figures under headings; the first column has words."""

    def __init__(self, name: str, headings: Sequence[str]) -> None:
        super().__init__()
        self._headings = headings
        self.setAccessibleName(name)
        self.setProperty("kind", "surface")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnStretch(0, 2)
        for at in range(1, len(headings)):
            self._grid.setColumnStretch(at, 1)

    def show_rows(self, rows: Sequence[Sequence[Figure]]) -> None:
        """Take other rows; of a figure only text and tone are shown."""
        empty(self._grid)
        for at, heading in enumerate(self._headings):
            self._grid.addWidget(_cell(label(heading, "table_head"), at, _HEAD), 0, at)
        for line, figures in enumerate(rows, start=1):
            for at, each in enumerate(figures):
                kind = "table_cell" if at == 0 else "table_number"
                cell = _cell(label(each.text, kind, each.tone), at, _LINE)
                self._grid.addWidget(cell, line, at)


def _cell(made: QLabel, at: int, height: int) -> QLabel:
    side = Qt.AlignmentFlag.AlignLeft if at == 0 else Qt.AlignmentFlag.AlignRight
    made.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    made.setFixedHeight(height)
    return made
