"""The first page, while no ledger is open: who works here, and where to begin."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, column, frame, label, row

_WIDTH = 560
_SHOWN = 4


class StartPage(QWidget):
    """Asks once for name and 所管課, and offers the ways in."""

    introduced = Signal(str, str)  # display name, 所管課
    new_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    ledger_chosen = Signal(object)  # Path

    def __init__(self, look: Look, name: str, division: str, recent: Sequence[str]) -> None:
        super().__init__()
        self.name = QLineEdit(name)
        self.division = QLineEdit(division)
        self.name.setAccessibleName("名前")
        self.division.setAccessibleName("所管課")
        self.name.setPlaceholderText("例：田中")
        self.division.setPlaceholderText("例：医療企画課")
        self._fault = label(tone="error")
        who = QGridLayout()
        who.setHorizontalSpacing(12)
        for line, (words, field) in enumerate((("名前", self.name), ("所管課", self.division))):
            who.addWidget(label(words), line, 0)
            who.addWidget(field, line, 1)
        self.sample = button(
            look,
            "令和6年10月の見本で始める",
            lambda: self._go(self.sample_wanted.emit),
            icon="document",
            kind="primary",
        )
        self.new = button(look, "新しい台帳…", lambda: self._go(self.new_wanted.emit), icon="add")
        self.open = button(
            look, "台帳を開く…", lambda: self._go(self.open_wanted.emit), icon="folder"
        )
        inner = column(margin=24, spacing=12)
        inner.addWidget(label("かながわデスク", "title"))
        inner.addWidget(label("病床数・計画・DX指標の台帳と、委員会資料", "second"))
        inner.addWidget(label("変更の記録に残す名前です。", "second"))
        inner.addLayout(who)
        inner.addWidget(self._fault)
        inner.addLayout(row(self.sample, self.new, self.open, None, margins=(0, 0)))
        known = [Path(each) for each in recent if Path(each).is_file()][:_SHOWN]
        if known:
            inner.addWidget(label("最近の台帳", "second"))
        for path in known:
            choose = button(look, path.name, partial(self._choose, path), kind="link")
            choose.setToolTip(str(path))
            inner.addWidget(choose)
        card = frame("card", inner)
        card.setFixedWidth(_WIDTH)
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(2)
        self.setFocusProxy(self.name if not name else self.sample)

    def _choose(self, path: Path) -> None:
        self._go(lambda: self.ledger_chosen.emit(path))

    def _go(self, way: Callable[[], object]) -> None:
        """Take a way in; every change carries a name, so one is asked for first."""
        name = self.name.text().strip()
        if not name:
            self._fault.setText("名前を入れてください。変更の記録に残します。")
            self.name.setFocus()
            return
        self._fault.setText("")
        self.introduced.emit(name, self.division.text().strip())
        way()
