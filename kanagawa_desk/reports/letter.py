"""A cover letter (照会文) as PDF: number and date, 宛先, 発信者, 標題, 記 and numbered items."""

from dataclasses import replace

from reportlab.lib.units import mm

from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.letters import Item, Letter
from kanagawa_desk.reports.flow import Draw, Strip, fill_pages
from kanagawa_desk.reports.linebreak import text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting, nothing, together
from kanagawa_desk.reports.sheets import to_pdf
from kanagawa_desk.reports.template import Template

TEMPLATE = Template(left=25 * mm, right=25 * mm, top=25 * mm, bottom=20 * mm)

_NUMBER = "第　　　　　　号"  # to be written in by hand
_TITLE_INDENT = 3  # characters at either side
_SENDER_ROOM = 14  # characters from the right edge, where its name is to be written in
_LABEL_ROOM = 5  # characters from an item's label to its text
_LETTER = "letter"


def render_letter(letter: Letter) -> tuple[bytes, tuple[str, ...]]:
    """A letter on A4, without page numbers, and what could not be printed as it stands."""
    setting = Setting(TEMPLATE)
    strips = [
        _right(setting, _NUMBER),
        _right(setting, long_date(letter.written_on)),
        _blank(),
        *_left(setting, letter.addressee, 1),
        _blank(),
        _right(setting, letter.sender or "　" * _SENDER_ROOM),
        _blank(),
        *_title(setting, letter.title),
        _blank(),
        *(strip for text in letter.opening for strip in _paragraph(setting, text)),
        _blank(),
        _centred(setting, "記"),
        _blank(),
    ]
    for number, item in enumerate(letter.items, 1):
        strips += _item(setting, number, item)
    strips += [_blank(), *_contact(setting, letter.contact)]
    pages = fill_pages(strips, TEMPLATE.depth, TEMPLATE.line_pitch)
    pdf = to_pdf(letter.title, TEMPLATE, pages, numbers=[""] * len(pages))
    return pdf, tuple(dict.fromkeys(each.message for each in setting.problems))


def _strip(draw: Draw = nothing) -> Strip:
    return Strip(_LETTER, TEMPLATE.line_pitch, draw, on_grid=True)


def _blank() -> Strip:
    return _strip()


def _at(text: str, x: float) -> Draw:
    def draw(pen: Pen, left: float, top: float) -> None:
        pen.text(left + x, top - TEMPLATE.line_pitch / 2, text, TEMPLATE.body, 0.0)

    return draw


def _right(setting: Setting, text: str) -> Strip:
    """A line that ends one character before the right edge."""
    text = setting.figures(_LETTER, text)
    return _strip(_at(text, TEMPLATE.measure - TEMPLATE.em - text_width(text, TEMPLATE.body)))


def _centred(setting: Setting, text: str) -> Strip:
    text = setting.figures(_LETTER, text)
    return _strip(_at(text, (TEMPLATE.measure - text_width(text, TEMPLATE.body)) / 2))


def _left(setting: Setting, text: str, indent: float, *, keep: bool = False) -> list[Strip]:
    """Text whose lines all begin `indent` characters in."""
    x = indent * TEMPLATE.em
    words = setting.figures(_LETTER, text, prose=True)
    strips = setting.grid_strips(_LETTER, setting.lines(words, TEMPLATE.body, x), TEMPLATE.body, x)
    return [replace(strip, keep=keep) for strip in strips]


def _title(setting: Setting, text: str) -> list[Strip]:
    """The 標題, further in at both sides."""
    x = _TITLE_INDENT * TEMPLATE.em
    narrow = Setting(replace(TEMPLATE, right=TEMPLATE.right + x), setting.problems)
    words = setting.figures(_LETTER, text, prose=True)
    lines = narrow.lines(words, TEMPLATE.body, x, justify=False)
    return narrow.grid_strips(_LETTER, lines, TEMPLATE.body, x)


def _paragraph(setting: Setting, text: str) -> list[Strip]:
    """Body text, its first line one character in (一字下げ)."""
    em = TEMPLATE.em
    words = setting.figures(_LETTER, text, prose=True)
    lines = setting.lines(words, TEMPLATE.body, 0.0, first=em)
    return setting.grid_strips(_LETTER, lines, TEMPLATE.body, 0.0, first=em)


def _item(setting: Setting, number: int, item: Item) -> list[Strip]:
    """1　照会事項　病床数: number and label, the text behind them or, of several lines, below."""
    em = TEMPLATE.em
    head = together(_at(str(number), em), _at(item.label, 3 * em))
    if len(item.lines) == 1:
        first, *rest = _left(setting, item.lines[0], 3 + _LABEL_ROOM)
        return [replace(first, draw=together(head, first.draw)), *rest]
    strips = [replace(_strip(head), keep=True)]
    for index, text in enumerate(item.lines, 1):
        first, *rest = _left(setting, text, 5)
        mark = _at(f"({index})", 3 * em)
        strips += [replace(first, draw=together(mark, first.draw)), *rest]
    return strips


def _contact(setting: Setting, lines: tuple[str, ...]) -> list[Strip]:
    """Who can be asked, at the foot on the right; never parted."""
    width = max(text_width(line, TEMPLATE.body) for line in lines)
    x = TEMPLATE.measure - TEMPLATE.em - width
    return [replace(_strip(_at(setting.figures(_LETTER, line), x)), keep=True) for line in lines]
