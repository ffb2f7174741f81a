"""What is pasted into a paper: official text, or HTML of Word and Excel, as its blocks."""

from dataclasses import dataclass

from kanagawa_desk.domain.official_text.draft import DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.pasted_html import read_html
from kanagawa_desk.domain.official_text.reading import read_official_text
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.services.edit import new_id

_ONCE = ("cover", "contents")  # every paper has its own


@dataclass(frozen=True, slots=True)
class Pasted:
    """The blocks of what was pasted, and what to look at in it.

    `left_out` are the kinds of blocks that a paper has once, and that were not taken over.
    """

    blocks: tuple[Block, ...]
    problems: tuple[TextProblem, ...]
    left_out: tuple[str, ...]


def read_pasted(paper: str, text: str, html: str = "") -> Pasted:
    """Read what the clipboard holds for a paper; HTML first, where there is some."""
    drafts: tuple[DraftBlock, ...] = ()
    problems: tuple[TextProblem, ...] = ()
    if html:
        drafts, problems = read_html(html)
    if not drafts:
        draft = read_official_text(text)
        drafts, problems = draft.blocks, draft.problems
    blocks = tuple(
        Block(
            new_id("block"),
            paper,
            each.kind,
            each.level,
            each.text,
            each.style,
            each.columns,
            each.binding,
        )
        for each in drafts
        if each.kind not in _ONCE
    )
    left_out = tuple(each.kind for each in drafts if each.kind in _ONCE)
    return Pasted(blocks, problems, left_out)
