"""Pages: what stays together, what begins anew, and lines on their grid."""

import pytest

from kanagawa_desk.reports.flow import Strip, fill_pages


def draw(_pen, _left, _top):
    """Nothing: these strips are only placed."""


def strip(name, height=10.0, **fields):
    return Strip(name, height, draw, **fields)


def names(pages):
    return [[placed.block for _, placed in page] for page in pages]


def test_strips_fill_a_page_and_go_on_the_next():
    strips = [strip(str(n)) for n in range(5)]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["0", "1", "2"], ["3", "4"]]


def test_strips_kept_together_move_together():
    strips = [strip("text"), strip("text"), strip("heading", keep=True), strip("below")]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["text", "text"], ["heading", "below"]]


def test_a_row_of_headings_keeps_with_the_text_below_the_last():
    strips = [strip("text"), *(strip("heading", keep=True) for _ in range(3)), strip("below")]
    assert names(fill_pages(strips, 40.0, 10.0)) == [["text"], ["heading"] * 3 + ["below"]]


def test_what_is_kept_together_is_parted_only_where_it_is_longer_than_a_page():
    strips = [strip(str(n), keep=True) for n in range(4)]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["0", "1", "2"], ["3"]]


def test_a_strip_longer_than_a_page_has_a_page_of_its_own():
    strips = [strip("a"), strip("long", 99.0), strip("b")]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["a"], ["long"], ["b"]]


def test_no_space_is_left_at_the_head_of_a_page():
    strips = [strip("a", 25.0), strip("b", space=20.0)]
    assert fill_pages(strips, 30.0, 10.0)[1][0][0] == 0.0


def test_space_is_left_within_a_page():
    strips = [strip("a"), strip("b", space=5.0)]
    assert [depth for depth, _ in fill_pages(strips, 30.0, 10.0)[0]] == [0.0, 15.0]


def test_lines_stand_on_the_grid_after_what_does_not():
    strips = [strip("line", on_grid=True), strip("note", 7.0), strip("line", on_grid=True)]
    assert [depth for depth, _ in fill_pages(strips, 50.0, 10.0)[0]] == [0.0, 10.0, 20.0]


def test_a_table_that_goes_on_repeats_its_head():
    head = strip("head", keep=True)
    rows = [strip(str(n), lead=head) for n in range(4)]
    assert names(fill_pages([head, *rows], 30.0, 10.0)) == [
        ["head", "0", "1"],
        ["head", "2", "3"],
    ]


def test_a_page_begins_where_it_must():
    strips = [strip("a"), strip("break", 0.0, start="page"), strip("b")]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["a"], ["break", "b"]]


def test_two_page_breaks_make_no_blank_page():
    strips = [strip("a"), *(strip("break", 0.0, start="page") for _ in range(2)), strip("b")]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["a"], ["break", "break", "b"]]


def test_a_page_break_is_not_held_back_by_what_is_kept_above_it():
    strips = [strip("caption", keep=True), strip("break", 0.0, start="page")]
    assert names(fill_pages(strips, 30.0, 10.0)) == [["caption"], ["break"]]


@pytest.mark.parametrize(("before", "page"), [(0, 1), (1, 3), (4, 3)])
def test_a_section_may_begin_on_an_odd_page(before, page):
    strips = [*(strip("text") for _ in range(before)), strip("section", start="odd")]
    pages = names(fill_pages(strips, 30.0, 10.0))
    assert "section" in pages[page - 1]
