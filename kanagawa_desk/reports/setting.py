"""Setting text: from a block's words to strips, and the problems met on the way."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kanagawa_desk.reports.flow import Draw, Strip
from kanagawa_desk.reports.fonts import TextStyle
from kanagawa_desk.reports.glyphs import nearest, printable
from kanagawa_desk.reports.house_style import digits, signed
from kanagawa_desk.reports.linebreak import Line, break_lines
from kanagawa_desk.reports.pen import Pen
from kanagawa_desk.reports.template import Template


@dataclass(frozen=True, slots=True)
class LayoutProblem:
    """Something that could not be printed as it stands; the paper is made all the same."""

    code: str
    block: str
    message: str


@dataclass(frozen=True, slots=True)
class Setting:
    """The template that blocks are set by, and the problems found while they are."""

    template: Template
    problems: list[LayoutProblem] = field(default_factory=list)

    def words(self, block: str, text: str) -> list[str]:
        """The paragraphs of a text in characters that can be printed."""
        return [self.figures(block, part, prose=True) for part in text.split("\n")]

    def figures(self, block: str, text: str, prose: bool = False) -> str:
        """One line's text in characters that can be printed; a lone digit is wide in prose only."""
        text, lacking = printable(signed(text, self.template.negative))
        for character in lacking:
            self.problems.append(_missing(block, character))
        style = self.template.digits
        return digits(text, style) if prose or style == "half" else text

    def lines(
        self, text: str, style: TextStyle, x: float, first: float = 0.0, justify: bool = True
    ) -> list[Line]:
        """Text broken for the measure right of `x`, its first line further in by `first`."""
        width = self.template.measure - x
        return break_lines(
            text, style, width, width - first, hanging=self.template.hanging, justify=justify
        )

    def grid_strips(
        self, block: str, lines: Iterable[Line], style: TextStyle, x: float, first: float = 0.0
    ) -> list[Strip]:
        """Lines of text on the line grid, the first further in by `first`."""
        pitch = self.template.line_pitch
        strips = []
        for line in lines:
            strips.append(
                Strip(
                    block,
                    pitch,
                    text_line(line, style, x + first, pitch),
                    on_grid=True,
                    text=line.text,
                )
            )
            first = 0.0
        return strips


def text_line(line: Line, style: TextStyle, x: float, height: float) -> Draw:
    """Draws a line in the middle of a strip of that height."""

    def draw(pen: Pen, left: float, top: float) -> None:
        pen.line(left + x, top - height / 2, line, style)

    return draw


def together(*draws: Draw) -> Draw:
    """Draws several things in one strip."""

    def draw(pen: Pen, left: float, top: float) -> None:
        for each in draws:
            each(pen, left, top)

    return draw


def nothing(_pen: Pen, _left: float, _top: float) -> None:
    """Draws an empty strip."""


def _missing(block: str, character: str) -> LayoutProblem:
    shown = nearest(character)
    return LayoutProblem(
        "missing-glyph",
        block,
        f"「{character}」（U+{ord(character):04X}）は書体にないため「{shown}」で印刷します。"
        "別の字を使うか、印刷後に手で直してください。",
    )
