"""Arrangements of grids as data, and the order of columns that they stand for."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.gui.models.view import Columns, View, as_data, in_order, view_from

KEYS = st.lists(st.sampled_from("abcdefgh"), unique=True)
COLUMNS = st.builds(
    Columns,
    KEYS.map(tuple),
    KEYS.map(frozenset),
    st.dictionaries(st.sampled_from("abc"), st.integers(20, 400)),
)
VIEWS = st.builds(
    View,
    COLUMNS,
    st.none() | st.tuples(st.sampled_from("abc"), st.booleans()),
    st.dictionaries(st.sampled_from("abc"), st.frozensets(st.text(max_size=3))),
    st.booleans(),
    st.none() | st.dates(date(1990, 1, 1)),
)


@given(VIEWS)
def test_a_view_comes_back_out_of_the_settings(view):
    assert view_from(as_data(view)) == view


@given(st.recursive(st.none() | st.booleans() | st.text(max_size=3), lambda x: st.lists(x)))
def test_what_is_no_view_is_the_usual_one(data):
    assert view_from(data) == View()


def test_one_part_that_does_not_fit_spares_the_rest():
    data = as_data(View(sort=("a", True), mine=True)) | {"since": "いつか", "columns": 5}
    assert view_from(data) == View(sort=("a", True), mine=True)


@given(KEYS, KEYS)
def test_columns_in_any_order_are_all_there_once(keys, order):
    assert sorted(in_order(keys, order)) == sorted(keys)


def test_a_new_column_stands_behind_the_one_it_stands_behind_by_itself():
    assert in_order(["a", "b", "c"], ["b", "a"]) == ["b", "c", "a"]
    assert in_order(["a", "b", "c"], []) == ["a", "b", "c"]
