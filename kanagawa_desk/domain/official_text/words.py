"""Words that recognition of print spaced out: D F F T, 生成A I."""

import re
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from kanagawa_desk.domain.official_text.draft import TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.runs import Piece

_SPACED = re.compile(
    r"(?<![A-Za-zＡ-Ｚａ-ｚ])[A-ZＡ-Ｚ](?:[ \u3000][A-ZＡ-Ｚ])+(?![A-Za-zＡ-Ｚａ-ｚ])"
)
_TOGETHER = re.compile("(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])")
_COMMON = frozenset(("AI", "DX", "ID", "IT", "PC", "QR"))
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def close_up(pieces: Sequence[Piece]) -> tuple[list[Piece], list[TextProblem]]:
    """The lines with spaced acronyms closed up, each reported.

    Two letters are closed up only where the word is known, from this text or in general;
    A B C is an enumeration.
    """
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    known = _COMMON.union(*(_TOGETHER.findall(line.text) for line in lines))
    problems: list[TextProblem] = []

    def closed(line: Line) -> Line:
        def close(found: re.Match[str]) -> str:
            word = "".join(found[0].split())
            plain = normalize("NFKC", word)
            if plain not in known and (len(plain) < 3 or plain in _ALPHABET):
                return found[0]
            problems.append(problem("letters_joined", line.number, old=found[0], new=word))
            return word

        return replace(line, text=_SPACED.sub(close, line.text))

    return [
        closed(piece) if isinstance(piece, Line) and _SPACED.search(piece.text) else piece
        for piece in pieces
    ], problems
