"""The main job in one go: sample ledger → workbook → committee paper."""

from dataclasses import dataclass
from pathlib import Path

from kanagawa_desk.domain.acting import JAPAN, Actor
from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.papers import rendering as papers
from kanagawa_desk.services.workbooks import exporting


@dataclass(frozen=True, slots=True)
class Made:
    """The three files, and how many pages the paper has."""

    ledger: Path
    workbook: Path
    paper: Path
    pages: int


def make(
    folder: Path, actor: Actor, clock: ledgers.Clock, progress: exporting.Progress | None = None
) -> Made:
    """Make the sample ledger, its workbook and its paper in a folder, under names that are free.

    Raises EnvironmentFault where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(f"{folder} を作れません。権限を確かめてください。") from error
    ledger_file = _free(folder / "見本.kdesk")
    workbook, pdf = ledger_file.with_suffix(".xlsx"), ledger_file.with_suffix(".pdf")
    ledger = ledgers.create(ledger_file, actor, clock, sample=True)
    try:
        today = clock().astimezone(JAPAN).date()
        exporting.export(ledger, "all", workbook, today)
        if progress:
            progress(1, 2)
        paper = papers.papers(ledger)[0]
        rendered = papers.render(ledger, paper.id)
        exporting.write_file(pdf, rendered.pdf)
        if progress:
            progress(2, 2)
    finally:
        ledger.close()
    return Made(ledger_file, workbook, pdf, rendered.sheet_count)


def _free(path: Path) -> Path:
    number, candidate = 2, path
    while candidate.exists():
        candidate = path.with_stem(f"{path.stem}{number}")
        number += 1
    return candidate
