"""Numbers in prose that follow the ledgers and headings: {指標:rpa_cum:FY2024}, {見出し:b12}."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kanagawa_desk.domain.notation import encode, parse_period
from kanagawa_desk.domain.periods import Period

TOTAL = "total"

# What a number of each word names, in the order in which it is written.
_PARTS = {
    "指標": ("series", "period"),
    "病床数": ("bed_type", "area", "day"),
    "過不足": ("bed_type", "area", "day", "edition"),
    "充足率": ("bed_type", "area", "day", "edition"),
    "基準病床数": ("bed_type", "area", "edition"),
    "整備目標": ("bed_type", "area", "edition"),
    "圏域数": ("bed_type",),
    "計画数": ("division",),
    "見出し": ("heading",),
    "見出し番号": ("heading",),
}
BED_WORDS = {
    "病床数": "beds",
    "過不足": "surplus",
    "充足率": "sufficiency",
    "基準病床数": "standard",
    "整備目標": "target",
}
UNITS = dict.fromkeys(BED_WORDS, "床") | {"充足率": "%", "圏域数": "圏域", "計画数": "計画"}
WORDS = tuple(_PARTS)

_READERS: dict[str, Callable[[str], Any]] = {"period": parse_period, "day": date.fromisoformat}
_IN_PROSE = re.compile(r"\{(" + "|".join(_PARTS) + r")((?::[^:{}]+)*)\}")


@dataclass(frozen=True, slots=True)
class ProseNumber:
    """A number in a sentence: its word, one of WORDS, and what that word asks for.

    `area` is the id of an area or TOTAL; no division stands for all of them. A 見出し is the
    whole number of a heading, 2(2)イ(ア), a 見出し番号 its own label, (ア).
    """

    word: str
    series: str = ""
    period: Period | None = None
    bed_type: str = ""
    area: str = ""
    day: date | None = None
    edition: str = ""
    division: str = ""
    heading: str = ""


def parts_of(word: str) -> tuple[str, ...]:
    """The names of what a word asks for."""
    return _PARTS[word]


def number_in_prose(word: str, *parts: str) -> ProseNumber:
    """A number by its written parts; raises ValueError where they are not what it asks for."""
    names = _PARTS[word]
    if len(parts) != len(names) and not (word == "計画数" and not parts):
        raise ValueError(f"{word} {parts}")
    read = {name: _READERS.get(name, str)(part) for name, part in zip(names, parts, strict=False)}
    return ProseNumber(word, **read)


def written(number: ProseNumber) -> str:
    """A number as it stands in the text of a block."""
    parts = [encode(value) for name in _PARTS[number.word] if (value := getattr(number, name))]
    return "{" + ":".join([number.word, *parts]) + "}"


def figures_in(text: str) -> list[tuple[str, ProseNumber | None]]:
    """Split prose into text and the numbers bound in it, in order.

    Each piece is (text, None) or (the text as written, number); what is not written as a
    number of its word stays text.
    """
    pieces: list[tuple[str, ProseNumber | None]] = []
    end = 0
    for found in _IN_PROSE.finditer(text):
        try:
            number = number_in_prose(found[1], *found[2].split(":")[1:])
        except ValueError:
            continue
        pieces += [(text[end : found.start()], None), (found[0], number)]
        end = found.end()
    return [*pieces, (text[end:], None)]


def with_headings(text: str, ids: Mapping[str, str]) -> str:
    """A text whose references lead to other headings, by the ids of the old ones."""
    return "".join(
        piece
        if number is None or number.heading not in ids
        else written(replace(number, heading=ids[number.heading]))
        for piece, number in figures_in(text)
    )
