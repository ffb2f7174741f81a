"""Labels at the head of a line, and every place in the outline that one may stand for."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

from kanagawa_desk.domain.numbering import label as printed_label

PART = 0  # 第1 stands above the seven levels
MISREAD = 1.0
"""What it costs to take a sign for another one that looks like it."""

_KANA = {printed_label(3, number): number for number in range(1, 93)}
_LATIN = {printed_label(5, number): number for number in range(1, 53)}
_TYPED_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_ROMAN = {chr(0x2160 + index): index + 1 for index in range(12)}
_ROMAN |= {letters: number for number, letters in enumerate(_TYPED_ROMANS, 1)}
_KANJI = {sign: number for number, sign in enumerate("一二三四五六七八九十", 1)}

# What recognition of print makes of a label's sign, by what it reads.
_LOOKALIKES = {
    "7": "ア", "了": "ア", "4": "イ", "I": "エli", "l": "エi", "1": "エli", "|": "l", "工": "エ",
    "才": "オ", "力": "カ", "夕": "タ", "二": "ニ", "八": "ハ", "三": "ミ", "千": "チ", "口": "ロ",
    "卜": "ト", "又": "ヌ", "匕": "ヒ", "へ": "ヘ", "り": "リ", "ワ": "ウ", "ン": "ソ", "ソ": "ン",
    "0": "o", "2": "z", "5": "s", "6": "b", "8": "b", "9": "gq", "O": "o", "J": "j",
    "ァ": "ア", "ィ": "イ", "ゥ": "ウ", "ェ": "エ", "ォ": "オ", "ヵ": "カ", "ヶ": "ケ", "ッ": "ツ",
    "ャ": "ヤ", "ュ": "ユ", "ョ": "ヨ", "う": "ウ", "b": "6", "g": "9", "q": "9", "o": "0",
}  # fmt: skip
_LIKE_SMALL = "CIJKOPSUVWXYZ"  # capitals that look like their small letters

# One character for one, so that places in the line stay what they are.
_FOLDED = {
    **{0xFF01 + index: chr(0x21 + index) for index in range(94)},
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF66, 0xFF9E)},
    **dict.fromkeys(map(ord, "’′`´‘＇"), "'"),
    **dict.fromkeys(map(ord, "❨⦅﹙"), "("),
    **dict.fromkeys(map(ord, "❩⦆﹚"), ")"),
    **dict.fromkeys(map(ord, "｜│∣"), "|"),
}
_REACH = 10  # characters in which a label ends

# The core is the first group of its pattern; beyond z and ン the letter is doubled.
_CORE = r"([a-z])\2|([ァ-ン])\3|[0-9]{1,2}|[A-Za-z|]|[ァ-ンうへり二三八了工才力夕千口卜又匕]"
_BRACKETED = re.compile(rf"\([ \u3000]?(?P<core>{_CORE})[ \u3000]?\)(?P<prime>')?")
_HALF_BRACKETED = re.compile(r"(?P<core>[0-9]{1,2}|[ァ-ン]|[a-z])\)")
_BARE = re.compile(
    rf"(?P<core>{_CORE})(?P<prime> ?')?(?:(?=[ \u3000\t])|\.(?![0-9A-Za-z.])|(?<=')|$)"
)
# On the line as it is typed: a wide dot before a number is no decimal point, as in ２．５疾病.
_BEFORE_NUMBER = re.compile(r"(?P<core>[0-9０-９]{1,2})．(?=[0-9０-９]{1,2}[^\W0-9_])")
_CHAINED = re.compile(r"(?P<core>[0-9]{1,2}(?:[-.‐‑–—―−ー][0-9]{1,2}){1,2})[.]?(?=[ \u3000\t])")
_PART = re.compile(r"第[ \u3000]?(?P<core>[0-9]{1,2}|[一二三四五六七八九十])(?=[ \u3000\t]|$)")
_CHAPTER = re.compile(
    r"第[ \u3000]?(?P<core>[0-9]{1,2}|[一二三四五六七八九十])[章編部](?=[ \u3000\t])"
)
_ENCLOSED = re.compile(r"(?P<core>[⑴-⒇⒜-⒵㋐-㋾©®])")
_UPPER_ROMAN = re.compile(r"(?P<core>[Ⅰ-Ⅻ])[.]?(?=[ \u3000\t])")
_TYPED_ROMAN = re.compile(r"(?P<core>X?(?:IX|IV|V?I{1,3}|V)|X)\.(?=[ \u3000\t])")
# What goes on from a label that a sentence names: (1)のとおり, (ア)から(ウ)まで.
_GOES_ON = re.compile(
    r"の(?!ほか|ぞみ)|及び|並びに|又は|若しくは|から|まで|と(?![ぁ-ん])|～|、|，|を"
    r"|に(?:つい|より|よる|掲|おい|係|関)|は(?![ぁ-ん])|が(?![ぁ-ん])|で(?:は|も|あ|定|示)|[)）\-－]"
)
# What goes on from a number in a sentence: 1 人当たり, 4 月1日, 3 万件.
_COUNTED = re.compile(
    r"人(?:当|あた|以上|以下|で|に(?!つ|関|対|係)|が|、|$)|名(?:の|が|、|$)"
    r"|日(?:当たり|間|から|まで|、|[(（]|$)|月[ \u3000]?[0-9０-９末]"
    r"|年(?:[ \u3000]?[0-9０-９]|、|から)|年度(?:の|に|は|末|、|まで|から)"
    r"|年間(?:の|で|に|を|、)|[かカヶヵ箇][月所年]"
    r"|万(?!全)|[億兆％%]|割(?!合|当|引|賦)|倍|千(?!葉)|つの|次(?:救急|医療圏|保健)"
    r"|[件回床台校](?:の|に|を|が|、|$)|施設(?:の|に|を|が|、|$)"
    r"|[0-9０-９,，.．]+[^\s]{0,3}$"
)
_DIGITS = "0123456789０１２３４５６７８９"
_WORDS = re.compile(r"[^\W0-9_]")
_JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")


class Reading(NamedTuple):
    """A place that a label may stand for: level (0 is 第1), number, and what it costs.

    A label that is taken for another sign has to continue the outline exactly (`exact`).
    """

    level: int
    number: int
    cost: float = 0.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label as typed, its readings, and how much it costs to take it for mere text."""

    typed: str
    readings: tuple[Reading, ...]
    as_text: float

    def stands_for(self, level: int, number: int) -> bool:
        """Whether it is written as the label of this place is, apart from width and dot."""
        return any(
            (reading.level, reading.number, reading.cost) == (level, number, 0.0)
            for reading in self.readings
        )


