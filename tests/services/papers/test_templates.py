"""書式 of a paper: stored, printed by, taken back, carried on to the next paper."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.papers.templates import PaperTemplate
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import carrying, editions
from kanagawa_desk.services.papers import rendering as papers
from kanagawa_desk.services.papers.templates import set_template, template_of
from tests.pdf_text import pages, squeezed

PAPER = "r6-3"


def chosen(ledger: Ledger, paper: str = PAPER) -> PaperTemplate:
    with ledger.reading() as reads:
        return template_of(reads, paper)


def test_a_paper_begins_with_the_usual_template(sample: Ledger) -> None:
    assert chosen(sample) == PaperTemplate(PAPER)


def test_a_paper_is_printed_by_its_template(sample: Ledger) -> None:
    before = papers.render(sample, PAPER).sheet_count
    set_template(sample, replace(chosen(sample), size="14", characters=30, lines=28, negative="△"))
    made = papers.render(sample, PAPER)
    assert made.sheet_count > before
    text = squeezed("".join(pages(made.pdf)))
    assert "△1,601" in text
    assert "▲" not in text


def test_another_template_is_one_step_of_undo(sample: Ledger) -> None:
    set_template(sample, replace(chosen(sample), lines=30))
    undoing.undo(sample)
    assert chosen(sample) == PaperTemplate(PAPER)


def test_the_same_template_is_no_change(sample: Ledger) -> None:
    assert set_template(sample, chosen(sample)) is None


def test_a_page_too_full_is_refused(sample: Ledger) -> None:
    with pytest.raises(UserError, match="37字まで"):
        set_template(sample, replace(chosen(sample), characters=60))


def test_the_next_paper_has_the_template_of_the_last(sample: Ledger) -> None:
    set_template(sample, replace(chosen(sample), lines=30))
    cover = carrying.Cover(None, date(2025, 2, 20))
    made = carrying.carry_forward(sample, PAPER, cover)
    assert chosen(sample, made.paper) == replace(chosen(sample), paper=made.paper)


def test_an_edition_remembers_the_template_that_it_was_printed_by(sample: Ledger) -> None:
    set_template(sample, replace(chosen(sample), lines=30))
    editions.freeze(sample, PAPER)
    with sample.reading() as reads:
        kept = editions.as_printed(reads, editions.edition_of(reads, PAPER, 1))
    assert kept.template == chosen(sample)
