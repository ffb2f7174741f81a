"""HTML from the clipboard of Word, Excel or a browser, as official text and tables."""

import re
from html.parser import HTMLParser

from kanagawa_desk.domain.official_text.draft import DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.free_tables import Rows
from kanagawa_desk.domain.official_text.html_tables import HtmlTable
from kanagawa_desk.domain.official_text.reading import read_official_text

LARGEST = 8_000_000  # characters
_LINES = {"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "hr"}
_UNSEEN = {"head", "style", "script", "title", "xml", "template"}
_SPACE = re.compile(r"[ \t\r\n]+")
_WRAP = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f])")
"""Where the source of a page was broken between Japanese characters, no space is meant."""
_WORD_BULLET = re.compile(r"^[\s\u00a0]*[·•●■◆▪➢ülØn§\uf0b7\uf0d8\uf0fc\uf0a7\uf06c][\s\u00a0]{2,}")


class _Reader(HTMLParser):
    """Gathers lines of text and tables, in order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str | DraftBlock] = []
        self._line = ""
        self._lines: list[str] = []
        self._tables: list[HtmlTable] = []
        self._lists: list[str] = []
        self._unseen = 0
        self._word_item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._end_line()
            self._tables.append(HtmlTable())
        elif tag in ("td", "th") and self._tables:
            columns, rows = given.get("colspan") or "", given.get("rowspan") or ""
            self._tables[-1].begin_cell(columns, rows, head=tag == "th")
        elif tag == "tr" and self._tables:
            self._tables[-1].begin_row()
        elif tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag in _LINES:
            self._end_line()
            self._word_item = "mso-list" in (given.get("style") or "")
            if tag == "li":
                self._line = "\u3000" * (len(self._lists) - 1) + "・"

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(self._unseen - 1, 0)
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].end_cell()
        elif tag in ("ul", "ol") and self._lists:
            self._lists.pop()
            self._end_line()
        elif tag in _LINES:
            self._end_line()

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        text = _SPACE.sub(" ", _WRAP.sub("", data))
        if self._tables:
            self._tables[-1].add(text)
        else:
            self._line += text

    def close(self) -> None:
        """Take what was left open."""
        super().close()
        while self._tables:
            self._end_table()
        self._end_line()
        self._end_lines()

    def _end_line(self) -> None:
        if self._tables:
            self._tables[-1].add(" ")
            return
        line = self._line.replace("\u00a0", " ")
        if self._word_item:
            line = _WORD_BULLET.sub("・", self._line).replace("\u00a0", " ")
        self._word_item, self._line = False, ""
        if line.strip():
            self._lines.append(line.rstrip())

    def _end_lines(self) -> None:
        if self._lines:
            self.parts.append("\n".join(self._lines))
            self._lines = []

    def _end_table(self) -> None:
        table = self._tables.pop()
        rows = table.rows()
        if self._tables:  # a table within a cell is its text
            self._tables[-1].add(" ".join(cell for row in rows for cell in row if cell))
        elif rows:
            self._end_lines()
            headed = table.headed or _reads_as_head(rows)
            self.parts.append(DraftBlock("table", table=rows, headed=headed))


def read_html(html: str) -> tuple[tuple[DraftBlock, ...], tuple[TextProblem, ...]]:
    """The blocks that HTML holds and what was doubted in its text; raises nothing."""
    reader = _Reader()
    reader.feed(html[:LARGEST])
    reader.close()
    blocks: list[DraftBlock] = []
    problems: list[TextProblem] = []
    for part in reader.parts:
        if isinstance(part, DraftBlock):
            blocks.append(part)
            continue
        draft = read_official_text(part)
        blocks += draft.blocks
        problems += draft.problems
    return tuple(blocks), tuple(problems)


def _reads_as_head(rows: Rows) -> bool:
    """A first row of words over rows with figures."""
    below = [cell for row in rows[1:] for cell in row]
    return any(map(_has_digit, below)) and not any(map(_has_digit, rows[0]))


def _has_digit(cell: str) -> bool:
    return any(sign.isdecimal() for sign in cell)
