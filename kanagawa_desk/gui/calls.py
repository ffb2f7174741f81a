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
    from kanagawa_desk.domain.periods import FiscalYear
    from kanagawa_desk.domain.problems import Found
    from kanagawa_desk.services.comparison import Comparison, Finding
    from kanagawa_desk.services.details import Detail
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.exporting import Exported
    from kanagawa_desk.services.grids import BedTab
    from kanagawa_desk.services.history import BatchView, CellChange, ChangeView
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.naming import Places
    from kanagawa_desk.services.outcomes import Outcome
    from kanagawa_desk.services.papers import PaperView, Rendered
    from kanagawa_desk.services.undoing import Undone, UndoState

    Progress = Callable[[int, int], None]
    Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """The open ledger as title and status bar show it; why it cannot be written, if so."""

    path: Path
    read_only: bool
    why_read_only: str


def facts(ledger: Ledger) -> LedgerFacts:
    """What is to be known of a ledger that was opened."""
    why = ledger.why_read_only if ledger.read_only else ""
    return LedgerFacts(ledger.path, ledger.read_only, why)


def open_ledger(path: Path, actor: Actor, clock: Clock) -> Ledger:
    """Open a ledger."""
    from kanagawa_desk.services import ledgers

    return ledgers.open_ledger(path, actor, clock)


def create(path: Path, actor: Actor, clock: Clock, *, sample: bool) -> Ledger:
    """Make a ledger, empty or with the sample, and open it."""
    from kanagawa_desk.services import ledgers

    return ledgers.create(path, actor, clock, sample=sample)


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

    return undoing.undo(ledger, batch, this_session=batch is None)


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


def add_metric(ledger: Ledger, name: str, unit: str, measure: str) -> Written:
    """Add a metric."""
    from kanagawa_desk.services import adding

    return adding.add_metric(ledger, name, unit, measure)


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


def metrics_grid(ledger: Ledger, last: FiscalYear | None = None) -> Layout:
    """The metric grid, up to a fiscal year or as far as there are values, if that is later."""
    from kanagawa_desk.domain.notation import period_text
    from kanagawa_desk.services import grids

    shown = grids.metrics_grid(ledger)
    if last is None or any(column.key == period_text(last) for column in shown.columns):
        return shown
    return grids.metrics_grid(ledger, last=last)


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


def metric_chart(
    _ledger: Ledger, layout: Layout, row: str, theme: str, width: int, height: int
) -> bytes:
    """One series over its periods, drawn."""
    from kanagawa_desk.services import charts

    return charts.svg(charts.metric_chart(layout, row), theme, width, height)


# Papers.


def papers(ledger: Ledger) -> tuple[PaperView, ...]:
    """The papers in order."""
    from kanagawa_desk.services import papers as service

    return service.papers(ledger)


def render(ledger: Ledger, paper: str) -> Rendered:
    """A paper as PDF."""
    from kanagawa_desk.services import papers as service

    return service.render(ledger, paper)


def page_image(_ledger: Ledger, pdf: bytes, sheet: int, width: int) -> bytes:
    """A page as it prints."""
    from kanagawa_desk.services import papers as service

    return service.page_image(pdf, sheet, width)


def write_pdf(ledger: Ledger, paper: str, target: Path, progress: Progress) -> Path:
    """A paper as a PDF file."""
    from kanagawa_desk.services import exporting
    from kanagawa_desk.services import papers as service

    progress(0, 2)
    rendered = service.render(ledger, paper)
    progress(1, 2)
    exporting.write_file(target, rendered.pdf)
    return target


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
    ledger: Ledger, subject: Address, cell: Address | None
) -> tuple[tuple[Detail, ...], tuple[CellChange, ...]]:
    """The fields of a cell's record, and the history of a cell, if it has one."""
    from kanagawa_desk.services import details as service
    from kanagawa_desk.services import history

    changes = history.cell_history(ledger, cell) if cell is not None else ()
    return service.record_details(ledger, subject), changes


# Workbooks.


def export(ledger: Ledger, about: str, target: Path, today: date, progress: Progress) -> Exported:
    """Ledgers as a workbook."""
    from kanagawa_desk.services import exporting

    return exporting.export(ledger, about, target, today, progress=progress)


@dataclass(frozen=True, slots=True)
class FindingTexts:
    """The values of a finding as they are shown."""

    base: str
    ours: str
    value: str
    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What workbooks would change, and of each finding the values as they are shown."""

    comparison: Comparison
    texts: tuple[FindingTexts, ...]


def compare(ledger: Ledger, paths: Sequence[Path], today: date, progress: Progress) -> Review:
    """What workbooks would change."""
    from kanagawa_desk.services import importing
    from kanagawa_desk.services.naming import Places

    comparison = importing.compare(ledger, paths, today, progress=progress)
    with ledger.reading() as reads:
        places = Places(reads)
        texts = tuple(_texts(places, finding) for finding in comparison.findings)
    return Review(comparison, texts)


def _texts(places: Places, finding: Finding) -> FindingTexts:
    from kanagawa_desk.domain.notation import encode
    from kanagawa_desk.domain.values import Measured

    def text(value: Any) -> str:
        if isinstance(value, Measured) and value.missing is not None:
            return value.missing.label
        return places.value(finding.address.record, finding.address.field, encode(value))

    candidates = tuple(map(text, finding.candidates))
    return FindingTexts(text(finding.base), text(finding.ours), text(finding.value), candidates)


def apply(ledger: Ledger, comparison: Comparison, accept: str | None) -> Written:
    """Take what workbooks say, as one batch."""
    from kanagawa_desk.services import importing

    return importing.apply(ledger, comparison, accept)
