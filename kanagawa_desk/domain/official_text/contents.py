"""The contents of a paper: its entries, and how they agree with the headings."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from kanagawa_desk.domain.official_text.draft import DraftBlock, SetAside, TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.labels import split_label
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.outline import Place

_MOST_LINES_BEFORE = 40
_MOST_LINES = 400
_LONGEST = 120  # characters
_PAGE_WORD = re.compile(r"[（(]?(?:ページ|頁|ﾍﾟｰｼﾞ|項目|[pP]\.?)[）)]?")
_PAGED = re.compile(
    r"(?P<entry>\S.*?)(?:[ \t\u3000]+|[ \t\u3000]*[…‥・･.．·⋯─]{2,}[ \t\u3000…‥・･.．·⋯─]*)"
    r"(?:[pP]\.?[ \u3000]?)?[0-9０-９]{1,3}(?:[ \u3000]?(?:ページ|頁|ﾍﾟｰｼﾞ))?"
)
_AHEAD = 3  # lines in which the page number of a broken entry follows


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents, or a heading that it is held against.

    `places` are those that its label may stand for; a heading has one.
    """

    line: int
    label: str
    title: str
    places: tuple[Place, ...] = ()

    @property
    def text(self) -> str:
        """Label and title as a message names them."""
        return f"{self.label}　{self.title}" if self.label else self.title

    def stands_at(self, heading: "Entry") -> bool:
        """Whether its label may be that of a heading; one without a label may be any."""
        return not self.label or heading.places[0] in self.places


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents of a text, their block and the lines that they were read from."""

    entries: tuple[Entry, ...]
    block: DraftBlock
    set_aside: tuple[SetAside, ...]


def key(text: str) -> str:
    """A text without what is only width or spacing."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def contents_head(lines: Sequence[Line], index: int) -> int:
    """How many lines from here are the word 目次: none, one, or two where it is spaced out."""
    words = [key(line.text) for line in lines[index : index + 2]]
    if words[:1] == ["目次"]:
        return 1
    return 2 if words == ["目", "次"] else 0


def read_contents(lines: Sequence[Line]) -> tuple[Contents | None, Sequence[Line]]:
    """The contents near the beginning of a text, and the lines around them."""
    for first in range(min(len(lines), _MOST_LINES_BEFORE)):
        if head := contents_head(lines, first):
            break
    else:
        return None, lines
    end = _end(lines, first + head)
    taken = tuple(SetAside(line.number, "contents", line.text) for line in lines[first:end])
    block = DraftBlock("contents", line=lines[first].number)
    entries = tuple(_entries(lines[first + head : end]))
    return Contents(entries, block, taken), [*lines[:first], *lines[end:]]


def compare(entries: Sequence[Entry], headings: Sequence[Entry]) -> Iterator[TextProblem]:
    """Where contents and headings do not agree, down to the level that the contents name."""
    matcher = SequenceMatcher(
        None, [key(each.title) for each in entries], [key(each.title) for each in headings],
        autojunk=False,
    )  # fmt: skip
    changes = matcher.get_opcodes()
    level = [
        heading.places[0].level
        for tag, _, _, low, high in changes
        if tag == "equal"
        for heading in headings[low:high]
    ]
    deepest = max(level, default=1)
    for tag, first, last, low, high in changes:
        found = headings[low:high]
        if tag == "equal":
            yield from _labelled_otherwise(entries[first:last], found)
        else:
            named = [each for each in found if each.places[0].level <= deepest]
            yield from _differing(entries[first:last], named)


def _labelled_otherwise(
    entries: Sequence[Entry], headings: Sequence[Entry]
) -> Iterator[TextProblem]:
    for entry, heading in zip(entries, headings, strict=True):
        if not entry.stands_at(heading):
            yield problem("entry_differs", entry.line, entry=entry.text, heading=heading.text)


def _differing(entries: Sequence[Entry], headings: Sequence[Entry]) -> Iterator[TextProblem]:
    rest = list(headings)
    for entry in entries:
        same = [each for each in rest if entry.label and entry.stands_at(each)]
        if same:
            rest.remove(same[0])
            yield problem("entry_differs", entry.line, entry=entry.text, heading=same[0].text)
        else:
            yield problem("entry_without_heading", entry.line, entry=entry.text)
    for heading in rest:
        yield problem("heading_without_entry", heading.line, heading=heading.text)


def _end(lines: Sequence[Line], start: int) -> int:
    """The index behind the contents: where the first entry comes back, or entries end."""
    reach = min(len(lines), start + _MOST_LINES)
    while start < reach and _PAGE_WORD.fullmatch(lines[start].text):
        start += 1
    if start == reach:
        return start
    if not any(_paged(line) for line in lines[start : start + _AHEAD]):
        return _repeated(lines, start, reach)
    first = key(_without_page(lines[start]))
    for index in range(start + 1, reach):
        line = lines[index]
        if _paged(line) or _PAGE_WORD.fullmatch(line.text):
            continue
        ahead = lines[index + 1 : index + _AHEAD]
        if line.below_seam or key(line.text) == first or not any(map(_paged, ahead)):
            return index
    return reach


def _repeated(lines: Sequence[Line], start: int, reach: int) -> int:
    """The end of contents without page numbers: their first entry, found again as a heading."""
    first = key(lines[start].text)
    for index in range(start + 1, reach):
        if len(lines[index].text) > _LONGEST:
            break
        if key(lines[index].text) == first:
            return index
    return start


def _paged(line: Line) -> bool:
    return len(line.text) <= _LONGEST and bool(_PAGED.fullmatch(line.text))


def _without_page(line: Line) -> str:
    found = _PAGED.fullmatch(line.text) if _paged(line) else None
    return found["entry"] if found else line.text


def _entries(lines: Sequence[Line]) -> Iterator[Entry]:
    """The entries, one that is broken into two lines joined."""
    begun: Entry | None = None
    for line in lines:
        if _PAGE_WORD.fullmatch(line.text):
            continue
        entry = _entry(line.number, _without_page(line))
        if begun and not entry.label:
            entry = replace(begun, title=begun.title + entry.title)
        elif begun:
            yield begun
        begun = None if _paged(line) else entry
        if _paged(line):
            yield entry
    if begun:
        yield begun


def _entry(number: int, text: str) -> Entry:
    found = split_label(text)
    if not found or not found[1]:
        return Entry(number, "", text)
    label, title = found
    places = tuple(Place(each.level, each.number) for each in label.readings if not each.exact)
    return Entry(number, label.typed, title, places)
