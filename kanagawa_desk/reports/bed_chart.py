"""Existing beds against the standard by area, and the surplus beside it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reportlab.graphics.shapes import Shape

from kanagawa_desk.domain.chart_specs import BedBar, BedChart
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.reports.fonts import GOTHIC
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.strokes import (
    axis_figure,
    every,
    figure,
    rectangle,
    shortened,
    stroke,
    strong,
    text,
    ticks,
    width_of,
)

_NAMES_SHARE = 0.26  # of the width, at most, for the names of areas
_BEDS_SHARE = 0.5  # of the rest, for beds and standards; surplus takes what remains
_THOUSANDS = 10000  # from here on the axis counts in thousands


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where one part's rows stand: left and right end, foot and head, how high a row is."""

    left: float
    right: float
    foot: float
    head: float
    row: float
    palette: Palette

    def middle(self, index: int) -> float:
        """The height of a row's middle; the first row is the highest."""
        return self.head - (index + 0.5) * self.row


def draw_beds(chart: BedChart, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    """Bars of existing beds with a mark for the standard; at the right surplus, now and before.

    Figures stand at all bars, or at none where rows are too thin for them.
    """
    size = palette.label_size
    names = max((width_of(bar.label, size) for bar in chart.bars), default=0.0)
    gutter = min(names + 1.5 * size, _NAMES_SHARE * width)
    split = gutter + (width - gutter) * _BEDS_SHARE
    head, foot = height - 2 * size, 1.8 * size
    row = (head - foot) / max(len(chart.bars), 1)
    beds = _Plot(gutter, split - 3.5 * size, foot, head, row, palette)
    labelled = every(len(chart.bars), head - foot, 1.15 * size)
    figures = len(labelled) == len(chart.bars)
    for index, bar in enumerate(chart.bars):
        if bar.selected:
            yield rectangle(0, head - (index + 1) * row, width, row, palette.selection)
    surplus = _Plot(split, width - size / 2, foot, head, row, palette)
    yield from _beds(chart, beds, figures)
    yield from _surplus(chart, surplus, figures)
    for index in labelled:
        bar = chart.bars[index]
        write = strong if bar.selected else text
        name = shortened(bar.label, size, gutter - size)
        yield write(gutter - size / 2, beds.middle(index), name, size, palette.text, anchor="end")


def _beds(chart: BedChart, plot: _Plot, figures: bool) -> Iterator[Shape]:
    """The left part: bars from 0, the standard as an upright mark across its bar."""
    palette, size = plot.palette, plot.palette.label_size
    high = max(_numbers((bar.standard, bar.count) for bar in chart.bars), default=0.0) or 1.0
    marks = [mark for mark in ticks(0.0, high, 7) if mark <= high]
    scale = (plot.right - plot.left) / high
    title = f"既存病床数 B（{chart.date_label}）と基準 A"
    yield text(plot.left, plot.head + size, title, size, palette.second)
    yield from _axis(plot, marks, plot.left, scale)
    for index, bar in enumerate(chart.bars):
        middle, end = plot.middle(index), plot.left + _number(bar.count) * scale
        thickness = 0.48 * plot.row
        if bar.count.number is not None:
            yield rectangle(
                plot.left, middle - thickness / 2, end - plot.left, thickness, palette.bar
            )
        reach = end
        if bar.standard.number is not None:
            mark = plot.left + _number(bar.standard) * scale
            reach = max(end, mark)
            half = 0.37 * plot.row
            weight = min(2.0, plot.row / 4)
            yield stroke(mark, middle - half, mark, middle + half, palette.marker, weight)
        if figures:
            words = measured_text(bar.count)
            wide = width_of(words, size, GOTHIC)
            if reach + size / 2 + wide > plot.right + 3 * size and end - plot.left > wide + size:
                yield figure(end - size / 2, middle, words, size, palette.text, anchor="end")
            else:
                yield figure(reach + size / 2, middle, words, size, palette.second)
    yield stroke(plot.left, plot.foot, plot.left, plot.head, palette.axis)


def _surplus(chart: BedChart, plot: _Plot, figures: bool) -> Iterator[Shape]:
    """The right part: shortage to the left of 0, surplus to the right, the value before lighter."""
    palette, size = plot.palette, plot.palette.label_size
    values = list(_numbers((bar.surplus, bar.previous_surplus) for bar in chart.bars))
    low, high = min([0.0, *values]), max([0.0, *values])
    before, behind = (_label_room(chart, size, short) for short in (True, False))
    scale = max(plot.right - plot.left - before - behind, 1.0) / ((high - low) or 1.0)
    zero = plot.left + before - low * scale
    before_label = f"淡：{chart.previous_label}　" if chart.previous_label else ""
    title = f"過不足 B－A（{before_label}濃：{chart.date_label}）"
    title = shortened(title, size, plot.right - plot.left)
    yield text(plot.right, plot.head + size, title, size, palette.second, anchor="end")
    marks = [mark for mark in ticks(low, high, 4) if low <= mark <= high]
    yield from _axis(plot, marks, zero, scale)
    for index, bar in enumerate(chart.bars):
        yield from _surplus_bars(bar, plot, index, zero, scale, bool(chart.previous_label))
        if figures:
            yield _surplus_label(bar, plot, index, zero, scale)
    yield stroke(zero, plot.foot, zero, plot.head, palette.axis)


def _label_room(chart: BedChart, size: float, short: bool) -> float:
    """Room for the labels of shortages, or of all others, at the outer end of their bars."""
    words = [measured_text(b.surplus) for b in chart.bars if (_number(b.surplus) < 0) == short]
    return max((width_of(word, size, GOTHIC) + size for word in words), default=0.0)


def _surplus_bars(
    bar: BedBar, plot: _Plot, index: int, zero: float, scale: float, paired: bool
) -> Iterator[Shape]:
    middle, palette = plot.middle(index), plot.palette
    thickness = 0.33 * plot.row if paired else 0.48 * plot.row
    now = middle - thickness if paired else middle - thickness / 2
    for value, foot, colours in (
        (bar.previous_surplus, middle, (palette.surplus_light, palette.shortage_light)),
        (bar.surplus, now, (palette.surplus, palette.shortage)),
    ):
        reach = _number(value) * scale
        if reach and (paired or value is bar.surplus):
            yield rectangle(
                min(zero, zero + reach), foot, abs(reach), thickness, colours[reach < 0]
            )


def _surplus_label(bar: BedBar, plot: _Plot, index: int, zero: float, scale: float) -> Shape:
    """The surplus at the outer end of its bars; ▲ and place tell shortage, colour only adds."""
    palette, size = plot.palette, plot.palette.label_size
    now, before = _number(bar.surplus), _number(bar.previous_surplus)
    words, middle = measured_text(bar.surplus), plot.middle(index)
    if now < 0:
        x = zero + min(now, before) * scale - size / 2
        return figure(x, middle, words, size, palette.shortage_text, anchor="end")
    x = zero + max(now, before) * scale + size / 2
    return figure(x, middle, words, size, palette.surplus_text if now else palette.second)


def _axis(plot: _Plot, marks: Sequence[float], zero: float, scale: float) -> Iterator[Shape]:
    """Grid lines with their figures below; long ones in thousands, with the unit said."""
    palette, size = plot.palette, plot.palette.label_size
    thousands = bool(marks) and marks[-1] >= _THOUSANDS
    taken = -1e9
    for mark in marks:
        x = zero + mark * scale
        words = axis_figure(mark / 1000 if thousands else mark)
        yield stroke(x, plot.foot, x, plot.head, palette.grid)
        half = width_of(words, size, GOTHIC) / 2
        if x - half > taken:
            yield figure(x, plot.foot - size, words, size, palette.third, anchor="middle")
            taken = x + half + size / 2
    if thousands:
        yield text(taken, plot.foot - size, "千床", size, palette.third)


def _number(value: Measured) -> float:
    return float(value.number or 0)


def _numbers(values: Iterable[Sequence[Measured]]) -> Iterator[float]:
    return (float(v.number) for pair in values for v in pair if v.number is not None)