def split_label(text: str) -> tuple[Label, str] | None:
    """The label that a line begins with, and the text behind it (which may be empty)."""
    head = text[:_REACH].translate(_FOLDED) + text[_REACH : _REACH + 1]
    for form, read in _FORMS:
        if not (found := form.match(text if form is _BEFORE_NUMBER else head)):
            continue
        rest = text[found.end() :]
        title = rest.lstrip(" \t\u3000")
        gap = rest[: len(rest) - len(title)]
        prime = found.groupdict().get("prime") or ""
        readings = read(found["core"], prime)
        as_text = _cost_as_text(form, found["core"], gap, title)
        if readings and as_text > 0:
            return Label(text[: found.end()], tuple(readings), as_text), title
        return None
    return None


def _cost_as_text(form: re.Pattern[str], core: str, gap: str, title: str) -> float:
    """How sure it is that a label is one; 0 where it is none."""
    bare = form is _BARE
    if not title:
        return 0.0 if bare and core.isascii() else 2.0
    if not _WORDS.search(title[:40]):
        return 0.0
    if not gap and not bare and _GOES_ON.match(title):
        return 0.0
    if form in (_BEFORE_NUMBER, _CHAINED) and _COUNTED.match(title.lstrip(_DIGITS)):
        return 0.0
    if not bare:
        return 4.0 if gap else 2.5
    if core.isdigit():
        wide = "\u3000" in gap
        if _COUNTED.match(title):
            return 1.0 if wide else 0.0
        return 4.0 if wide else 3.0
    if core.isascii() and not _JAPANESE.search(title[:40]):
        return 1.0
    return 4.0 if "\u3000" in gap or core in _KANA else 3.0


