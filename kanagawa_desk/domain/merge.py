"""Three-way comparison of a cell: as sent, now, returned."""

from dataclasses import replace
from enum import Enum
from typing import Any

from kanagawa_desk.domain.fields import Field
from kanagawa_desk.domain.questions import is_empty
from kanagawa_desk.domain.values import Measured


class Verdict(Enum):
    """What a returned cell means for the ledger."""

    SAME = "same"  # nothing to do: nobody changed it, or both alike
    THEIRS = "theirs"  # changed in the workbook only: taken
    OURS = "ours"  # changed in the ledger only: kept
    CONFLICT = "conflict"  # changed on both sides, differently: a person decides
    EMPTIED = "emptied"  # was filled and came back empty: a blank never deletes


def compare(field: Field, base: Any, ours: Any, theirs: Any) -> Verdict:
    """What became of a cell between sending (base), the ledger (ours) and the workbook (theirs).

    Swapping ours and theirs swaps THEIRS and OURS and leaves the other verdicts, blanks apart.
    """
    if same(theirs, ours):
        return Verdict.SAME
    if same(theirs, base):
        return Verdict.OURS
    if is_empty(field, theirs):
        return Verdict.EMPTIED
    return Verdict.THEIRS if same(ours, base) else Verdict.CONFLICT


def same(one: Any, other: Any) -> bool:
    """Whether two values mean the same; a printed form is only how one of them is spelt."""
    both = isinstance(one, Measured) and isinstance(other, Measured)
    if both and one.printed != other.printed:
        other = replace(other, printed=one.printed)
    return bool(one == other)
