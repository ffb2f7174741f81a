"""Marks and words that stand where a value would: none, unknown, secret, ditto, 別紙のとおり."""

import re

from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.remarks import balanced, without_notes
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading, Repeat
from kanagawa_desk.domain.values import Measured, Missing

_SURE = {
    Missing.NONE: (
        "- -- --- ---- 該当なし 該当無し 該当無 該当ナシ 該当せず 非該当 該当数値なし 該当数字なし "
        "なし 無し 無 ナシ 皆無 対象外"
    ),
    Missing.PENDING: (
        "未集計 集計中 集計前 集計未了 算定中 算出中 精査中 確認中 調査中 照会中 作業中 "
        "後日回答 後日報告 後日提出 追って回答 追って報告 回答待ち"
    ),
    Missing.UNKNOWN: (
        "不明 不詳 未詳 データなし データ無し 資料なし 資料無し 未把握 把握せず 把握していない "
        "把握なし 集計不能"
    ),
    Missing.SECRET: "x X 秘匿 秘匿値",
}
_UNSURE = {
    (Missing.PENDING, Missing.UNKNOWN): "… …… ‥ ‥‥ .. ... .... ・・ ・・・ ・・・・",
    (Missing.PENDING,): "未定 未確定 検討中 調整中 未決定 未報告 未提出",
    (Missing.UNKNOWN, Missing.PENDING): "未回答 無回答 回答なし 未調査 ? ??",
    (Missing.UNKNOWN,): "わからない 分からない 未計測 測定不能",
    (Missing.NONE, Missing.UNKNOWN): "N/A n/a NA na N.A. n.a. #N/A NULL null None none nan NaN",
    (Missing.SECRET, Missing.NONE): "× ✕ ✖ * ** ***",
    (Missing.SECRET,): "非公表 非公開 公表不可 Χ χ Х х",
    (Missing.NONE,): "・ / \\ 実績なし 実績無し 未実施 未設置 休止 休止中 廃止 斜線",
    (Missing.BLANK,): "未入力 空欄 空白 未記入 未",
}
_REPEATS = {
    "above": '〃 〃〃 同上 同 仝 々 " "" \'\' ,, 同前 上に同じ 上記に同じ 上と同じ 上記と同じ ↑',
    "left": "同左 ← 左に同じ 左と同じ",
    "right": "同右 → 右に同じ 右と同じ",
}
_REASON = "値がない理由がはっきりしません。"
_MARKS: dict[str, Reading] = {
    **{word: Got(reason) for reason, words in _SURE.items() for word in words.split()},
    **{
        word: Ambiguous(reasons, _REASON)
        for reasons, words in _UNSURE.items()
        for word in words.split()
    },
    **{word: Repeat(side) for side, words in _REPEATS.items() for word in words.split()},
}
_ERROR = re.compile(r"#(?:REF|VALUE|DIV/0|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA)[!?]?")
_ELSEWHERE = re.compile(
    "別紙|別添|別表|別途|参照|とおり|通り|下記|前回|前年|昨年度?と|変更な|変わら|異動な|修正な|"
    "同じ|同様|同数|同額|同左|同上"
)
_FIGURE = re.compile("[0-9]")


def mark(text: str) -> Reading | None:
    """What a folded text says instead of a value; None where it is no such mark.

    A missing reason is given as a Missing.
    """
    known = _MARKS.get(text)
    if known is not None:
        return known
    text = without_notes(text)
    if _FIGURE.search(text):
        return None
    bare = text.replace(" ", "").replace("\n", "").rstrip("。")
    known = _MARKS.get(bare)
    if known is not None:
        return known
    return fault("cell_error", found=bare) if _ERROR.fullmatch(bare) else None


def elsewhere(text: str) -> Problem | None:
    """別紙のとおり and the like, which name a place instead of a value."""
    found = _ELSEWHERE.search(text)
    return fault("refers_elsewhere", found=text[:20]) if found else None


def as_measured(reading: Reading) -> Reading:
    """The same with every missing reason as a measured value, for kinds that hold those."""
    match reading:
        case Got(Missing() as reason, respelt):
            return Got(Measured(missing=reason), respelt)
        case Ambiguous(candidates, why):
            return Ambiguous(tuple(map(_measured, candidates)), why)
    return reading


def _measured(value: object) -> object:
    return Measured(missing=value) if isinstance(value, Missing) else value


def settled(text: str, longest: int) -> Reading | None:
    """What a folded text is before any value is looked for: blank, too long, a mark, unbalanced."""
    if not text:
        return Got(Missing.BLANK)
    if len(text) > longest:
        return fault("too_long", limit=longest)
    known = mark(text)
    if known is not None:
        return known
    return None if balanced(text) else fault("unbalanced_parenthesis")
