"""Days that are named from today, 今年度末 or 来月, and plans whose day has passed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kanagawa_desk.domain.eras import ERAS, era_year, era_year_text, long_date
from kanagawa_desk.domain.papers.findings import Finding
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.domain.periods import FiscalYear, YearMonth
from kanagawa_desk.domain.problems import LOOK

# By how many fiscal years, years or months a word moves from the paper's day.
_YEARS = {"昨年度": -1, "前年度": -1, "本年度": 0, "今年度": 0, "来年度": 1, "翌年度": 1}
_CALENDAR_YEARS = {"昨年": -1, "前年": -1, "本年": 0, "今年": 0, "来年": 1, "翌年": 1}
_MONTHS = {"先月": -1, "前月": -1, "今月": 0, "本月": 0, "来月": 1, "翌月": 1}
_VAGUE = ("近日中", "近日", "先頃", "先般", "このほど", "昨今", "数年後", "近年中")

_RELATIVE = re.compile(
    rf"(?P<year>{'|'.join(_YEARS)})(?P<end>末)?|(?P<month>{'|'.join(_MONTHS)})(?P<last>末)?"
    rf"|(?P<calendar>{'|'.join(_CALENDAR_YEARS)})(?P<close>末)?(?!度|比|増|同)"
    rf"|(?P<vague>{'|'.join(_VAGUE)})"
)
_DATED = re.compile(
    rf"({'|'.join(era.kanji for era in ERAS)})(元|[0-9]+)年(?:(度)|([0-9]+)月(?:([0-9]+)日)?)"
)
_AHEAD = re.compile(r"予定|見込み|目標")
_CLAUSE = re.compile(r"[^。、，\n]+")


def relative_dates(blocks: Sequence[PrintedBlock], held_on: date, today: date) -> Iterator[Finding]:
    """Words that mean another day when the paper's day moves, each with what it means now."""
    for block in blocks:
        text = "\n".join((block.text, *block.items))
        for found in _RELATIVE.finditer(text):
            yield _told(block, found, held_on, today)


def plans_past(blocks: Sequence[PrintedBlock], held_on: date) -> Iterator[Finding]:
    """Sentences that announce what lies before the paper's day: 令和6年8月に開催予定."""
    for block in blocks:
        for clause in _CLAUSE.findall("\n".join((block.text, *block.items))):
            ahead = _AHEAD.search(clause)
            days = [day for each in _DATED.finditer(clause) if (day := _last_day(each))]
            if ahead is not None and days and max(days) < held_on:
                yield Finding(
                    block.id,
                    "planned_date_past",
                    LOOK,
                    f"「{ahead[0]}」とありますが、{long_date(max(days))}は資料の日付より前です。"
                    "結果に書き改めてください。",
                    f"{clause}\n{held_on}",
                )


def _told(block: PrintedBlock, found: re.Match[str], held_on: date, today: date) -> Finding:
    word = found[0]
    if found["vague"]:
        message = f"「{word}」がいつのことか分かりません。年月を書いてください。"
        return Finding(block.id, "relative_date_unresolved", LOOK, message, block.text)
    meant, last = _meant(found, held_on)
    if last < today and not word.startswith(("昨", "前", "先")):
        message = f"「{word}」（{meant}）は過ぎています。書き改めてください。"
        return Finding(block.id, "relative_date_past", LOOK, message, f"{word}{last}past")
    message = f"「{word}」は資料の日付から{meant}と読まれます。そのままでよいか確かめてください。"
    return Finding(block.id, "relative_date", LOOK, message, f"{word}{last}")


def _meant(found: re.Match[str], held_on: date) -> tuple[str, date]:
    """What a word means seen from a day, and the last day of that."""
    if found["year"]:
        year = FiscalYear(FiscalYear.of(held_on).year + _YEARS[found["year"]])
        return (f"{year.long}末" if found["end"] else year.long), year.end
    if found["calendar"]:
        last = date(held_on.year + _CALENDAR_YEARS[found["calendar"]], 12, 31)
        return f"{era_year_text(*era_year(last))}年{'末' if found['close'] else ''}", last
    months = held_on.year * 12 + held_on.month - 1 + _MONTHS[found["month"]]
    month = YearMonth(months // 12, months % 12 + 1)
    return (f"{month.long}末" if found["last"] else month.long), month.last_day


def _last_day(found: re.Match[str]) -> date | None:
    """The last day of 令和6年度, 令和6年8月 or a day; None for one that is none."""
    era = next(each for each in ERAS if each.kanji == found[1])
    year = era.start.year + (1 if found[2] == "元" else int(found[2])) - 1
    try:
        if found[3]:
            return FiscalYear(year).end
        month = YearMonth(year, int(found[4]))
        return date(year, month.month, int(found[5])) if found[5] else month.last_day
    except ValueError:
        return None
