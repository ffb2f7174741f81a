"""Buttons of which one is chosen, each with how many rows it leaves."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QWidget

from kanagawa_desk.gui.widgets.parts import empty, label

HEIGHT = 42
_NO_HEADS: Mapping[str, str] = {}


class Chips(QScrollArea):
    """A line of filters; the first shows all."""

    chosen = Signal(str)

    def __init__(self, name: str, *, tight: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedHeight(HEIGHT)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._body = QWidget()
        self._line = QHBoxLayout(self._body)
        self._line.setContentsMargins(12, 0, 12, 0)
        self._line.setSpacing(4 if tight else 8)
        self._tight = tight
        self._group = QButtonGroup(self)
        self._keys: list[str] = []
        self.setWidget(self._body)

    def show_chips(
        self, chips: Sequence[tuple[str, str, int]], heads: Mapping[str, str] = _NO_HEADS
    ) -> None:
        """Take keys, words and counts, and what stands before some; the chosen one stays so."""
        keys = [key for key, _, _ in chips]
        if keys != self._keys:
            self._rebuild(keys, heads)
        for button, (_, words, count) in zip(self._group.buttons(), chips, strict=True):
            button.setText(f"{words}　{count}")
            button.setAccessibleName(f"{words}　{count}件")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all of them."""
        return self._body.sizeHint()

    def choose(self, key: str) -> None:
        """Mark a filter as the one in force."""
        self._group.buttons()[self._keys.index(key)].setChecked(True)

    def _rebuild(self, keys: list[str], heads: Mapping[str, str]) -> None:
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
            button.setProperty("small", self._tight)
            button.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            if key in heads:
                self._line.addWidget(label(heads[key], "second"))
            self._line.addWidget(button)
            button.show()  # what is hidden has no part in the size hint
        self._line.addStretch(1)
        self.choose(kept if kept in keys else keys[0])
