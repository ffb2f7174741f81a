"""Words and marks beside a value: 予定, 約, 以上, a note mark, an as-of date."""

import re
from dataclasses import dataclass
from enum import Enum

from kanagawa_desk.domain.values import Status

_STATUS_WORDS = {
    Status.PLANNED: "予定",
    Status.FORECAST: "見込 見込み 見込み値",
    Status.PRELIMINARY: "速報 暫定",
    Status.REVISED: "訂正",
}
STATUS = {
    word + end: status
    for status, words in _STATUS_WORDS.items()
    for word in words.split()
    for end in ("", "値", "数", "数値")
} | {"p": Status.PRELIMINARY, "r": Status.REVISED}
"""How firm a value is, by the word or the mark beside it (p 速報, r 訂正 in statistics)."""

_FIRM_WORDS = "実績 実績値 実績数 確定 確定値 確定数 確報 確報値 実数"
FIRM = frozenset(_FIRM_WORDS.split())
"""Words that say no more than that the value stands."""

_APPROXIMATE_WORDS = "約 およそ 概数 概算 概数値 概算値 程度"
APPROXIMATE = frozenset(_APPROXIMATE_WORDS.split())

NOTE = re.compile(r"(?:※|\*+|注|†|‡|★)[0-9]{0,2}")
"""A reference to a note that cannot be taken for a part of the value."""

_LAST_NOTES = re.compile(rf"(?<=.)[ \n]*(?:\((?:{NOTE.pattern})\)|(?:※|注)[0-9]{{0,2}}|\*)$")

_NOTE_DIGIT = "⁰¹²³⁴-⁹₀-₉①-⓿❶-➓㉑-㉟㊱-㊿⑴-⒛"
NOTE_DIGITS = re.compile(f"[{_NOTE_DIGIT}⁾⁽]+")
"""Small and circled digits: note marks that look like digits."""

AS_OF = re.compile("(.+?)(?:の?(?:現在|時点)|末)")


class Beside(Enum):
    """What a remark in parentheses is."""

    STATUS = "status"
    APPROXIMATE = "approximate"
    NOTHING = "nothing"
    AS_OF = "as of"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark with what it says: a status, or the day it names."""

    beside: Beside
    status: Status | None = None
    day: str = ""


def remark(text: str) -> Remark:
    """What the inside of a parenthesis says about the value before it."""
    if text in STATUS:
        return Remark(Beside.STATUS, STATUS[text])
    if text in APPROXIMATE:
        return Remark(Beside.APPROXIMATE)
    if says_nothing(text):
        return Remark(Beside.NOTHING)
    if AS_OF.fullmatch(text):
        return Remark(Beside.AS_OF, day=text)
    return Remark(Beside.OTHER)


def says_nothing(text: str) -> bool:
    """Whether a remark leaves the value as it is: 実績, a note mark."""
    return text in FIRM or NOTE.fullmatch(text) is not None


def without_notes(text: str) -> str:
    """A text without the note marks at its end: ※, ※1, （注2）."""
    return _LAST_NOTES.sub("", text)


def balanced(text: str) -> bool:
    """Whether every parenthesis has its partner."""
    depth = 0
    for char in text:
        if char == "(":
            depth += 1
        elif char == ")":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
