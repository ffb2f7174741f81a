"""Filling pages: strips of a paper one below the other, kept together where they belong."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from kanagawa_desk.reports.pen import Pen

Draw = Callable[[Pen, float, float], None]
"""Draws a strip, given the left edge of the text area and the height of the strip's top."""

_TOLERANCE = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """The outline that the strips of one table share.

    `edges` are the x positions of its upright rules, the outer ones included.
    """

    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A piece of a block that is never parted: a line of text, a row of a table.

    `space` is left free above it, but not at the head of a page; `keep` holds it on one page
    with the strip after it; `on_grid` sets it on the line grid; `lead` is set above it at the
    head of a page (a table's head row); `start` begins a page, or one with an odd number;
    `text` are the words of a line, to be found by.
    """

    block: str
    height: float
    draw: Draw
    space: float = 0.0
    keep: bool = False
    on_grid: bool = False
    grid: Grid | None = None
    lead: "Strip | None" = None
    start: Literal["", "page", "odd"] = ""
    text: str = ""


Page = list[tuple[float, Strip]]
"""Strips with the distance of their top from the top of the text area."""


def fill_pages(strips: Sequence[Strip], depth: float, pitch: float, before: int = 0) -> list[Page]:
    """Put strips on pages of a depth, lines of text on a grid of that pitch.

    Strips that are kept together move to the next page together; only what is longer than a
    page is parted. A table that goes on repeats its head row. `before` pages have odd and even
    numbers already.
    """
    pages: list[Page] = [[]]
    foot = 0.0
    for chain in kept_together(strips):
        start = chain[0].start
        if start and foot > 0:
            pages.append([])
            foot = 0.0
        if start == "odd" and (before + len(pages)) % 2 == 0:
            pages.append([])
        fits = _placed(chain, 0.0, pitch)[1] <= depth + _TOLERANCE
        for part in [chain] if fits else [[strip] for strip in chain]:
            placed, end = _placed(part, foot, pitch)
            if end > depth + _TOLERANCE and foot > 0:
                pages.append([])
                placed, end = _placed(part, 0.0, pitch)
            pages[-1] += placed
            foot = end
    return pages


def kept_together(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    """Runs of strips that are kept together."""
    chain: list[Strip] = []
    for strip in strips:
        if chain and (strip.start or not chain[-1].keep):
            yield chain
            chain = []
        chain.append(strip)
    if chain:
        yield chain


def _placed(chain: list[Strip], foot: float, pitch: float) -> tuple[Page, float]:
    """Where strips come to stand below `foot`, and the foot after them.

    At the head of a page no space is left above, and a table that goes on has its head again.
    """
    placed: Page = []
    if foot == 0 and chain[0].lead:
        chain = [chain[0].lead, *chain]
    for strip in chain:
        if foot > 0:
            foot += strip.space
        if strip.on_grid:
            foot = ceil(foot / pitch - _TOLERANCE) * pitch
        placed.append((foot, strip))
        foot += strip.height
    return placed, foot
