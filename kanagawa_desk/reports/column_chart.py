"""One series over its periods as columns, each with its value above it."""

from collections.abc import Collection, Iterator

from reportlab.graphics.shapes import Shape

from kanagawa_desk.domain.chart_specs import ColumnChart, Point
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.reports.fonts import GOTHIC
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.strokes import (
    axis_figure,
    every,
    figure,
    hatched,
    rectangle,
    shortened,
    stroke,
    strong,
    text,
    ticks,
    width_of,
)

_COLUMN_SHARE = 0.56  # of a period's room
_WIDEST = 60.0
_BREAK = 1.5  # half the distance of the double line before a value that begins anew


def draw_columns(
    chart: ColumnChart, palette: Palette, width: float, height: float
) -> Iterator[Shape]:
    """Columns from 0 with their values; hatched what is planned or not a whole year, ― for none."""
    size = palette.label_size
    values = [float(p.value.number) for p in chart.points if p.value.number is not None]
    marks = ticks(min([0.0, *values]), max([0.0, *values]) or 1.0, 5)
    gutter = max(width_of(axis_figure(mark), size, GOTHIC) for mark in marks) + size
    foot, head = 1.8 * size, height - 3.2 * size
    scale = (head - foot) / (marks[-1] - marks[0])
    base = foot - marks[0] * scale
    room = (width - gutter) / max(len(chart.points), 1)

    yield from _head(chart, palette, width, height)
    for mark in marks:
        y = base + mark * scale
        yield stroke(gutter, y, width, y, palette.grid)
        yield figure(gutter - size / 2, y, axis_figure(mark), size, palette.third, anchor="end")
    words = [measured_text(point.value) or "―" for point in chart.points]
    widest = max((width_of(word, size, GOTHIC) for word in words), default=0.0)
    names = max((width_of(point.label, size) for point in chart.points), default=0.0)
    count = len(chart.points)
    valued = _valued(chart, (width - gutter) / (widest + size / 3))
    named = every(count, width - gutter, names + size / 2)
    for index, point in enumerate(chart.points):
        middle = gutter + (index + 0.5) * room
        if point.broken:
            for x in (middle - room / 2 - _BREAK, middle - room / 2 + _BREAK):
                yield stroke(x, foot, x, head, palette.axis)
        reach = float(point.value.number or 0) * scale
        if reach:
            yield from _column(
                point, palette, middle, min(room * _COLUMN_SHARE, _WIDEST), base, reach
            )
        if index in valued:
            colour = palette.third if point.value.number is None else palette.text
            y = base + max(reach, 0.0) + 0.8 * size
            x = min(middle, width - width_of(words[index], size, GOTHIC) / 2)
            yield figure(x, y, words[index], size, colour, anchor="middle")
        if index in named:
            yield text(middle, foot - size, point.label, size, palette.second, anchor="middle")
    yield stroke(gutter, base, width, base, palette.axis, 1.2)


def _valued(chart: ColumnChart, most: float) -> Collection[int]:
    """Which points have their value written: all, or the last and the highest apart from it."""
    count = len(chart.points)
    if count <= most:
        return range(count)
    highest = max(range(count), key=lambda i: chart.points[i].value.number or 0)
    apart = (count - 1 - highest) * most > count
    return {count - 1, highest} if apart else {count - 1}


def _head(chart: ColumnChart, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    size, y = palette.label_size, height - palette.label_size
    marks = {
        "斜線は予定・年度途中": any(point.hatched for point in chart.points),
        "二重線は系列の断絶": any(point.broken for point in chart.points),
    }
    legend = "　".join(words for words, there in marks.items() if there)
    note = f"{legend}（{chart.unit}）" if chart.unit else legend
    room = width - width_of(note, size) - size
    yield strong(0, y, shortened(chart.title, size, room), size, palette.text)
    yield text(width, y, note, size, palette.third, anchor="end")


def _column(
    point: Point, palette: Palette, middle: float, wide: float, base: float, reach: float
) -> Iterator[Shape]:
    x, y, tall = middle - wide / 2, min(base, base + reach), abs(reach)
    if point.hatched:
        yield from hatched(x, y, wide, tall, palette.hatch_ground, palette.hatch)
    else:
        yield rectangle(x, y, wide, tall, palette.bar)
