"""How a paper looks: page, type and house rules that an office may choose."""

from dataclasses import dataclass, replace
from typing import Literal, cast

from reportlab.lib.units import mm

from kanagawa_desk.domain.papers.templates import PaperTemplate
from kanagawa_desk.reports.fonts import GOTHIC, MINCHO, TextStyle


@dataclass(frozen=True, slots=True)
class Template:
    """Page and margins, type sizes and the line pitch (行送り) in points, and house rules.

    `characters` is how many full-width characters a line holds (字詰め); `labels` the look of
    an outline label: plain (ア), wide （ア）or narrow (ｱ); `digits` as typed, half for all half
    width, mixed for a single digit full width and two or more half; `negative` the sign before
    a shortage; `hanging` lets 。 and 、 stand in the margin; `mirrored` swaps the margins on even
    pages, for two-sided print bound at the long side; `odd_sections` starts every first-level
    section on an odd page.
    """

    width: float = 210 * mm
    height: float = 297 * mm
    left: float = 30 * mm
    right: float = 20 * mm
    top: float = 25 * mm
    bottom: float = 25 * mm
    size: float = 12.0
    line_pitch: float = 18.9
    characters: int = 37
    body_face: str = MINCHO
    heading_face: str = GOTHIC
    heading_levels: int = 4
    caption_size: float = 11.0
    cell_size: float = 11.0
    small_size: float = 10.5
    labels: Literal["plain", "wide", "narrow"] = "plain"
    digits: Literal["typed", "half", "mixed"] = "typed"
    negative: Literal["▲", "△"] = "▲"
    hanging: bool = True
    mirrored: bool = False
    odd_sections: bool = False

    @property
    def measure(self) -> float:
        """The width of the text area."""
        return self.width - self.left - self.right

    @property
    def depth(self) -> float:
        """The height of the text area."""
        return self.height - self.top - self.bottom

    @property
    def em(self) -> float:
        """The advance of a body character (字送り), by which everything is indented."""
        return self.measure / self.characters

    @property
    def body(self) -> TextStyle:
        """The body text."""
        return TextStyle(self.body_face, self.size, self.em)

    @property
    def is_landscape(self) -> bool:
        """Whether the page is wider than it is high."""
        return self.width > self.height

    def turned(self) -> "Template":
        """The same look on a page turned to landscape, its top at the edge that is bound."""
        measure = self.height - self.top - self.bottom
        return replace(
            self,
            width=self.height,
            height=self.width,
            left=self.bottom,
            right=self.top,
            top=self.left,
            bottom=self.right,
            characters=int(measure / self.em),
        )

    def heading(self, level: int) -> TextStyle:
        """A heading of this outline level: the upper levels stand in the heading face."""
        face = self.heading_face if level <= self.heading_levels else self.body_face
        return TextStyle(face, self.size, self.em)

    def plain(self, size: float, face: str = "") -> TextStyle:
        """Text off the character grid, in the body face or another."""
        return TextStyle(face or self.body_face, size, size)


DEFAULT = Template()


def template_of(chosen: PaperTemplate | None) -> Template:
    """The template that an office chose for a paper, or the usual one."""
    if chosen is None:
        return DEFAULT
    size = float(chosen.size)
    return Template(
        left=chosen.left * mm,
        right=chosen.right * mm,
        top=chosen.top * mm,
        bottom=chosen.bottom * mm,
        size=size,
        line_pitch=float(chosen.depth) / chosen.lines,
        characters=chosen.characters,
        caption_size=size - 1,
        cell_size=size - 1,
        small_size=size - 1.5,
        labels=cast(Literal["plain", "wide", "narrow"], chosen.labels),
        digits=cast(Literal["typed", "half", "mixed"], chosen.digits),
        negative=cast(Literal["▲", "△"], chosen.negative),
        hanging=chosen.hanging,
        mirrored=chosen.mirrored,
        odd_sections=chosen.odd_sections,
    )
