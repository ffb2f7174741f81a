"""Thresholds: 1,000件以上, 未満, 超, 5人～10人."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.quantities import Bounds
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.amounts import Amount
from kanagawa_desk.domain.readers.contents import written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import elsewhere, settled
from kanagawa_desk.domain.readers.number_texts import LONGEST
from kanagawa_desk.domain.readers.rules import threshold_rule
from kanagawa_desk.domain.readers.scanning import amount
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Number

_WORDS = {
    (True, True): ("以上", ">= => ≧ ≥ ⩾ 少なくとも 最低でも 最低 下限"),
    (True, False): ("超 超え 超過 を超える を超え を上回る より多い より大きい", ">"),
    (False, True): ("以下 以内 まで", "<= =< ≦ ≤ ⩽ 多くとも 最大 最高 上限"),
    (False, False): ("未満 を下回る より少ない より小さい", "<"),
}
_AFTER = {word: side for side, (after, _) in _WORDS.items() for word in after.split()}
_BEFORE = {word: side for side, (_, before) in _WORDS.items() for word in before.split()}


def _any_of(words: dict[str, tuple[bool, bool]]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


_ONE_BEFORE = re.compile(f"(?P<word>{_any_of(_BEFORE)})(?P<number>.+)")
_ONE_AFTER = re.compile(f"(?P<number>.+?)(?P<word>{_any_of(_AFTER)})(?:の?もの)?")
_TWO_WORDS = re.compile(
    "(?P<low>.+?)(?P<from>以上|超|を超え)(?:[、,で~]|から)?(?P<high>.+?)(?P<to>以下|以内|まで|未満)"
)
_RANGE = re.compile(r"(?P<low>[^~]+?)(?:~|から|\.\.)(?P<high>[^~]+?)(?:まで)?")
_HYPHEN_RANGE = re.compile(r"(?P<low>[0-9][^-]*)-(?P<high>[0-9][^-]*)")
_OPEN = re.compile(r"(?P<below>~)?(?P<number>[^~]+)(?P<above>~)?")
_YEARLY = "年間"


def read_bounds(cell: RawCell, unit: str, base: date | None) -> Reading:
    """A cell read as a threshold, Bounds."""
    text = str(cell.content) if cell.kind is CellKind.TEXT else written(cell, "1,000件以上")
    return text if isinstance(text, Problem) else _read(text, unit, base)


@lru_cache(maxsize=1024)
def _read(raw: str, unit: str, base: date | None) -> Reading:
    text = fold(raw)
    known = settled(text, LONGEST)
    if known is not None:
        return known
    text = text.replace("\n", "").replace(" ", "")
    core = text.removeprefix(_YEARLY).removesuffix(f"({_YEARLY})")
    printed = raw.strip() if core != text else ""
    for form in (_TWO_WORDS, _RANGE, _HYPHEN_RANGE, _ONE_BEFORE, _ONE_AFTER):
        if parts := form.fullmatch(core):
            return _bounds(parts.groupdict(), unit, base, printed)
    if parts := _OPEN.fullmatch(core):
        return _open(parts.groupdict(), unit, base) or elsewhere(text) or fault("not_a_bound")
    return elsewhere(text) or fault("not_a_bound")


def _bounds(parts: dict[str, str], unit: str, base: date | None, printed: str) -> Reading:
    """The sides that were found, each with its number."""
    sides = list(_sides(parts))
    found = [_number(text, unit, base) for text, _, _ in sides]
    limits: dict[bool, tuple[Number, bool]] = {}
    doubt = ""
    for one, (_, below, included) in zip(found, sides, strict=True):
        if isinstance(one, Problem):
            return one
        limits[below] = (_plain(one.values[0]), included)
        doubt = doubt or one.doubt
    if len({one.unit for one in found if isinstance(one, Amount) and one.unit}) > 1:
        doubt = doubt or doubts.MORE_WORDS
    low, low_included = limits.get(True, (None, True))
    high, high_included = limits.get(False, (None, True))
    if low is not None and high is not None:
        empty = low > high or (low == high and not (low_included and high_included))
        if empty:
            return fault("empty_range")
    bounds = Bounds(low, high, low_included, high_included, printed)
    return Ambiguous((bounds,), doubt) if doubt else Got(bounds)


def _sides(parts: dict[str, str]) -> Iterator[tuple[str, bool, bool]]:
    """Number, whether it is the lower bound, and whether it is included."""
    if "number" in parts:
        below, included = (_BEFORE | _AFTER)[parts["word"]]
        yield parts["number"], below, included
        return
    yield parts["low"], True, parts.get("from", "以上") == "以上"
    yield parts["high"], False, parts.get("to", "以下") != "未満"


def _open(parts: dict[str, str | None], unit: str, base: date | None) -> Reading | None:
    """1,000～, ～1,000 and a bare 1,000: which bound is meant is asked about."""
    found = _number(parts["number"] or "", unit, base)
    if isinstance(found, Problem):
        return found if found.code != "not_a_bound" else None
    number = _plain(found.values[0])
    least, most = Bounds(low=number), Bounds(high=number)
    if parts["below"]:
        return Ambiguous((most,), doubts.LOOSE_BOUND)
    return Ambiguous((least,) if parts["above"] else (least, most), doubts.NO_BOUND)


def _number(text: str, unit: str, base: date | None) -> Amount | Problem:
    found = amount(text, unit, base)
    if found is None:
        return fault("not_a_bound")
    if isinstance(found, Problem):
        return found
    rule = threshold_rule(unit)
    if problem := rule.fits(found, rule.unit, rule.wanted):
        return problem
    if found.approx or found.status:
        found.doubted(doubts.MORE_WORDS)
    return found


def _plain(value: Decimal) -> Number:
    return int(value) if value == value.to_integral_value() else value
