"""The line at the foot: which ledger, when it was stored, who may write, what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import label, row, rule, set_tone
from kanagawa_desk.gui.widgets.picture import Picture

if TYPE_CHECKING:
    from datetime import datetime

    from kanagawa_desk.gui.calls.ledger import LedgerFacts
    from kanagawa_desk.gui.models.statistics import Statistics

HEIGHT = 26


class StatusBar(QFrame):
    """Tells without being asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("statusBar")
        self.setFixedHeight(HEIGHT)
        self._ledger = label("台帳を開いていません")
        self._stored = label("保存済み")
        self._backup = label()
        self._pen = Picture(look, "pencil")
        self._access = label()
        self._selection = label()
        self._of_ledger = [rule(), Picture(look, "tick"), self._stored, rule()]
        self._of_ledger += [self._backup, rule()]
        self._of_ledger += [self._pen, self._access]
        self.setLayout(
            row(
                Picture(look, "folder"),
                self._ledger,
                *self._of_ledger,
                None,
                self._selection,
                margins=(10, 0),
            )
        )
        for part in self._of_ledger:
            part.hide()

    def show_ledger(self, facts: LedgerFacts) -> None:
        """Tell which ledger is open, and why it cannot be written, if so."""
        self._ledger.setText(facts.path.name)
        self._ledger.setToolTip(str(facts.path))
        for part in self._of_ledger:
            part.show()
        self._stored.setText("保存済み")
        self._access.setText("読取専用" if facts.read_only else "書込み可")
        self._access.setToolTip(facts.why_read_only)
        set_tone(self._access, "shortage" if facts.read_only else "")
        self._pen.show_icon("lock" if facts.read_only else "pencil")

    def show_stored(self, at: datetime) -> None:
        """Tell when the last change was on the disk."""
        self._stored.setText(f"保存済み {at:%H:%M}")

    def show_backup(self, at: datetime | None) -> None:
        """Tell when the last backup was taken."""
        when = f"{short_date(at.date())} {at:%H:%M}" if at else "なし"
        self._backup.setText(f"最終バックアップ {when}")

    def show_selection(self, statistics: Statistics | None) -> None:
        """Tell how many cells are selected, and their sum."""
        self._selection.setText(statistics.text if statistics and statistics.cells else "")
