"""Lines with tabs between their texts: tables, in one piece also where a page ends in them."""

from collections.abc import Sequence

from kanagawa_desk.domain.official_text.cells import even, has_head, is_value
from kanagawa_desk.domain.official_text.draft import DraftBlock, SetAside
from kanagawa_desk.domain.official_text.items import look_at
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.runs import Piece, read_runs, split_where

_LONGEST_CELL = 20  # of a row without tabs


def read_tabs(pieces: Sequence[Piece]) -> tuple[list[Piece], list[SetAside]]:
    """The pieces with tables for lines with tabs, and heads that were repeated on a new page."""
    apart: list[SetAside] = []
    enclosed = {
        line.number
        for above, line, below in zip(pieces, pieces[1:], pieces[2:], strict=False)
        if isinstance(line, Line) and _is_enclosed(above, line, below)
    }
    found = read_runs(
        pieces,
        lambda line: _has_tab(line) or line.number in enclosed,
        lambda lines: _tables(lines, apart),
    )
    return found, apart


def _has_tab(line: Line) -> bool:
    return "\t" in line.raw.lstrip()


def _is_enclosed(above: Piece, line: Line, below: Piece) -> bool:
    """Whether a short line stands between two rows of one table, a row of one cell itself."""
    if not isinstance(above, Line) or not isinstance(below, Line):
        return False
    if line.apart or below.apart or not (_has_tab(above) and _has_tab(below)):
        return False
    alike = len(_cells(above)) == len(_cells(below)) and _is_figures(above) == _is_figures(below)
    return alike and len(line.text) <= _LONGEST_CELL and look_at(line).plain


def _is_figures(line: Line) -> bool:
    return any(map(is_value, _cells(line)))


def _tables(lines: Sequence[Line], apart: list[SetAside]) -> list[Piece]:
    found: list[Piece] = []
    for stretch in split_where(lines, _parted):
        if all(map(_labelled, stretch)) or not any(len(_texts(line)) > 1 for line in stretch):
            found += stretch
        else:
            found.append(_table(stretch, apart))
    return found


def _table(lines: Sequence[Line], apart: list[SetAside]) -> DraftBlock:
    head = _cells(lines[0])
    rows = [head]
    for line in lines[1:]:
        if line.below_seam and _cells(line) == head:
            apart.append(SetAside(line.number, "repeated_head", line.text))
        else:
            rows.append(_cells(line))
    table = even(rows)
    return DraftBlock("table", table=table, headed=has_head(table), line=lines[0].number)


def _parted(table: Sequence[Line], line: Line) -> bool:
    """Whether a table ends before a line; a blank line alone may be a page's end."""
    if not line.apart:
        return False
    cells, above = _cells(line), _cells(table[-1])
    if len(cells) != len(above):
        return True
    if line.below_seam:
        return False
    if _labelled(line) != _labelled(table[-1]):
        return True
    return cells == _cells(table[0]) or (_is_figures(table[-1]) and not _is_figures(line))


def _labelled(line: Line) -> bool:
    """Whether the tab only parts a label or mark from the text of the line."""
    if len(_texts(line)) != 2:
        return False
    item = look_at(line)
    head = line.text.split("\t")[0]
    signs = item.marks + (item.label.typed if item.label else "")
    return head.split() == signs.split()


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in line.raw.split("\t")]


def _texts(line: Line) -> list[str]:
    return [cell for cell in _cells(line) if cell]
