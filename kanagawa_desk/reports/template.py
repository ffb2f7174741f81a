"""How a paper looks: page, type and house rules that an office may choose."""

from dataclasses import dataclass
from typing import Literal

from reportlab.lib.units import mm

from kanagawa_desk.reports.fonts import GOTHIC, MINCHO, TextStyle


@dataclass(frozen=True, slots=True)
class Template:
    """Page and margins, type sizes and the line pitch (行送り) in points, and house rules.

    `characters` is how many full-width characters a line holds (字詰め); `labels` the look of
    an outline label: plain (ア), wide （ア）or narrow (ｱ); `digits` half for all half width, mixed
    for a single digit full width and two or more half; `hanging` lets 。 and 、 stand in the
    margin; `mirrored` swaps the margins on even pages, for two-sided print bound at the long
    side; `odd_sections` starts every first-level section on an odd page.
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
    digits: Literal["half", "mixed"] = "half"
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

    def heading(self, level: int) -> TextStyle:
        """A heading of this outline level: the upper levels stand in the heading face."""
        face = self.heading_face if level <= self.heading_levels else self.body_face
        return TextStyle(face, self.size, self.em)

    def plain(self, size: float, face: str = "") -> TextStyle:
        """Text off the character grid, in the body face or another."""
        return TextStyle(face or self.body_face, size, size)


DEFAULT = Template()
