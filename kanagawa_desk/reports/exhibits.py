"""Tables, charts and figures with what belongs to them: caption, as-of line, unit and notes."""

from dataclasses import dataclass, replace

from kanagawa_desk.domain.chart_specs import ChartSpec
from kanagawa_desk.domain.papers.blocks import BLOCK_KINDS
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.reports.flow import Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.linebreak import Line, break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.pictures import UnreadablePicture, picture_strip
from kanagawa_desk.reports.setting import LayoutProblem, Setting, text_line, together
from kanagawa_desk.reports.tables import THIN, table_strips

_LEADING = 1.43  # of captions and notes, in their characters
_ABOVE = 0.45  # of the line pitch, over a caption
_NOTE_GAP = 0.15  # of the line pitch, between a table and its notes
_FRAME_LINES = 10  # the height of a frame that holds a figure's place


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table, chart or figure with the captions and as-of lines above it and the notes below."""

    above: tuple[PrintedBlock, ...]
    body: PrintedBlock
    notes: tuple[PrintedBlock, ...]


def exhibit_strips(setting: Setting, exhibit: Exhibit) -> list[Strip]:
    """All strips of an exhibit: what stands above never parts from it, nor do its notes."""
    body, left, right = _body(setting, exhibit)
    strips = _above(setting, exhibit, left, right) + body
    strips[0] = replace(strips[0], space=_ABOVE * setting.template.line_pitch)
    if not exhibit.notes:
        return strips
    strips[-1] = replace(strips[-1], keep=True)
    notes = [strip for note in exhibit.notes for strip in note_strips(setting, note, left, right)]
    notes[0] = replace(notes[0], space=_NOTE_GAP * setting.template.line_pitch)
    return [*strips, *(replace(strip, keep=True) for strip in notes[:-1]), notes[-1]]


def note_strips(setting: Setting, block: PrintedBlock, left: float, right: float) -> list[Strip]:
    """A note behind ※ or a mark of its own (※１, （注）), in smaller type, its lines hanging."""
    style = setting.template.plain(setting.template.small_size)
    height = _LEADING * style.size
    sign = setting.figures(block.id, block.style or "※")
    x = left + text_width(sign, style) + style.size
    strips: list[Strip] = []
    for part in setting.words(block.id, block.text):
        lines = break_lines(part, style, right - x, hanging=setting.template.hanging)
        strips += [
            Strip(block.id, height, text_line(line, style, x, height), text=line.text)
            for line in lines
        ]
    first = strips[0].draw

    def mark(pen: Pen, edge: float, top: float) -> None:
        pen.text(edge + left, top - height / 2, f"{sign}\u3000", style)

    strips[0] = replace(strips[0], draw=together(mark, first))
    return strips


def caption_lines(
    setting: Setting, block: PrintedBlock, width: float
) -> tuple[list[Line], TextStyle]:
    """A caption in the heading face behind its mark (■ ◇ ◆), or within 〔〕."""
    template = setting.template
    style = template.plain(template.caption_size, template.heading_face)
    text = "".join(setting.words(block.id, block.text))
    if block.style == "〔〕":
        text = f"〔{text}〕"
    elif block.style:
        text = f"{block.style} {text}"
    return break_lines(text, style, width, justify=False), style


def as_of_strip(setting: Setting, block: PrintedBlock, right: float) -> Strip:
    """令和6年8月末時点, flush right."""
    text = "".join(setting.words(block.id, block.text))
    return _flush_right(setting, block.id, text, right)


def _above(setting: Setting, exhibit: Exhibit, left: float, right: float) -> list[Strip]:
    """Captions, as-of lines and the unit: on the last caption's line, or behind an as-of date."""
    table = exhibit.body.table
    unit = setting.figures(exhibit.body.id, table.unit_note) if table else ""
    strips: list[Strip] = []
    for block in exhibit.above:
        if block.kind == "caption":
            lines, style = caption_lines(setting, block, right - left)
            height = _LEADING * style.size
            for line in lines:
                draw = text_line(line, style, left, height)
                strips.append(Strip(block.id, height, draw, keep=True, text=line.text))
        elif unit and block is exhibit.above[-1]:
            dated = "".join(setting.words(block.id, block.text)) + "\u3000" + unit
            strips.append(_flush_right(setting, block.id, dated, right))
            unit = ""
        else:
            strips.append(as_of_strip(setting, block, right))
    if unit:
        beside = _flush_right(setting, exhibit.body.id, unit, right)
        if strips:
            last = strips[-1]
            strips[-1] = replace(last, draw=together(last.draw, beside.draw))
        else:
            strips.append(beside)
    return strips


def _flush_right(setting: Setting, block: str, text: str, right: float) -> Strip:
    style = setting.template.plain(setting.template.small_size)
    height = _LEADING * setting.template.caption_size
    # The white behind a closing bracket stands beyond the rule, so that the bracket is flush.
    x = right - text_width(text, style) + (style.size / 2 if text.endswith("）") else 0.0)

    def draw(pen: Pen, edge: float, top: float) -> None:
        pen.text(edge + x, top - height / 2, text, style)

    return Strip(block, height, draw, keep=True)


def _body(setting: Setting, exhibit: Exhibit) -> tuple[list[Strip], float, float]:
    """The strips of the table, chart or frame, and where its left and right edges stand."""
    template, block = setting.template, exhibit.body
    indent = block.level * template.em
    if block.table is not None:
        strips, grid = table_strips(
            setting, block.id, block.table, indent, may_turn=not template.is_landscape
        )
        return strips, grid.edges[0], grid.edges[-1]
    if block.chart is not None:
        return [_chart(setting, block.id, block.chart, indent)], indent, template.measure
    if block.image is not None:
        try:
            return [picture_strip(setting, block, indent)], indent, template.measure
        except UnreadablePicture as reason:
            setting.problems.append(LayoutProblem("unreadable-picture", block.id, str(reason)))
    return [_frame(setting, block, indent)], indent, template.measure


def _chart(setting: Setting, block: str, spec: ChartSpec, indent: float) -> Strip:
    # Most papers have no chart, and ReportLab's graphics double the start.
    from reportlab.graphics import renderPDF

    from kanagawa_desk.reports.charts import draw as draw_chart
    from kanagawa_desk.reports.charts import natural_height
    from kanagawa_desk.reports.palette import MONO

    template = setting.template
    width = template.measure - indent
    # Room for a caption above and a note below, so that a long chart still fits a page.
    height = min(natural_height(spec), template.depth - 4 * template.line_pitch)
    drawing = draw_chart(spec, MONO, width, height)

    def draw(pen: Pen, left: float, top: float) -> None:
        renderPDF.draw(drawing, pen.canvas, left + indent, top - height)

    return Strip(block, height, draw)


def _frame(setting: Setting, block: PrintedBlock, indent: float) -> Strip:
    """A frame that holds the place of a figure, with its caption inside."""
    template = setting.template
    style = template.plain(template.small_size)
    height = _FRAME_LINES * template.line_pitch
    width = template.measure - indent
    text = "".join(setting.words(block.id, block.text)) or f"（{BLOCK_KINDS[block.kind]}）"
    lines = break_lines(text, style, width - 2 * style.size, justify=False)
    leading = _LEADING * style.size

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.frame(left + indent, top - height, width, height, THIN)
        for number, line in enumerate(lines):
            below = height / 2 + (number - (len(lines) - 1) / 2) * leading
            pen.line(left + indent + (width - line.width) / 2, top - below, line, style)

    return Strip(block.id, height, draw)
