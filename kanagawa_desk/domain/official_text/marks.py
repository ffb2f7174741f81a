"""The marks that a line may begin with, and the forms of lines that stand alone."""

import re

CIRCLED = {
    chr(first + index): number + index
    for first, number, count in (
        (0x2460, 1, 20), (0x3251, 21, 15), (0x32B1, 36, 15), (0x2776, 1, 10), (0x24EB, 11, 10),
    )
    for index in range(count)
}  # fmt: skip
"""① to ㊿ and ❶ to ⓴, and the number of each."""

GAP = r"[ \t\u3000]"
_DIGITS = "[0-9０-９]{0,2}"

# Private use: what bullets of symbol fonts become when they are copied out of a PDF.
DOTS = "・･•‣⁃∙▪▫◦➢➤✓✔❖▸►\uf0b7\uf0d8\uf0fc\uf0a7\uf06c"
BULLET = re.compile(rf"[{DOTS}]{GAP}*(?=\S)|[-‐‑–—−－*+]{GAP}+(?=[^\s|])")
LIST_DASH = re.compile(r"[-*+] +(?=\S)")
"""What a converter to Markdown puts before every item of a list."""
STRONG = re.compile(r"\*\*(?=[^*\s])([^*]+)\*\*")
HEAD_SIGNS = re.compile(r"#{1,6} +(?=\S)")

RINGS = {"○": "", "〇": "", "◯": "", "\uf06f": "□", "\uf06e": "■"}
"""Signs that are printed as another one; the ring is the usual one and needs no naming."""
MARK = re.compile(rf"([○〇◯◎●◉□■◆◇◈▼▽▶▷★☆❏❑\uf06e\uf06f])(?!\1|[○〇◯●□■]){GAP}*(?=\S)")
PLACEHOLDER = re.compile(r"[○〇◯●](?:[月日]\W|[年月日時][ \u3000]?[度○〇◯●])")
"""○月○日: a day that is still to be filled in."""
CAPTION_MARKS = "■◆◇▼"

NOTE = re.compile(
    rf"(※{_DIGITS}|＊{_DIGITS}|\*[0-9]{{1,2}}[)）]?|[（(]※{_DIGITS}[)）]|[（(]?注{_DIGITS}[)）]"
    rf"|注{_DIGITS}[：:]){GAP}*(?=\S)"
)
CIRCLED_ITEM = re.compile(rf"(?:^|{GAP}+)([{''.join(CIRCLED)}])(?={GAP}*\S)")

_DAY = (
    r"(?:(?:令和|平成|昭和|[RHSＲＨＳ])[ \u3000]?(?:元|[0-9０-９]{1,2})|[12１２][0-9０-９]{3})"
    r"[ \u3000]?(?:年度?|[./．])[0-9０-９年月日./．末 \u3000]{0,14}(?:時点|現在)"
)
_UNIT = r"単位[ \u3000]?[:：]?[ \u3000]?[^）)。\s]{1,20}"
AS_OF = re.compile(rf"[（(]?(?:{_DAY}(?:[、，・ \u3000]+{_UNIT})?|{_UNIT})[）)]?")
CAPTION_AND_DAY = re.compile(rf"(.{{2,60}}?)[ \u3000]+({_DAY})")

TORTOISE = re.compile(r"〔([^〔〕]{1,60})〕")
BRACKETED = re.compile(r"【[^【】]{1,60}】|[＜<《［][^＜＞<>《》［］]{1,60}[＞>》］]")
ATTACHED = re.compile(r"[＜<〔【][ \u3000]*別添参考資料[ \u3000]*[＞>〕】]")
NUMBERED_CAPTION = re.compile(
    r"([図表])[ \u3000]?[0-9０-９]{1,2}(?:[-－‐.．][0-9０-９]{1,2})?[ \u3000:：.．]+\S.{0,50}"
)
APPENDIX = re.compile(
    r"[【〔（(]?(?:別紙|別添|別表|別記|参考資料?|添付資料|資料)(?:様式)?"
    r"[ \u3000]?[0-9０-９一二三四五]{0,2}[】〕）)]?(?:[ \u3000][^。]{1,40})?"
)
AFRESH = re.compile(
    r"[【〔（(]?(?:別紙|別添|別記|(?:参考|添付)?資料[ \u3000]?[0-9０-９一二三四五])"
)
"""What begins a part that counts its headings from 1 again."""
FIGURE = re.compile(r"(?:図|イメージ|写真|グラフ|マップ|フロー|像)[）)]?$")
