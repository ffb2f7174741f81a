"""Where the blocks of a paper stand, in words."""

from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.domain.papers.printed import PrintedPaper

_CAPTIONED = ("table", "chart", "figure")


def places(paper: PrintedPaper) -> dict[str, str]:
    """b　基準病床数の表「精神病床」: by id the heading of each block, its kind and its caption."""
    found: dict[str, str] = {}
    heading, caption = paper.title, ""
    for block in paper.blocks:
        if block.kind == "heading":
            heading = f"{block.label}　{block.text}"
        named = f"「{caption}」" if caption and block.kind in _CAPTIONED else ""
        found[block.id] = f"{heading}の{BLOCK_KINDS[block.kind]}{named}"
        if block.kind != "as_of":
            caption = block.text if block.kind == "caption" else ""
    return found
