"""Which parts of a paper stand on landscape pages: page breaks that turn what is behind them."""

from collections.abc import Callable, Sequence

from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.composing import Blocks, index_of, section_end
from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT

ORIENTATIONS = {PORTRAIT: "A4縦", LANDSCAPE: "A4横"}


def orientation(blocks: Sequence[Block], index: int) -> str:
    """How the page of a block stands."""
    return next((block.style for block in reversed(blocks[: index + 1]) if _turns(block)), PORTRAIT)


def turned(blocks: Blocks, heading: str, to: str, new_id: Callable[[], str]) -> Blocks:
    """The blocks with the whole section of a heading on pages of that orientation.

    What stands behind it stays as it was. Raises GoneBlockError.
    """
    start = index_of(blocks, heading)
    end = section_end(blocks, start)
    if {orientation(blocks, index) for index in range(start, end)} == {to}:
        return blocks
    behind = orientation(blocks, end - 1 if end == len(blocks) else end)
    above = blocks[:start]
    while above and _turns(above[-1]):
        above = above[:-1]
    section = [block for block in blocks[start:end] if not _turns(block)]
    paper = blocks[start].paper

    def turn(style: str) -> Block:
        return Block(new_id(), paper, "page_break", style=style)

    before = orientation(above, len(above) - 1)
    first = [turn(to)] if before != to else []
    last = [turn(behind)] if end < len(blocks) and behind != to else []
    return (*above, *first, *section, *last, *blocks[end:])


def _turns(block: Block) -> bool:
    return block.kind == "page_break" and block.style in ORIENTATIONS
