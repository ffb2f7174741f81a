"""What a page carries beside its text: numbers at its foot, running heads, known by repetition."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from kanagawa_desk.domain.official_text.draft import SetAside
from kanagawa_desk.domain.official_text.lines import Line, without

_DASH = "[-－‐‑–—―−ー~〜～]"
_NUMBER = "[0-9０-９]{1,3}"
_DRESSED = re.compile(
    rf"{_DASH}{{1,2}}\s?({_NUMBER})\s?{_DASH}{{1,2}}|(?:[pP]\.?|ページ|頁)\s?({_NUMBER})"
    rf"|({_NUMBER})\s?(?:ページ|頁)|({_NUMBER})\s?[/／]\s?{_NUMBER}"
)
_BETWEEN_DASHES = re.compile(rf"([-－‐‑–—―−])\s?{_NUMBER}\s?\1")
_BARE = re.compile(f"({_NUMBER})")
_RULE = re.compile("[-―─━=＝_＿*＊]{3}[-―─━=＝_＿*＊ \u3000]*")
_LONGEST_NUMBER = 12  # characters
_LINES_OF_A_PAGE = 3  # fewer between two numbers are cells of a table, one below the other

_OPENING = 12  # lines in which a running head of unmarked pages stands for the first time
_EVEN_GAPS = range(12, 90)  # lines from there to the next one, and so on
_MOST_PAGES = 0.6
_LONGEST_HEAD = 60  # characters
# What comes back in the text itself: notes, captions, dates and units of tables, labels.
_OF_THE_TEXT = re.compile(
    r"[※■◆◇□○◎●・･〔【＜<(（①-⑳\-|]"
    r"|第?[0-9０-９ァ-ンｱ-ﾝa-zａ-ｚ]{1,2}[ \u3000．.]"
    r"|.*(?:時点|現在)[）)]?$"
)
_BESIDE = re.compile(rf"^{_DASH}?{_NUMBER}{_DASH}?[ \u3000]+|[ \u3000]+{_DASH}?{_NUMBER}{_DASH}?$")


def without_furniture(lines: Sequence[Line]) -> tuple[list[Line], list[SetAside]]:
    """The lines without page numbers, rules across the page and running heads, and these."""
    apart: list[SetAside] = []
    rest = list(lines)
    for kind, find in (("rule", _rules), ("page_number", _page_numbers), ("running_head", _heads)):
        found = find(rest)
        apart += [SetAside(rest[index].number, kind, rest[index].text) for index in found]
        rest = list(without(rest, found))
    return rest, apart


def _rules(lines: Sequence[Line]) -> set[int]:
    return {index for index, line in enumerate(lines) if _RULE.fullmatch(line.text)}


def _page_numbers(lines: Sequence[Line]) -> set[int]:
    """Indexes of the lines that count pages: dressed as such, at page ends, or in a row of them."""
    open_rows: dict[int, list[int]] = {}  # by the number that comes next
    rows: list[list[int]] = []
    for index, number in _numbers(lines):
        row = open_rows.pop(number, [])
        if row and index - row[-1] <= _LINES_OF_A_PAGE:
            rows.append(row)
            row = []
        row.append(index)
        rows.append(open_rows.get(number + 1, []))
        open_rows[number + 1] = row
    return {
        index
        for row in [*rows, *open_rows.values()]
        for index in row
        if _counts_pages(lines, index, len(row))
    }


def _numbers(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_NUMBER:
            continue
        if found := _DRESSED.fullmatch(line.text) or _BARE.fullmatch(line.text):
            yield index, int(next(group for group in found.groups() if group))


def _counts_pages(lines: Sequence[Line], index: int, in_row: int) -> bool:
    last = index + 1 == len(lines)
    at_edge = lines[index].below_seam or last or lines[index + 1].below_seam
    if _BARE.fullmatch(lines[index].text):
        return in_row > 2 or (at_edge and in_row > 1)
    return at_edge or in_row > 1 or bool(_BETWEEN_DASHES.fullmatch(lines[index].text))


def _heads(lines: Sequence[Line]) -> set[int]:
    seams = [index for index, line in enumerate(lines) if line.below_seam]
    return _at_seams(lines, seams) if seams else _at_even_gaps(lines)


def _at_seams(lines: Sequence[Line], seams: Sequence[int]) -> set[int]:
    """Lines that stand at the top, or at the foot, of most pages; the first of them is text."""
    tops = _places(lines, {index for seam in [0, *seams] for index in (seam, seam + 1)})
    feet = _places(
        lines, {index for seam in [*seams, len(lines)] for index in (seam - 1, seam - 2)}
    )
    enough = max(2, round(_MOST_PAGES * (len(seams) + 1)))
    heads = {key for places in (tops, feet) for key in places if len(places[key]) >= enough}
    everywhere = _places(lines, range(len(lines)))
    return {index for key in heads for index in everywhere[key][1:]}


def _at_even_gaps(lines: Sequence[Line]) -> set[int]:
    """Lines of the opening that come back after about a page's length each time."""
    opening = {_key(line) for line in lines[:_OPENING]}
    places = _places(lines, range(len(lines)))
    return {
        index
        for key, indexes in places.items()
        if key in opening and _evenly_spaced(indexes)
        for index in indexes[1:]
    }


def _evenly_spaced(indexes: Sequence[int]) -> bool:
    gaps = [later - earlier for earlier, later in pairwise(indexes)]
    return len(gaps) > 1 and all(gap in _EVEN_GAPS for gap in gaps) and max(gaps) <= 2 * min(gaps)


def _places(lines: Sequence[Line], indexes: Iterable[int]) -> dict[str, list[int]]:
    """Where lines stand that might be running heads, by their text."""
    places: dict[str, list[int]] = {}
    for index in sorted(indexes):
        if 0 <= index < len(lines) and (key := _key(lines[index])):
            places.setdefault(key, []).append(index)
    return places


def _key(line: Line) -> str:
    """A line without the page number beside it; empty where it belongs to the text."""
    if len(line.text) > _LONGEST_HEAD or "\t" in line.raw or _OF_THE_TEXT.match(line.text):
        return ""
    key = _BESIDE.sub("", line.text).replace(" ", "").replace("\u3000", "")
    return key if len(key) > 1 and not key.isdigit() else ""
