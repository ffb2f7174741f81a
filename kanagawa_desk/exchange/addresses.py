"""Cells and ranges by their names in a workbook (E11, B4:C5), and how far Excel goes."""

import re
from functools import cache

Bounds = tuple[int, int, int, int]
"""Top, left, bottom and right of a range, all included."""

MAX_ROW, MAX_COLUMN = 1_048_576, 16_384
MAX_TEXT = 32_767
"""The longest text that a cell of Excel holds."""

_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


@cache
def column_letters(column: int) -> str:
    """The letters of a column; 1 is A, 28 is AB."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The inverse of column_letters; raises ValueError for what names no column."""
    number = 0
    for letter in letters:
        number = number * 26 + "_ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter)
    if not 0 < number <= MAX_COLUMN:
        raise ValueError(f"column {letters!r}")
    return number


def address(row: int, column: int) -> str:
    """A cell's name: row 11, column 5 is E11."""
    return f"{column_letters(column)}{row}"


def range_bounds(text: str) -> Bounds:
    """The bounds of a range by its name; raises ValueError for what names none."""
    found = _RANGE.fullmatch(text)
    if found is None:
        raise ValueError(f"range {text!r}")
    left, top, right, bottom = found.groups()
    return int(top), column_number(left), int(bottom or top), column_number(right or left)
