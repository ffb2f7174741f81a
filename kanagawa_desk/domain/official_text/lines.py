"""The lines of a text: numbered as an editor does, blank ones left out but remembered."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kanagawa_desk.domain.official_text.draft import SetAside
from kanagawa_desk.domain.plain_text import width

_LINE_END = re.compile(r"\r\n?|\n")
_BREAK_IN_LINE = re.compile("[\x0b\x85\u2028\u2029]")  # Word's line break and its relatives
_SPACES = dict.fromkeys([0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
# Signs without a shape. Joiners and variation selectors stay: they belong to a character.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_MARGIN = " \t\u3000"
_TAB = "    "


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something.

    `raw` keeps the space before the text and tabs behind it; `indent` is the width of what
    stands before the text, where a full-width character is 2; `below_blank` says that a blank
    line stands above; `below_seam` that a page ends there.
    """

    number: int
    raw: str
    text: str
    indent: int
    below_blank: bool = False
    below_seam: bool = False

    @property
    def apart(self) -> bool:
        """Whether it stands apart from the line above."""
        return self.below_blank or self.below_seam

    @property
    def end(self) -> int:
        """The column in which its text ends."""
        return self.indent + width(self.text)


def read_lines(text: str) -> tuple[list[Line], list[SetAside]]:
    """The lines of a text that hold something, and the signs without a shape that it held."""
    lines: list[Line] = []
    unseen: list[SetAside] = []
    blank = seam = False
    for number, physical in enumerate(_LINE_END.split(text), 1):
        if signs := "".join(_UNSEEN.findall(physical)):
            unseen.append(SetAside(number, "unseen", signs))
            physical = _UNSEEN.sub("", physical)
        for index, part in enumerate(physical.translate(_SPACES).split("\f")):
            seam = seam or index > 0
            for piece in _BREAK_IN_LINE.split(part):
                stripped = piece.strip(_MARGIN)
                if stripped:
                    margin = piece[: len(piece) - len(piece.lstrip(_MARGIN))]
                    indent = width(margin.replace("\t", _TAB))
                    raw = piece.rstrip(" \u3000")
                    lines.append(Line(number, raw, stripped, indent, blank, seam))
                    blank = seam = False
                elif index == 0:
                    blank = True
    return lines, unseen


def without(lines: Sequence[Line], dropped: set[int]) -> Iterator[Line]:
    """The lines but those at these indexes; a page ends where they stood."""
    below_blank = below_seam = False
    for index, line in enumerate(lines):
        below_blank |= line.below_blank
        below_seam |= line.below_seam or index in dropped
        if index not in dropped:
            if (below_blank, below_seam) != (line.below_blank, line.below_seam):
                yield replace(line, below_blank=below_blank, below_seam=below_seam)
            else:
                yield line
            below_blank = below_seam = False
