"""Sheets of columns side by side, in each row of which whole quotations stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise, zip_longest

from kanagawa_desk.reports.flow import Draw, Grid, Page, Strip, fill_pages
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.linebreak import break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting, together
from kanagawa_desk.reports.sheets import draw_strips
from kanagawa_desk.reports.tables import HEAD_GREY, THIN
from kanagawa_desk.reports.template import Template

PADDING = 5.0
"""Points around what stands in a cell."""

_HEAD_HEIGHT = 20.0
_TITLE_SIZE = 14.0


@dataclass(frozen=True, slots=True)
class Sides:
    """A sheet and the widths of its columns, in points."""

    sheet: Template
    widths: tuple[float, ...]

    @property
    def grid(self) -> Grid:
        """The rules of the columns."""
        return Grid(tuple(accumulate(self.widths, initial=0.0)))

    def cell(self, column: int) -> Template:
        """The sheet's look over the measure of one column."""
        measure = self.widths[column] - 2 * PADDING
        characters = max(int(measure / self.sheet.size), 1)
        return replace(self.sheet, width=measure, left=0.0, right=0.0, characters=characters)


def title_strips(setting: Setting, sides: Sides, title: str, lines: Sequence[str]) -> list[Strip]:
    """A title in the middle, and lines below it; they stay with what follows."""
    sheet = sides.sheet
    style, body = sheet.plain(_TITLE_SIZE, sheet.heading_face), sheet.plain(sheet.size)
    x, height = (sheet.measure - text_width(title, style)) / 2, 2 * _TITLE_SIZE
    strips = [Strip("title", height, text_draw(title, style, x, height), keep=True)]
    for text in lines:
        words = setting.figures("title", text)
        strips += [
            Strip("title", sheet.line_pitch, text_draw(line.text, body, 0.0, sheet.line_pitch))
            for line in break_lines(words, body, sheet.measure, justify=False)
        ]
    return [replace(strip, keep=True) for strip in strips]


def head_strip(sides: Sides, names: Sequence[str]) -> Strip:
    """The heads of the columns, which every sheet repeats."""
    grid = sides.grid
    style = sides.sheet.plain(sides.sheet.size, sides.sheet.heading_face)
    draws = [
        text_draw(name, style, (left + right - text_width(name, style)) / 2, _HEAD_HEIGHT)
        for name, (left, right) in zip(names, pairwise(grid.edges), strict=True)
    ]

    def fill(pen: Pen, left: float, top: float) -> None:
        pen.fill(left, top - _HEAD_HEIGHT, grid.edges[-1], _HEAD_HEIGHT, HEAD_GREY)

    draw = together(fill, *draws)
    return Strip("head", _HEAD_HEIGHT, draw, space=PADDING, keep=True, grid=grid)


def row_strips(
    sides: Sides,
    block: str,
    cells: Sequence[Sequence[Strip]],
    head: Strip,
    *,
    titles: int,
    keep: bool = False,
) -> Iterator[Strip]:
    """A row in one strip, or in several where it is longer than a sheet.

    The longest part fits below a title with so many lines, so that no sheet has these alone.
    """
    sheet = sides.sheet
    above = 2 * _TITLE_SIZE + titles * sheet.line_pitch + PADDING + _HEAD_HEIGHT
    room = sheet.depth - above - 2 * PADDING
    columns = [fill_pages(cell, room, sheet.line_pitch) for cell in cells]
    grid = head.grid
    for number, part in enumerate(zip_longest(*columns, fillvalue=[])):
        height = max(map(_depth, part)) + 2 * PADDING
        draw = _beside(part, sides.grid, ruled=not number)
        yield Strip(block, height, draw, keep=keep, grid=grid, lead=head)


def text_draw(text: str, style: TextStyle, x: float, height: float) -> Draw:
    """Draws a text in the middle of a strip of that height."""

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.text(left + x, top - height / 2, text, style)

    return draw


def _beside(pages: Sequence[Page], grid: Grid, *, ruled: bool) -> Draw:
    def draw(pen: Pen, edge: float, top: float) -> None:
        if ruled:
            pen.rule(edge, top, edge + grid.edges[-1], top, THIN)
        for left, page in zip(grid.edges, pages, strict=False):
            draw_strips(pen, page, edge + left + PADDING, top - PADDING)

    return draw


def _depth(page: Page) -> float:
    return page[-1][0] + page[-1][1].height if page else 0.0
