"""Narrowing the sheets of an inquiry to its scope: what it does not ask for is not there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kanagawa_desk.domain.inquiry_scope import YEAR, Scope, wants
from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.domain.notation import parse_period
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import Series
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing

_ROWS_OF = {"beds": "area", "plans": "plan", "metrics": "metric"}


def narrowed(reads: Reads, scope: Scope, sheets: Sequence[Layout]) -> Iterator[Layout]:
    """The sheets with the rows that are asked for; those without any are left out."""
    metrics = {each.id: each.metric for each in reads.all(Series)}
    for sheet in sheets:
        found = _with_wanted_rows(sheet, scope, metrics)
        if any(cell.address is not None for row in found.rows for cell in row.cells):
            yield found


def years_of(scope: Scope) -> tuple[FiscalYear, ...]:
    """The fiscal years of metrics that are asked for, in order; none where all are."""
    years = (parse_period(text) for text in scope.get(YEAR, ()))
    return tuple(sorted(year for year in years if isinstance(year, FiscalYear)))


def _with_wanted_rows(sheet: Layout, scope: Scope, metrics: Mapping[str, str]) -> Layout:
    _, _, bed_type = sheet.name.partition(":")
    if bed_type and not wants(scope, "bed_type", bed_type):
        return replace(sheet, rows=())
    part = _ROWS_OF[sheet.ledger]
    if part not in scope:
        return sheet
    records = {row.key for row in sheet.rows if row.kind is RowKind.RECORD}
    kept = {key for key in records if wants(scope, part, metrics.get(key, key))}
    found = Narrowing(sheet).with_rows(kept)
    if kept == records:
        return found
    # A total of some of the rows would pass for that of all.
    return replace(found, rows=tuple(row for row in found.rows if row.kind is not RowKind.TOTAL))
