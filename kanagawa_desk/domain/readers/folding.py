"""Spellings that differ only in width or in look, brought to one form."""

# No blind NFKC: it turns ¹, ① and ㎡ into digits. Only characters are folded that a reader
# takes for the same sign.

import re
import unicodedata

_ASCII = {0xFF00 + code: 0x20 + code for code in range(1, 0x5F)}  # ！ to ～
_SPACES = dict.fromkeys(
    [0x09, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000, 0x3164], " "
)
_LINES = dict.fromkeys([0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029], "\n")
_UNSEEN = dict.fromkeys(
    [
        0xAD,
        0x34F,
        0x180E,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFE00, 0xFE10),
        0xFEFF,
        *range(0xE0100, 0xE01F0),
    ]
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣﹘─━⁻"), "-")
_TILDES = dict.fromkeys(map(ord, "〜～∼˜⁓∿"), "~")
_LIGATURES = {
    "㍾": "明治", "㍽": "大正", "㍼": "昭和", "㍻": "平成", "㋿": "令和",
    "㌫": "%", "㌽": "ポイント", "￥": "¥", "‚": ",", "﹐": ",",
    "’": "'", "‘": "'", "”": '"', "“": '"', "″": '"',
    "⻄": "西", "⻑": "長", "⻘": "青", "⺠": "民", "⻩": "黄",
}  # fmt: skip
_WEEKDAYS = {
    mark: f"({day})"
    for marks in ("㈪㈫㈬㈭㈮㈯㈰", "㊊㊋㊌㊍㊎㊏㊐")
    for mark, day in zip(marks, "月火水木金土日", strict=True)
}
_TABLE = str.maketrans(
    {
        **_ASCII,
        **_SPACES,
        **_LINES,
        **_UNSEEN,
        **_DASHES,
        **_TILDES,
        **{ord(sign): form for sign, form in _LIGATURES.items()},
        **{ord(sign): form for sign, form in _WEEKDAYS.items()},
        **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)},
    }
)
_FAR_TOO_LONG = 1000
_HALF_KANA = re.compile("[｡-ﾟ]+")
_BAR = re.compile("(?<![ァ-ヶー])ー+")
_INNER = re.compile(r"(?<![0-9])[ \n]+|[ \n]+(?![0-9])")


def fold(text: str) -> str:
    """Full and half width, dashes, tildes, spaces and ligatures in one form, outer space off.

    A text that is far too long for any value is given back as it is.
    """
    if len(text) > _FAR_TOO_LONG and len(text := text.strip()) > _FAR_TOO_LONG:
        return text
    if text.isascii():
        return text.translate(_TABLE).strip(" \n") if not text.isprintable() else text.strip(" ")
    text = text.replace("\r\n", "\n").translate(_TABLE)
    if not text.isascii():
        text = _HALF_KANA.sub(_whole_kana, unicodedata.normalize("NFC", text))
        if "ー" in text:
            text = _BAR.sub("-", text)  # the key beside 0 types it for a minus sign
    return text.strip(" \n")


def joined(text: str) -> str:
    """A folded text without its spaces, but for those that hold two numbers apart."""
    return _INNER.sub("", text) if " " in text or "\n" in text else text


def _whole_kana(run: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", run[0])
