"""Three-way comparison of a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.merge import Verdict, compare
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import BLANK, Measured, Missing, missing, number

BEDS = record_type(BedCount).field("beds")
NONE = missing(Missing.NONE)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "verdict"),
    [
        (number(1), number(1), number(1), Verdict.SAME),
        (number(1), number(1), number(2), Verdict.THEIRS),
        (number(1), number(2), number(1), Verdict.OURS),
        (number(1), number(2), number(2), Verdict.SAME),
        (number(1), number(2), number(3), Verdict.CONFLICT),
        (number(1), number(1), BLANK, Verdict.EMPTIED),
        (number(1), number(2), BLANK, Verdict.EMPTIED),
        (BLANK, number(2), BLANK, Verdict.OURS),
        (BLANK, BLANK, number(0), Verdict.THEIRS),
        (number(1), number(1), NONE, Verdict.THEIRS),
        (number(0), number(0), NONE, Verdict.THEIRS),
    ],
)
def test_a_cell_is_judged_by_who_changed_it(
    base: Measured, ours: Measured, theirs: Measured, verdict: Verdict
) -> None:
    assert compare(BEDS, base, ours, theirs) == verdict


def test_another_spelling_of_the_same_figure_is_no_change() -> None:
    printed = Measured(39000, approx=True, printed="約3万9千件")
    assert compare(BEDS, printed, printed, Measured(39000, approx=True)) == Verdict.SAME


values = st.one_of(
    st.integers(0, 3).map(number),
    st.sampled_from([reason for reason in Missing if reason is not Missing.BLANK]).map(missing),
)
MIRRORED = {Verdict.THEIRS: Verdict.OURS, Verdict.OURS: Verdict.THEIRS}


@given(values, values, values)
def test_swapping_the_sides_swaps_the_verdict(
    base: Measured, ours: Measured, theirs: Measured
) -> None:
    verdict = compare(BEDS, base, ours, theirs)
    assert compare(BEDS, base, theirs, ours) == MIRRORED.get(verdict, verdict)


@given(values, values)
def test_what_was_not_touched_in_the_workbook_never_changes_the_ledger(
    base: Measured, ours: Measured
) -> None:
    assert compare(BEDS, base, ours, base) in (Verdict.SAME, Verdict.OURS)
