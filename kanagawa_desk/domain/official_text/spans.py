"""The texts of a line that wide spaces part, each with the columns that it covers."""

import re
from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.plain_text import width

_SIGN = "[ぁ-んァ-ヶ一-鿿]"
_SPREAD = rf"{_SIGN}(?:[ \u3000]{{1,4}}{_SIGN}){{1,4}}(?=[ \u3000]{{2,}}(?:(?!{_SIGN})\S|\S\S))"
_TEXT = re.compile(rf"{_SPREAD}|\S+(?:[ \u3000]\S+)*")
"""A word spread over its column (日　　時), or what at most one space parts."""

Span = tuple[int, int, str]
"""The first column of a text, the one behind it, and the text."""


def texts(text: str) -> list[str]:
    """What wide spaces part."""
    return _TEXT.findall(text)


def spans(line: Line) -> Iterator[Span]:
    """The texts of a line with their columns."""
    column, end = line.indent, 0
    for found in _TEXT.finditer(line.text):
        column += width(line.text[end : found.start()])
        wide = width(found[0])
        yield column, column + wide, found[0]
        column, end = column + wide, found.end()


def columns(found: Sequence[Span]) -> list[tuple[int, int]]:
    """The columns that texts cover: what no white stripe runs through."""
    covered: list[tuple[int, int]] = []
    for start, end, _ in sorted(found):
        if covered and start <= covered[-1][1]:
            covered[-1] = (covered[-1][0], max(end, covered[-1][1]))
        else:
            covered.append((start, end))
    return covered


def row(found: Sequence[Span], covered: Sequence[tuple[int, int]]) -> list[str] | None:
    """The cells of a line in these columns; None where two of its texts fall into one."""
    cells = [""] * len(covered)
    index = 0
    for start, _, text in found:
        while covered[index][1] < start:
            index += 1
        if cells[index]:
            return None
        cells[index] = text
    return cells


def nearest(found: Sequence[Span], centres: Sequence[float]) -> list[str]:
    """The cells of a line that has no more texts than there are columns, in their order.

    Of all ways to leave columns out, the texts stand nearest to the centres of theirs.
    """
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
    for start, end, _ in found:
        middle = (start + end) / 2
        best = [
            min(
                (cost + abs(middle - centre), (*chosen, column))
                for cost, chosen in best
                if (chosen[-1] if chosen else -1) < column
            )
            for column, centre in enumerate(centres)
            if any((chosen[-1] if chosen else -1) < column for _, chosen in best)
        ]
    cells = [""] * len(centres)
    for (_, _, text), column in zip(found, min(best)[1], strict=True):
        cells[column] = text
    return cells
