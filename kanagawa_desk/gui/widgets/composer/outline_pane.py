"""The outline with its buttons and what its keys do."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.composer.outline import Outline
from kanagawa_desk.gui.widgets.parts import column, frame, icon_button, label, row

_FOOT = 30


class OutlinePane(QWidget):
    """Numbers follow by themselves."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.outline = Outline()
        self._buttons = (
            icon_button(look, "add", "見出しを入れる（Ins）", self._want),
            icon_button(look, "outdent", "段を上げる（Shift+Tab）", partial(self._shift, -1)),
            icon_button(look, "indent", "段を下げる（Tab）", partial(self._shift, 1)),
        )
        head = row(label("構成", "pane"), label("番号は自動", "third"), None, *self._buttons)
        head.setSpacing(4)
        foot = row(label("Tab 下げる", "third"), None, label("Shift+Tab 上げる", "third"))
        layout = column(frame("pane_head", head, 34))
        layout.addWidget(self.outline, 1)
        layout.addWidget(frame("pane_foot", foot, _FOOT))
        self.setLayout(layout)

    def set_writable(self, writable: bool) -> None:
        """Say whether the outline can be changed."""
        for each in self._buttons:
            each.setEnabled(writable)

    def _want(self) -> None:
        if block := self.outline.current():
            self.outline.wanted.emit(block)

    def _shift(self, by: int) -> None:
        if block := self.outline.current():
            self.outline.shifted.emit(block, by)
