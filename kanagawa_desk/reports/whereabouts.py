"""Where a text stands in a paper as printed: its page and line, for references to it."""

from collections.abc import Mapping, Sequence

from kanagawa_desk.reports.flow import Page

Spot = tuple[int, int, str]
"""A page (from 1), a line of text from its top (from 1, tables not counted) and its words."""


def whereabouts(pages: Sequence[Page]) -> dict[str, list[Spot]]:
    """The lines of each block; the rows of a table have the line above them."""
    spots: dict[str, list[Spot]] = {}
    for number, page in enumerate(pages, start=1):
        line = 0
        for _, strip in page:
            line += strip.grid is None and strip.height > 0
            spots.setdefault(strip.block, []).append((number, line, strip.text))
    return spots


def spot_of(spots: Mapping[str, Sequence[Spot]], block: str, place: int) -> Spot | None:
    """The line that holds the character of a block's text at `place`; None for no such block."""
    lines = spots.get(block)
    if not lines:
        return None
    for spot in lines:
        if place < len(spot[2]):
            return spot
        place -= len(spot[2])
    return lines[-1]


def page_of_row(spots: Mapping[str, Sequence[Spot]], block: str, row: str) -> int | None:
    """The page on which the row of a table stands whose first cell is this."""
    for page, _, words in spots.get(block, ()):
        if words.partition("\t")[0] == row:
            return page
    return None
