"""From text to blocks: the steps in their order."""

from collections.abc import Sequence

from kanagawa_desk.domain.official_text.assembly import assemble
from kanagawa_desk.domain.official_text.captions import settle_captions
from kanagawa_desk.domain.official_text.columns import read_columns
from kanagawa_desk.domain.official_text.contents import Entry, compare, key, read_contents
from kanagawa_desk.domain.official_text.cover import read_cover
from kanagawa_desk.domain.official_text.draft import (
    DraftBlock,
    PaperDraft,
    SetAside,
    TextProblem,
)
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.furniture import without_furniture
from kanagawa_desk.domain.official_text.grids import read_grids
from kanagawa_desk.domain.official_text.headings import find_headings
from kanagawa_desk.domain.official_text.items import look_at
from kanagawa_desk.domain.official_text.lines import Line, read_lines
from kanagawa_desk.domain.official_text.rows import read_rows
from kanagawa_desk.domain.official_text.runs import Piece
from kanagawa_desk.domain.official_text.tabs import read_tabs
from kanagawa_desk.domain.official_text.units import Unit, flowing, put_together
from kanagawa_desk.domain.official_text.words import close_up


def read_official_text(text: str) -> PaperDraft:
    """The paper that a text is: typed, recognised from print, or copied out of a PDF or Word.

    No sign of the text is lost: every one stands in a block, among its marks or in
    `set_aside`; what was taken for something else is among the problems. Raises nothing.
    """
    lines, unseen = read_lines(text)
    lines, furniture = without_furniture(lines)
    cover, rest = read_cover(lines)
    contents, rest = read_contents(rest)
    entries = contents.entries if contents else ()
    pieces, repeated = read_tabs(read_grids(rest))
    pieces, unclear = read_columns(pieces)
    pieces, unlike = read_rows(pieces)
    pieces, closed = close_up(pieces)
    units, mended = _units(pieces, entries)
    blocks, doubtful = assemble(units)
    blocks = list(settle_captions(blocks))
    front = [block for block in (cover.block, contents.block if contents else None) if block]
    problems = [*cover.problems, *unclear, *unlike, *mended, *closed, *doubtful, *_unseen(unseen)]
    if contents:
        problems += compare(entries, _entries(units, blocks))
    apart = [*unseen, *furniture, *cover.set_aside, *repeated]
    apart += contents.set_aside if contents else ()
    return PaperDraft(
        cover.title,
        cover.session,
        cover.held_on,
        (*front, *blocks),
        tuple(sorted(problems, key=lambda each: each.line)),
        tuple(sorted(apart, key=lambda each: each.line)),
    )


def _units(
    pieces: Sequence[Piece], entries: Sequence[Entry]
) -> tuple[list[Unit | DraftBlock], list[TextProblem]]:
    looks = [look_at(piece) if isinstance(piece, Line) else piece for piece in pieces]
    flows = flowing(looks)
    headings, problems = find_headings(looks, flows, {key(entry.title) for entry in entries})
    return list(put_together(looks, flows, headings)), problems


def _entries(units: Sequence[Unit | DraftBlock], blocks: Sequence[DraftBlock]) -> list[Entry]:
    """The headings as entries that the contents can be held against."""
    headings = [unit.heading for unit in units if isinstance(unit, Unit) and unit.heading]
    titles = [block for block in blocks if block.kind == "heading"]
    return [
        Entry(block.line, heading.label, block.text, (heading.place,))
        for block, heading in zip(titles, headings, strict=True)
    ]


def _unseen(signs: Sequence[SetAside]) -> list[TextProblem]:
    if not signs:
        return []
    return [problem("unseen", signs[0].line, count=sum(len(each.text) for each in signs))]
