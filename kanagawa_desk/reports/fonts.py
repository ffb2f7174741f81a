"""The BIZ UD faces: loading them, and how wide their characters are set."""

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from kanagawa_desk import paths

MINCHO = "BIZ UDMincho"
GOTHIC = "BIZ UDGothic"
INTERFACE = "BIZ UDPGothic"
INTERFACE_BOLD = "BIZ UDPGothic Bold"

_FILES = {
    MINCHO: "BIZUDMincho-Regular.ttf",
    GOTHIC: "BIZUDGothic-Regular.ttf",
    INTERFACE: "BIZUDPGothic-Regular.ttf",
    INTERFACE_BOLD: "BIZUDPGothic-Bold.ttf",
}

TIGHTENING = 0.2
"""How much of an em goes from behind a comma or point inside a number.

In the monospaced faces these signs fill the left half of a digit's cell only, which tears
25,209 apart.
"""


@cache
def load(face: str) -> TTFont:
    """The font of this name, registered with ReportLab on first use."""
    font = TTFont(face, str(paths.resource("fonts", _FILES[face])))
    pdfmetrics.registerFont(font)
    return font


@dataclass(frozen=True, slots=True)
class TextStyle:
    """A face at a size (points); `pitch` is the advance of a full-width character (字送り)."""

    face: str
    size: float
    pitch: float
    underlined: bool = False

    @property
    def tightening(self) -> float:
        """What a comma or point inside a number is drawn in by, in points."""
        return TIGHTENING * self.size


class Advances(dict[str, float]):
    """The advance of each character in points, looked up in the font once."""

    def __init__(self, style: TextStyle) -> None:
        face = load(style.face).face
        self._widths = face.charWidths
        self._default = face.defaultWidth
        self._scale = style.pitch / 1000

    def __missing__(self, character: str) -> float:
        """Look a new character up."""
        width: float = self._widths.get(ord(character), self._default) * self._scale
        self[character] = width
        return width


@cache
def advances(style: TextStyle) -> Advances:
    """The advances of a style, shared by all who set text in it."""
    return Advances(style)
