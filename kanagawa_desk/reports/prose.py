"""Headings, paragraphs and lists: blocks that are lines of text on the line grid."""

from collections.abc import Sequence
from dataclasses import replace

from kanagawa_desk.domain.numbering import circled
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.reports.columns import SMALLEST
from kanagawa_desk.reports.flow import Draw, Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.labels import label_draw, label_indent
from kanagawa_desk.reports.linebreak import break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting, text_line, together

# Share of the free room that stands left of a line.
_AS_PLACED = {"preformatted": 0.0, "centred": 0.5, "flush_right": 1.0}


def heading(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """A heading: one character further in per level, its label in a box so that texts align."""
    template = setting.template
    style = template.heading(block.level)
    x = (block.level - 1) * template.em
    indent = label_indent(block.label, style)
    text = "".join(setting.words(block.id, block.text))
    strips = setting.grid_strips(
        block.id, setting.lines(text, style, x + indent), style, x + indent
    )
    first = strips[0]
    mark = label_draw(block.label, template, style, x, indent, first.height)
    title = f"{block.label}\u3000{text}" if block.label else text
    strips[0] = replace(first, draw=together(_bookmark(block, title), mark, first.draw))
    return [*(replace(strip, keep=True) for strip in strips[:-1]), strips[-1]]


def paragraph(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """Body text, its first line further in by one character (一字下げ)."""
    if block.style in _AS_PLACED:
        return _placed(setting, block)
    em, style = setting.template.em, setting.template.body
    x = block.level * em
    strips: list[Strip] = []
    for part in setting.words(block.id, block.text):
        lines = setting.lines(part, style, x, first=em)
        strips += _no_line_alone(setting.grid_strips(block.id, lines, style, x, first=em))
    return strips


def _no_line_alone(strips: list[Strip]) -> list[Strip]:
    """The lines of a text, two of which at least stand together where a page ends."""
    held = {0, len(strips) - 2}
    return [
        replace(strip, keep=True) if index in held and index + 1 < len(strips) else strip
        for index, strip in enumerate(strips)
    ]


def _placed(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """Lines that keep their place: as typed, in the middle (記), or to the right (以上)."""
    template = setting.template
    as_typed = block.style == "preformatted"
    left = block.level * template.em if as_typed else 0.0
    parts = setting.words(block.id, block.text)
    style = _fitting(parts, template.body, template.measure - left) if as_typed else template.body
    strips: list[Strip] = []
    for part in parts:
        for line in setting.lines(part, style, left, justify=False):
            x = left + _AS_PLACED[block.style] * (template.measure - left - line.width)
            strips += setting.grid_strips(block.id, [line], style, x)
    return strips


def _fitting(lines: Sequence[str], style: TextStyle, width: float) -> TextStyle:
    """Type in which lines that hang together by their columns are not broken, if it can be read."""
    widest = max((text_width(line.rstrip(), style) for line in lines), default=0.0)
    scale = max(min(1.0, width / widest), SMALLEST / style.size) if widest else 1.0
    return replace(style, size=style.size * scale, pitch=style.pitch * scale)


def bullet(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """An item behind ・, the second depth one character further in."""
    return _marked(setting, block, "・", block.level + block.depth - 1)


def circle(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """A label or paragraph behind ○."""
    return _marked(setting, block, block.style or "○", block.level + block.depth - 1)


def circled_list(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """Items behind ①②③ in columns without borders, read row by row."""
    template = setting.template
    columns = max(1, block.columns)
    left = block.level * template.em
    width = (template.measure - left) / columns
    strips: list[Strip] = []
    for row in range(0, len(block.items), columns):
        cells = [
            _numbered(setting, block, number, left + (number - row) * width, width)
            for number in range(row, min(row + columns, len(block.items)))
        ]
        depth = max(map(len, cells))
        for index in range(depth):
            draws = [cell[index] for cell in cells if index < len(cell)]
            strips.append(
                Strip(
                    block.id,
                    template.line_pitch,
                    together(*draws),
                    keep=index < depth - 1,
                    on_grid=True,
                )
            )
    return strips


def attachments(setting: Setting, block: PrintedBlock) -> list[Strip]:
    """What is attached: ＜別添参考資料＞ and the documents below it."""
    em, style = setting.template.em, setting.template.body
    x = block.level * em
    title = f"＜{block.text or '別添参考資料'}＞"
    lines = setting.lines(setting.figures(block.id, title), style, x)
    strips = [replace(strip, keep=True) for strip in setting.grid_strips(block.id, lines, style, x)]
    for item in block.items:
        strips += bullet(setting, replace(block, text=item, depth=1))
    return strips


def _marked(setting: Setting, block: PrintedBlock, mark: str, indent: int) -> list[Strip]:
    """Text hanging behind a mark of one character."""
    em, style = setting.template.em, setting.template.body
    x = indent * em
    strips: list[Strip] = []
    for part in setting.words(block.id, block.text):
        lines = setting.lines(part, style, x + em)
        strips += _no_line_alone(setting.grid_strips(block.id, lines, style, x + em))
    strips[0] = replace(
        strips[0], draw=together(_text(mark, style, x, strips[0].height), strips[0].draw)
    )
    return strips


def _numbered(
    setting: Setting, block: PrintedBlock, index: int, x: float, width: float
) -> list[Draw]:
    """One item of a circled list in its column: what each of its lines draws."""
    template, style = setting.template, setting.template.body
    number = circled(index + 1)
    box = max(template.em, text_width(number, style))
    text = setting.figures(block.id, block.items[index], prose=True)
    gutter = template.em if block.columns > 1 else 0.0
    lines = break_lines(
        text, style, width - box - gutter, hanging=template.hanging, justify=block.columns == 1
    )
    draws = [text_line(line, style, x + box, template.line_pitch) for line in lines]
    draws[0] = together(_text(number, style, x, template.line_pitch), draws[0])
    return draws


def _bookmark(block: PrintedBlock, title: str) -> Draw:
    def draw(pen: Pen, _left: float, top: float) -> None:
        pen.bookmark(block.id, title, block.level, top)

    return draw


def _text(text: str, style: TextStyle, x: float, height: float) -> Draw:
    def draw(pen: Pen, left: float, top: float) -> None:
        pen.text(left + x, top - height / 2, text, style)

    return draw
