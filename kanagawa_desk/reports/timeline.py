"""Plans by fiscal year: a bar for each period, today's line, revisions to come."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportlab.graphics.shapes import Shape

from kanagawa_desk.domain.chart_specs import PlanBar, Timeline
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.plans import FINAL_YEAR, OVER
from kanagawa_desk.domain.writing import timing_text
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.strokes import (
    every,
    figure,
    hatched,
    rectangle,
    shape,
    shortened,
    stroke,
    strong,
    text,
    width_of,
)

_YEARS_BEFORE = 4  # shown before this fiscal year: what began earlier enters at the left edge
_YEARS_AFTER = 3  # shown after it at the least
_OPEN_YEARS = 1.6  # how far behind today a period without an end is drawn
_LEAST_EDGED = 4.0  # a bar lower than this is drawn without an edge
_HATCHED_YEARS = 1.2  # how far behind a revision its next period is hinted at


@dataclass(frozen=True, slots=True)
class _Scale:
    """Years across: the first one shown begins at `left`, each is `year` wide."""

    first: int
    last: int
    left: float
    year: float

    def start(self, year: int) -> float:
        """Where a fiscal year begins."""
        return self.left + (year - self.first) * self.year

    def at(self, day: date) -> float:
        """Where a day stands."""
        fiscal = FiscalYear.of(day)
        share = (day - fiscal.start).days / ((fiscal.end - fiscal.start).days + 1)
        return self.start(fiscal.year) + share * self.year


@dataclass(frozen=True, slots=True)
class _Bar:
    """One plan in place: from `start` to `end`, its revision, and what it is followed by."""

    plan: PlanBar
    middle: float
    start: float
    end: float
    cut: bool
    revision: float | None

    @property
    def hatched(self) -> bool:
        """Whether the revision ends the period, so that the next one is hinted at."""
        return self.revision is not None and self.revision >= self.end - 0.5

    @property
    def open(self) -> bool:
        """Whether the period goes on without an end or revision."""
        return self.plan.period.end is None and self.revision is None


def draw_timeline(
    chart: Timeline, palette: Palette, width: float, height: float
) -> Iterator[Shape]:
    """A row for each plan; names stand behind today's line where they fit into the bar.

    Where rows are too thin for names, only every nth number is written.
    """
    size = palette.label_size
    numbers = max((width_of(str(bar.number), size) for bar in chart.bars), default=0.0)
    scale = _scale(chart, max(numbers, width_of("No.", size)) + size, width)
    head = height - 1.8 * size
    row = head / max(len(chart.bars), 1)
    today = scale.at(chart.today)
    bars = [
        _placed(plan, head - (index + 0.5) * row, scale, today)
        for index, plan in enumerate(chart.bars)
    ]
    for bar in bars:
        if bar.plan.selected:
            yield rectangle(0, bar.middle - row / 2, width, row, palette.selection)
    yield from _years(chart, scale, palette, width, height)
    for bar in bars:
        yield from _bar(bar, palette, scale, min(0.72 * row, 1.4 * size))
    yield stroke(today, 0, today, head, palette.today, 1.2)
    labelled = every(len(bars), head, 1.15 * size)
    for index in labelled:
        yield figure(
            scale.left - size,
            bars[index].middle,
            str(bars[index].plan.number),
            size,
            palette.second,
            anchor="end",
        )
        if len(labelled) == len(bars):
            yield from _words(bars[index], palette, scale, today, width)


def _scale(chart: Timeline, left: float, width: float) -> _Scale:
    """The years to show: from this year's neighbourhood to the last end or revision."""
    year = FiscalYear.of(chart.today).year
    starts = [bar.period.start.year for bar in chart.bars if bar.period.start]
    ends = [bar.period.end.year for bar in chart.bars if bar.period.end]
    revisions = [bar.next_revision.year.year + 1 for bar in chart.bars if bar.next_revision]
    first = max(min([year, *starts]), year - _YEARS_BEFORE)
    last = max([year + _YEARS_AFTER, *starts, *ends, *revisions])
    return _Scale(first, last, left, (width - left) / (last - first + 1))


def _placed(plan: PlanBar, middle: float, scale: _Scale, today: float) -> _Bar:
    first, last = plan.period.start, plan.period.end
    cut = first is None or first.year < scale.first
    start = scale.left if first is None else max(scale.start(first.year), scale.left)
    revision = None
    if plan.next_revision is not None:
        day = plan.next_revision.day or plan.next_revision.year.end
        revision = max(scale.at(day), scale.left)
    if last is not None:
        end = scale.start(last.year + 1)
    else:
        end = revision if revision is not None else max(today, start) + _OPEN_YEARS * scale.year
    return _Bar(plan, middle, start, max(end, start), cut, revision)


