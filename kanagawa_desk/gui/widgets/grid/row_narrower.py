"""Narrowing a grid to one's own division and to what was changed from a day on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.calls import narrowing as narrowing_calls
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.widgets.grid.filter_bar import FilterBar
from kanagawa_desk.gui.widgets.grid.grid import Grid

if TYPE_CHECKING:
    from kanagawa_desk.domain.layout import Address, Row

_OWNED = ("plans", "metrics")  # ledgers whose rows divisions answer for


class RowNarrower(QObject):
    """Connects the filter line of a grid to its rows; the ledger says which rows they are."""

    changed = Signal()

    def __init__(self, grid: Grid, bar: FilterBar, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__(grid)
        self._grid = grid
        self._bar = bar
        self._tasks = tasks
        self._today = today
        self.division = ""  # of the acting person
        self.mine = False
        self.since: date | None = None
        bar.narrowed.connect(self._read)
        bar.widened.connect(lambda: grid.keep_place(grid.cells.narrow_no_more))
        bar.closed.connect(self._close)
        grid.cells.widened.connect(self._forget)
        grid.cells.modelReset.connect(self._tell)

    def narrow(self, mine: bool, since: date | None) -> None:
        """Leave these rows only, as soon as the ledger has said which they are."""
        self.mine, self.since = mine and bool(self.division), since
        self._bar.show_state(self.mine, short_date(since) if since else "")
        if not self.mine:
            self._hold("mine", None)
        if since is None:
            self._grid.cells.recent = {}
            self._hold("since", None)
        self.renew()

    def renew(self) -> None:
        """Ask the ledger again: it was changed."""
        if self.mine:
            call = narrowing_calls.rows_of_division
            self._tasks.ask(call, self.division, then=self._keep_mine, otherwise=self._fail)
        if self.since is not None:
            call_recent = narrowing_calls.changed_since
            self._tasks.ask(call_recent, self.since, then=self._keep_recent)

    def open_bar(self) -> None:
        """Show the line and take the keys."""
        owned = self._grid.cells.layout.ledger in _OWNED
        self._bar.show_division(self.division if owned else "")
        self._bar.open_bar()
        self._tell()

    def _read(self, mine: bool, text: str) -> None:
        from kanagawa_desk.domain.records import Division
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        day, fault = read_typed(Division, "valid_to", text, self._today()) if text else (None, "")
        self._bar.show_fault(fault)
        if not fault:
            self.narrow(mine, day)
            self.changed.emit()

    def _keep_mine(self, keys: set[str]) -> None:
        if self.mine:
            self._hold("mine", lambda row: row.key in keys)

    def _keep_recent(self, recent: dict[Address, str]) -> None:
        if self.since is not None:
            self._grid.cells.recent = recent
            self._hold("since", lambda row: any(cell.address in recent for cell in row.cells))

    def _fail(self, why: str) -> None:
        self.mine = False
        self._hold("mine", None)
        self._bar.show_state(False, self._bar.since.text())
        self._bar.show_fault(why)

    def _hold(self, name: str, holds: Callable[[Row], bool] | None) -> None:
        self._grid.keep_place(lambda: self._grid.cells.narrow(name, holds))

    def _forget(self) -> None:
        self.mine, self.since = False, None
        self._grid.cells.recent = {}
        self._bar.show_state(False, "")
        self._bar.hide()

    def _close(self) -> None:
        if not self._is_telling():
            self._bar.hide()
        self._grid.setFocus()

    def _is_telling(self) -> bool:
        return self.mine or self.since is not None or bool(self._grid.cells.chosen_columns)

    def _tell(self) -> None:
        """Say how many rows stay; rows that are left out are never left out in silence."""
        model = self._grid.cells
        if not self._is_telling() and self._bar.isHidden():
            return
        self._bar.show()
        shown, whole = (
            sum(row.kind is RowKind.RECORD for row in rows)
            for rows in (model.rows, model.layout.rows)
        )
        headings = [each.label for each in model.columns if each.key in model.chosen_columns]
        self._bar.show_count(shown, whole, "　".join(headings))
