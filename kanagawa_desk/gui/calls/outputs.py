"""What the window asks of the services for what goes out: PDFs, editions, the next paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from kanagawa_desk.domain.layout import Layout
    from kanagawa_desk.domain.papers.blocks import PaperEdition
    from kanagawa_desk.domain.papers.templates import PaperTemplate
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.papers.carrying import Carried
    from kanagawa_desk.services.papers.editions import Frozen
    from kanagawa_desk.services.papers.orientation import Section
    from kanagawa_desk.services.papers.rendering import PaperView


@dataclass(frozen=True, slots=True)
class OutputFacts:
    """What the forms offer: the paper, its editions, the other papers, where files would go."""

    paper: PaperView
    session: str
    editions: tuple[PaperEdition, ...]
    papers: tuple[PaperView, ...]
    folder: Path


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF with the pages of it (from 0) that are to be printed."""

    pdf: bytes
    title: str
    sheets: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF to look at, to write to a file or to print."""

    pdf: bytes
    title: str
    told: str = ""


def output_facts(ledger: Ledger, paper: str) -> OutputFacts:
    """What is known before a form is filled in."""
    from kanagawa_desk.domain.papers.blocks import Paper
    from kanagawa_desk.services.papers import editions
    from kanagawa_desk.services.papers import rendering as papers

    views = papers.papers(ledger)
    with ledger.reading() as reads:
        kept = editions.editions(reads, paper)
        stored = reads.get(Paper, (paper,))
    view = next(each for each in views if each.id == paper)
    return OutputFacts(view, stored.session if stored else "", kept, views, ledger.path.parent)


def freeze(ledger: Ledger, paper: str, decided_on: date | None, draft_number: str) -> Frozen:
    """Keep a paper as submitted."""
    from kanagawa_desk.services.papers import editions

    return editions.freeze(ledger, paper, decided_on, draft_number)


def carry_forward(
    ledger: Ledger,
    paper: str,
    title: str,
    session: str,
    held_on: date,
    bed_dates: tuple[date, ...],
) -> Carried:
    """Make the next paper out of one."""
    from kanagawa_desk.services.papers import carrying

    cover = carrying.Cover(title or None, held_on, session)
    return carrying.carry_forward(ledger, paper, cover, bed_dates)


def print_job(ledger: Ledger, paper: str, chosen: str) -> Sheets:
    """A paper as it stands, and the sheets of it that a person named (1-3,5)."""
    from kanagawa_desk.services import printing
    from kanagawa_desk.services.papers import rendering as papers

    title = next(each.title for each in papers.papers(ledger) if each.id == paper)
    made = papers.render(ledger, paper)
    return Sheets(made.pdf, title, printing.chosen_sheets(chosen, made.sheet_count))


def template(ledger: Ledger, paper: str) -> PaperTemplate:
    """The 書式 of a paper."""
    from kanagawa_desk.services.papers import templates as paper_templates

    with ledger.reading() as reads:
        return paper_templates.template_of(reads, paper)


def set_template(ledger: Ledger, chosen: PaperTemplate) -> bool:
    """Print a paper by another 書式; whether that changed anything."""
    from kanagawa_desk.services.papers import templates as paper_templates

    return paper_templates.set_template(ledger, chosen) is not None


def edition_pdf(ledger: Ledger, paper: str, number: int) -> Made:
    """An edition, byte for byte as it was kept."""
    from kanagawa_desk.services.papers import editions
    from kanagawa_desk.services.papers import rendering as papers

    title = next(each.title for each in papers.papers(ledger) if each.id == paper)
    pdf = editions.reprint(ledger, paper, number)
    return Made(pdf, f"{title}（提出版{number}）", "保存したPDFそのものです")


def comparison(ledger: Ledger, one: str, other: str, heads: str) -> Made:
    """A 新旧対照表 of two versions, each PAPER or PAPER@N."""
    from kanagawa_desk.services.papers import comparing as paper_comparing

    made = paper_comparing.compare(ledger, one, other, heads)
    return Made(made.pdf, "新旧対照表", f"変更 {made.changed}か所")


def errata(ledger: Ledger, paper: str, edition: int) -> Made:
    """The 正誤表 of an edition."""
    from kanagawa_desk.services.papers import errata as paper_errata

    made = paper_errata.errata_sheet(ledger, paper, edition)
    return Made(made.pdf, "正誤表", f"提出版{edition}に対する訂正 {made.corrections}か所")


def replacement(ledger: Ledger, paper: str, edition: int, day: date | None) -> Made:
    """The leaves of an edition that are to be exchanged."""
    from kanagawa_desk.services.papers import replacing as paper_replacing

    made = paper_replacing.replacement_pages(ledger, paper, edition, day)
    return Made(made.pdf, "差替えページ", f"提出版{edition}の {len(made.leaves)}枚（一覧つき）")


def sections(ledger: Ledger, paper: str) -> tuple[Section, ...]:
    """The sections of a paper and how their pages stand."""
    from kanagawa_desk.services.papers import orientation as paper_orientation

    return paper_orientation.sections(ledger, paper)


def turn_section(ledger: Ledger, paper: str, heading: str, to: str) -> bool:
    """Set a section on pages of another orientation; whether that changed anything."""
    from kanagawa_desk.services.papers import orientation as paper_orientation

    return bool(paper_orientation.turn_section(ledger, paper, heading, to).changed)


def grid_report(_ledger: Ledger, layout: Layout, title: str, note: str, today: date) -> Made:
    """A grid as it is shown."""
    from kanagawa_desk.services import ledger_reports

    return Made(ledger_reports.grid_report(layout, title, note, today), title)


def timeline_report(_ledger: Ledger, layout: Layout, today: date) -> Made:
    """The plans of a grid by fiscal year."""
    from kanagawa_desk.services import ledger_reports

    return Made(ledger_reports.timeline_report(layout, today), "計画期間一覧")


def write_pdf(_ledger: Ledger, target: Path, pdf: bytes) -> Path:
    """Write a PDF file."""
    from kanagawa_desk.services.workbooks import exporting

    exporting.write_file(target, pdf)
    return target


def sheet_count(_ledger: Ledger, pdf: bytes) -> int:
    """How many pages a PDF has."""
    from kanagawa_desk.services import printing

    return len(printing.sheet_sizes(pdf))


def page_image(_ledger: Ledger, pdf: bytes, sheet: int, width: int) -> bytes:
    """A page of a PDF as a picture of this width."""
    from kanagawa_desk.services.papers import rendering as papers

    return papers.page_image(pdf, sheet, width)
