"""The history of one cell: what it was, who changed it when and from where, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.parts import button, column, label, row

if TYPE_CHECKING:
    from kanagawa_desk.services.history import CellChange

_SHOWN = 6  # changes; the page of the history has all


class CellHistory(QWidget):
    """Shows the changes that it is given, the latest first."""

    reverted = Signal(str)  # id of the batch whose value is to come back

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._body = QWidget()
        self._lines.addWidget(self._body)

    def show_changes(self, cell: str, changes: Sequence[CellChange], *, writable: bool) -> None:
        """Show the history of the cell of this name."""
        body = QWidget()
        lines = column(label(f"このセルの履歴　{cell}", "strong", wrap=True), spacing=4)
        for at, change in enumerate(changes[:_SHOWN]):
            lines.addLayout(self._entry(change, latest=at == 0, writable=writable))
        if not changes:
            lines.addWidget(label("変更はありません", "third"))
        body.setLayout(lines)
        self._lines.replaceWidget(self._body, body)
        self._body.deleteLater()
        self._body = body

    def _entry(self, change: CellChange, *, latest: bool, writable: bool) -> QHBoxLayout:
        before, after = change.before or "空欄", change.after or "空欄"
        when = f"{short_date(change.at.date())} {change.at:%H:%M}　{change.who}"
        words = column(
            4,
            label(f"{before} → {after}", "strong", wrap=True),
            label(when, "second", wrap=True),
            label("　".join(filter(None, (change.action, change.source))), "third", wrap=True),
            spacing=3,
        )
        if writable and not latest:
            back = button(
                self._look, "この値に戻す", partial(self.reverted.emit, change.batch), kind="link"
            )
            back.setAccessibleName(f"{after} に戻す")
            words.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        mark = column(5, label("●" if latest else "○", tone="ok" if latest else ""), None)
        entry = row(margins=(0, 0))
        entry.addLayout(mark)
        entry.addLayout(words, 1)
        return entry
