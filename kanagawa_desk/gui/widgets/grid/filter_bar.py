"""The line that says what a grid is narrowed to: own division, changes from a day on, values."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, icon_button, label, row

HEIGHT = 38
_HINT = "例：R6.9.1"


class FilterBar(QFrame):
    """Opened by a key, and there as long as rows are left out; Enter takes the day, Esc leaves."""

    narrowed = Signal(bool, str)  # to one's own division, and to changes from a day on, as typed
    widened = Signal()
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        self.setFixedHeight(HEIGHT)
        self.mine = QCheckBox("自分の所管課だけ")
        self.since = QLineEdit()
        self.since.setAccessibleName("この日から後に変更した行だけ")
        self.since.setPlaceholderText(_HINT)
        self.since.setFixedWidth(110)
        self._fault = label(tone="error")
        self._what = label(kind="second")
        self._count = label(kind="strong")
        self.setLayout(
            row(
                label("絞り込み", "pane"),
                self.mine,
                label("変更日"),
                self.since,
                label("以降", "second"),
                self._fault,
                self._what,
                None,
                self._count,
                button(look, "絞り込みをやめる", self.widened.emit, small=True),
                icon_button(look, "close", "絞り込みの欄を閉じる", self.closed.emit),
            )
        )
        self.mine.toggled.connect(self._tell)
        self.hide()

    def open_bar(self) -> None:
        """Show the line and take the keys."""
        self.show()
        first = self.since if self.mine.isHidden() else self.mine
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_division(self, name: str) -> None:
        """Offer the rows of a division; without a name there are none to offer."""
        self.mine.setVisible(bool(name))
        self.mine.setText(f"自分の所管課（{name}）だけ")

    def show_state(self, mine: bool, since: str) -> None:
        """Tell what the grid is narrowed to, without narrowing it again."""
        self.mine.blockSignals(True)
        self.mine.setChecked(mine)
        self.mine.blockSignals(False)
        self.since.setText(since)
        self._fault.setText("")

    def show_fault(self, why: str) -> None:
        """Say why the day cannot be read."""
        self._fault.setText(why)

    def show_count(self, shown: int, whole: int, what: str) -> None:
        """Tell how many rows stay, and the columns that are narrowed to values."""
        self._count.setText(f"{whole:,}行のうち{shown:,}行")
        self._what.setText(what)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc, which the fields leave to the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.narrowed.emit(self.mine.isChecked(), self.since.text().strip())
