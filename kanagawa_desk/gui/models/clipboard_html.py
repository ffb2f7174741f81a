"""Blocks of cells as the clipboard carries them with formats: HTML, as spreadsheets write it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape
from html.parser import HTMLParser

from kanagawa_desk.domain.values import Number

_MOST_SPANNED = 1000  # cells that one cell may take; a span is a stranger's word

# Excel reads mso-number-format and x:num, LibreOffice sdnum and sdval, others the text itself.
_HEAD = """<html xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta charset="utf-8"><style>
table{border-collapse:collapse}
td,th{border:.5pt solid #BFBFBF;white-space:pre-wrap}
th{background:#E9E9E9;font-weight:bold;text-align:center;mso-number-format:"\\@"}
.t{text-align:left;mso-number-format:"\\@"}
.c{text-align:center;mso-number-format:"\\@"}
.r{text-align:right;mso-number-format:"\\@"}
"""
_BREAK = "<br>"


@dataclass(frozen=True, slots=True)
class Copied:
    """A cell on its way out: its text, the number that it stands for, and where the text stands.

    `align` is t, c or r (left, centre, right).
    """

    text: str
    number: Number | None = None
    align: str = "t"
    heading: bool = False

    @property
    def decimals(self) -> int:
        """How many decimals the text shows."""
        return len(self.text.partition(".")[2])


def to_html(block: Sequence[Sequence[Copied]]) -> str:
    """A table whose figures stay figures and whose texts (R6.4.1) stay texts in a spreadsheet."""
    places = sorted({each.decimals for row in block for each in row if each.number is not None})
    styles = "".join(
        f'.n{count}{{text-align:right;mso-number-format:"{_escaped(_format(count))}"}}\n'
        for count in places
    )
    rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in block)
    return (
        f"{_HEAD}{styles}</style></head><body><!--StartFragment--><table>\n{rows}"
        "</table><!--EndFragment--></body></html>"
    )


def from_html(text: str) -> list[list[str]]:
    """The first table of a document as rows of one length; nothing where there is none."""
    parser = _TableParser()
    parser.feed(text)
    parser.close()
    rows = parser.rows()
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _cell(cell: Copied) -> str:
    text = escape(cell.text).replace("\n", _BREAK)
    if cell.heading:
        return f'<th bgcolor="#E9E9E9" sdnum="1033;0;@">{text}</th>'
    if cell.number is None:
        return f'<td class="{cell.align}" align="{_ALIGN[cell.align]}" sdnum="1033;0;@">{text}</td>'
    value = format(Decimal(cell.number), "f")
    return (
        f'<td class="n{cell.decimals}" align="right" x:num="{value}"'
        f' sdval="{value}" sdnum="1033;0;{_figure(cell.decimals)}">{text}</td>'
    )


_ALIGN = {"t": "left", "c": "center", "r": "right"}


def _format(decimals: int) -> str:
    """▲ for what is negative, as official tables print it; LibreOffice takes no such format."""
    return f'{_figure(decimals)};"▲"{_figure(decimals)}'


def _figure(decimals: int) -> str:
    return "#,##0" + ("." + "0" * decimals if decimals else "")


def _escaped(form: str) -> str:
    """A number format inside a style sheet, every sign behind a backslash."""
    return re.sub(r"[#,;.]", r"\\\g<0>", form).replace('"', "\\0022")


class _TableParser(HTMLParser):
    """Takes the cells of the first table, laying out what spans rows and columns."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: dict[tuple[int, int], str] = {}
        self._taken: set[tuple[int, int]] = set()
        self._row = -1
        self._text: list[str] | None = None  # of the cell that is open
        self._span = 1, 1
        self._depth = 0
        self._done = False

    def rows(self) -> list[list[str]]:
        """The texts, row by row."""
        height = max((row for row, _ in self._taken), default=-1) + 1
        rows = []
        for row in range(height):
            width = max((column for at, column in self._taken if at == row), default=-1) + 1
            rows.append([self._cells.get((row, column), "") for column in range(width)])
        return rows

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell; a break inside a cell is a line end."""
        if self._done:
            return
        if tag == "table":
            self._depth += 1
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._row += 1
        elif self._depth == 1 and tag in ("td", "th") and self._row >= 0:
            self._end_cell()
            given = dict(attrs)
            self._span = _span(given.get("rowspan")), _span(given.get("colspan"))
            self._text = []
        elif tag in ("br", "p") and self._text:
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell, or the table."""
        if self._done or not self._depth:
            return
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag == "table":
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True

    def handle_data(self, data: str) -> None:
        """Collect the text of a cell; the source's own line ends are spaces."""
        if self._text is not None:
            self._text.append(" ".join(data.replace("\xa0", " ").split("\n")))

    def _end_cell(self) -> None:
        if self._text is None:
            return
        text = "".join(self._text)
        self._text = None
        column = 0
        while (self._row, column) in self._taken:
            column += 1
        self._cells[self._row, column] = "\n".join(
            line.strip() for line in text.split("\n")
        ).strip()
        height, width = self._span
        self._taken |= {
            (self._row + down, column + right) for down in range(height) for right in range(width)
        }


def _span(text: str | None) -> int:
    return min(int(text), _MOST_SPANNED) if text and text.isdecimal() and int(text) else 1
