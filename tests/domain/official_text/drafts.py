"""Texts read into drafts, and drafts seen as a test wants them."""

from collections import Counter
from pathlib import Path

from kanagawa_desk.domain.official_text.draft import DraftBlock, PaperDraft
from kanagawa_desk.domain.official_text.outline import Place, printed_labels
from kanagawa_desk.domain.official_text.reading import read_official_text

PAPERS = Path(__file__).parents[2] / "data" / "papers"


def read(*lines: str) -> PaperDraft:
    """The draft of a text of these lines."""
    return read_official_text("\n".join(lines))


def paper(name: str) -> str:
    """A committee paper written for the tests."""
    return (PAPERS / name).read_text("utf-8")


def outline(draft: PaperDraft) -> list[str]:
    """The headings with the labels that the program prints."""
    headings = of_kind(draft, "heading")
    labels = printed_labels([Place(heading.level, 0) for heading in headings])
    return [f"{label} {each.text}" for label, each in zip(labels, headings, strict=True)]


def of_kind(draft: PaperDraft, kind: str) -> list[DraftBlock]:
    """The blocks of a kind."""
    return [block for block in draft.blocks if block.kind == kind]


def texts(draft: PaperDraft) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(block.kind, block.text) for block in draft.blocks]


def problems(draft: PaperDraft) -> list[tuple[int, str]]:
    """Line and code of every problem."""
    return [(problem.line, problem.code) for problem in draft.problems]


def aside(draft: PaperDraft, kind: str) -> list[str]:
    """The texts that were set aside as this."""
    return [each.text for each in draft.set_aside if each.kind == kind]


def signs(text: str) -> Counter[str]:
    """Every sign of a text that is no space."""
    return Counter(sign for sign in text if not sign.isspace())


def kept_signs(draft: PaperDraft) -> Counter[str]:
    """Every sign that stands somewhere in a draft."""
    blocks = [
        f"{block.marks}{block.text}{''.join(cell for row in block.table for cell in row)}"
        for block in draft.blocks
    ]
    return signs("".join([*blocks, *(each.text for each in draft.set_aside)]))
