"""What the window asks of the services when it reviews what came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from kanagawa_desk.domain.inquiries import Request, ReturnedFile
    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.inquiries.collected import Collected
    from kanagawa_desk.services.inquiries.deciding import Decided
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.outcomes import Outcome
    from kanagawa_desk.services.workbooks.comparison import Comparison, Finding, KeptFile
    from kanagawa_desk.services.workbooks.kept_workbooks import Around
    from kanagawa_desk.services.workbooks.review_details import Closer
    from kanagawa_desk.services.workbooks.reviewing import Item, Review

    Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class OpenReturn:
    """A returned file that is looked at; without a review nothing of it is left to decide."""

    request: Request
    respondent: str
    returned: ReturnedFile
    collected: Collected | None = None
    review: Review | None = None
    decided: Mapping[int, Decided] = field(default_factory=dict)


def open_return(ledger: Ledger, returned: str) -> OpenReturn:
    """A returned file compared anew with the ledger as it is now."""
    from kanagawa_desk.domain.inquiries import Request, Respondent, ReturnedFile
    from kanagawa_desk.errors import UserError
    from kanagawa_desk.services.inquiries import deciding, received
    from kanagawa_desk.services.workbooks import reviewing

    with ledger.reading() as reads:
        record = reads.get(ReturnedFile, (returned,))
        request = reads.get(Request, (record.request,)) if record else None
        respondent = reads.get(Respondent, (request.respondent,)) if request else None
    if record is None or request is None or respondent is None:
        raise UserError("この回答の受付が取り消されています。もう一度受け取ってください。")
    if record.stage in ("applied", "older"):
        return OpenReturn(request, respondent.name, record)
    collected = received.examine(ledger, returned)
    with ledger.reading() as reads:
        review = reviewing.review(reads, collected.comparison)
        known = deciding.decisions(reads, returned, review.items)
    return OpenReturn(request, respondent.name, record, collected, review, known)


def decide(ledger: Ledger, returned: str, decided: Sequence[tuple[Item, str, Any]]) -> bool:
    """Keep choices about an answer, each with its value; whether it came into review by them."""
    from kanagawa_desk.services.inquiries import deciding

    kept = [(item, deciding.Decided(choice, value)) for item, choice, value in decided]
    return deciding.decide(ledger, returned, kept)


def look_at_returned(
    ledger: Ledger, _file: str, sheet: str, cell: str, *, returned: str
) -> Around | None:
    """A returned file as it looks around a cell."""
    from kanagawa_desk.services.inquiries import received
    from kanagawa_desk.services.workbooks import kept_workbooks

    kept = received.kept_file(ledger, returned)
    return kept_workbooks.look(kept.name, kept.content, sheet, cell)


def look_at_read(
    _ledger: Ledger, file: str, sheet: str, cell: str, *, files: Sequence[KeptFile]
) -> Around | None:
    """A workbook that was read as it looks around a cell."""
    from kanagawa_desk.services.workbooks import kept_workbooks

    found = next((each for each in files if each.name == file), None)
    return kept_workbooks.look(found.name, found.content, sheet, cell) if found else None


def take(
    ledger: Ledger, collected: Collected, findings: Sequence[Finding], *, settled: bool
) -> Collected:
    """Apply what was chosen of an answer; unless it is settled it stays in review."""
    from kanagawa_desk.services.inquiries import applying

    run = applying.take if settled else applying.take_some
    return run(ledger, collected, findings)


def compare(ledger: Ledger, paths: Sequence[Path], today: date, progress: Progress) -> Review:
    """What workbooks would change."""
    from kanagawa_desk.services.workbooks import importing, reviewing

    comparison = importing.compare(ledger, paths, today, progress=progress)
    with ledger.reading() as reads:
        return reviewing.review(reads, comparison)


def closer(ledger: Ledger, finding: Finding, value: Any) -> Closer:
    """Who set the value of now, and what the answer does."""
    from kanagawa_desk.services.workbooks import review_details

    return review_details.closer(ledger, finding, value)


def mended(ledger: Ledger, address: Address, text: str, today: date) -> tuple[Outcome, Any]:
    """How a text in place of an answer is read."""
    from kanagawa_desk.services.workbooks import review_details

    return review_details.mended(ledger, address, text, today)


def files_of_batch(ledger: Ledger, batch: str) -> tuple[str, ...]:
    """What the files are called that an action received or took values from."""
    from kanagawa_desk.services.workbooks import evidence

    return evidence.names_of_batch(ledger, batch)


def save_again(ledger: Ledger, batch: str, folder: Path) -> tuple[Path, ...]:
    """Write the files of an action into a folder, as they came."""
    from kanagawa_desk.services.workbooks import evidence

    return evidence.save_again(ledger, batch, folder)


def apply(ledger: Ledger, comparison: Comparison) -> Written:
    """Take what was chosen of workbooks, as one batch."""
    from kanagawa_desk.services.workbooks import importing

    return importing.apply(ledger, comparison, "theirs")
