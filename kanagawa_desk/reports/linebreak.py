"""Breaking Japanese text into lines, and how each line is fitted to its measure."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from kanagawa_desk.reports.fonts import TextStyle, advances
from kanagawa_desk.reports.kinsoku import CLOSING, HANGING, SPACES, Breaks

IN_NUMBER = re.compile("(?<=[0-9])[,.](?=[0-9])")
"""A comma or point inside a number, which is set tight."""

_TIED = re.compile("[!-~]{2,}|…{2,}|‥{2,}|―{2,}|—{2,}")  # not spread when a line is
_TOLERANCE = 1e-6
_MOST_SQUEEZE = 0.25  # of an em, from the white behind one closing sign
_MOST_GAP = 0.25  # of an em, between two characters; a line that needs more stays ragged


@dataclass(frozen=True, slots=True)
class Line:
    """One line: lines put together are the text that they were broken from.

    `width` is that of what is seen, in points: no spaces at the end and no sign that hangs.
    `gap` is added between characters, `squeeze` taken from behind each closing sign, so that
    the line fills its measure.
    """

    text: str
    width: float
    gap: float = 0.0
    squeeze: float = 0.0


def break_lines(
    text: str,
    style: TextStyle,
    width: float,
    first: float | None = None,
    *,
    hanging: bool = True,
    justify: bool = True,
) -> list[Line]:
    """Break text into lines of `width` points, the first of `first` where given.

    Lines are broken by JIS X 4051: no forbidden sign at a head or an end, no word, number with
    its unit, date, …… or ―― parted. Where the rule meets the end of a line, 。 and 、 hang in
    the margin (with `hanging`), else the sign is pushed in by closing up the white of others,
    else characters are pushed out to the next line. Only what is longer than a line is parted,
    and forbidden signs stand only where nothing else fits. With `justify` all lines but the
    last are spread evenly over the measure, except those that would be torn apart by it.
    """
    positions = _positions(text, style)
    breaks = Breaks(text)
    lines: list[Line] = []
    start, measure = 0, width if first is None else first
    while True:
        cut, hangs = _cut(text, positions, breaks, start, measure, style.pitch, hanging)
        part = text[start:cut]
        seen = len(part.rstrip(" \u3000")) - hangs
        natural = positions[start + seen] - positions[start]
        spread = justify and cut < len(text)
        lines.append(_fitted(part, natural, hangs, measure, style.pitch, spread))
        if cut >= len(text):
            return lines
        start, measure = cut, width


def text_width(text: str, style: TextStyle) -> float:
    """The natural width of a text in points."""
    return _positions(text, style)[-1]


def _positions(text: str, style: TextStyle) -> list[float]:
    """How far from its beginning each character of a text stands, and its end."""
    widths = list(map(advances(style).__getitem__, text))
    if "," in text or "." in text:
        for found in IN_NUMBER.finditer(text):
            widths[found.start()] -= style.tightening
    return list(accumulate(widths, initial=0.0))


def _cut(
    text: str,
    positions: list[float],
    breaks: Breaks,
    start: int,
    measure: float,
    em: float,
    hanging: bool,
) -> tuple[int, bool]:
    """Where the line from `start` ends, and whether its last sign hangs."""
    room = positions[start] + measure + _TOLERANCE
    full = max(bisect_right(positions, room) - 1, start + 1)
    end = _behind_spaces(text, full)
    if breaks.allows(end):
        return end, False
    over = positions[full + 1] - room
    behind = _behind_spaces(text, full + 1)
    if breaks.allows(behind):
        if text[full] in CLOSING and over <= em / 2:
            return behind, False
        if hanging and text[full] in HANGING:
            return behind, True
    for cut in (full + 1, full + 2):
        if cut <= len(text) and breaks.allows(cut):
            if positions[cut] - room <= _squeezable(text[start:cut], em):
                return cut, False
            break
    for rule in (breaks.allows, breaks.unforbidden):
        for cut in range(full, start, -1):
            if rule(cut):
                return cut, False
    return full, False


def _behind_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position] in SPACES:
        position += 1
    return position


def _squeezable(text: str, em: float) -> float:
    """How much a line can be closed up: half an em at its end, a quarter at signs within."""
    within = sum(character in CLOSING for character in text[:-1])
    return em * (_MOST_SQUEEZE * within + (0.5 if text[-1] in CLOSING else 0.0))


def _fitted(text: str, width: float, hangs: bool, measure: float, em: float, justify: bool) -> Line:
    """A line with its width, spread over the measure or closed up to it."""
    seen = text.rstrip(" \u3000")
    inside = seen[:-1] if hangs else seen
    slack = measure - width
    if slack < -_TOLERANCE:
        at_end = min(-slack, em / 2) if inside[-1] in CLOSING else 0.0
        signs = sum(character in CLOSING for character in inside[:-1])
        squeeze = (-slack - at_end) / signs if signs else 0.0
        return Line(text, width - at_end - signs * squeeze, squeeze=squeeze)
    if not justify or slack < _TOLERANCE:
        return Line(text, width)
    gaps = len(inside) - 1 - sum(len(tied.group()) - 1 for tied in _TIED.finditer(inside))
    if slack > gaps * em * _MOST_GAP:
        return Line(text, width)
    return Line(text, measure, gap=slack / gaps)
