"""What changed within a text: both versions in pieces, those that differ marked."""

import re
from difflib import SequenceMatcher

Piece = tuple[str, bool]
"""A part of a text, and whether it differs from the other version."""

Pieces = tuple[Piece, ...]

# A number with its sign, commas and decimals, and a word of letters or katakana, change whole.
_TOKEN = re.compile(
    r"[▲△－-]?[0-9０-９]+(?:[,.，．][0-9０-９]+)*|[A-Za-zＡ-Ｚａ-ｚ]+|[ァ-ヺー]+|.", re.DOTALL
)


def marked(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Both texts in pieces; put together they are the texts again.

    >>> marked("計76業務", "計1,077業務")[1]
    (('計', False), ('1,077', True), ('業務', False))
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    opcodes = matcher.get_opcodes()
    for place, (tag, i1, i2, j1, j2) in enumerate(opcodes):
        between = 0 < place < len(opcodes) - 1
        differs = tag != "equal" or (between and len("".join(old[i1:i2])) == 1)
        _add(sides[0], "".join(old[i1:i2]), differs)
        _add(sides[1], "".join(new[j1:j2]), differs)
    return tuple(sides[0]), tuple(sides[1])


def whole(text: str, *, differs: bool = False) -> Pieces:
    """A text in one piece; none where it is empty."""
    return ((text, differs),) if text else ()


def _add(pieces: list[Piece], text: str, differs: bool) -> None:
    """Add a piece, joined to the last one where both are marked alike."""
    if not text:
        return
    if pieces and pieces[-1][1] is differs:
        text = pieces.pop()[0] + text
    pieces.append((text, differs))
