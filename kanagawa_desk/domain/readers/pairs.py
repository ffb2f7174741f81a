"""Two values in one cell: upper, and lower in parentheses (上段・下段)."""

import re
from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.quantities import Pair
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.marks import elsewhere, settled
from kanagawa_desk.domain.readers.number_texts import LONGEST, read_number_text
from kanagawa_desk.domain.readers.remarks import without_notes
from kanagawa_desk.domain.readers.rules import Rule
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import Number

_PAIR = re.compile(r"([^()]*?)\s*\(([^()]*)\)\s*([^()0-9]*)")
_MANY, _MOST_UNLIKE = 100, 10
_LOOSE = re.compile(r"([^()\n/ ]+)(?:\n+|/| +)([^()\n/ ]+)")


def read_pair(cell: RawCell, rule: Rule, base: date | None) -> Reading:
    """A cell read as two numbers under a rule, a Pair."""
    text = str(cell.content) if cell.kind is CellKind.TEXT else written(cell, rule.wanted)
    if isinstance(text, Problem):
        return text
    text = without_notes(fold(text))
    known = settled(text, LONGEST)
    if known is not None:
        return known
    sides = _PAIR.fullmatch(text)
    if sides and sides[1] and sides[2].strip():
        return _both(sides[1] + sides[3], sides[2] + sides[3], rule, base, "")
    loose = _LOOSE.fullmatch(text)
    if loose:
        return _both(loose[1], loose[2], rule, base, doubts.LOOSE_PAIR)
    return elsewhere(text) or fault("not_a_pair")


def _both(upper: str, lower: str, rule: Rule, base: date | None, doubt: str) -> Reading:
    readings = [read_number_text(rule, side, base) for side in (upper, lower)]
    values = []
    for reading in readings:
        match reading:
            case Problem():
                return reading
            case Got(value):
                values.append(value)
            case Ambiguous((value, *_), reason):
                values.append(value)
                doubt = doubt or reason
            case _:
                return fault("not_a_pair")
    pair = Pair(*values)
    if _is_unlike(pair.upper.number, pair.lower.number):
        doubt = doubt or doubts.CHANGE_IN_PAIR
    return Ambiguous((pair,), doubt) if doubt else Got(pair)


def _is_unlike(upper: Number | None, lower: Number | None) -> bool:
    """Whether the lower value looks like the change on the upper one, not like its sister."""
    if not upper or not lower:
        return False
    small, large = sorted(abs(Decimal(value)) for value in (upper, lower))
    unlike = large >= _MANY and small * _MOST_UNLIKE < large
    return unlike or (upper < 0) != (lower < 0)
