"""Characters that the faces do not hold: what is printed instead, looked up before setting."""

import unicodedata
from functools import cache

from kanagawa_desk.reports.fonts import MINCHO, load

SUBSTITUTE = "〓"
"""下駄記号: what printers set where a type is missing."""

_VARIANTS = {"𠮷": "吉", "槗": "橋", "\u3099": "゛", "\u309a": "゜"}
"""Usual forms that Unicode's normalization does not know: of names outside JIS X 0213, of marks."""


@cache
def _known() -> frozenset[str]:
    # A combining mark has a glyph, but nothing here would set it over its letter.
    characters = map(chr, load(MINCHO).face.charToGlyph)
    return frozenset(c for c in characters if not unicodedata.combining(c))


def printable(text: str) -> tuple[str, tuple[str, ...]]:
    """The text in characters that can be printed, and which others it held.

    Each missing character gives way to its nearest form, or to 〓; variation selectors and
    other invisible marks are dropped without a word, since nothing is lost to a reader.
    """
    known = _known()
    if known.issuperset(text):
        return text, ()
    composed = unicodedata.normalize("NFC", text)
    lacking = tuple(sorted(c for c in set(composed) - known if nearest(c).strip()))
    return "".join(c if c in known else nearest(c) for c in composed), lacking


def nearest(character: str) -> str:
    """What stands for a character that is not in the faces; empty for an invisible one."""
    if _invisible(character):
        return ""
    if character.isspace():
        return " "
    for form in (_VARIANTS.get(character, ""), unicodedata.normalize("NFKC", character)):
        if form and _known().issuperset(form):
            return form
    return SUBSTITUTE


def _invisible(character: str) -> bool:
    code = ord(character)
    if 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF:
        return True
    return unicodedata.category(character) in ("Cc", "Cf") and not character.isspace()
