"""What the window asks of the services about inquiries; each runs in the worker thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import date
    from pathlib import Path

    from kanagawa_desk.gui.calls.outputs import Made
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.inquiries.board import InquiryView
    from kanagawa_desk.services.inquiries.choices import LedgerChoices
    from kanagawa_desk.services.inquiries.collected import Collected
    from kanagawa_desk.services.inquiries.creating import Asked, Order, Preview
    from kanagawa_desk.services.inquiries.respondents import Candidate
    from kanagawa_desk.services.inquiries.sending import Sent
    from kanagawa_desk.services.ledgers import Ledger

    Progress = Callable[[int, int], None]


def board(ledger: Ledger, today: date) -> tuple[InquiryView, ...]:
    """Every inquiry with its requests."""
    from kanagawa_desk.services.inquiries import board as service

    return service.board(ledger, today)


def to_look_at(ledger: Ledger, today: date) -> int:
    """How many answers wait to be looked at."""
    return sum(each.to_look_at for each in board(ledger, today))


# Making and sending.


def choices(ledger: Ledger, today: date) -> tuple[LedgerChoices, ...]:
    """What an inquiry can ask for."""
    from kanagawa_desk.services.inquiries import choices as service

    return service.choices(ledger, today)


def preview(ledger: Ledger, order: Order, today: date) -> Preview:
    """Whom an order would ask."""
    from kanagawa_desk.services.inquiries import creating

    return creating.preview(ledger, order, today)


def letter(ledger: Ledger, order: Order, asked: Asked, today: date, width: int) -> bytes:
    """The first page of a cover letter, as a picture."""
    from kanagawa_desk.services.inquiries import sending
    from kanagawa_desk.services.papers import rendering as papers

    return papers.page_image(sending.letter_preview(ledger, order, asked, today), 0, width)


def create(ledger: Ledger, order: Order, folder: Path, today: date, progress: Progress) -> Sent:
    """Make an inquiry and write its files."""
    from kanagawa_desk.services.inquiries import sending

    return sending.create_and_send(ledger, order, folder, today, progress)


def send(
    ledger: Ledger,
    inquiry: str,
    requests: Collection[str],
    folder: Path,
    today: date,
    progress: Progress,
) -> Sent:
    """Write workbooks of an inquiry, once more where they were written before."""
    from kanagawa_desk.services.inquiries import sending

    return sending.send(ledger, inquiry, folder, today, requests, progress)


def not_asked(ledger: Ledger, inquiry: str, today: date) -> tuple[Candidate, ...]:
    """Those whom an inquiry does not ask yet."""
    from kanagawa_desk.services.inquiries import respondents

    return respondents.not_asked(ledger, inquiry, today)


def ask_also(ledger: Ledger, inquiry: str, candidate: Candidate, folder: Path, today: date) -> Sent:
    """Ask one more."""
    from kanagawa_desk.services.inquiries import sending

    return sending.ask_also(ledger, inquiry, [candidate], folder, today)


# Following up.


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is to be written to a respondent."""

    request: str
    respondent: str
    text: str


def reminders(ledger: Ledger, asked: Sequence[tuple[str, str]], today: date) -> list[Reminder]:
    """回答のお願い（再）for requests with the names of their respondents."""
    from kanagawa_desk.services.inquiries import following

    return [
        Reminder(request, name, following.reminder_text(ledger, request, today))
        for request, name in asked
    ]


def reminded(ledger: Ledger, requests: Collection[str], today: date) -> Written:
    """Remember that these were reminded."""
    from kanagawa_desk.services.inquiries import following

    return following.reminded(ledger, requests, today)


def put_off(
    ledger: Ledger, inquiry: str, due: date, reason: str, today: date, requests: Collection[str]
) -> Written:
    """Give an inquiry, or some of its requests, a new due date."""
    from kanagawa_desk.services.inquiries import following

    return following.put_off(ledger, inquiry, due, reason, today, requests)


def close(ledger: Ledger, inquiry: str, today: date) -> Written:
    """End an inquiry."""
    from kanagawa_desk.services.inquiries import following

    return following.close(ledger, inquiry, today)


def reopen(ledger: Ledger, inquiry: str) -> Written:
    """Take the end of an inquiry back."""
    from kanagawa_desk.services.inquiries import following

    return following.reopen(ledger, inquiry)


def write_unanswered(ledger: Ledger, inquiry: str, target: Path, today: date) -> Path:
    """未回答一覧, as PDF or as a workbook by the ending of the file."""
    from kanagawa_desk.services.inquiries import lists
    from kanagawa_desk.services.workbooks import exporting

    listing = lists.unanswered(ledger, inquiry, today)
    write = lists.as_workbook if target.suffix == ".xlsx" else lists.as_pdf
    exporting.write_file(target, write(listing))
    return target


def standing_report(ledger: Ledger, inquiry: str, today: date) -> Made:
    """回答状況, to be printed."""
    from kanagawa_desk.gui.calls.outputs import Made
    from kanagawa_desk.services.inquiries import lists

    listing = lists.standing(ledger, inquiry, today)
    return Made(lists.as_pdf(listing), listing.title)


# Answers.


@dataclass(frozen=True, slots=True)
class Receipt:
    """A file that was received, or why it was not; `read` counts sheets, rows, filled cells.

    `asks` that a person says whose answer it is.
    """

    path: Path
    status: str
    status_label: str
    inquiry: str
    respondent: str
    request: str
    returned: str
    read: tuple[int, int, int]
    holds: str
    message: str
    asks: bool


def collect(ledger: Ledger, paths: Sequence[Path], progress: Progress) -> list[Receipt]:
    """Receive files, and all files in folders."""
    from kanagawa_desk.services.inquiries import collecting

    files = [file for path in paths for file in collecting.files_in(path)]
    found = collecting.collect(ledger, files, progress=progress)
    return [_receipt(path, each) for path, each in zip(files, found, strict=True)]


def receive_as(ledger: Ledger, receipt: Receipt, request: str) -> Receipt:
    """Receive a file as the answer to the request that a person names."""
    from kanagawa_desk.services.inquiries import collecting

    found = collecting.receive_as(ledger, receipt.path, request, receipt.returned)
    return _receipt(receipt.path, found)


def send_back(ledger: Ledger, returned: str, folder: Path, today: date) -> Path:
    """Write a returned file with its faults marked."""
    from kanagawa_desk.services.inquiries import received, sending_back

    collected = received.examine(ledger, returned)
    faults = sending_back.faults_of(ledger, collected, today)
    return sending_back.mark(ledger, collected, faults, folder, today)


def save_returned(ledger: Ledger, returned: str, target: Path) -> Path:
    """Write a returned file as it came."""
    from kanagawa_desk.services.inquiries import received
    from kanagawa_desk.services.workbooks import exporting

    exporting.write_file(target, received.content_of(ledger, returned))
    return target


_ASKABLE = ("unknown", "other_respondent", "other_round")


def _receipt(path: Path, found: Collected) -> Receipt:
    from kanagawa_desk.services.inquiries.collected import STATUSES, counts_text

    compared = found.comparison
    told = [*found.questions, *compared.notes]
    if not found.standing:
        told += [each.message for each in compared.problems]
    asks = bool(found.questions) or found.status in _ASKABLE
    return Receipt(
        path,
        found.status,
        STATUSES[found.status],
        found.inquiry,
        found.respondent,
        found.request,
        found.returned,
        found.read,
        counts_text(*found.counts) if found.standing else "",
        "　".join(each.removeprefix(f"{path.name}: ") for each in told),
        asks,
    )
