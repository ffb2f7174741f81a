"""The list of pages at the left, which F9 folds to a rail of pictures."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from kanagawa_desk.gui.theme import Look, ui_font

WIDTH = 168
RAIL = 48
_HEIGHT = 36
_BADGE = 18


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the list; `group` pages stand together."""

    key: str
    name: str
    icon: str
    group: int


class Navigation(QFrame):
    """Chooses a page."""

    chosen = Signal(str)
    folded = Signal(bool)

    def __init__(self, look: Look, entries: tuple[Entry, ...]) -> None:
        super().__init__()
        self.setObjectName("navigation")
        self.setAccessibleName("ページ")
        self._buttons: dict[str, _PageButton] = {}
        self._names = {entry.key: entry.name for entry in entries}
        self._group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(0)
        group = entries[0].group
        for number, entry in enumerate(entries, start=1):
            if entry.group != group:
                layout.addSpacing(6)
                layout.addWidget(_line())
                layout.addSpacing(6)
                group = entry.group
            button = _PageButton(look, entry.name, checkable=True)
            look.dress(button, entry.icon, "text2", "accent")
            button.setToolTip(f"{entry.name}（Ctrl+{number}）")
            button.clicked.connect(lambda _checked, key=entry.key: self.chosen.emit(key))
            self._group.addButton(button)
            self._buttons[entry.key] = button
            layout.addWidget(button)
        layout.addStretch(1)
        self._fold = _PageButton(look, "たたむ", checkable=False)
        self._fold.setToolTip("ページの一覧をたたむ・ひろげる（F9）")
        look.dress(self._fold, "chevron-left", "text2")
        self._fold.clicked.connect(lambda: self.folded.emit(self.width() > RAIL))
        layout.addWidget(self._fold)
        self._look = look
        self.fold(False)

    def show_chosen(self, key: str) -> None:
        """Mark the page that is shown; one that is not in the list leaves none marked."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
        self._group.setExclusive(True)

    def show_badge(self, key: str, count: int) -> None:
        """How many things wait on a page."""
        self._buttons[key].badge = count
        name = self._names[key]
        self._buttons[key].setAccessibleName(f"{name}　{count}件" if count else name)
        self._buttons[key].update()

    def set_enabled(self, enabled: bool) -> None:
        """Without a ledger there is no page to go to."""
        for button in self._buttons.values():
            button.setEnabled(enabled)

    def fold(self, folded: bool) -> None:
        """Show pictures only, or names too."""
        self.setFixedWidth(RAIL if folded else WIDTH)
        for button in (*self._buttons.values(), self._fold):
            style = (
                Qt.ToolButtonStyle.ToolButtonIconOnly
                if folded
                else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            )
            button.setToolButtonStyle(style)
            button.setProperty("rail", folded)
            button.style().unpolish(button)
            button.style().polish(button)
        self._look.dress(self._fold, "chevron-right" if folded else "chevron-left", "text2")

    @property
    def is_folded(self) -> bool:
        """Whether it is the rail."""
        return self.maximumWidth() == RAIL


class _PageButton(QToolButton):
    def __init__(self, look: Look, name: str, *, checkable: bool) -> None:
        super().__init__()
        self._look = look
        self.badge = 0
        self.setText(f"  {name}")
        self.setAccessibleName(name)
        self.setCheckable(checkable)
        self.setFixedHeight(_HEIGHT)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.badge:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        text = str(min(self.badge, 99))
        width = _BADGE + 7 * (len(text) - 1)
        small = self.width() <= RAIL
        x = self.width() - width - (1 if small else 10)
        y = 0 if small else (self.height() - _BADGE) // 2
        painter.setBrush(self._look.colour("error"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(x, y, width, _BADGE, _BADGE / 2, _BADGE / 2)
        painter.setFont(ui_font(11, bold=True))
        painter.setPen(self._look.colour("surface"))
        painter.drawText(x, y, width, _BADGE, Qt.AlignmentFlag.AlignCenter, text)


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    line.setContentsMargins(12, 0, 12, 0)
    return line
