"""The unit that was written, held against the one that a column expects."""

import re

from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.amounts import Amount
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.units import scaled
from kanagawa_desk.domain.reading import Problem

_NO_COUNT_WORDS = "% pt ‰ ℃ 割 厘 倍 率 ° m² ㎡ ㎥ 度"
_NO_COUNTS = frozenset(_NO_COUNT_WORDS.split())
_RANK_WORDS = "年 月 日 年度 年間 次 期 号 番 条 項 位 歳 代 目 階 級 版 章 時 分 秒"
_RANKS = frozenset(_RANK_WORDS.split())
_NO_COUNTER = re.compile(
    "目$|^[ -~]+$|^[ぁ-ん]{2,}$|ほか|など|[未済予込見不無有減増等他含除内外毎各]"
)
_FULL = 100
_HIGHEST = 200  # 達成率 and 増減率 go beyond 100


def counted(found: Amount, unit: str, wanted: str) -> Problem | None:
    """The unit must be the column's own, in its scale."""
    scale, plain = scaled(unit)
    if found.money and plain != "円":
        return fault("foreign_unit", found="¥", wanted=wanted)
    if found.lead:
        found.doubted(doubts.LEAD)
    written = found.unit or ("円" if found.money else "")
    if written == unit or (not written and (scale == 1 or not found.worded)):
        return None
    if not unit:
        return _without_unit(found, written, wanted)
    written_scale, written_plain = scaled(written or plain)
    if written_plain != plain:
        if unit in written or written in unit:
            found.doubted(doubts.NEAR_UNIT.format(unit=unit))
            return None
        return fault("foreign_unit", found=written, wanted=wanted)
    rescaled = tuple(value * written_scale / scale for value in found.values)
    if found.worded or written_scale > 1:
        found.values = rescaled
        found.wordy = True
        if found.worded and not written:
            found.doubted(doubts.OTHER_SCALE.format(unit=unit))
        return None
    found.values += rescaled
    found.doubted(doubts.OTHER_SCALE.format(unit=unit))
    return None


def counted_in_any(found: Amount, _unit: str, wanted: str) -> Problem | None:
    """Any unit of things that are counted."""
    written = "円" if found.money else found.unit
    if written in _NO_COUNTS:
        return fault("foreign_unit", found=written, wanted=wanted)
    if written in _RANKS or (written and _NO_COUNTER.search(written)):
        found.doubted(doubts.NOT_COUNTED)
    return None


def percent(found: Amount, _unit: str, wanted: str) -> Problem | None:
    """A rate in %: 74.4 without a sign is one, 0.744 may be one."""
    if found.unit not in ("", "%") or found.money:
        return fault("foreign_unit", found=found.unit or "¥", wanted=wanted)
    if found.lead:
        found.doubted(doubts.LEAD)
    value = abs(found.values[0])
    if not found.unit and 0 < value <= 1:
        found.doubted(doubts.FRACTION)
        found.values = (found.values[0].scaleb(2), found.values[0])
    elif len(found.values) > 1:
        found.values = tuple(sorted(found.values, key=lambda each: abs(each) > _FULL))
    elif value > _HIGHEST:
        found.doubted(doubts.TOO_HIGH)
    return None


def points(found: Amount, _unit: str, wanted: str) -> Problem | None:
    """A difference of rates in points; % leaves open whether points are meant."""
    value = found.values[0]
    if found.lead:
        found.doubted(doubts.LEAD)
    if found.unit == "%":
        found.doubted(doubts.PERCENT_FOR_POINT)
    elif found.unit not in ("", "pt") or found.money:
        return fault("foreign_unit", found=found.unit or "¥", wanted=wanted)
    elif not found.unit and 0 < abs(value) < 1 and int(value.as_tuple().exponent) < -1:
        found.doubted(doubts.FRACTION)
        found.values = (value.scaleb(2), value)
    return None


def _without_unit(found: Amount, written: str, wanted: str) -> Problem | None:
    if written in _NO_COUNTS or written == "円":
        return fault("foreign_unit", found=written, wanted=wanted)
    found.doubted(doubts.NO_UNIT_EXPECTED)
    return None
