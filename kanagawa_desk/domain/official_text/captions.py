"""Captions told from text by what stands below them: a table has one, a figure is nothing else."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kanagawa_desk.domain.official_text.draft import DraftBlock
from kanagawa_desk.domain.official_text.marks import CAPTION_MARKS, FIGURE

_LONGEST = 45  # characters
_LISTS = ("bullet", "circle", "circled")


def settle_captions(blocks: Sequence[DraftBlock]) -> Iterator[DraftBlock]:
    """The blocks with captions and figures named as such."""
    for index, block in enumerate(blocks):
        below = [each.kind for each in blocks[index + 1 : index + 3]]
        if _is_caption(block, below):
            yield replace(block, kind="caption")
        elif _is_figure(block, below):
            yield replace(block, kind="figure")
        else:
            yield block


def _is_caption(block: DraftBlock, below: Sequence[str]) -> bool:
    """A short line right above a table, or one in parentheses above a list."""
    if block.kind != "paragraph" or block.style or len(block.text) > _LONGEST:
        return False
    if block.text.endswith(("。", "、")):
        return False
    titled = below[:1] == ["table"] or below == ["as_of", "table"]
    parenthesised = block.text[0] in "（(" and block.text[-1] in ")）"
    return titled or (parenthesised and below[:1] != [] and below[0] in _LISTS)


def _is_figure(block: DraftBlock, below: Sequence[str]) -> bool:
    """A marked caption with nothing of its own below it, or one that names a picture."""
    if block.kind != "caption" or not block.style or block.style not in CAPTION_MARKS:
        return False
    if below[:1] in ([], ["heading"], ["page_break"]):
        return True
    return bool(FIGURE.search(block.text)) and below[0] not in ("table", "as_of", "note")
