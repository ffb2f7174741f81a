"""The kinds of blocks on screen: word, picture, and the key that puts one in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindLook:
    """How a kind of block is shown and put in; without a key it stands in the menu only."""

    kind: str
    word: str
    icon: str
    key: str = ""


KINDS = (
    KindLook("heading", "見出し", "heading", "Ctrl+Alt+1"),
    KindLook("paragraph", "段落", "paragraph", "Ctrl+Alt+2"),
    KindLook("bullet", "箇条", "list", "Ctrl+Alt+3"),
    KindLook("circled", "丸数字の列挙", "list", "Ctrl+Alt+4"),
    KindLook("circle", "○ の項目", "list", "Ctrl+Alt+5"),
    KindLook("note", "※ 注", "note", "Ctrl+Alt+6"),
    KindLook("caption", "表題", "caption", "Ctrl+Alt+7"),
    KindLook("as_of", "時点", "clock", "Ctrl+Alt+8"),
    KindLook("table", "自由な表", "table", "Ctrl+Alt+9"),
    KindLook("figure", "図", "figure", "Ctrl+Alt+F"),
    KindLook("attachments", "別添参考資料", "document", "Ctrl+Alt+A"),
    KindLook("page_break", "改ページ", "page-break", "Ctrl+Alt+0"),
    KindLook("cover", "表紙", "document"),
    KindLook("contents", "目次", "contents"),
)
CHART = KindLook("chart", "台帳のグラフ", "chart")

_BY_KIND = {each.kind: each for each in (*KINDS, CHART)}


def look_of(kind: str) -> KindLook:
    """How a kind is shown."""
    return _BY_KIND[kind]


KEYS = (
    ("Enter", "次のブロック（丸数字の列挙では次の項目）"),
    ("Ctrl+Enter", "新しい段落"),
    ("Shift+Enter", "ブロックの中で改行"),
    ("Tab / Shift+Tab", "段を下げる・上げる（見出し、箇条）"),
    ("Alt+← / Alt+→", "段を上げる・下げる（構成）"),
    ("Backspace（先頭で）", "記号を取る、上の段落とつなぐ"),
    ("Esc", "ブロック全体を選ぶ"),
    ("Ctrl+Shift+V", "改行を除いて文中に貼り付け"),
    ("Shift+↑ / ↓", "ブロックを続けて選ぶ"),
    ("・ ※ ○ ■ 〔 (1) ア　（行頭で）", "ブロックの種類を変える"),
)
"""What keys do in a paper beside those of the menus."""
