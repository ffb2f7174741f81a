"""Pages of a PDF as pictures for a printer, and which of them a person asks for."""

import re
from collections.abc import Sequence

from kanagawa_desk.errors import UserError

_RANGE = re.compile(r"([0-9]{1,4})(?:[-～〜]([0-9]{1,4}))?")
_DIGITS = str.maketrans("０１２３４５６７８９－，、", "0123456789-,,")


def sheet_sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Width and height of each page in points."""
    from kanagawa_desk.reports.preview import sheet_sizes as sizes

    return sizes(pdf)


def page_pixels(pdf: bytes, sheet: int, dpi: int, *, grey: bool) -> tuple[int, int, bytes]:
    """A page (from 0) at so many dots to the inch: width, height, and its rows.

    A row is one byte a dot where `grey`, else three (red, green, blue).
    """
    from kanagawa_desk.reports.preview import page_pixels as pixels

    return pixels(pdf, sheet, dpi, grey=grey)


def chosen_sheets(text: str, count: int) -> tuple[int, ...]:
    """The sheets (from 0) that 1-3,5 names, all of them for nothing; raises UserError."""
    parts = [part.strip() for part in text.translate(_DIGITS).split(",") if part.strip()]
    chosen: list[int] = []
    for part in parts:
        found = _RANGE.fullmatch(part)
        first, last = (int(found[1]), int(found[2] or found[1])) if found else (0, 0)
        if not 1 <= first <= last <= count:
            raise UserError(
                f"「{part}」が読めません。1から{count}までを 1-3,5 のように書いてください。"
            )
        chosen += range(first - 1, last)
    return tuple(chosen) if parts else tuple(range(count))


def on_one_side(sheets: Sequence[int], per_side: int) -> list[tuple[int, ...]]:
    """The sheets as they share a side of paper."""
    return [tuple(sheets[k : k + per_side]) for k in range(0, len(sheets), per_side)]
