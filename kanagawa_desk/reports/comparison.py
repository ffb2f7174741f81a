"""新旧対照表 as PDF: A4 landscape, 修正後 left and 修正前 right, what changed underlined."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from reportlab.lib.units import mm

from kanagawa_desk.domain.paper_comparison import ComparisonRow, RowKind
from kanagawa_desk.domain.quoting import Quoted
from kanagawa_desk.domain.text_marking import Pieces
from kanagawa_desk.reports.flow import Draw, Grid, Page, Strip, fill_pages
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.kinsoku import CLOSING
from kanagawa_desk.reports.linebreak import Line, break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting, together
from kanagawa_desk.reports.sheets import draw_strips, to_pdf
from kanagawa_desk.reports.tables import THIN, table_strips
from kanagawa_desk.reports.template import Template

TITLE = "新旧対照表"
HEADS = ("修正後", "修正前")

_SHEET = Template(
    width=297 * mm,
    height=210 * mm,
    left=20 * mm,
    right=20 * mm,
    top=20 * mm,
    bottom=20 * mm,
    size=10.5,
    line_pitch=16.0,
    characters=69,
)
_PADDING = 5.0  # points, around what stands in a cell
_HALF = _SHEET.measure / 2
_CELL = replace(
    _SHEET,
    width=_HALF - 2 * _PADDING,
    left=0.0,
    right=0.0,
    characters=32,
    cell_size=9.0,
    small_size=9.0,
)
_GRID = Grid((0.0, _HALF, _SHEET.measure))
_HEAD_HEIGHT = 20.0
_TITLE_SIZE = 14.0
_TITLES = 2 * _TITLE_SIZE + len(HEADS) * _SHEET.line_pitch + _PADDING
# The longest row in one piece; it fits below the titles, so that no sheet has these alone.
_ROOM = _SHEET.depth - _TITLES - _HEAD_HEIGHT - 2 * _PADDING
_WORDS = {
    RowKind.ADDED: (None, "（追加）"),
    RowKind.REMOVED: ("（削除）", None),
    RowKind.OMITTED: ("（略）", "（略）"),
}


def render_comparison(after: str, before: str, rows: Sequence[ComparisonRow]) -> tuple[bytes, int]:
    """The rows of a comparison as PDF, and on how many sheets; both versions are named above."""
    setting = Setting(_CELL)
    head = _head()
    strips = [*_titles(setting, after, before), head]
    for number, row in enumerate(rows):
        strips += _row(setting, f"row-{number}", row, head)
    pages = fill_pages(strips, _SHEET.depth, _SHEET.line_pitch)
    return to_pdf(f"{TITLE}\u3000{after}", _SHEET, pages), len(pages)


def _titles(setting: Setting, after: str, before: str) -> list[Strip]:
    style = _SHEET.plain(_TITLE_SIZE, _SHEET.heading_face)
    x = (_SHEET.measure - text_width(TITLE, style)) / 2
    strips = [Strip("title", 2 * _TITLE_SIZE, _text(TITLE, style, x, 2 * _TITLE_SIZE), keep=True)]
    for name, whose in zip(HEADS, (after, before), strict=True):
        words = setting.figures("title", f"{name}\u3000{whose}")
        lines = break_lines(words, _style(), _SHEET.measure, justify=False)
        strips += [
            Strip(
                "title",
                _SHEET.line_pitch,
                _text(line.text, _style(), 0.0, _SHEET.line_pitch),
                keep=True,
            )
            for line in lines
        ]
    return strips


def _head() -> Strip:
    style = _SHEET.plain(_SHEET.size, _SHEET.heading_face)
    draws = [
        _text(name, style, column * _HALF + (_HALF - text_width(name, style)) / 2, _HEAD_HEIGHT)
        for column, name in enumerate(HEADS)
    ]
    return Strip("head", _HEAD_HEIGHT, together(*draws), space=_PADDING, keep=True, grid=_GRID)


def _row(setting: Setting, block: str, row: ComparisonRow, head: Strip) -> Iterator[Strip]:
    """A row in one strip, or in several where it is longer than a sheet."""
    words = _WORDS.get(row.kind, (None, None))
    sides = [
        fill_pages(_side(setting, block, quoted, word), _ROOM, _CELL.line_pitch)
        for quoted, word in zip((row.after, row.before), words, strict=True)
    ]
    for part, (left, right) in enumerate(zip_longest(*sides, fillvalue=[])):
        height = max(map(_depth, (left, right))) + 2 * _PADDING
        draw = _both(left, right, ruled=not part)
        # What shows where a change stands goes with it.
        keep = row.kind is RowKind.CONTEXT
        yield Strip(block, height, draw, keep=keep, grid=_GRID, lead=head)


def _side(setting: Setting, block: str, quoted: Quoted | None, word: str | None) -> list[Strip]:
    """What stands in one half of a row: （略） and its like, or a quotation."""
    if quoted is None:
        return _lines(setting, block, ((word, False),)) if word else []
    strips = _lines(setting, block, quoted.pieces) if quoted.pieces else []
    if quoted.table is not None:
        if quoted.table.unit_note:
            strips.append(_unit(setting, block, quoted.table.unit_note))
        strips += table_strips(setting, block, quoted.table, 0.0)[0]
    return strips


def _lines(setting: Setting, block: str, pieces: Pieces) -> list[Strip]:
    """Text in pieces as strips of a line each, the marked pieces underlined."""
    strips = []
    for paragraph in _paragraphs(setting, block, pieces):
        text = "".join(part for part, _ in paragraph)
        marks = [differs for part, differs in paragraph for _ in part]
        start = 0
        for line in break_lines(text, _style(), _CELL.measure, hanging=False, justify=False):
            draw = _marked_line(line, marks[start : start + len(line.text)])
            strips.append(Strip(block, _CELL.line_pitch, draw))
            start += len(line.text)
    return strips


def _paragraphs(setting: Setting, block: str, pieces: Pieces) -> Iterator[list[tuple[str, bool]]]:
    """The pieces of each line that the text was written in, in characters that can be printed."""
    paragraph: list[tuple[str, bool]] = []
    for text, differs in pieces:
        first, *others = text.split("\n")
        paragraph.append((setting.figures(block, first), differs))
        for other in others:
            yield paragraph
            paragraph = [(setting.figures(block, other), differs)]
    yield paragraph


def _marked_line(line: Line, marks: Sequence[bool]) -> Draw:
    """Draws a line and a rule below the characters that are marked."""
    seen = line.text.rstrip(" \u3000")
    style = _style()

    def x_of(place: int) -> float:
        closed_up = sum(sign in CLOSING for sign in seen[:place]) * line.squeeze
        return min(text_width(seen[:place], style) - closed_up, line.width)

    runs = []
    start = len(seen) - len(seen.lstrip(" \u3000"))  # 一字下げ is not underlined
    for place in range(start + 1, len(seen) + 1):
        if place == len(seen) or marks[place] is not marks[start]:
            if marks[start]:
                runs.append((x_of(start), x_of(place)))
            start = place

    def draw(pen: Pen, left: float, top: float) -> None:
        middle = top - _CELL.line_pitch / 2
        pen.line(left, middle, line, style)
        for begin, end in runs:
            pen.underline(left + begin, left + end, middle, style)

    return draw


def _unit(setting: Setting, block: str, note: str) -> Strip:
    style = _CELL.plain(_CELL.small_size)
    words = setting.figures(block, note)
    x = _CELL.measure - text_width(words, style)
    return Strip(block, _CELL.line_pitch, _text(words, style, x, _CELL.line_pitch), keep=True)


def _both(left: Page, right: Page, *, ruled: bool) -> Draw:
    def draw(pen: Pen, edge: float, top: float) -> None:
        if ruled:
            pen.rule(edge, top, edge + _SHEET.measure, top, THIN)
        for column, page in enumerate((left, right)):
            draw_strips(pen, page, edge + column * _HALF + _PADDING, top - _PADDING)

    return draw


def _text(text: str, style: TextStyle, x: float, height: float) -> Draw:
    def draw(pen: Pen, left: float, top: float) -> None:
        pen.text(left + x, top - height / 2, text, style)

    return draw


def _depth(page: Page) -> float:
    return page[-1][0] + page[-1][1].height if page else 0.0


def _style() -> TextStyle:
    return _CELL.plain(_CELL.size)
