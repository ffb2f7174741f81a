"""Lines broken in mid-sentence: which line goes on from the one above, and joining them."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.plain_text import width

_COLUMNS, _CHARACTERS = range(36, 113), range(18, 61)  # at which a text may have been broken
_RAGGED = 8  # by which lines broken at one width may differ
_SLACK = 4  # what spacing of letters and figures may leave at a line's end
_SENTENCE_MEASURE = 50  # a line of prose of this width that ends no sentence goes on

_ENDED = re.compile(r"[。．！？!?][」』）)]?$")
_OPEN_TITLE = re.compile(
    r"(?:[、，・（(「『をやが]|(?<!も)の|から|より|まで|及び|又は|並びに|若しくは)$"
)
_OPEN = re.compile(
    r"(?:[、，・：（(「『〔【をはがへやにで]|(?<![もそ])の|(?<!ど)も|(?<![こもひ])と|(?<!つい)て"
    r"|から|より|まで|及び|又は|並びに|若しくは|おり)$"
)
_OPENING, _CLOSING = re.compile("[（(「『〔【]"), re.compile("[）)」』〕】]")
_UNIT = re.compile("[!-~]+|.[、。，．・）」』】〕ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]*")
_LEFT_OVER = 2  # characters that are no line of their own below a long one
_WORD = re.compile("[A-Za-z]")
_TAIL = 8  # characters that tell how a line ends


class Measure(NamedTuple):
    """How wide the lines of a text were broken, in columns and in characters; None: not so."""

    columns: int | None
    characters: int | None

    def filled(self, above: Line, line: Line) -> bool:
        """Whether the head of a line would not have found room in the one above."""
        unit = _first_unit(line.text)
        wide = self.columns and above.end + width(unit) > self.columns - _SLACK
        return bool(
            wide or (self.characters and len(above.raw) + len(unit) > self.characters - _SLACK)
        )


def measure(lines: Sequence[Line], plain: Sequence[bool]) -> Measure:
    """The measure at which a text was broken into lines.

    `plain` says of each line that it bears no label or mark.
    """
    above = [
        before
        for before, line, alone in zip(lines, lines[1:], plain[1:], strict=False)
        if alone and not line.apart and not _ENDED.search(before.text[-_TAIL:])
    ]
    return Measure(
        _widest([line.end for line in lines], [line.end for line in above], _COLUMNS),
        _widest([len(line.raw) for line in lines], [len(line.raw) for line in above], _CHARACTERS),
    )


def goes_on(above: Line, line: Line, measured: Measure, *, title: bool, text_at: int) -> bool:
    """Whether a line without mark continues the one above.

    `title`: the line above has a label; `text_at` is the column where its text begins.
    """
    if (line.below_blank and not line.below_seam) or _ENDED.search(above.text[-_TAIL:]):
        return False
    if open_title(above.text) if title else _open(above.text):
        return True
    if len(line.text) <= _LEFT_OVER and above.end >= _SENTENCE_MEASURE:
        return True
    if line.indent > max(above.indent, text_at) + 1:
        return False
    if measured.filled(above, line):
        return True
    prose = line.text.endswith("。") and not title and not line.below_seam
    return prose and not any(measured) and above.end >= _SENTENCE_MEASURE


def open_title(text: str) -> bool:
    """Whether a title cannot end like this."""
    return bool(_OPEN_TITLE.search(text[-_TAIL:])) or _bracket_open(text)


def join(parts: Sequence[str]) -> str:
    """Parts of a text as one: with a space between two Latin words, else without."""
    joined = [parts[0]]
    for before, part in pairwise(parts):
        if _WORD.match(before[-1:]) and _WORD.match(part):
            joined.append(" ")
        joined.append(part)
    return "".join(joined)


def _widest(sizes: Sequence[int], above: Sequence[int], likely: range) -> int | None:
    """The size of the widest lines, if at least two that are gone on from are about as wide."""
    if not above:
        return None
    # But for one in fifty: an address pasted in, a wide caption.
    widest = sorted(sizes)[-1 - len(sizes) // 50]
    full = sum(abs(size - widest) <= _RAGGED for size in above)
    return widest if widest in likely and full > 1 else None


def _open(text: str) -> bool:
    """Whether a sentence cannot end like this."""
    return bool(_OPEN.search(text[-_TAIL:])) or _bracket_open(text)


def _bracket_open(text: str) -> bool:
    return len(_OPENING.findall(text)) > len(_CLOSING.findall(text))


def _first_unit(text: str) -> str:
    """What cannot be parted from the head of a line: a word, or a sign and what leans on it."""
    found = _UNIT.match(text)
    return found[0] if found else text[:1]
