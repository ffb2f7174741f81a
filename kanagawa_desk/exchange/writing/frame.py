"""Where a layout stands on its sheet: hidden keys, title, headings, rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.addresses import column_letters
from kanagawa_desk.exchange.writing.contents import FIGURES

KEY_ROW, TITLE_ROW, NOTE_ROW, HEAD_ROW = 1, 2, 3, 4
FIRST_COLUMN = 2  # column A holds the keys of the rows

PAGE_WIDTH = 64
"""Full-width characters that A4 landscape holds at nearly full size, column margins apart."""

_LEAST = 8  # the width to which columns of words are not narrowed further


@dataclass(frozen=True, slots=True)
class Frame:
    """A layout's place: by column key the letters and the widths in full-width characters."""

    layout: Layout
    letters: Mapping[str, str]
    widths: Mapping[str, int]
    label_row: int

    @property
    def first_row(self) -> int:
        """The first row below the headings."""
        return self.label_row + 1

    @property
    def last_row(self) -> int:
        """The last row of the table; that of the headings when it has no rows."""
        return self.label_row + len(self.layout.rows)

    @property
    def last_letter(self) -> str:
        """The letter of the last column."""
        return self.letters[self.layout.columns[-1].key]

    @property
    def extent(self) -> str:
        """Everything, hidden parts too."""
        return f"A{KEY_ROW}:{self.last_letter}{self.last_row}"


def frame(layout: Layout) -> Frame:
    """The place of a layout; a second heading row only where a column has a group."""
    letters = {
        column.key: column_letters(number)
        for number, column in enumerate(layout.columns, FIRST_COLUMN)
    }
    label_row = HEAD_ROW + any(column.group for column in layout.columns)
    return Frame(layout, letters, _widths(layout), label_row)


def _widths(layout: Layout) -> dict[str, int]:
    """The fields' own widths; where they pass the page, words take two thirds of it and wrap."""
    crowded = sum(column.field.width for column in layout.columns) > PAGE_WIDTH
    return {
        column.key: max(min(column.field.width, _LEAST), 2 * column.field.width // 3)
        if crowded and column.field.kind not in FIGURES
        else column.field.width
        for column in layout.columns
    }
