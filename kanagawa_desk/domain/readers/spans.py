"""A period as a text: its two sides, its stated length, and what stands in parentheses."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import Finding, Found
from kanagawa_desk.domain.readers.remarks import STATUS, says_nothing
from kanagawa_desk.domain.readers.wording import ending_status
from kanagawa_desk.domain.values import Status

_BETWEEN = re.compile(r"~+|から|より|\.\.")
_FROM_TO = re.compile("自(.+?)至(.+)")
_ENDLESS = re.compile("(?:期間|期限|終期)の?(?:定め)?[はが]?(?:なし|無し|ない)|無期限|期限なし")
_HYPHEN = re.compile("-+(?=FY|[MTSHRmtshr明大昭平令]|[0-9]{4})")
_ANY_HYPHEN = re.compile("-+")
_GROUP = re.compile(r"\(([^()]*)\)$")
_COUNTER = "(?:[かカヵヶケ箇ｹ]?年|[かカヵヶケ箇ｹ]月)"
_LENGTH = re.compile(f"([0-9]{{1,3}})({_COUNTER})間?")
_LAST_LENGTH = re.compile(
    f"(?:(?<=まで)|(?<=年度))の?([0-9]{{1,3}})({_COUNTER})間?$|(?:の|(?<=から)|(?<=~))([0-9]{{1,3}})({_COUNTER})間$"
)
_ONWARD = re.compile("(?:以降|以後|から|より)$")


@dataclass(frozen=True, slots=True)
class Span:
    """The parts of a period: a side is None where it is open, `bare` where there is but one.

    `length` is a number with its counter, as (6, 年間).
    """

    start: str | None
    end: str | None
    bare: bool = False
    hyphen: bool = False
    length: tuple[int, str] | None = None
    status: Status | None = None
    others: tuple[str, ...] = ()


def span_of(text: str) -> Span | None:
    """Take a period's text apart; None where it has more than two sides."""
    length: tuple[int, str] | None = None
    status: Status | None = None
    others = []
    while group := _GROUP.search(text):
        inside = group[1]
        if match := _LENGTH.fullmatch(inside):
            length = (int(match[1]), match[2])
        elif inside in STATUS:
            status = STATUS[inside]
        elif _BETWEEN.search(inside):
            others.append(inside)
        elif not says_nothing(inside) and not _ENDLESS.fullmatch(inside):
            break
        text = text[: group.start()]
    text, said = ending_status(_FROM_TO.sub(r"\1~\2", text))
    if match := _LAST_LENGTH.search(text):
        number, counter = match[1] or match[3], match[2] or match[4]
        length, text = (int(number), counter), text[: match.start()]
    sides = _sides(_ONWARD.sub("~", text))
    if sides is None:
        return None
    start, end, bare, hyphen = sides
    return Span(start, end, bare, hyphen, length, status or said, tuple(others))


def _sides(text: str) -> tuple[str | None, str | None, bool, bool] | None:
    hyphen = False
    for separator in (_BETWEEN, _HYPHEN, _ANY_HYPHEN):
        parts = separator.split(text)
        if len(parts) == 2 and (separator is _BETWEEN or all(parts)):
            hyphen = separator is _ANY_HYPHEN
            break
        if len(parts) > 2:
            return None
    else:
        if not text:
            return None
        until = text.removesuffix("まで")
        return (None, until, False, False) if until != text else (text, None, True, False)
    start, end = parts[0], parts[1].removesuffix("まで")
    if _ENDLESS.fullmatch(end):
        end = ""
    return (start or None, end or None, False, hyphen)


def joined_sides(start: Found, end: Found, build: Callable[[Any, Any], Any]) -> Found:
    """A period out of its two findings; a Finding of None stands for an open side."""
    for side in (start, end):
        if not isinstance(side, Finding):
            return side
    assert isinstance(start, Finding)
    assert isinstance(end, Finding)
    first, last = start.values[0], end.values[0]
    if first is None and last is None:
        return None
    if first is not None and last is not None and last < first:
        return fault("reversed")
    return Finding((build(first, last),), start.doubt or end.doubt)


OPEN = Finding((None,))
