"""What dates, years and periods have in common as texts: kanji digits, parentheses, tails."""

import re

from kanagawa_desk.domain.readers.folding import fold, joined
from kanagawa_desk.domain.readers.numerals import kanji_number
from kanagawa_desk.domain.readers.remarks import STATUS
from kanagawa_desk.domain.values import Status

LONGEST = 80

_QUARTER = re.compile("[・/]?[四4]半期")
_KANJI_DIGITS = re.compile("[〇○◯零一二三四五六七八九十]+")
_BLANKS = ("○", "◯", "〇", "○○", "◯◯", "〇〇")  # 令和○年: a form not filled in
_ENDINGS = [(word, status) for word, status in STATUS.items() if len(word) > 1]
_GROUP = re.compile(r"\(([^()]*)\)")
_ROMAN = str.maketrans({"Ⅰ": "1", "Ⅱ": "2", "Ⅲ": "3", "Ⅳ": "4"})


def time_text(text: str) -> str:
    """A text folded for the readers of time: no spaces, Arabic digits, 四半期 as Q."""
    text = joined(fold(text)).translate(_ROMAN)
    if text.isascii():
        return text
    return _KANJI_DIGITS.sub(_arabic, _QUARTER.sub("Q", text))


def without_groups(text: str) -> tuple[str, list[str]]:
    """The text outside its parentheses, and what stands in each of them."""
    if "(" not in text:
        return text, []
    return _GROUP.sub("", text), _GROUP.findall(text)


def ending_status(text: str) -> tuple[str, Status | None]:
    """The text without a 予定, 見込 and the like at its end, and what that says."""
    for word, status in _ENDINGS:
        if text.endswith(word):
            return text.removesuffix(word), status
    return text, None


def _arabic(run: re.Match[str]) -> str:
    if len(run[0]) > 4 or run[0] in _BLANKS:
        return run[0]
    number = kanji_number(run[0].replace("○", "〇").replace("◯", "〇"))
    return run[0] if number is None else str(number)
