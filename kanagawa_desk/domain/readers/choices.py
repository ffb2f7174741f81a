"""Yes and no, and words out of a list."""

from collections.abc import Mapping

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import mark
from kanagawa_desk.domain.readers.names import LONGEST, key_of
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Missing

_YES = (
    "○ 〇 ◯ ✓ ✔ ☑ ✅ レ 有 有り 有る あり 有リ はい 済 済み 実施 実施済 実施済み "
    "該当 該当する 該当あり 該当有 可 要 是 yes y true 真"
)
_NO = (
    "× ✕ ✖ ✗ ✘ ☓ x 無 無し なし ない 無い いいえ 未済 未実施 非該当 該当しない "
    "不可 不要 否 no n false 偽"
)
_ANSWERS = dict.fromkeys(_YES.split(), True) | dict.fromkeys(_NO.split(), False)
_LIKELY: dict[str, tuple[object, ...]] = {
    "1": (True,), "0": (False,), "o": (True,), "●": (True,), "◎": (True,), "■": (True,),
    "v": (True,), "□": (False,), "☐": (False,), "-": (False, Missing.NONE),
    "該当なし": (False, Missing.NONE), "該当無し": (False, Missing.NONE),
    "△": (True, False),
    "未": (False,), "一部": (True, False), "一部実施": (True, False), "ok": (True,),
    "予定": (False,), "実施予定": (False,), "対応中": (False,), "検討中": (False,),
}  # fmt: skip


def read_yes_no(cell: RawCell) -> Reading:
    """A cell read as yes or no, a bool."""
    if cell.kind is CellKind.BOOLEAN:
        return Got(bool(cell.content))
    text = str(cell.content) if cell.kind is CellKind.TEXT else written(cell, "○か×")
    if isinstance(text, Problem):
        return text
    key = fold(text)
    if len(key) > LONGEST:
        return fault("too_long", limit=LONGEST)
    key = key.replace(" ", "").replace("\n", "").rstrip("。").lower()
    if not key:
        return Got(Missing.BLANK)
    if key in _ANSWERS:
        return Got(_ANSWERS[key], respelt=key not in "○×")
    if key in _LIKELY:
        return Ambiguous(_LIKELY[key], doubts.YES_OR_NO)
    return mark(key) or fault("not_yes_or_no")


def read_choice(cell: RawCell, choices: Mapping[str, str]) -> Reading:
    """A cell read as one of a field's choices, its code."""
    wanted = "、".join(choices.values())
    text = str(cell.content) if cell.kind is CellKind.TEXT else written(cell, wanted)
    if isinstance(text, Problem):
        return text
    for code, word in choices.items():
        if text == word:
            return Got(code)
    if len(fold(text)) > LONGEST:
        return fault("too_long", limit=LONGEST)
    key = key_of(text)
    if not key:
        return Got(Missing.BLANK)
    found = [code for code, word in choices.items() if key in (key_of(word), key_of(code))]
    if len(found) == 1:
        return Got(found[0], respelt=True)
    near = tuple(code for code, word in choices.items() if _near(key, key_of(word)))
    if near:
        return Ambiguous(near, doubts.NEAR_NAME)
    known = mark(fold(text))
    if known is not None and not isinstance(known, Got):
        return known
    return fault("not_a_choice", found=key[:20], wanted=wanted)


def _near(key: str, word: str) -> bool:
    return len(key) > 1 and (key in word or word in key)
