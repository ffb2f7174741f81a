"""Buttons of which one is chosen, each with how many rows it leaves."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QWidget

from kanagawa_desk.gui.widgets.parts import empty

HEIGHT = 42


class Chips(QScrollArea):
    """A line of filters; the first shows all."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._body = QWidget()
        self._line = QHBoxLayout(self._body)
        self._line.setContentsMargins(12, 0, 12, 0)
        self._line.setSpacing(8)
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self.setWidget(self._body)

    def show_chips(self, chips: Sequence[tuple[str, str, int]]) -> None:
        """Take keys, words and counts; the chosen one stays chosen."""
        keys = [key for key, _, _ in chips]
        if keys != self._keys:
            self._rebuild(keys)
        for button, (_, words, count) in zip(self._group.buttons(), chips, strict=True):
            button.setText(f"{words}　{count}")
            button.setAccessibleName(f"{words}　{count}件")

    def choose(self, key: str) -> None:
        """Mark a filter as the one in force."""
        self._group.buttons()[self._keys.index(key)].setChecked(True)

    def _rebuild(self, keys: list[str]) -> None:
        chosen = self._group.checkedButton()
        kept = self._keys[self._group.buttons().index(chosen)] if chosen else keys[0]
        for button in self._group.buttons():
            self._group.removeButton(button)
        empty(self._line)
        self._keys = keys
        for key in keys:
            button = QPushButton()
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._line.addWidget(button)
        self._line.addStretch(1)
        self.choose(kept if kept in keys else keys[0])
