"""The sheets before the body, without page numbers: cover and contents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.papers.printed import PrintedBlock, PrintedPaper
from kanagawa_desk.reports.flow import Page, Strip, fill_pages
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.labels import label_draw, label_indent
from kanagawa_desk.reports.linebreak import Line, break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting, text_line, together

_DATE_SIZE = 14.0
_SESSION_SIZE = 17.0
_TITLE_SIZE = 26.0
_TITLE_PITCH = 28.4
_DATE_DEPTH = 23.0  # below the top of the text area, to the middle of the line
_SESSION_DEPTH = 225.0
_TITLE_DEPTH = 286.0
_BELOW_DEPTH = 480.0  # what else stands on a cover: the office that made the paper

_CONTENTS_LEVELS = 2
_CONTENTS_SIZE = 13.5
_CONTENTS_TITLE_SIZE = 18.0
_HEAD_DEPTH = 25.5  # to the middle of 目次 and of ページ, each in its strip
_ENTRY_PITCH = 30.3
_SECTION_GAP = 10.3
_NUMBER_ROOM = 31.0  # right of the leaders, for page numbers
_LEADER_STEP, _LEADER_DOT = 3.1, 1.4


def cover(setting: Setting, paper: PrintedPaper, block: PrintedBlock) -> Page:
    """The cover: date at the right, session, title and any other lines centred on the sheet."""
    template = setting.template
    date_style = template.plain(_DATE_SIZE)
    session_style = template.plain(_SESSION_SIZE)
    title_style = TextStyle(template.heading_face, _TITLE_SIZE, _TITLE_PITCH)
    held_on = long_date(paper.held_on)
    date_x = template.measure - text_width(held_on, date_style) - date_style.size
    session = _balanced(setting.figures(block.id, paper.session), session_style, template.measure)
    title = _balanced(setting.figures(block.id, paper.title), title_style, template.measure)
    below = [
        line
        for text in (setting.words(block.id, block.text) if block.text else ())
        for line in _balanced(text, date_style, template.measure)
    ]
    middle = template.width / 2 - template.left

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.text(left + date_x, top - _DATE_DEPTH, held_on, date_style)
        for number, line in enumerate(below):
            depth = _BELOW_DEPTH + number * 1.6 * date_style.size
            pen.line(left + middle - line.width / 2, top - depth, line, date_style)
        for number, line in enumerate(reversed(session)):
            depth = _SESSION_DEPTH - number * 1.6 * session_style.size
            pen.line(left + middle - line.width / 2, top - depth, line, session_style)
        for number, line in enumerate(title):
            depth = _TITLE_DEPTH + number * 1.6 * title_style.size
            pen.line(left + middle - line.width / 2, top - depth, line, title_style)

    return [(0.0, Strip(block.id, template.depth, draw))]


def contents(
    setting: Setting,
    block: PrintedBlock,
    headings: Sequence[PrintedBlock],
    pages: Mapping[str, str],
) -> list[Page]:
    """The contents: headings of the first two levels with their page numbers."""
    template = setting.template
    strips = _contents_head(setting, block)
    for heading in headings:
        if heading.level <= _CONTENTS_LEVELS:
            strips += _entry(setting, block, heading, pages[heading.id])
    return fill_pages(strips, template.depth, template.line_pitch)


def _contents_head(setting: Setting, block: PrintedBlock) -> list[Strip]:
    template = setting.template
    title_style = template.plain(_CONTENTS_TITLE_SIZE, template.heading_face)
    style = template.plain(_CONTENTS_SIZE)
    word, title_width = "ページ", 4 * title_style.size

    def title(pen: Pen, left: float, top: float) -> None:
        x = left + (template.measure - title_width) / 2
        pen.text(x, top - _HEAD_DEPTH, "目\u3000次", title_style, title_style.size / 2)

    def pages(pen: Pen, left: float, top: float) -> None:
        x = left + template.measure - text_width(word, style)
        pen.text(x, top - _HEAD_DEPTH, word, style)

    return [
        Strip(block.id, 2 * _HEAD_DEPTH, title, keep=True),
        Strip(block.id, 2 * _HEAD_DEPTH - _SECTION_GAP, pages, keep=True),
    ]


def _entry(
    setting: Setting, block: PrintedBlock, heading: PrintedBlock, number: str
) -> list[Strip]:
    """A heading with its page number behind a row of dots; long ones go on below."""
    template = setting.template
    face = template.heading_face if heading.level == 1 else template.body_face
    style, number_style = template.plain(_CONTENTS_SIZE, face), template.plain(_CONTENTS_SIZE)
    x = (heading.level - 1) * style.size
    indent = label_indent(heading.label, style)
    room = template.measure - _NUMBER_ROOM - x - indent - 2 * style.size
    text = "".join(setting.words(heading.id, heading.text))
    lines = break_lines(text, style, room, justify=False, hanging=False)
    label = label_draw(heading.label, template, style, x, indent, _ENTRY_PITCH)
    strips = [
        Strip(block.id, _ENTRY_PITCH, text_line(line, style, x + indent, _ENTRY_PITCH))
        for line in lines
    ]
    strips[0] = replace(
        strips[0],
        space=_SECTION_GAP if heading.level == 1 else 0.0,
        draw=together(label, strips[0].draw),
    )
    end = x + indent + lines[-1].width + 0.7 * style.size

    def leader(pen: Pen, left: float, top: float) -> None:
        right = left + template.measure
        base = top - _ENTRY_PITCH / 2 - 0.2 * style.size
        pen.dots(left + end, right - _NUMBER_ROOM, base, _LEADER_STEP, _LEADER_DOT)
        x = right - text_width(number, number_style)
        pen.text(x, top - _ENTRY_PITCH / 2, number, number_style)
        pen.link(heading.id, left, right, top, top - _ENTRY_PITCH)

    strips[-1] = replace(strips[-1], draw=together(strips[-1].draw, leader))
    return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]


def _balanced(text: str, style: TextStyle, width: float) -> list[Line]:
    """Text in as few lines as it takes, as even in length as they can be."""
    fewest = len(break_lines(text, style, width, justify=False, hanging=False))
    even = text_width(text, style) / fewest
    while True:
        lines = break_lines(text, style, min(even, width), justify=False, hanging=False)
        if len(lines) <= fewest:
            return lines
        even += style.pitch / 2
