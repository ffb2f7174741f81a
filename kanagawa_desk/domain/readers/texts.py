"""Text as it is kept: one line, several lines, or a list of names."""

import re

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import day_in, written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Missing

LONGEST = 32_767  # what a cell of a workbook holds

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]|_x000D_\n?")
_BETWEEN_NAMES = re.compile("[\n、,，;；]")
_OUTER = " \t\u3000\xa0"


def read_line(cell: RawCell) -> Reading:
    """A cell read as one line of text; several lines are asked about."""
    reading = read_note(cell)
    if isinstance(reading, Got) and isinstance(reading.value, str) and "\n" in reading.value:
        lines = (line.strip(_OUTER) for line in reading.value.split("\n"))
        return Ambiguous((" ".join(filter(None, lines)),), doubts.SEVERAL_LINES)
    return reading


def read_note(cell: RawCell) -> Reading:
    """A cell read as text of any number of lines."""
    if cell.kind is CellKind.TEXT:
        raw = str(cell.content)
    elif day := day_in(cell):
        return Ambiguous((day[0].isoformat(),), doubts.DAY_IN_TEXT)
    else:
        shown = written(cell, wanted="文字")
        if isinstance(shown, Problem):
            return shown
        raw = shown
    if len(raw) > LONGEST:
        return fault("too_long", limit=f"{LONGEST:,}")
    text = _NEWLINE.sub("\n", raw)
    if _CONTROL.search(text):
        return fault("control_character")
    text = text.strip(_OUTER + "\n")
    return Got(text, respelt=text != raw) if text else Got(Missing.BLANK)


def read_names(cell: RawCell) -> Reading:
    """A cell read as names, one a line or parted by commas."""
    reading = read_note(cell)
    if not isinstance(reading, Got) or not isinstance(reading.value, str):
        return reading
    names = (name.strip(_OUTER) for name in _BETWEEN_NAMES.split(reading.value))
    return Got(tuple(filter(None, names)), reading.respelt)
