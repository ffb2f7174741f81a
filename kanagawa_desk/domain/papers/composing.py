"""What can be done to the blocks of a paper; each gives the blocks as they are afterwards."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from kanagawa_desk.domain.numbering import LEVELS, labels
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.ranks import reranked

Blocks = tuple[Block, ...]
Operation = Callable[[Blocks], Blocks]

PROSE = ("heading", "paragraph", "bullet", "circle", "caption", "as_of", "note")
"""Kinds whose text is running prose."""
LISTS = ("circled", "attachments")
"""Kinds whose text holds one item a line."""
WRITTEN = (*PROSE, *LISTS, "figure")
"""Kinds that are written in."""
_REPEATED = ("paragraph", "bullet", "circle", "note")
_DEEPEST = {"bullet": 2, "circle": 2}


class GoneBlockError(LookupError):
    """A block that is not in the paper any more."""


def index_of(blocks: Sequence[Block], block: str) -> int:
    """Where a block stands; raises GoneBlockError."""
    for index, each in enumerate(blocks):
        if each.id == block:
            return index
    raise GoneBlockError(block)


def labelled(blocks: Sequence[Block]) -> dict[str, str]:
    """The labels of the headings, by block id."""
    headings = [block for block in blocks if block.kind == "heading"]
    numbers = labels(block.level for block in headings)
    return {block.id: number for block, number in zip(headings, numbers, strict=True)}


def section_end(blocks: Sequence[Block], start: int) -> int:
    """Behind the last block that goes where this one goes: a heading's whole section."""
    first = blocks[start]
    if first.kind != "heading":
        return start + 1
    for index in range(start + 1, len(blocks)):
        if blocks[index].kind == "heading" and blocks[index].level <= first.level:
            return index
    return len(blocks)


def heading_over(blocks: Sequence[Block], index: int) -> Block | None:
    """The heading that a block stands under, or the block itself where it is one."""
    return next((b for b in reversed(blocks[: index + 1]) if b.kind == "heading"), None)


def path_to(blocks: Sequence[Block], index: int) -> list[Block]:
    """The headings above a block, the outermost first."""
    path: list[Block] = []
    for block in reversed(blocks[: index + 1]):
        if block.kind == "heading" and (not path or block.level < path[0].level):
            path.insert(0, block)
    return path


def in_order(blocks: Sequence[Block]) -> Blocks:
    """The blocks with ranks that keep them in this order."""
    ranks = reranked([block.rank for block in blocks])
    return tuple(
        block if block.rank == rank else replace(block, rank=rank)
        for block, rank in zip(blocks, ranks, strict=True)
    )


# Operations: the first argument is what there is.


def insert(blocks: Blocks, after: str, new: Sequence[Block]) -> Blocks:
    """Blocks put in behind a block, at the head where `after` is empty."""
    at = index_of(blocks, after) + 1 if after else 0
    return (*blocks[:at], *new, *blocks[at:])


def change(blocks: Blocks, block: str, **fields: Any) -> Blocks:
    """A block with other values in these fields."""
    at = index_of(blocks, block)
    return (*blocks[:at], replace(blocks[at], **fields), *blocks[at + 1 :])


def remove(blocks: Blocks, gone: Collection[str]) -> Blocks:
    """The blocks without these; what stands under a heading stays."""
    return tuple(block for block in blocks if block.id not in gone)


def move(blocks: Blocks, block: str, by: int) -> Blocks:
    """A block moved past its neighbour above (-1) or below (1), a heading with its section."""
    start = index_of(blocks, block)
    end = section_end(blocks, start)
    first = blocks[start]
    target = _above(blocks, start, first) if by < 0 else _below(blocks, end, first)
    return _moved(blocks, start, end, target)


def move_to(blocks: Blocks, block: str, before: str) -> Blocks:
    """A block moved to before another one, to the end where `before` is empty."""
    start = index_of(blocks, block)
    target = index_of(blocks, before) if before else len(blocks)
    return _moved(blocks, start, section_end(blocks, start), target)