def _years(
    chart: Timeline, scale: _Scale, palette: Palette, width: float, height: float
) -> Iterator[Shape]:
    size = palette.label_size
    head = height - 1.8 * size
    middle = height - 0.9 * size
    yield rectangle(0, head, width, 1.8 * size, palette.band)
    yield text(size / 2, middle, "No.", size, palette.second)
    this_year = FiscalYear.of(chart.today).year
    count = scale.last - scale.first + 1
    for offset in range(count):
        x = scale.start(scale.first + offset)
        yield stroke(x, 0, x, head, palette.grid)
    widest = width_of("R元", size) + size
    for offset in every(count, width - scale.left, widest):
        year = FiscalYear(scale.first + offset)
        write = strong if year.year == this_year else text
        x = scale.start(year.year) + scale.year / 2
        yield write(x, middle, year.short, size, palette.second, anchor="middle")


def _bar(bar: _Bar, palette: Palette, scale: _Scale, tall: float) -> Iterator[Shape]:
    """The bar itself, ◆ at its revision, an arrow where it has no end."""
    foot, half = bar.middle - tall / 2, tall / 2
    fill, edge = palette.period, palette.edge
    if bar.plan.state == FINAL_YEAR:
        fill, edge = palette.final, palette.final_edge
    elif bar.plan.state == OVER:
        fill, edge = palette.over, palette.axis
    if tall < _LEAST_EDGED:
        edge = fill
    if bar.hatched and bar.revision is not None:
        yield from hatched(
            bar.revision,
            foot,
            _HATCHED_YEARS * scale.year,
            tall,
            palette.hatch_ground,
            palette.hatch,
        )
    yield rectangle(bar.start, foot, bar.end - bar.start, tall, fill, edge)
    if bar.open:
        yield shape(
            [bar.end, foot - half / 2, bar.end + tall, bar.middle, bar.end, foot + tall + half / 2],
            edge,
        )
    if bar.revision is not None:
        x, r = bar.revision, 0.62 * tall
        yield shape(
            [x - r, bar.middle, x, bar.middle - r, x + r, bar.middle, x, bar.middle + r],
            palette.marker,
        )


def _words(
    bar: _Bar, palette: Palette, scale: _Scale, today: float, width: float
) -> Iterator[Shape]:
    """A plan's name, its first and last year, and what is to come at the right."""
    size, period = palette.label_size, bar.plan.period
    pad = size / 2
    begin, limit = bar.start + pad, bar.end - pad
    behind = bar.end + pad + (size if bar.open else 0.0)
    if bar.hatched:
        behind = bar.end + _HATCHED_YEARS * scale.year + pad
    if bar.end < today:
        behind = max(behind, today + pad)
    if bar.cut and period.start is not None:
        words = f"{period.start.short}～"
        yield text(begin, bar.middle, words, size, palette.second)
        begin += width_of(words, size) + pad
    name = width_of(bar.plan.name, size)
    for x in (max(begin, today + pad), begin):
        if x + name <= limit and not x < today < x + name:
            yield text(x, bar.middle, bar.plan.name, size, palette.text)
            begin = x + name + pad
            break
    else:
        room = width - behind
        words = shortened(bar.plan.name, size, room)
        yield text(behind, bar.middle, words, size, palette.text)
        behind += width_of(words, size) + pad
    if period.end is not None:
        words = f"～{period.end.short}"
        if begin + width_of(words, size) <= limit:
            yield text(limit, bar.middle, words, size, palette.second, anchor="end")
    yield from _outlook(bar, palette, behind, width)


def _outlook(bar: _Bar, palette: Palette, x: float, width: float) -> Iterator[Shape]:
    """What comes after a plan's bar, in words: a revision, the end, or no end."""
    size, plan = palette.label_size, bar.plan
    if plan.next_revision is not None:
        words, colour, write = f"{timing_text(plan.next_revision)}に改定予定", palette.text, strong
    elif plan.state == FINAL_YEAR and plan.period.end is not None:
        words, colour, write = f"{plan.period.end.short}年度末に満了", palette.final_text, strong
    elif bar.open:
        words, colour, write = "期限の定めなし", palette.third, text
    elif plan.state == OVER:
        words, colour, write = "期間満了", palette.third, text
    else:
        return
    if x + width_of(words, size) <= width:
        yield write(x, bar.middle, words, size, colour)
