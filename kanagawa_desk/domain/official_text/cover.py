"""The cover of a paper: the short lines before its contents or its first heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.official_text.contents import contents_head
from kanagawa_desk.domain.official_text.draft import DraftBlock, SetAside, TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.items import Item, look_at
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.wraps import open_title
from kanagawa_desk.domain.readers.dates import find_date
from kanagawa_desk.domain.readers.findings import Finding
from kanagawa_desk.domain.readers.folding import fold, joined
from kanagawa_desk.domain.reading import Problem

_MOST_LINES = 12
_LONGEST = 60  # characters
_DATE = re.compile(
    r"[^0-9０-９]{0,4}(?:元|[0-9０-９]{1,4})[ \u3000]*[年./．].*[月./．].*[0-9０-９].*"
)
_TITLE_AND_DAY = re.compile(r"([^（(]{2,50})[（(]([^（()）]{6,16}日)[）)]")
_BRACKETS = re.compile(r"^\((.*)\)$")
_ASSEMBLY = re.compile("定例会|臨時会")
_MEETING = re.compile(
    r"(?:議会|審議会|協議会|委員会|会議)(?:[ \u3000]*[（(]?第[ \u3000]?[0-9０-９]+回.{0,8})?$"
)
_TITLE = re.compile(r"(?:資料|報告書?|について|概要|状況|方針|計画|[(（]案[)）])$")
_OFFICE = re.compile(r"[局部課室県市会班]$")
_NO_TITLE = re.compile(r"資料[ \u3000]?[0-9０-９\-－]*$|(?:参考|別添|委員会|配布)資料$")


@dataclass(frozen=True, slots=True)
class Cover:
    """What a cover says; `block` keeps its lines that are neither date, session nor title."""

    title: str = ""
    session: str = ""
    held_on: date | None = None
    block: DraftBlock | None = None
    set_aside: tuple[SetAside, ...] = ()
    problems: tuple[TextProblem, ...] = ()


def read_cover(lines: Sequence[Line]) -> tuple[Cover, Sequence[Line]]:
    """The cover that a text begins with, and the lines behind it.

    A cover names at least two of date, session and title, or has contents behind it.
    """
    count = _opening(lines)
    opening = lines[:count]
    dated = [line for line in opening if _day(line) is not None][:1]
    session = _session([line for line in opening if line not in dated])
    others = [line for line in opening if line not in (*dated, *session)]
    before_contents = bool(contents_head(lines, count))
    title = _title(others) or [line for line in dated if _TITLE.search(_titled(line))]
    if not title and (session or before_contents):
        title = [line for line in others if not _OFFICE.search(line.text)][-1:]
    named = sum(map(bool, (dated, session, title)))
    if not opening or (named < 2 and not before_contents):
        return Cover(), lines
    return _cover(opening, dated, session, title), lines[count:]


def _cover(
    opening: Sequence[Line], dated: Sequence[Line], session: Sequence[Line], title: Sequence[Line]
) -> Cover:
    problems: list[TextProblem] = []
    day = _day(dated[0]) if dated else None
    if isinstance(day, Problem):
        problems.append(problem("no_such_date", dated[0].number, old=dated[0].text))
        dated = []
    said = [*dated, *session, *title]
    rest = "\n".join(line.text for line in opening if line not in said)
    return Cover(
        "".join(_titled(line) for line in title),
        "".join(look_at(line).text for line in session),
        day if isinstance(day, date) else None,
        DraftBlock("cover", rest, line=opening[0].number),
        tuple(SetAside(line.number, "cover", line.text) for line in opening if line in said),
        tuple(problems),
    )


def _opening(lines: Sequence[Line]) -> int:
    """How many lines from the first may belong to a cover."""
    for index, line in enumerate(lines[:_MOST_LINES]):
        item = look_at(line)
        ends = (
            contents_head(lines, index)
            or "\t" in line.text
            or len(line.text) > _LONGEST
            or line.text[-1] in "。、"
            or not (_is_plain(item) or (item.kind == "caption" and _NO_TITLE.search(line.text)))
        )
        if ends:
            return index
    return min(len(lines), _MOST_LINES)


def _is_plain(item: Item) -> bool:
    """Whether it is mere text, a converter's sign for a heading apart."""
    return item.kind == "paragraph" and not item.style and not item.label


def _day(line: Line) -> date | Problem | None:
    """The day that a line names; a problem where there is no such day."""
    text = look_at(line).text
    if beside := _TITLE_AND_DAY.fullmatch(text):
        text = beside[2]
    if not _DATE.fullmatch(text):
        return None
    found = find_date(_BRACKETS.sub(r"\1", joined(fold(text))), None)
    if isinstance(found, Finding):
        return found.values[0] if isinstance(found.values[0], date) else None
    return found


def _titled(line: Line) -> str:
    """A line that is a title, without the day in brackets behind it."""
    text = look_at(line).text
    beside = _TITLE_AND_DAY.fullmatch(text)
    return beside[1] if beside else text


def _session(lines: Sequence[Line]) -> Sequence[Line]:
    for form in (_ASSEMBLY, _MEETING):
        for line in lines:
            if form.search(line.text) and not _TITLE.search(line.text):
                return [line]
    return []


def _title(lines: Sequence[Line]) -> Sequence[Line]:
    """The last line that reads like a title, with those that run into it.

    資料1 is one only where nothing else is.
    """
    titled = [index for index, line in enumerate(lines) if _TITLE.search(line.text)]
    named = [index for index in titled if not _NO_TITLE.fullmatch(lines[index].text)] or titled
    if not named:
        return []
    first = last = named[-1]
    while first and not lines[first].apart and open_title(lines[first - 1].text):
        first -= 1
    return lines[first : last + 1]
