"""What all charts are drawn with: texts, rectangles, hatching and round axis ticks."""

from math import ceil, floor, log10
from typing import Literal

from reportlab.graphics.shapes import Line, Path, Polygon, Rect, String
from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import stringWidth

from kanagawa_desk.domain.writing import number_text
from kanagawa_desk.reports.fonts import GOTHIC, INTERFACE, INTERFACE_BOLD, load

Anchor = Literal["start", "middle", "end"]

_CENTRE = 0.38  # of the size: how far the middle of a character lies above the baseline


def text(
    x: float,
    middle: float,
    words: str,
    size: float,
    colour: str,
    *,
    anchor: Anchor = "start",
    face: str = INTERFACE,
) -> String:
    """A text centred on a height; `anchor` says which of its ends or its middle is at x."""
    load(face)
    # ReportLab's SVG rounds twice this height to a whole number.
    baseline = round(2 * (middle - _CENTRE * size)) / 2
    return String(
        x,
        baseline,
        words,
        fontName=face,
        fontSize=size,
        fillColor=HexColor(colour),
        textAnchor=anchor,
    )


def figure(
    x: float, middle: float, words: str, size: float, colour: str, *, anchor: Anchor = "start"
) -> String:
    """A figure, in the face whose digits are all of one width."""
    return text(x, middle, words, size, colour, anchor=anchor, face=GOTHIC)


def strong(
    x: float, middle: float, words: str, size: float, colour: str, *, anchor: Anchor = "start"
) -> String:
    """A text in bold type."""
    return text(x, middle, words, size, colour, anchor=anchor, face=INTERFACE_BOLD)


def width_of(words: str, size: float, face: str = INTERFACE) -> float:
    """How wide a text is drawn."""
    load(face)
    return float(stringWidth(words, face, size))


def shortened(words: str, size: float, room: float) -> str:
    """The text, cut with … where it is wider than its room."""
    if width_of(words, size) <= room:
        return words
    while words and width_of(words + "…", size) > room:
        words = words[:-1]
    return words + "…"


def rectangle(x: float, y: float, width: float, height: float, fill: str, edge: str = "") -> Rect:
    """A filled rectangle, with a thin edge if it has a colour."""
    result = Rect(x, y, width, height)
    result.fillColor = HexColor(fill)
    result.strokeColor = HexColor(edge) if edge else None
    result.strokeWidth = 0.8
    return result


def stroke(x1: float, y1: float, x2: float, y2: float, colour: str, width: float = 1.0) -> Line:
    """A straight line."""
    return Line(x1, y1, x2, y2, strokeColor=HexColor(colour), strokeWidth=width)


def shape(points: list[float], fill: str) -> Polygon:
    """A filled polygon: x and y in turn."""
    return Polygon(points, fillColor=HexColor(fill), strokeColor=None)


def hatched(
    x: float, y: float, width: float, height: float, ground: str, colour: str, step: float = 5.0
) -> list[Rect | Path]:
    """A rectangle with slanting lines, drawn to its edges so that no clipping is needed."""
    lines = Path(strokeColor=HexColor(colour), strokeWidth=0.8, fillColor=None)
    offset = step - height
    while offset < width:
        start, end = max(0.0, offset), min(width, offset + height)
        lines.moveTo(x + start, y + start - offset)
        lines.lineTo(x + end, y + end - offset)
        offset += step
    return [rectangle(x, y, width, height, ground, colour), lines]


def ticks(low: float, high: float, most: int) -> list[float]:
    """At most about `most` round values (1, 2, 2.5, 5 × 10ⁿ) from low to high or beyond."""
    span = high - low
    if span <= 0:
        return [low]
    rough = span / max(most - 1, 1)
    power = 10.0 ** floor(log10(rough))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= rough * (1 - 1e-9))
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [n * step for n in range(first, last + 1)]


def every(count: int, room: float, least: float) -> range:
    """Which of `count` places in `room` to label, `least` apart: all, or every nth."""
    return range(0, count, max(1, ceil(least * count / room)) if room > 0 else max(count, 1))


def axis_figure(value: float) -> str:
    """A tick as it is written: 1,000, ▲500, 0.5."""
    return number_text(round(value)) if value == round(value) else f"{value:g}"
