"""Times told from today: 今年度末, 来年度, 昨年4月1日. They are never read without asking."""

import re
from datetime import date, timedelta

from kanagawa_desk.domain.periods import FiscalYear

_FISCAL = {"今": 0, "本": 0, "当": 0, "来": 1, "翌": 1, "次": 1, "明": 1, "再来": 2}
_FISCAL |= {"昨": -1, "前": -1, "去": -1, "一昨": -2, "前々": -2}
_FISCAL_YEAR = re.compile("(一昨|前々|再来|[今本当来翌次昨前去])年度")
_YEAR = re.compile("(一昨|再来|[今本来翌昨去])年(?!度)")
_MONTH = re.compile("([今本当来翌先前])月")
_DAYS = {"今日": 0, "本日": 0, "明日": 1, "昨日": -1}
_MONTHS = {"今": 0, "本": 0, "当": 0, "来": 1, "翌": 1, "先": -1, "前": -1}
_ANY = re.compile(
    f"{_FISCAL_YEAR.pattern}|{_YEAR.pattern}|{_MONTH.pattern}|{'|'.join(_DAYS)}|^年度[末内中当]"
)


def is_relative(text: str) -> bool:
    """Whether a time text is told from today."""
    return _ANY.search(text) is not None


def absolute(text: str, base: date) -> str:
    """The same time with its year, as seen from `base`."""
    year = FiscalYear.of(base).year
    text = re.sub("^年度(?=[末内中当])", f"{year}年度", text)
    text = _FISCAL_YEAR.sub(lambda word: f"{year + _FISCAL[word[1]]}年度", text)
    text = _YEAR.sub(lambda word: f"{base.year + _FISCAL[word[1]]}年", text)
    text = _MONTH.sub(lambda word: _month(base, _MONTHS[word[1]]), text)
    for word, days in _DAYS.items():
        text = text.replace(word, (base + timedelta(days)).isoformat())
    return text


def _month(base: date, months: int) -> str:
    count = base.year * 12 + base.month - 1 + months
    return f"{count // 12}年{count % 12 + 1}月"
