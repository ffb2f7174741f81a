"""The look of labels and digits that a template chooses."""

import re
import unicodedata
from typing import Literal

_HALF_TO_FULL = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_NARROW_KANA = str.maketrans(
    {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0xFF66, 0xFF9E)}
)
_NEGATIVE = re.compile(r"▲(?=[0-9０-９])")
_FULL_TO_HALF = str.maketrans({full: chr(half) for half, full in _HALF_TO_FULL.items()})
_NUMBER = re.compile(r"[0-9０-９]+(?:[,.，．][0-9０-９]+)*")
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


def digits(text: str, style: Literal["typed", "half", "mixed"]) -> str:
    """Text with its digits as typed, all half width, or a single one full width.

    Mixed is 第８次 beside 16計画 and 1.5倍.
    """
    if style == "typed":
        return text
    narrow = _NUMBER.sub(_narrowed, text)
    return _LONE_DIGIT.sub(_widened, narrow) if style == "mixed" else narrow


def signed(text: str, sign: Literal["▲", "△"]) -> str:
    """Text with this sign before the figures of shortages (▲1,601, △1,601)."""
    return _NEGATIVE.sub(sign, text) if sign != "▲" and "▲" in text else text


def _narrowed(found: re.Match[str]) -> str:
    return found.group().translate(_FULL_TO_HALF)


def _widened(found: re.Match[str]) -> str:
    return found.group().translate(_HALF_TO_FULL)
