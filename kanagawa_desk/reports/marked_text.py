"""Text in pieces as lines, those pieces underlined that differ from another version."""

from collections.abc import Iterator, Sequence

from kanagawa_desk.domain.papers.text_marking import Pieces
from kanagawa_desk.reports.flow import Draw, Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.kinsoku import CLOSING
from kanagawa_desk.reports.linebreak import Line, break_lines, text_width
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.setting import Setting


def marked_strips(setting: Setting, block: str, pieces: Pieces) -> list[Strip]:
    """Text in pieces as strips of a line each, over the measure of the setting's template."""
    template = setting.template
    style, pitch = template.plain(template.size), template.line_pitch
    strips = []
    for paragraph in _paragraphs(setting, block, pieces):
        text = "".join(part for part, _ in paragraph)
        marks = [differs for part, differs in paragraph for _ in part]
        start = 0
        for line in break_lines(text, style, template.measure, hanging=False, justify=False):
            draw = _marked_line(line, marks[start : start + len(line.text)], style, pitch)
            strips.append(Strip(block, pitch, draw))
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


def _marked_line(line: Line, marks: Sequence[bool], style: TextStyle, pitch: float) -> Draw:
    """Draws a line and a rule below the characters that are marked."""
    seen = line.text.rstrip(" \u3000")

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
        middle = top - pitch / 2
        pen.line(left, middle, line, style)
        for begin, end in runs:
            pen.underline(left + begin, left + end, middle, style)

    return draw
