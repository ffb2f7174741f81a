"""Contests: who is measured when, and what the figure is."""

import os
import sys
from itertools import count

import pytest

from benchmarks.measuring import Contest, NotMeasurable, measured, process, until_told


def test_contestants_take_turns_to_begin():
    order = []
    contest = Contest(lambda: order.append("ours") or 1.0, lambda: order.append("theirs") or 1.0)
    measured(contest, rounds=2)
    assert order == ["theirs", "ours", "ours", "theirs", "theirs", "ours"]


def test_the_first_round_only_warms_up():
    ours = iter([100.0, 2.0, 2.0])
    figure = measured(Contest(lambda: next(ours), lambda: 1.0), rounds=2)
    assert figure.ratios == (2.0, 2.0)


def test_the_figure_is_the_median_of_the_rounds():
    ours = count(0)
    figure = measured(Contest(lambda: next(ours) ** 2, lambda: 2.0), rounds=3)
    assert figure.ratios == (0.5, 2.0, 4.5)
    assert figure.ratio == 2.0


def test_what_is_left_out_is_taken_off_ours_round_by_round():
    less = iter([0.0, 1.0, 2.0])
    figure = measured(Contest(lambda: 5.0, lambda: 2.0, lambda: next(less)), rounds=2)
    assert figure.ratios == (2.0, 1.5)


def test_a_process_that_fails_says_why():
    run = process([sys.executable, "-c", "raise SystemExit('no such peer')"])
    with pytest.raises(NotMeasurable, match="no such peer"):
        run()


def test_a_process_that_ends_without_a_word_is_not_measured():
    run = until_told([sys.executable, "-c", ""], os.environ)
    with pytest.raises(NotMeasurable, match="exit code 0"):
        run()
