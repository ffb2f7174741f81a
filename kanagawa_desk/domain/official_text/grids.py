"""Tables drawn with bars and rules: Markdown's grids and those of box-drawing signs."""

import re
from collections.abc import Sequence

from kanagawa_desk.domain.official_text.cells import even, has_head
from kanagawa_desk.domain.official_text.draft import DraftBlock
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.marks import CIRCLED
from kanagawa_desk.domain.official_text.runs import Piece, read_runs, split_where

_BARS = "|｜│┃"
_ROW = re.compile(rf"(?:[-*] +)?[{_BARS}].*[{_BARS}]")
_RULE = re.compile(rf"(?:[-*] +)?(?=.*[-─━═┄]{{2}})[{_BARS}+:\-\s─-╿]+")
_BAR = re.compile(f"[{_BARS}]")


def read_grids(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with tables, or circled lists, for lines drawn as grids."""
    return read_runs(pieces, _drawn, _grids)


def _drawn(line: Line) -> bool:
    """Whether it is a row, or a rule that reaches over a table."""
    signs = line.text
    return bool(_ROW.fullmatch(signs)) or (len(signs) > 2 and bool(_RULE.fullmatch(signs)))


def _grids(lines: Sequence[Line]) -> list[Piece]:
    found: list[Piece] = []
    for stretch in split_where(lines, lambda _grid, line: line.apart):
        if any(_has_cells(line) for line in stretch):
            found.append(_grid(stretch))
        else:
            found += stretch
    return found


def _grid(lines: Sequence[Line]) -> DraftBlock:
    drawn = "".join(_signs(line) for line in lines)
    rows = [_cells(line) for line in lines if _has_cells(line)]
    number = lines[0].number
    cells = [cell for row in rows for cell in row if cell]
    if [CIRCLED.get(cell[0]) for cell in cells] == list(range(1, len(cells) + 1)):
        signs = "".join(cell[0] for cell in cells)
        items = "\n".join(cell[1:].strip() for cell in cells)
        columns = max(len(row) for row in rows)
        return DraftBlock("circled", items, columns=columns, marks=drawn + signs, line=number)
    table = even(rows)
    ruled = len(lines) > 1 and _has_cells(lines[0]) and bool(_RULE.fullmatch(lines[1].text))
    headed = (ruled and len(rows) > 1) or has_head(table)
    return DraftBlock("table", table=table, headed=headed, marks=drawn, line=number)


def _has_cells(line: Line) -> bool:
    return bool(_ROW.fullmatch(line.text)) and any(_cells(line))


def _cells(line: Line) -> list[str]:
    if _RULE.fullmatch(line.text):
        return []
    first = _BAR.search(line.text)
    inner = line.text[first.end() : -1] if first else ""
    return [cell.strip() for cell in _BAR.split(inner)]


def _signs(line: Line) -> str:
    """What draws the grid in a line: everything but its cells."""
    if not _has_cells(line):
        return line.text
    first = _BAR.search(line.text)
    before = line.text[: first.start()] if first else ""
    return before + "".join(_BAR.findall(line.text))
