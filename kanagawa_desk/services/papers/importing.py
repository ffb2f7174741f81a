"""Official text becomes a paper: blocks, what was mended in them, and what stands apart."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kanagawa_desk.domain.official_text.draft import DraftBlock, PaperDraft
from kanagawa_desk.domain.official_text.reading import read_official_text
from kanagawa_desk.domain.papers.blocks import Block, Paper
from kanagawa_desk.domain.ranks import STEP
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.storage.ledger import Ledger

LARGEST = 8_000_000  # bytes; the longest committee papers have some 300,000
_ENCODINGS = ("utf-8-sig", "cp932")


@dataclass(frozen=True, slots=True)
class ImportedPaper:
    """The new paper, and the text that it was read from as blocks."""

    paper: str
    draft: PaperDraft
    batch: str | None


def import_paper(
    ledger: Ledger, path: Path, today: date, title: str | None = None
) -> ImportedPaper:
    """Read a text file into a new paper, as one batch.

    What the text does not say, its title or its day, is taken from the file's name and today.
    Raises UserError for a file that is no text, or an empty one.
    """
    draft = read_official_text(_text(path))
    if not draft.blocks:
        raise UserError(f"{path} に本文がありません。")
    with ledger.batch(f"資料の取込：{path.name}", path.name) as unit:
        papers = unit.all(Paper)
        paper = Paper(
            free_id({each.id for each in papers}, draft.held_on or today),
            title or draft.title or path.stem,
            draft.held_on or today,
            draft.session,
            rank=max((each.rank for each in papers), default=0) + 1,
        )
        unit.put(paper)
        for number, block in enumerate(draft.blocks, start=1):
            unit.put(_block(block, paper.id, number * STEP))
    return ImportedPaper(paper.id, draft, str(unit.batch.seq) if unit.batch else None)


def as_data(imported: ImportedPaper) -> dict[str, Any]:
    """What was read, as `paper import --json` gives it."""
    draft = imported.draft
    return {
        "paper": imported.paper,
        "title": draft.title,
        "blocks": len(draft.blocks),
        "problems": [
            {"line": each.line, "code": each.code, "message": each.message}
            for each in draft.problems
        ],
        "set_aside": [
            {"line": each.line, "kind": each.kind, "text": each.text} for each in draft.set_aside
        ],
        "batch": imported.batch,
    }


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise UserError(f"{path} は大きすぎます。本文だけを分けて取り込んでください。")
        content = path.read_bytes()
    except OSError as error:
        raise UserError(f"{path} を読めません。場所と権限を確かめてください。") from error
    for encoding in _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UserError(f"{path} は文字のファイルではありません。.txt を選んでください。")


def _block(block: DraftBlock, paper: str, rank: int) -> Block:
    return Block(
        new_id("block"),
        paper,
        block.kind,
        block.level,
        block.text,
        block.style,
        block.columns,
        block.binding,
        rank,
    )


def free_id(taken: set[str], day: date) -> str:
    """A number that people can say: the day, and which one of that day."""
    number = 1
    while f"{day:%Y%m%d}-{number}" in taken:
        number += 1
    return f"{day:%Y%m%d}-{number}"
