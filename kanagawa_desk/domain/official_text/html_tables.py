"""A table of HTML while it is read: cells that span rows or columns are written in their first."""

from dataclasses import dataclass, field

from kanagawa_desk.domain.official_text.free_tables import Rows

_WIDEST = 100  # columns that one cell may span


@dataclass(slots=True)
class HtmlTable:
    """Rows of cells; `headed` where the first row has heading cells."""

    headed: bool = False
    _rows: list[list[str]] = field(default_factory=list)
    _below: dict[int, int] = field(default_factory=dict)  # rows that a cell above still covers
    _open: int = -1  # the cell that text goes into

    def begin_row(self) -> None:
        """A row begins."""
        self._rows.append([])
        self._open = -1

    def begin_cell(self, columns: str, rows: str, *, head: bool) -> None:
        """A cell begins that spans so many columns and rows, as written."""
        if not self._rows:
            self.begin_row()
        row = self._rows[-1]
        while self._below.get(len(row), 0):
            self._below[len(row)] -= 1
            row.append("")
        self.headed = self.headed or (head and len(self._rows) == 1)
        self._open = len(row)
        for _ in range(_number(columns)):
            self._below[len(row)] = _number(rows) - 1
            row.append("")

    def end_cell(self) -> None:
        """A cell has ended."""
        self._open = -1

    def add(self, text: str) -> None:
        """Text of the cell that is open; outside of cells there is none."""
        if self._open >= 0:
            self._rows[-1][self._open] += text

    def rows(self) -> Rows:
        """The rows that hold something, of one width."""
        filled = [[" ".join(cell.split()) for cell in row] for row in self._rows]
        filled = [row for row in filled if any(row)]
        width = max(map(len, filled), default=0)
        return tuple(tuple(row + [""] * (width - len(row))) for row in filled)


def _number(text: str) -> int:
    return max(1, min(int(text), _WIDEST)) if text.isdecimal() and len(text) < 4 else 1
