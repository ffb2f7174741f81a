"""Where a Japanese line must not break: 行頭禁則, 行末禁則, and what is never parted."""

import re
from bisect import bisect_right

NO_HEAD = frozenset(
    "、。，．・：；？！‼⁇⁈⁉）」』】〕〉》］｝〙〗｠’”"
    "ーぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "々〻ゝゞヽヾ゛゜％‰℃°′″～〜‐–゠｡､｣･ｰﾞﾟｧｨｩｪｫｬｭｮｯ"
    ")]},.!?;:%"
)
"""No line begins with these (JIS X 4051 行頭禁則文字, with small kana and units after a number)."""

NO_END = frozenset("（「『【〔〈《［｛〘〖｟‘“￥＄￡＃№｢([{")
"""No line ends with these (JIS X 4051 行末禁則文字)."""

HANGING = frozenset("、。，．")
"""These may stand in the margin behind a full line (ぶら下げ)."""

CLOSING = frozenset("、。，．）」』】〕〉》］｝〙〗｠")
"""These carry half an em of white behind them, which may be given up (約物の詰め)."""

SPACES = frozenset(" \u3000")
"""A space at the end of a line takes no room."""

_NUMBER = "[0-9０-９]"
_ERA = "(?:明治|大正|昭和|平成|令和)"
# Units of more than one character; any one or two kanji behind a number are taken for its unit.
_UNITS = (
    "年度末|年度|年間|年代|か月間|か月|ヶ月|カ月|か年|カ年|か所|ヶ所|カ所|か国|日間|時間|週間|市町村|"
    "キロメートル|キログラム|メートル|グラム|キロ|センチ|ミリ|トン|ヘクタール|リットル|"
    "ポイント|パーセント|ページ|グループ|つ|％|%|‰|℃|㎡|㎢|㎞|㎏|㎜|㎝|"
    "年|月|日|時|分|秒|次|期|回|条|項|号|床|件|人|台|枚|[一-鿿]{1,2}"
)
_UNIT = f"(?:(?:百万|千万|十億|百億|[百千万億兆])?(?:{_UNITS})|[百千万億兆])"
# A word or number in its brackets; before an opening bracket a line may end. The brackets are
# counted, so that a row of nothing else is gone through once.
_LATIN = r"[(\[{]{0,2}[!-'*-Z\\^-z|~０-９]+(?:[，．][0-9０-９]+)*[)\]}]{0,2}"
_COUNTED = f"{_LATIN}(?:(?<={_NUMBER}){_UNIT})?"
_ATOM = re.compile(
    f"{_ERA}元年(?:度末|度)?(?:{_COUNTED})*"  # 令和元年度, 令和元年5月1日
    f"|(?:{_ERA}|[第約▲△＋－±￥＄№])?{_COUNTED}"  # 第8次, 約3万9千件, e-kanagawa, 30条の4第1項
    f"(?:[の第・]?(?={_NUMBER}){_COUNTED})*(?:[～〜](?={_LATIN}){_COUNTED})*"
    "|…+|‥+|―+|—+"
)


class Breaks:
    """Which positions of a text a line may be broken at."""

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in _ATOM.finditer(text) if m.end() - m.start() > 1]
        self._text = text
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def allows(self, position: int) -> bool:
        """Whether a line may end before the character at `position`."""
        if not self.unforbidden(position):
            return False
        nearest = bisect_right(self._starts, position - 1) - 1
        return nearest < 0 or self._ends[nearest] <= position

    def unforbidden(self, position: int) -> bool:
        """Whether no forbidden sign would head or end a line, whatever is torn apart."""
        if position >= len(self._text):
            return True
        after, before = self._text[position], self._text[position - 1]
        return after not in NO_HEAD and after not in SPACES and before not in NO_END
