"""Widths of texts and columns, heights of rows."""

from unicodedata import east_asian_width

_LINE, _MARGIN = 15.0, 7.0  # points
_COLUMN_MARGIN = 3.0  # half-width characters, with the inset of one


def half_widths(text: str) -> int:
    """The width of a line in half-width characters; those of unsure width count as full."""
    if text.isascii():
        return len(text)
    return sum(1 if east_asian_width(sign) in "NaH" else 2 for sign in text)


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes when wrapped to `width` full-width characters."""
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(max(1, -(-half_widths(line) // (2 * width))) for line in text.split("\n"))


def column_width(width: int) -> float:
    """Excel's measure of a column that is to hold `width` full-width characters."""
    return 2 * width + _COLUMN_MARGIN


def row_height(lines: int) -> float:
    """The height in points of a row with so many lines; Excel allows 409."""
    return min(lines * _LINE + _MARGIN, 409.0)
