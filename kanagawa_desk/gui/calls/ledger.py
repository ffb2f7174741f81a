"""What the window asks of the services; each runs in the worker thread, which imports them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from kanagawa_desk.domain.acting import Actor
    from kanagawa_desk.domain.layout import Address, Layout
    from kanagawa_desk.domain.problems import Found
    from kanagawa_desk.services.details import Detail, PaperUse
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.grids import BedTab
    from kanagawa_desk.services.history import BatchView, CellChange, ChangeView
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.outcomes import Outcome
    from kanagawa_desk.services.undoing import Undone, UndoState
    from kanagawa_desk.services.workbooks.exporting import Exported

    Progress = Callable[[int, int], None]
    Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """The open ledger as title and status bar show it; why it cannot be written, if so."""

    path: Path
    read_only: bool
    why_read_only: str
    can_be_taken_over: bool
    last_backup: datetime | None


def facts(ledger: Ledger) -> LedgerFacts:
    """What is to be known of a ledger that was opened."""
    why = ledger.why_read_only if ledger.read_only else ""
    taken = ledger.can_be_taken_over
    return LedgerFacts(ledger.path, ledger.read_only, why, taken, last_backup(ledger))


def open_ledger(path: Path, actor: Actor, clock: Clock, *, take_over: bool = False) -> Ledger:
    """Open a ledger, if need be from the hands of another."""
    from kanagawa_desk.services import ledgers

    return ledgers.open_ledger(path, actor, clock, take_over=take_over)


def create(path: Path, actor: Actor, clock: Clock, *, sample: bool) -> Ledger:
    """Make a ledger, empty or with the sample, and open it."""
    from kanagawa_desk.services import ledgers

    return ledgers.create(path, actor, clock, sample=sample)


def last_backup(ledger: Ledger) -> datetime | None:
    """When the last backup was taken."""
    from kanagawa_desk.services import keeping

    return keeping.last_backup(ledger)


def back_up(ledger: Ledger) -> Path:
    """Keep a copy of the ledger in its folder of backups."""
    from kanagawa_desk.services import keeping

    return keeping.back_up(ledger)


# Entering.


def preview(ledger: Ledger, texts: Mapping[Address, str], today: date) -> tuple[Outcome, ...]:
    """How texts would be read."""
    from kanagawa_desk.services import edit

    return edit.preview(ledger, _edits(texts), today)


def enter(ledger: Ledger, texts: Mapping[Address, str], today: date, reason: str = "") -> Written:
    """Store texts as one batch; firm figures change for a reason only."""
    from kanagawa_desk.services import edit

    return edit.set_cells(ledger, _edits(texts), today, reason)


def give_up(ledger: Ledger, address: Address) -> None:
    """Drop the draft of a cell."""
    from kanagawa_desk.services import drafts

    drafts.give_up(ledger, [address])


def drafts(ledger: Ledger, today: date) -> tuple[Outcome, ...]:
    """Every draft there is."""
    from kanagawa_desk.services import drafts as service

    return service.drafts(ledger, today)


def _edits(texts: Mapping[Address, str]) -> list[Any]:
    from kanagawa_desk.services.edit import Edit

    return [Edit(address, text) for address, text in texts.items()]


def undo(ledger: Ledger, batch: str | None = None) -> Undone:
    """Take a batch back; without one the last of this session."""
    from kanagawa_desk.services import undoing

    return undoing.undo(ledger, batch or None, this_session=not batch)


def redo(ledger: Ledger) -> Undone:
    """Do again what was taken back last in this session."""
    from kanagawa_desk.services import undoing

    return undoing.redo(ledger, this_session=True)


def undo_state(ledger: Ledger) -> UndoState:
    """What undo and redo would do."""
    from kanagawa_desk.services import undoing

    return undoing.undo_state(ledger)


def add_bed_date(ledger: Ledger, bed_type: str, day: date, copy_from: date | None) -> Written:
    """Add a reference date."""
    from kanagawa_desk.services import adding

    return adding.add_bed_date(ledger, bed_type, day, copy_from)


def add_plan(ledger: Ledger, name: str, today: date) -> Written:
    """Add a plan."""
    from kanagawa_desk.services import adding

    return adding.add_plan(ledger, name, today)


# Grids, their details and charts.


def bed_tabs(ledger: Ledger) -> tuple[BedTab, ...]:
    """The bed types with their reference dates."""
    from kanagawa_desk.services import grids

    return grids.bed_tabs(ledger)


def beds_grid(
    ledger: Ledger, bed_type: str, days: Sequence[date], edition: str | None = None
) -> Layout:
    """The grid of a bed type, compared with an edition or with the one in force."""
    from kanagawa_desk.services import grids

    return grids.beds_grid(ledger, bed_type, days, edition)


def plans_grid(ledger: Ledger, today: date) -> Layout:
    """The plan list."""
    from kanagawa_desk.services import grids

    return grids.plans_grid(ledger, today)


def metrics_grid(ledger: Ledger) -> Layout:
    """The metric grid."""
    from kanagawa_desk.services import grids

    return grids.metrics_grid(ledger)


def bed_chart(
    _ledger: Ledger, layout: Layout, row: str, theme: str, width: int, height: int
) -> bytes:
    """Counts and standards of the areas, drawn."""
    from kanagawa_desk.services import charts

    return charts.svg(charts.bed_chart(layout, row), theme, width, height)


def timeline(
    _ledger: Ledger, layout: Layout, row: str, today: date, theme: str, width: int, height: int
) -> bytes:
    """The plans by fiscal year, drawn."""
    from kanagawa_desk.services import charts

    return charts.svg(charts.plan_timeline(layout, today, row), theme, width, height)


def tile_map(
    ledger: Ledger, layout: Layout, row: str, theme: str, width: int, height: int
) -> bytes:
    """The areas in their places, drawn."""
    from kanagawa_desk.services import charts

    return charts.svg(charts.beds_tile_map(ledger, layout, row), theme, width, height)


def metric_chart(
    _ledger: Ledger, layout: Layout, row: str, theme: str, width: int, height: int
) -> bytes:
    """One series over its periods, drawn."""
    from kanagawa_desk.services import charts

    return charts.svg(charts.metric_chart(layout, row), theme, width, height)


# Looking back.


def check(ledger: Ledger, today: date) -> tuple[Found, ...]:
    """What must be mended or looked at."""
    from kanagawa_desk.services import checks

    return checks.check(ledger, today)


def batches(ledger: Ledger, limit: int, before: int | None) -> tuple[BatchView, ...]:
    """The latest user actions."""
    from kanagawa_desk.services import history

    return history.batches(ledger, limit, before)


def changes(ledger: Ledger, batch: str) -> tuple[ChangeView, ...]:
    """What a user action changed."""
    from kanagawa_desk.services import history

    return history.changes(ledger, batch)


def details(
    ledger: Ledger, subject: Address, cell: Address | None, today: date
) -> tuple[tuple[Detail, ...], tuple[CellChange, ...], tuple[PaperUse, ...]]:
    """The fields of a cell's record, the history of a cell, if it has one, and its use."""
    from kanagawa_desk.services import details as service
    from kanagawa_desk.services import history

    changes = history.cell_history(ledger, cell) if cell is not None else ()
    uses = service.paper_uses(ledger, subject)
    return service.record_details(ledger, subject, today), changes, uses


# Workbooks.


def export(ledger: Ledger, about: str, target: Path, today: date, progress: Progress) -> Exported:
    """Ledgers as a workbook."""
    from kanagawa_desk.services.workbooks import exporting

    return exporting.export(ledger, about, target, today, progress=progress)
