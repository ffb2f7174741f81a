"""What the head of a line says of its kind: ・ ※ ○ ■ 〔 ① and the labels of the outline."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """The kind that a mark names, with its level and style, and the text behind the mark."""

    kind: str
    text: str
    level: int = 0
    style: str = ""


# A bare label is one only before a full-width space: what is counted or spelt is not (2 つ).
_HEADINGS = tuple(
    re.compile(pattern)
    for pattern in (
        r"第[0-9０-９]{1,2}\u3000",
        r"[0-9０-９]{1,2}\u3000",
        r"[(（][0-9０-９]{1,2}[)）][ \u3000]?",
        r"[ァ-ン]{1,2}\u3000",
        r"[(（][ァ-ン]{1,2}[)）][ \u3000]?",
        r"[a-zａ-ｚ]{1,2}\u3000",
        r"[(（][a-zａ-ｚ]{1,2}[)）][ \u3000]?",
        r"[a-zａ-ｚ]{1,2}[′’']\u3000",
    )
)
_OTHERS = (
    (re.compile(r"[・･][ \u3000]?"), "bullet", 1),
    (re.compile(r"※[ \u3000]?"), "note", 0),
    (re.compile(r"[○〇◯][ \u3000]?"), "circle", 1),
    (re.compile(r"[①❶][ \u3000]?"), "circled", 0),
    (re.compile(r"[＜<]別添参考資料[＞>]"), "attachments", 0),
)
_CAPTION = re.compile(r"([■◇◆▼])[ \u3000]?")
_TORTOISE = re.compile(r"〔([^〔〕]*)〕?")


def marked(text: str) -> Marked | None:
    """What the mark at the head of a line makes of it; None where there is none.

    >>> marked("(ア)計画期間")
    Marked(kind='heading', text='計画期間', level=4, style='')
    """
    for level, pattern in enumerate(_HEADINGS):
        if found := pattern.match(text):
            return Marked("heading", text[found.end() :], level)
    for pattern, kind, level in _OTHERS:
        if found := pattern.match(text):
            return Marked(kind, text[found.end() :], level)
    if found := _CAPTION.match(text):
        return Marked("caption", text[found.end() :], 0, found[1])
    if found := _TORTOISE.match(text):
        return Marked("caption", found[1] + text[found.end() :], 0, "〔〕")
    return None
