"""Lines of a review and what is decided about them, where several files answer at once."""

from dataclasses import replace

import pytest

from kanagawa_desk.gui.models.review_lines import HELD, TAKEN, Choice, ReviewLines
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.workbooks import reviewing
from kanagawa_desk.services.workbooks.comparison import CHANGE, CONFLICT, Comparison
from tests.services.workbooks.test_reviewing import finding


@pytest.fixture
def lines(sample: Ledger) -> ReviewLines:
    """Two files that answer for one cell, and a plain change of another."""
    rivals = [replace(finding(CONFLICT), file=file) for file in ("一", "二")]
    comparison = Comparison((*rivals, replace(finding(CHANGE, "kensei"), file="一")))
    with sample.reading() as reads:
        review = reviewing.review(reads, comparison)
    made = ReviewLines()
    made.take(review, {})
    return made


def test_of_two_files_that_answer_for_one_cell_one_is_taken(lines: ReviewLines) -> None:
    lines.decide([0], Choice.TAKE)
    lines.decide([1], Choice.TAKE)
    assert [lines.choice(number) for number in (0, 1)] == [Choice.KEEP, Choice.TAKE]
    assert [each.file for each in lines.taken()] == ["二", "一"]


def test_taking_all_takes_each_cell_once(lines: ReviewLines) -> None:
    changed = lines.decide(range(3), Choice.TAKE)
    assert set(changed) == {0, 1, 2}
    addresses = [each.address for each in lines.taken()]
    assert len(addresses) == len(set(addresses)) == 2


def test_the_counts_follow_the_decisions(lines: ReviewLines) -> None:
    assert (lines.counts[TAKEN], lines.counts[HELD]) == (1, 2)
    lines.decide(range(3), Choice.TAKE)
    assert (lines.counts[TAKEN], lines.counts[HELD]) == (2, 0)
    lines.decide(range(3), Choice.HOLD)
    assert (lines.counts[TAKEN], lines.counts[HELD]) == (0, 3)
