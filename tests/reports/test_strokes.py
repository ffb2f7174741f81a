"""What charts are drawn with: round ticks, thinned labels, cut texts, hatching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.graphics.shapes import Path

from kanagawa_desk.reports.strokes import (
    axis_figure,
    every,
    hatched,
    shortened,
    ticks,
    width_of,
)


@pytest.mark.parametrize(
    ("low", "high", "most", "expected"),
    [
        (0, 25209, 7, [0, 5000, 10000, 15000, 20000, 25000, 30000]),
        (0, 76, 5, [0, 20, 40, 60, 80]),
        (0, 35929, 5, [0, 10000, 20000, 30000, 40000]),
        (-1823, 1118, 4, [-2000, -1000, 0, 1000, 2000]),
        (0, 1, 5, [0, 0.25, 0.5, 0.75, 1]),
        (0, 0, 5, [0]),
    ],
)
def test_ticks_are_round(low, high, most, expected):
    assert ticks(low, high, most) == pytest.approx(expected)


@given(st.floats(-1e7, 0), st.floats(1, 1e7), st.integers(3, 9))
def test_ticks_reach_around_all_values(low, high, most):
    marks = ticks(low, high, most)
    hair = (high - low) * 1e-8
    assert marks[0] <= low + hair
    assert marks[-1] >= high - hair
    assert len(marks) <= most + 2


@given(st.integers(0, 2000), st.floats(1, 2000), st.floats(1, 100))
def test_labels_stand_no_nearer_than_they_can_be_read(count, room, least):
    places = every(count, room, least)
    assert len(places) == count or places.step * room / count >= least - 1e-6


def test_all_places_are_labelled_where_there_is_room():
    assert list(every(9, 200.0, 12.0)) == list(range(9))


def test_a_text_that_is_too_wide_is_cut_with_dots():
    cut = shortened("新型インフルエンザ等対策行動計画", 10.0, 80.0)
    assert cut.startswith("新型")
    assert cut.endswith("…")
    assert width_of(cut, 10.0) <= 80.0


def test_a_text_that_fits_is_left_alone():
    assert shortened("県央", 10.0, 80.0) == "県央"


@pytest.mark.parametrize(
    ("value", "text"), [(1000.0, "1,000"), (-500.0, "▲500"), (0.25, "0.25"), (0.0, "0")]
)
def test_ticks_are_written_like_figures(value, text):
    assert axis_figure(value) == text


@given(st.floats(1, 60), st.floats(1, 60))
def test_hatching_stays_within_its_rectangle(width, height):
    _, lines = hatched(10.0, 20.0, width, height, "#FFFFFF", "#000000")
    assert isinstance(lines, Path)
    xs, ys = lines.points[0::2], lines.points[1::2]
    assert all(10.0 - 1e-6 <= x <= 10.0 + width + 1e-6 for x in xs)
    assert all(20.0 - 1e-6 <= y <= 20.0 + height + 1e-6 for y in ys)
