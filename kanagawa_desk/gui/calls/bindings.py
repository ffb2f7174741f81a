"""What the window asks of the services about bindings and the things to check beside a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import date
    from pathlib import Path

    from kanagawa_desk.domain.papers.binding_forms import Answers
    from kanagawa_desk.domain.papers.findings import Finding
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.papers.binding_forms import FormState
    from kanagawa_desk.services.papers.binding_offers import Offer
    from kanagawa_desk.services.papers.bindings import BindingSummary
    from kanagawa_desk.services.papers.checks import PaperFinding


def begin(ledger: Ledger, paper: str, kind: str, binding: str) -> FormState:
    """The form of a binding."""
    from kanagawa_desk.services.papers import binding_forms

    return binding_forms.begin(ledger, paper, kind, binding)


def answer(ledger: Ledger, paper: str, kind: str, answers: Answers) -> FormState:
    """The form after an answer."""
    from kanagawa_desk.services.papers import binding_forms

    return binding_forms.answer(ledger, paper, kind, answers)


def add_image(ledger: Ledger, path: Path) -> str:
    """Keep an image, and give the binding that shows it."""
    from kanagawa_desk.services.papers import images as paper_images

    return paper_images.add_file(ledger, path)


def update(ledger: Ledger, paper: str, blocks: Collection[str] | None) -> Written:
    """Settle the present values."""
    from kanagawa_desk.services.papers import bindings as paper_bindings

    return paper_bindings.update(ledger, paper, blocks)


@dataclass(frozen=True, slots=True)
class Overlook:
    """The bindings of a paper by block, what was found in it, and its list of spellings."""

    paper: str
    bindings: Mapping[str, BindingSummary]
    findings: tuple[PaperFinding, ...]
    spellings: tuple[str, ...]


NOTHING = Overlook("", {}, (), ())


def look_over(ledger: Ledger, paper: str, today: date) -> Overlook:
    """A paper's bindings, and what is found in it."""
    from kanagawa_desk.services.papers import bindings as paper_bindings
    from kanagawa_desk.services.papers import checks as paper_checks

    return Overlook(
        paper,
        paper_bindings.summaries(ledger, paper),
        paper_checks.check_paper(ledger, paper, today),
        paper_checks.spellings(ledger, paper),
    )


def put_aside(ledger: Ledger, paper: str, finding: Finding, reason: str) -> Written:
    """Call a finding 確認済."""
    from kanagawa_desk.services.papers import acknowledging

    return acknowledging.put_aside(ledger, paper, finding, reason)


def take_up(ledger: Ledger, paper: str, finding: Finding) -> Written:
    """Show a finding again."""
    from kanagawa_desk.services.papers import acknowledging

    return acknowledging.take_up(ledger, paper, finding)


def bind_number(ledger: Ledger, block: str, offer: Offer) -> Written:
    """Put the likeliest binding in the place of a typed number."""
    from kanagawa_desk.services.papers import binding_offers

    return binding_offers.bind(ledger, block, offer)


def set_spellings(ledger: Ledger, paper: str, groups: tuple[str, ...]) -> Written:
    """Take another list of spellings."""
    from kanagawa_desk.services.papers import checks as paper_checks

    return paper_checks.set_spellings(ledger, paper, groups)
