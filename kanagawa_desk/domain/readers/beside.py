"""What stands before and behind a number, token by token, and what each does to it."""

import re
from collections.abc import Callable
from datetime import date

from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.amounts import Amount
from kanagawa_desk.domain.readers.dates import find_date
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.numerals import DIGITS
from kanagawa_desk.domain.readers.remarks import NOTE, NOTE_DIGITS, STATUS, Beside, remark
from kanagawa_desk.domain.readers.units import scaled, spellings
from kanagawa_desk.domain.readers.wording import time_text
from kanagawa_desk.domain.reading import Problem

_STATUS_WORDS = "|".join(sorted((word for word in STATUS if len(word) > 1), key=len, reverse=True))
_BOUND_WORDS = "以上|以下|以内|未満|を?超え?(?!過)|を?上回|を?下回|より|まで|以降|から|~"

HEAD = re.compile(
    rf"""(?P<space>[ ]+)
    |(?P<sign>[▲△▼+\-±]|マイナス|プラス)
    |(?P<approximate>約|およそ|おおよそ|おおむね|概ね|凡そ|[≒≈])
    |(?P<lead>累計|これまでに?|全)
    |(?P<status>{_STATUS_WORDS}|[pr](?=[ 0-9]))
    |(?P<group>\([^()]*\))
    |(?P<money>¥|\\|金)
    |(?P<change>増|減|不足|過剰)
    |(?P<mark>[▽※*\#①-⓿'"]|うち|内|延べ|のべ|合計|総計|計|年間)""",
    re.VERBOSE,
)
TAIL = re.compile(
    rf"""(?P<space>[ ]+)
    |(?P<group>\([^()]*\))
    |(?P<status>{_STATUS_WORDS}|[pr](?![A-Za-z]))
    |(?P<approximate>程度|ほど|前後|くらい|ぐらい)
    |(?P<bound>{_BOUND_WORDS})
    |(?P<note>{NOTE.pattern})
    |(?P<footnote>{NOTE_DIGITS.pattern})
    |(?P<vague>余り?|あまり|強|弱|位(?![^ ()]))
    |(?P<change>増加?|減少?|不足|過剰|超過|アップ|ダウン)
    |(?P<closing>也|-+(?![0-9]))
    |(?P<held>開催|実施)
    |(?P<mark>[.。,、!'"▲△])""",
    re.VERBOSE,
)
NO_UNIT = re.compile(
    f"{_STATUS_WORDS}|程度|ほど|前後|くらい|ぐらい|{_BOUND_WORDS}|余り?$|あまり$|[強弱位也]$"
    "|増|減|不足|過剰|超過|開催|実施|注"
)
"""Where a unit ends, when one is looked for that is not known."""

_ANY_DIGIT = re.compile(f"[{DIGITS}]")


def take(
    token: re.Match[str], found: Amount, unit: str = "", base: date | None = None
) -> Problem | None:
    """Take a token of HEAD or TAIL into account; a Problem where it rules a number out."""
    kind, word = token.lastgroup or "", token[0]
    if kind == "group":
        return _take_group(word[1:-1].strip(), found, unit, base)
    if kind == "bound":
        return fault("bound", found=word)
    if kind == "vague":
        return fault("vague", found=token.string[:20])
    _EFFECTS[kind](found, word)
    return None


def _approximate(found: Amount, _: str) -> None:
    found.approx = True


def _lead(found: Amount, _: str) -> None:
    found.lead = found.wordy = True


def _status(found: Amount, word: str) -> None:
    found.stated(STATUS[word])


def _money(found: Amount, _: str) -> None:
    found.money = True


def _note(found: Amount, word: str) -> None:
    if word[0] == "*" and word[-1] != "*":
        found.doubted(doubts.FOOTNOTE)  # 1,601*1 may be a product


def _footnote(found: Amount, _: str) -> None:
    found.doubted(doubts.FOOTNOTE)


def _closing(found: Amount, _: str) -> None:
    if not (found.money or found.unit.endswith("円")):
        found.doubted(doubts.MARK)


def _held(found: Amount, _: str) -> None:
    found.wordy = True


def _mark(found: Amount, _: str) -> None:
    found.doubted(doubts.MARK)


def _nothing(_: Amount, __: str) -> None:
    pass


_EFFECTS: dict[str, Callable[[Amount, str], None]] = {
    "space": _nothing,
    "sign": Amount.signed,
    "approximate": _approximate,
    "lead": _lead,
    "status": _status,
    "money": _money,
    "change": Amount.changed,
    "note": _note,
    "footnote": _footnote,
    "closing": _closing,
    "held": _held,
    "mark": _mark,
}


def _take_group(inside: str, found: Amount, unit: str, base: date | None) -> Problem | None:
    """Take a remark in parentheses into account."""
    inside = inside.removeprefix("単位:")
    said = remark(inside)
    match said.beside:
        case Beside.STATUS if said.status is not None:
            found.stated(said.status)
        case Beside.APPROXIMATE:
            found.approx = True
        case Beside.NOTHING:
            pass
        case Beside.AS_OF:
            day = find_date(time_text(inside), base)
            if isinstance(day, Problem):
                return day
            found.wordy = True
            if day is None or day.doubt:
                found.doubted(doubts.BESIDE)
        case _ if not found.unit and unit and inside in spellings(unit):
            found.unit = unit
        case _ if not found.unit and scaled(inside)[1] == "円":
            found.unit = inside
        case _ if _ANY_DIGIT.search(inside) or set(inside) <= {"-"}:
            return fault("two_values")
        case _:
            found.doubted(doubts.BESIDE)
    return None
