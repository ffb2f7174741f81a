"""Stretches of neighbouring lines that are alike, read together into blocks."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from kanagawa_desk.domain.official_text.draft import DraftBlock
from kanagawa_desk.domain.official_text.lines import Line

Piece = Line | DraftBlock
"""A line of the text, or what several of them were read as."""


def read_runs(
    pieces: Iterable[Piece],
    belongs: Callable[[Line], bool],
    read: Callable[[Sequence[Line]], Sequence[Piece]],
) -> list[Piece]:
    """The pieces with every longest run of lines that belong replaced by what it is read as.

    A line below a block stands apart from whatever was above that block.
    """
    result: list[Piece] = []
    grouped = groupby(pieces, lambda piece: isinstance(piece, Line) and belongs(piece))
    for belonging, group in grouped:
        found = read([piece for piece in group if isinstance(piece, Line)]) if belonging else group
        for piece in found:
            result.append(_apart(piece) if _below_block(result, piece) else piece)
    return result


def split_where(
    lines: Sequence[Line], parted: Callable[[Sequence[Line], Line], bool]
) -> Iterator[list[Line]]:
    """The lines in stretches, a new one where a line is parted from those before it."""
    stretch = [lines[0]]
    for line in lines[1:]:
        if parted(stretch, line):
            yield stretch
            stretch = []
        stretch.append(line)
    yield stretch


def _below_block(pieces: Sequence[Piece], piece: Piece) -> bool:
    return bool(pieces) and isinstance(pieces[-1], DraftBlock) and isinstance(piece, Line)


def _apart(piece: Piece) -> Piece:
    return replace(piece, below_blank=True) if isinstance(piece, Line) else piece