def _bracketed(core: str, prime: str) -> list[Reading]:
    return _read(core, digits=2, kana=4, latin=7 if prime else 6)


def _half_bracketed(core: str, _prime: str) -> list[Reading]:
    """1) stands for (1), its bracket lost, or for one of the two levels below it."""
    lost = [each._replace(cost=0.3) for each in _read(core, digits=2, kana=4, latin=6)]
    if not core.isdigit():
        return lost
    # The deeper one, where both may be, since ア would have been written as ア.
    below = ((3, MISREAD + 0.1), (4, MISREAD))
    return [*lost, *(Reading(level, int(core), cost, exact=True) for level, cost in below)]


def _bare(core: str, prime: str) -> list[Reading]:
    return _read(core, digits=1, kana=3, latin=7 if prime else 5)


def _before_number(core: str, _prime: str) -> list[Reading]:
    return [Reading(1, int(core), exact=True)]


def _chained(core: str, _prime: str) -> list[Reading]:
    """1-2 and 1.2 stand below 1, or below 第1 where the text has that."""
    numbers = [int(each) for each in re.split("[^0-9]", core)]
    depth = len(numbers)
    return [Reading(depth - above, numbers[-1], 0.3 + 0.2 * above, exact=True) for above in (0, 1)]


def _part(core: str, _prime: str) -> list[Reading]:
    return [Reading(PART, _KANJI.get(core) or int(core))]


def _chapter(core: str, _prime: str) -> list[Reading]:
    """第1章, which the outline of papers writes as 第1."""
    return [Reading(PART, _KANJI.get(core) or int(core), 0.5)]


def _upper_roman(core: str, _prime: str) -> list[Reading]:
    """Ⅰ stands above 1, or right below it where the text has begun with 1."""
    number = _ROMAN[core]
    return [Reading(PART, number, 0.5), Reading(2, number, MISREAD, exact=True)]


def _typed_roman(core: str, prime: str) -> list[Reading]:
    """I. and V. may be letters too, or what recognition made of エ and l."""
    if core not in _ROMAN:
        return []
    return [*_upper_roman(core, prime), *(_bare(core, prime) if len(core) == 1 else ())]


def _enclosed(core: str, _prime: str) -> list[Reading]:
    if core in "©®":  # what word processors make of (c) and (r)
        return [Reading(6, 3 if core == "©" else 18, 0.5)]
    if "⑴" <= core <= "⒇":
        return _bracketed(str(ord(core) - ord("⑴") + 1), "")
    if "⒜" <= core <= "⒵":
        return _bracketed(chr(ord(core) - ord("⒜") + ord("a")), "")
    return [Reading(4, ord(core) - ord("㋐") + 1, 0.5)]


_FORMS = (
    (_BRACKETED, _bracketed),
    (_PART, _part),
    (_CHAPTER, _chapter),
    (_ENCLOSED, _enclosed),
    (_UPPER_ROMAN, _upper_roman),
    (_TYPED_ROMAN, _typed_roman),
    (_HALF_BRACKETED, _half_bracketed),
    (_BEFORE_NUMBER, _before_number),
    (_CHAINED, _chained),
    (_BARE, _bare),
)


def _read(core: str, *, digits: int, kana: int, latin: int) -> list[Reading]:
    """The places of a label's core where digits, kana and letters stand for these levels."""
    literal = _place(core, digits, kana, latin)
    readings = [Reading(*literal)] if literal else []
    alike = _LOOKALIKES.get(core, "") + (core.lower() if core in _LIKE_SMALL else "")
    for sign in dict.fromkeys(alike):
        place = _place(sign, digits, kana, latin)
        if place and place != literal:
            readings.append(Reading(*place, MISREAD, exact=True))
    return readings


def _place(core: str, digits: int, kana: int, latin: int) -> tuple[int, int] | None:
    if core.isascii() and core.isdigit():
        return (digits, int(core)) if int(core) else None
    if core in _KANA:
        return kana, _KANA[core]
    return (latin, _LATIN[core]) if core in _LATIN else None
