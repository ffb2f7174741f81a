"""The look of labels and digits that a template chooses."""

import re
import unicodedata
from typing import Literal

_HALF_TO_FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_NARROW_KANA = str.maketrans(
    {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
)
# Alone: not part of a number with a comma or point, nor of a word (B5, e-Gov2).
_LONE_DIGIT = re.compile(r"(?<![!-~])[0-9](?![!-~])")


def label_look(label: str, look: Literal["plain", "wide", "narrow"]) -> str:
    """An outline label as it is set: (ア), （ア） or (ｱ).

    In the wide look a number of more than one digit stays half width, as it does in text.
    """
    if look == "narrow":
        return label.translate(_NARROW_KANA)
    if look == "wide":
        return re.sub(r"[^0-9]|(?<![0-9])[0-9](?![0-9])", _widened, label)
    return label


def digits(text: str, style: Literal["half", "mixed"]) -> str:
    """Text with a single digit in full width where the style is mixed (第８次, 16計画, 1.5倍)."""
    return _LONE_DIGIT.sub(_widened, text) if style == "mixed" else text


def _widened(found: re.Match[str]) -> str:
    return found.group().translate(_HALF_TO_FULL)
