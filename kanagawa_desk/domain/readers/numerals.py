"""Numbers as they are written: grouped, in kanji, with 兆 億 万 千, and where they are in doubt."""

import re
from dataclasses import dataclass
from decimal import Decimal

DIGITS = "0-9.,〇零一二三四五六七八九十百千万億兆壱弐参拾萬"
"""What a numeral may consist of, as the inside of a character class."""

MOST_DIGITS = 15  # beyond these Excel itself drops digits
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number with, where it is in doubt, what else it may be and why.

    `values` holds the likeliest first; `worded` tells kanji and scales from plain digits.
    """

    values: tuple[Decimal, ...]
    doubt: str = ""
    worded: bool = False


_GROUPED = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)"
_PLAIN = re.compile(rf"{_GROUPED}(?:\.[0-9]+)?")
_STUCK = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+)([0-9])")
_COMMAS = re.compile(r"[0-9]+(?:,[0-9]+)+")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_LOOSE = re.compile(rf"([.,]?)({_GROUPED}(?:\.[0-9]+)?)([.,]?)")
_KANJI = re.compile("[〇零一二三四五六七八九十百千万億兆]")
_POSITIONAL = re.compile("[〇零一二三四五六七八九]{2,}")
_SMALL = re.compile(
    "(?:([1-9一二三四五六七八九]?)千)?(?:([1-9一二三四五六七八九]?)百)?"
    "(?:([1-9一二三四五六七八九]?)十)?([0-9]{0,3}|[〇零一二三四五六七八九])"
)
_MANY = re.compile(r"([0-9.,]+)([千百十])")
_SCALES_ALONE = re.compile("[百千万億兆]+")
_OLD = str.maketrans("壱弐参拾萬", "一二三十万")
_VALUE = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL_SCALE = {"千": 1000, "百": 100, "十": 10}
_LARGE_SCALE = (("兆", 10**12), ("億", 10**8), ("万", 10**4))

_GROUPING = "桁区切りのコンマの位置が合いません。"
_FOOTNOTE = "最後の数字は注の番号のように見えます。"
_LOOSE_POINT = "数の前後に点かコンマが付いています。"
_LEADING_ZERO = "0で始まっています。"
_LONG = "桁数が多すぎます。"
ONLY_SCALE = "単位だけが書かれているように見えます。"
_OMITTED = "「万」や「千」の後の桁が省かれているように見えます。"


def numeral(text: str) -> Numeral | None:
    """Read a run of the characters in DIGITS; None where it is no number."""
    if len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return _plain(text)
    text = text.translate(_OLD)
    if _KANJI.search(text):
        return _worded(text)
    return _doubtful(text)


def kanji_number(text: str) -> int | None:
    """A run of kanji digits and 十, read by place (二〇二四) or by scale (二十九)."""
    if _POSITIONAL.fullmatch(text):
        return _by_place(text)
    read = _worded(text)
    return int(read.values[0]) if read else None


def _plain(text: str) -> Numeral:
    value = Decimal(text.replace(",", ""))
    if text[0] == "0" and len(text) > 1 and text[1] != ".":
        return Numeral((value,), _LEADING_ZERO)
    if len(text) > MOST_DIGITS and len(value.as_tuple().digits) > MOST_DIGITS:
        return Numeral((value,), _LONG)
    return Numeral((value,))


def _doubtful(text: str) -> Numeral | None:
    if stuck := _STUCK.fullmatch(text):
        return Numeral((_number(stuck[1]), _number(stuck[0])), _FOOTNOTE)
    if _COMMAS.fullmatch(text):
        values = [_number(text)]
        if _DECIMAL_COMMA.fullmatch(text):
            values.append(Decimal(text.replace(",", ".")))
        return Numeral(tuple(values), _GROUPING)
    loose = _LOOSE.fullmatch(text)
    if loose is None:
        return None
    if loose[1] == "." and not loose[3] and loose[2].isdigit():
        return Numeral((Decimal("0." + loose[2]),), _LOOSE_POINT)
    return Numeral((_number(loose[2]),), _LOOSE_POINT)


def _worded(text: str) -> Numeral | None:
    if _POSITIONAL.fullmatch(text):
        return Numeral((Decimal(_by_place(text)),), worded=True)
    sections = []
    rest, above = text, 0
    for scale, factor in _LARGE_SCALE:
        head, found, tail = rest.partition(scale)
        if found:
            sections.append((head, factor))
            rest, above = tail, factor
    if rest or not above:
        sections.append((rest, 1))
    total, doubt = Decimal(0), ""
    for place, (written, factor) in enumerate(sections):
        section = _section(written)
        if section is None:
            return None
        value = section.values[0]
        more = place < len(sections) - 1
        if (more and value % 1) or (place and value >= 10**4):
            return None
        total += value * factor
        doubt = doubt or section.doubt
    if _SCALES_ALONE.fullmatch(text):
        doubt = ONLY_SCALE
    digits = rest.replace(",", "")
    if rest and (above > 10**4 or (above and digits.isdigit() and len(digits) < 3)):
        doubt = _OMITTED  # 3万5 and 1億5000 leave open whether 千 or 万 was left out
    if total >= 10**MOST_DIGITS:
        doubt = doubt or _LONG
    whole = total == total.to_integral_value()
    return Numeral((Decimal(int(total)) if whole else total,), doubt, worded=True)


def _section(text: str) -> Numeral | None:
    """What stands between two large scales."""
    if _PLAIN.fullmatch(text):
        return Numeral((_number(text),))
    if (many := _MANY.fullmatch(text)) and _PLAIN.fullmatch(many[1]):
        return Numeral((_number(many[1]) * _SMALL_SCALE[many[2]],))
    parts = _SMALL.fullmatch(text)
    if parts is None or not text:
        return None
    value, lowest = 0, 0
    for digit, factor in zip(parts.groups(), (1000, 100, 10), strict=False):
        if digit is not None:
            value += (_digit(digit) if digit else 1) * factor
            lowest = factor
    ones = parts[4]
    cut = lowest and ones.isascii() and len(ones) not in (0, len(str(lowest)) - 1)
    value += _digit(ones) if ones else 0
    return Numeral((Decimal(value),), _OMITTED if cut else "")


def _by_place(text: str) -> int:
    return int("".join(str(_VALUE[char]) for char in text))


def _digit(text: str) -> int:
    return _VALUE[text] if text in _VALUE else int(text)


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
