"""Columns kept apart by wide spaces, as a PDF is copied: tables where they align or are as many."""

import re
from collections.abc import Sequence

from kanagawa_desk.domain.official_text import spans
from kanagawa_desk.domain.official_text.cells import even, has_head, headed_by, is_value
from kanagawa_desk.domain.official_text.draft import PREFORMATTED, DraftBlock, TextProblem
from kanagawa_desk.domain.official_text.faults import problem
from kanagawa_desk.domain.official_text.free_tables import Rows
from kanagawa_desk.domain.official_text.items import look_at
from kanagawa_desk.domain.official_text.lines import Line
from kanagawa_desk.domain.official_text.runs import Piece, read_runs, split_where
from kanagawa_desk.domain.plain_text import width

_KANA_LABEL = re.compile("[ァ-ン]")
_DRAWN = re.compile("[─-╿]")
_PROSE = 40  # columns: so wide a text with one accidental gap is no cell
_LONGEST_ROW = 400  # characters
_FEWEST_COLUMNS = 3  # of a table that some cells lack


def read_columns(pieces: Sequence[Piece]) -> tuple[list[Piece], list[TextProblem]]:
    """The pieces with tables, or preformatted text, for lines in columns; what stays unclear."""
    problems: list[TextProblem] = []
    return read_runs(pieces, _has_gap, lambda lines: _spaced(lines, problems)), problems


def kept_as_typed(lines: Sequence[Line], problems: list[TextProblem]) -> DraftBlock:
    """Lines as they stand, but for the margin that they share; that they are so is reported."""
    problems.append(problem("columns_unclear", lines[0].number))
    margin = min(len(line.raw) - len(line.raw.lstrip()) for line in lines)
    text = "\n".join(line.raw[margin:].rstrip() for line in lines)
    return DraftBlock("paragraph", text, style=PREFORMATTED, line=lines[0].number)


def _has_gap(line: Line) -> bool:
    """Whether wide spaces, or drawn lines, part its texts."""
    if len(line.text) > _LONGEST_ROW:
        return False
    if _DRAWN.search(line.text):
        return True
    texts = spans.texts(line.text)
    if len(texts) < 2 or (len(texts) == 2 and max(map(width, texts)) >= _PROSE):
        return False
    item = look_at(line)
    return item.plain or (item.label is not None and len(spans.texts(item.title)) > 1)


def _spaced(lines: Sequence[Line], problems: list[TextProblem]) -> list[Piece]:
    found: list[Piece] = []
    for stretch in split_where(lines, _parted):
        drawn = any(_DRAWN.search(line.text) for line in stretch)
        rows = None if drawn else _aligned(stretch) or _equal(stretch)
        guessed = None if drawn or rows else _nearest(stretch)
        if all(map(_numbered, stretch)):
            found += stretch
        elif table := rows or guessed:
            number = stretch[0].number
            if guessed:
                problems.append(problem("columns_guessed", number))
            found.append(DraftBlock("table", table=table, headed=has_head(table), line=number))
        elif len(stretch) > 1 or drawn:
            found.append(kept_as_typed(stretch, problems))
        else:
            found += stretch
    return found


def _parted(rows: Sequence[Line], line: Line) -> bool:
    """Whether a table ends before a line; a blank line alone may be a page's end."""
    if not line.apart:
        return False
    texts, above = spans.texts(line.text), spans.texts(rows[-1].text)
    return len(texts) != len(above) or not any(map(is_value, texts))


def _numbered(line: Line) -> bool:
    """Whether it is an item of a numbered list, as in 「１　日時　　7月1日」.

    Behind kana there may be one text more, since these never number the rows of a table.
    """
    item = look_at(line)
    if item.label is None:
        return False
    most = 3 if _KANA_LABEL.search(item.label.typed) else 2
    return 2 <= len(spans.texts(item.title)) <= most


def _aligned(lines: Sequence[Line]) -> Rows | None:
    """The rows of a table whose columns are parted by space from top to bottom."""
    found = [list(spans.spans(line)) for line in lines]
    columns = spans.columns([span for row in found for span in row])
    rows = [row for each in found if (row := spans.row(each, columns))]
    if len(lines) < 2 or len(rows) < len(lines) or len(columns) < 2:
        return None
    pair = len(rows) == 2 and not any(is_value(cell) for row in rows for cell in row)
    return None if pair and not all(map(all, rows)) else even(rows)


def _equal(lines: Sequence[Line]) -> Rows | None:
    """The rows of a table that has as many texts in every line, above figures one less."""
    rows = [spans.texts(line.text) for line in lines]
    if len(rows) < 2 or len({len(row) for row in rows[1:]}) > 1:
        return None
    head = headed_by(rows[0], len(rows[1]))
    if head is None or (len(rows[0]) < len(head) and not any(map(is_value, rows[1]))):
        return None
    return even([head, *rows[1:]])


def _nearest(lines: Sequence[Line]) -> Rows | None:
    """The rows of a table of figures, some of which lack cells: each text in the nearest column.

    Where the columns stand is told by the rows that have a text in each of them.
    """
    found = [list(spans.spans(line)) for line in lines]
    most = max(map(len, found))
    full = [row for row in found if len(row) == most]
    if most < _FEWEST_COLUMNS or len(full) < 2 or 2 * len(full) < len(found):
        return None
    centres = [
        sum(start + end for start, end, _ in column) / len(column) / 2
        for column in zip(*full, strict=True)
    ]
    rows = [spans.nearest(row, centres) for row in found]
    cells = [cell for row in rows[1:] for cell in row[1:] if cell]
    if 2 * sum(map(is_value, cells)) < len(cells):
        return None
    return even(rows)