def shift(blocks: Blocks, block: str, by: int) -> Blocks:
    """A heading with those below it one level further in (1) or out (-1), or a bullet deeper.

    Nothing changes where a level would leave the outline: 第1 is reached only in papers that
    have it.
    """
    start = index_of(blocks, block)
    first = blocks[start]
    if first.kind in _DEEPEST:
        depth = min(max(max(first.level, 1) + by, 1), _DEEPEST[first.kind])
        return change(blocks, block, level=depth)
    if first.kind != "heading":
        return blocks
    highest = 0 if any(b.kind == "heading" and b.level == 0 for b in blocks) else 1
    end = section_end(blocks, start)
    section = tuple(
        replace(each, level=each.level + by) if each.kind == "heading" else each
        for each in blocks[start:end]
    )
    if any(not highest <= b.level <= LEVELS for b in section if b.kind == "heading"):
        return blocks
    return (*blocks[:start], *section, *blocks[end:])


def split(blocks: Blocks, block: str, at: int, new: str) -> Blocks:
    """A block parted in two at a place in its text; the part with more to say keeps the id.

    At the end begins a block of the kind that naturally follows; before the first character
    an empty one is put in above.
    """
    index = index_of(blocks, block)
    whole = blocks[index]
    head, tail = whole.text[:at], whole.text[at:]
    if not head and tail:
        above = Block(new, whole.paper, "paragraph" if whole.kind == "heading" else whole.kind)
        above = replace(above, level=0 if whole.kind == "heading" else whole.level)
        return (*blocks[:index], above, *blocks[index:])
    if tail and whole.kind == "heading":
        below = replace(whole, id=new, text=tail, binding="", rank=0)
    else:
        kind = whole.kind if whole.kind in _REPEATED else "paragraph"
        alike = kind == whole.kind
        below = Block(
            new, whole.paper, kind, whole.level if alike else 0, tail, whole.style if alike else ""
        )
    return (*blocks[:index], replace(whole, text=head), below, *blocks[index + 1 :])


def join(blocks: Blocks, block: str) -> Blocks:
    """A block's text put behind that of the block above; nothing where that is not written in."""
    index = index_of(blocks, block)
    if not index or {blocks[index - 1].kind, blocks[index].kind} - set(PROSE):
        return blocks
    above, below = blocks[index - 1 : index + 1]
    joined = replace(above, text=above.text + below.text)
    return (*blocks[: index - 1], joined, *blocks[index + 1 :])


def retype(blocks: Blocks, block: str, kind: str, **fields: Any) -> Blocks:
    """A block made one of another kind; a heading takes the level of the one above it."""
    index = index_of(blocks, block)
    if kind == "heading" and "level" not in fields:
        over = heading_over(blocks, index)
        fields["level"] = over.level if over else 1
    old = blocks[index]
    plain = Block(old.id, old.paper, kind, 1 if kind in _DEEPEST else 0, old.text, rank=old.rank)
    return (*blocks[:index], replace(plain, **fields), *blocks[index + 1 :])


def _moved(blocks: Blocks, start: int, end: int, target: int) -> Blocks:
    if start <= target <= end:
        return blocks
    section = blocks[start:end]
    if target < start:
        return (*blocks[:target], *section, *blocks[target:start], *blocks[end:])
    return (*blocks[:start], *blocks[end:target], *section, *blocks[target:])


def _above(blocks: Blocks, start: int, first: Block) -> int:
    if first.kind != "heading":
        return max(start - 1, 0)
    for index in range(start - 1, -1, -1):
        if blocks[index].kind == "heading" and blocks[index].level <= first.level:
            return index
    return start


def _below(blocks: Blocks, end: int, first: Block) -> int:
    """Behind the next section; under a heading of a higher level, behind its own text."""
    if end == len(blocks) or first.kind != "heading":
        return min(end + 1, len(blocks))
    if blocks[end].level == first.level:
        return section_end(blocks, end)
    return next(_headings(blocks, end + 1), len(blocks))


def _headings(blocks: Blocks, start: int) -> Iterator[int]:
    return (index for index in range(start, len(blocks)) if blocks[index].kind == "heading")
