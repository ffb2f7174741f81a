"""Several series over the same periods as lines, each told by its mark and named at its end."""

from collections.abc import Iterator, Sequence

from reportlab.graphics.shapes import Circle, PolyLine, Shape
from reportlab.lib.colors import HexColor

from kanagawa_desk.domain.chart_specs import ChartLine, LineChart, Point
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.reports.fonts import GOTHIC
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.strokes import (
    axis_figure,
    every,
    figure,
    rectangle,
    shape,
    shortened,
    stroke,
    strong,
    text,
    ticks,
    width_of,
)

_NAMES_SHARE = 0.25  # of the width, at most, for the names at the right
_DASHES: tuple[tuple[float, ...], ...] = ((), (5, 2), (1.5, 2), (7, 2, 1.5, 2))
_TIGHT = 1.15  # label sizes between two names at least


def draw_lines(chart: LineChart, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    """Lines with a mark at each value, hollow where it is planned or not a whole year."""
    size = palette.label_size
    values = [
        float(p.value.number)
        for line in chart.lines
        for p in line.points
        if p.value.number is not None
    ]
    marks = ticks(min([0.0, *values]), max([0.0, *values]) or 1.0, 5)
    gutter = max(width_of(axis_figure(mark), size, GOTHIC) for mark in marks) + size
    names = max(
        (width_of(_ending(line, point), size) for line in chart.lines for point in line.points),
        default=0.0,
    )
    right = width - min(names + 1.5 * size, _NAMES_SHARE * width)
    foot, head = 1.8 * size, height - 3.2 * size
    scale = (head - foot) / (marks[-1] - marks[0])
    base = foot - marks[0] * scale
    labels = [point.label for point in chart.lines[0].points] if chart.lines else []
    step = (right - gutter) / max(len(labels), 1)
    yield from _head(chart, palette, width, height)
    for mark in marks:
        y = base + mark * scale
        yield stroke(gutter, y, right, y, palette.grid)
        yield figure(gutter - size / 2, y, axis_figure(mark), size, palette.third, anchor="end")
    widest = max((width_of(label, size) for label in labels), default=0.0) + size / 2
    for index in every(len(labels), right - gutter, widest):
        x = gutter + (index + 0.5) * step
        yield text(x, foot - size, labels[index], size, palette.second, anchor="middle")
    yield stroke(gutter, base, right, base, palette.axis, 1.2)
    ends: list[tuple[float, str]] = []
    for number, line in enumerate(chart.lines):
        places = [
            (gutter + (index + 0.5) * step, base + float(point.value.number or 0) * scale, point)
            for index, point in enumerate(line.points)
            if point.value.number is not None
        ]
        yield from _line(places, number, palette)
        if places:
            _, y, last = places[-1]
            ends.append((y, _ending(line, last)))
    yield from _names(ends, right + size / 2, width, palette)


def _ending(line: ChartLine, last: Point) -> str:
    """What stands at the end of a line: its name and last value."""
    return f"{line.name} {measured_text(last.value)}".strip()


def _line(
    places: Sequence[tuple[float, float, Point]], number: int, palette: Palette
) -> Iterator[Shape]:
    points = [part for x, y, _ in places for part in (x, y)]
    if len(places) > 1:
        drawn = PolyLine(points, strokeColor=HexColor(palette.edge), strokeWidth=1.2)
        if dashes := _DASHES[number % len(_DASHES)]:
            drawn.strokeDashArray = dashes
        yield drawn
    for x, y, point in places:
        yield _mark(x, y, number, palette, hollow=point.hatched)


def _mark(x: float, y: float, number: int, palette: Palette, *, hollow: bool) -> Shape:
    """A circle, square, diamond or triangle, by the number of the line."""
    r = palette.label_size * 0.27
    fill = palette.hatch_ground if hollow else palette.edge
    made: Shape
    match number % 4:
        case 0:
            made = Circle(x, y, r, fillColor=HexColor(fill))
        case 1:
            made = rectangle(x - r, y - r, 2 * r, 2 * r, fill)
        case 2:
            made = shape([x - 1.3 * r, y, x, y - 1.3 * r, x + 1.3 * r, y, x, y + 1.3 * r], fill)
        case _:
            made = shape([x - 1.2 * r, y - r, x + 1.2 * r, y - r, x, y + 1.2 * r], fill)
    made.strokeColor = HexColor(palette.edge)
    made.strokeWidth = 1.0
    return made


def _names(
    ends: Sequence[tuple[float, str]], x: float, width: float, palette: Palette
) -> Iterator[Shape]:
    """The names at the ends of the lines, moved apart where two ends lie close."""
    size = palette.label_size
    lowest = None
    for y, name in sorted(ends):
        place = y if lowest is None else max(y, lowest + _TIGHT * size)
        lowest = place
        yield text(x, place, shortened(name, size, width - x), size, palette.text)


def _head(chart: LineChart, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    size, y = palette.label_size, height - palette.label_size
    hollow = any(point.hatched for line in chart.lines for point in line.points)
    legend = "白抜きは予定・年度途中" if hollow else ""
    note = f"{legend}（{chart.unit}）" if chart.unit else legend
    room = width - width_of(note, size) - size
    yield strong(0, y, shortened(chart.title, size, room), size, palette.text)
    yield text(width, y, note, size, palette.third, anchor="end")
