"""What the window asks of the services about papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date
    from pathlib import Path

    from kanagawa_desk.domain.papers.composing import Operation
    from kanagawa_desk.domain.problems import Found
    from kanagawa_desk.services.edit import Written
    from kanagawa_desk.services.ledgers import Ledger
    from kanagawa_desk.services.papers.editing import Composed
    from kanagawa_desk.services.papers.importing import ImportedPaper
    from kanagawa_desk.services.papers.pasting import Pasted
    from kanagawa_desk.services.papers.rendering import PaperView, Place

    Progress = Callable[[int, int], None]


def papers(ledger: Ledger) -> tuple[PaperView, ...]:
    """The papers in order."""
    from kanagawa_desk.services.papers import rendering as service

    return service.papers(ledger)


def write_pdf(ledger: Ledger, paper: str, target: Path, progress: Progress) -> Path:
    """A paper as a PDF file."""
    from kanagawa_desk.services.papers import rendering as service
    from kanagawa_desk.services.workbooks import exporting

    progress(0, 2)
    rendered = service.render(ledger, paper)
    progress(1, 2)
    exporting.write_file(target, rendered.pdf)
    return target


# Writing.


def composed(ledger: Ledger, paper: str) -> Composed:
    """A paper to be written on."""
    from kanagawa_desk.services.papers import editing as paper_editing

    return paper_editing.composed(ledger, paper)


def rewrite(ledger: Ledger, paper: str, action: str, operation: Operation) -> Written:
    """Do something to the blocks of a paper."""
    from kanagawa_desk.services.papers import editing as paper_editing

    return paper_editing.rewrite(ledger, paper, action, operation)


def keep(ledger: Ledger, block: str, fields: Mapping[str, str], visit: int) -> Written:
    """Store what was written in a block."""
    from kanagawa_desk.services.papers import editing as paper_editing

    return paper_editing.keep(ledger, block, fields, visit)


def read_pasted(_ledger: Ledger, paper: str, text: str, html: str) -> Pasted:
    """The blocks of what the clipboard holds."""
    from kanagawa_desk.services.papers import pasting as paper_pasting

    return paper_pasting.read_pasted(paper, text, html)


def add_image(ledger: Ledger, name: str, content: bytes) -> str:
    """Keep an image; gives the binding that shows it."""
    from kanagawa_desk.services.papers import images as paper_images

    return paper_images.add(ledger, name, content)


def import_paper(ledger: Ledger, path: Path, today: date) -> ImportedPaper:
    """Read a text file into a new paper."""
    from kanagawa_desk.services.papers import importing as paper_importing

    return paper_importing.import_paper(ledger, path, today)


def set_cover(ledger: Ledger, paper: str, field: str, text: str, today: date) -> Written:
    """Store a line of a paper's cover: its title, session or day."""
    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.services import edit

    return edit.set_cells(ledger, [edit.Edit(Address("paper", (paper,), field), text)], today)


def new_paper(ledger: Ledger, title: str, held_on: date, session: str) -> str:
    """Begin a paper; gives its id."""
    from kanagawa_desk.services.papers import editing as paper_editing

    return paper_editing.new_paper(ledger, title, held_on, session)[0]


@dataclass(frozen=True, slots=True)
class Preview:
    """A sheet as it prints, and where everything stands; `pages` are printed page numbers."""

    paper: str
    sheet: int
    png: bytes
    sheet_count: int
    pages: Mapping[str, int]
    places: Mapping[str, tuple[Place, ...]]
    problems: tuple[Found, ...]


def preview(ledger: Ledger, paper: str, block: str, sheet: int, width: int) -> Preview:
    """The sheet on which a block begins, or `sheet` where no block is named; only it is drawn."""
    from kanagawa_desk.services.papers import rendering as service

    made = service.render(ledger, paper, only={sheet})
    there = made.places.get(block, ())
    wanted = min(there[0][0] if there else sheet, made.sheet_count - 1)
    if wanted != sheet:
        made = service.render(ledger, paper, only={wanted})
    pages = {each.block: each.page for each in made.outline if each.page is not None}
    png = service.page_image(made.pdf, wanted, width)
    return Preview(paper, wanted, png, made.sheet_count, pages, made.places, made.problems)


def picture(ledger: Ledger, block: str, theme: str, width: int, height: int) -> bytes:
    """What a chart or figure shows."""
    from kanagawa_desk.services.papers import pictures as paper_pictures

    return paper_pictures.picture(ledger, block, theme, width, height)
