"""Rows of cells: values told from words, the head row found."""

import re
from collections.abc import Sequence

from kanagawa_desk.domain.official_text.free_tables import Row, Rows

_UNIT = r"[^\s0-9０-９()（）]{0,8}"
_FIGURES = r"[▲△－−\-+＋約]{0,2}[0-9０-９][0-9０-９,，.．]*(?:[万千億][0-9０-９,，.．]*)*"
_VALUE = re.compile(
    rf"[（(]?{_FIGURES}[ \u3000]?{_UNIT}[）)]?(?:[ \u3000]?[（(][^（）()]{{1,20}}[）)])?"
    r"|[―—－−\-‐…‥]{1,3}|皆増|皆減|該当なし|[xX]"
)
_YEAR = re.compile(
    r"(?:令和|平成|昭和)?[ \u3000]?(?:元|[0-9０-９]{1,4})[ \u3000]?年"
    r"|[MTSHRＲＨＳ](?:元|[0-9０-９]{1,2})(?![0-9０-９])"
    r"|[12][0-9]{3}[./](?:1[0-2]|0?[1-9])(?:$|[./][0-9])"
)
_LEANING = re.compile(r"(?:[A-ZＡ-Ｚ]|[-－−‐]|[A-ZＡ-Ｚ][-－−‐][A-ZＡ-Ｚ])$|[・(（〔]")
_LONGEST_HEAD = 15  # characters of a cell, where a table has no figures to tell its head by
_HEAD_SHARE = 0.6  # of the length of other rows, where two columns may be words and meanings


def is_value(cell: str) -> bool:
    """Whether a cell holds a figure (with its unit) or a mark for a missing one; years do not."""
    return len(cell) <= 40 and bool(_VALUE.fullmatch(cell)) and not _YEAR.match(cell)


def is_datum(cell: str) -> bool:
    """Whether a cell holds a figure, a year or a period."""
    return is_value(cell) or (len(cell) <= 20 and bool(_YEAR.match(cell)))


def even(rows: Sequence[Sequence[str]]) -> Rows:
    """The rows filled up to one width, without columns that are empty all the way down."""
    width = max(map(len, rows))
    filled = [(*row, *[""] * (width - len(row))) for row in rows]
    kept = [index for index in range(width) if any(row[index] for row in filled)]
    return tuple(tuple(row[index] for index in kept) for row in filled)


def has_head(rows: Rows) -> bool:
    """Whether the first row names the columns."""
    first, body = rows[0], rows[1:]
    if not body or any(map(is_value, first)):
        return False
    if not first[0] or any(is_value(cell) for row in body for cell in row):
        return True
    if max(map(len, first)) > _LONGEST_HEAD or any(map(is_datum, first)):
        return False
    mean = sum(map(_length, body)) / len(body)
    return len(first) > 2 or _length(first) <= _HEAD_SHARE * mean


def headed_by(texts: Sequence[str], width: int) -> list[str] | None:
    """The texts as the head of a table of this width; None where they cannot be.

    A head is often set with spaces of its own (基準病床数 A), and may leave out its first cell.
    """
    joined: list[str] = []
    for text in texts:
        if joined and _LEANING.match(text):
            joined[-1] += " " + text
        else:
            joined.append(text)
    for head in (list(texts), joined):
        if width - 1 <= len(head) <= width and width > 1:
            return [*[""] * (width - len(head)), *head]
    return None


def _length(row: Row) -> int:
    return sum(map(len, row))
