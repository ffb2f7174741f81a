"""One line of a review, closer: who set the value of now, and what a bed count does."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import BedSet
from kanagawa_desk.domain.values import BLANK, Measured, difference
from kanagawa_desk.services.contexts import Contexts
from kanagawa_desk.services.grids import beds_layout
from kanagawa_desk.services.history import CellChange, cell_history
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.outcomes import Outcome, read_cell
from kanagawa_desk.services.workbooks.comparison import Finding
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Effect:
    """What a bed count does: the standard, the surplus now and as answered, the date before.

    Without an earlier date `before_day` is None.
    """

    standard: Measured
    now: Measured
    then: Measured
    before_day: date | None
    since_before: Measured


@dataclass(frozen=True, slots=True)
class Closer:
    """The change that the value of now comes from, if there was one, and the effect on beds."""

    latest: CellChange | None
    effect: Effect | None


def closer(ledger: Ledger, finding: Finding, value: Any) -> Closer:
    """A finding's cell closer, with the value that it would get."""
    changes = cell_history(ledger, finding.address)
    with ledger.reading() as reads:
        return Closer(changes[0] if changes else None, _effect(reads, finding, value))


def mended(ledger: Ledger, address: Address, text: str, today: date) -> tuple[Outcome, Any]:
    """How a text that a person put in place of an answer is read, and its value if it can be."""
    with ledger.reading() as reads:
        return read_cell(address, typed(text), text, Contexts(reads, today))


def _effect(reads: Reads, finding: Finding, value: Any) -> Effect | None:
    address = finding.address
    if address.record != "bed_count" or not isinstance(value, Measured):
        return None
    bed_type, area, day = address.key
    earlier = [each.as_of for each in reads.all(BedSet, bed_type=bed_type) if each.as_of < day]
    days = [*earlier[-1:], day]
    grid = beds_layout(reads, bed_type, days)
    row = next((row for row in grid.rows if row.key == area), None)
    if row is None:
        return None
    values = {column.key: cell.value for column, cell in zip(grid.columns, row.cells, strict=True)}
    standard = values.get("standard", BLANK)
    before = values[f"beds@{days[0]}"] if earlier else BLANK
    return Effect(
        standard,
        difference(finding.ours, standard),
        difference(value, standard),
        days[0] if earlier else None,
        difference(value, before),
    )
