"""Units as they are written behind a number, and which of them mean the same."""

import re

_SAME = {
    "床": "病床 ベッド",
    "人": "名",
    "か所": "箇所 個所 カ所 ヵ所 ヶ所 ケ所 ｹ所 ヵ處",
    "か月": "箇月 カ月 ヵ月 ヶ月 ケ月",
    "時間": "h H hr hrs",
    "%": "パーセント ﾊﾟｰｾﾝﾄ percent ％",
    "pt": "ポイント パーセントポイント %ポイント %pt pts Pt PT P p point points",
    "円": "圓 yen",
    "件": "件数",
}
_CANONICAL = {form: unit for unit, forms in _SAME.items() for form in forms.split()}

WORD = re.compile("[一-龥々〆ヵヶァ-ヴーぁ-んー]{1,12}|[A-Za-zµμ%‰℃°$€£]{1,8}[²³]?|[㍉-㏿℃‰$€£]")
"""Anything that can stand for a unit, whether or not it is one."""

_SCALES = {"千": 1000, "百万": 10**6, "万": 10**4, "十万": 10**5, "億": 10**8, "十億": 10**9}
_SCALED = re.compile("(百万|十億|十万|千|万|億)(.+)")


def canonical(unit: str) -> str:
    """The form that we write: 箇所 is か所, 名 is 人."""
    return _CANONICAL.get(unit, unit)


def scaled(unit: str) -> tuple[int, str]:
    """千円 as 1,000 and 円; a plain unit as 1 and itself."""
    parts = _SCALED.fullmatch(unit)
    return (_SCALES[parts[1]], parts[2]) if parts else (1, unit)


def spellings(unit: str) -> tuple[str, ...]:
    """Every way to write a unit, the longest first."""
    forms = [unit, *_SAME.get(unit, "").split()]
    return tuple(sorted(forms, key=len, reverse=True))
