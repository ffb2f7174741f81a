"""Blocks of cells as Excel copies and pastes them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.layout import Cell
from kanagawa_desk.domain.values import Measured, Missing, number
from kanagawa_desk.gui.models.clipboard import copied, from_tsv, to_tsv

# What a cell can hold; Excel has no lone carriage returns.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"))


@given(
    st.integers(1, 5).flatmap(
        lambda width: st.lists(
            st.lists(TEXTS, min_size=width, max_size=width), min_size=1, max_size=5
        )
    )
)
def test_a_block_comes_back_as_it_was_copied(block):
    assert from_tsv(to_tsv(block)) == block


def test_excel_puts_a_line_end_behind_the_last_row_that_is_no_row():
    assert from_tsv("1,601\t▲87\r\n2\t3\r\n") == [["1,601", "▲87"], ["2", "3"]]


def test_a_copied_column_keeps_its_blank_cells():
    assert from_tsv("1\r\n\r\n3\r\n") == [["1"], [""], ["3"]]


def test_a_line_break_inside_a_cell_makes_no_row():
    assert from_tsv('"上段\n下段"\t2\r\n') == [["上段\n下段", "2"]]


def test_rows_of_unequal_length_are_filled_up():
    assert from_tsv("1\t2\r\n3\r\n") == [["1", "2"], ["3", ""]]


def test_nothing_is_no_block():
    assert from_tsv("") == []


@pytest.mark.parametrize(
    ("value", "shown", "expected"),
    [
        (number(1601), "1,601", "1601"),
        (number(-87), "▲87", "-87"),
        (number(Decimal("74.4")), "74.4", "74.4"),
        (Measured(39000, approx=True, printed="約3万9千件"), "約3万9千件", "約3万9千件"),
        (Measured(missing=Missing.NONE), "―", "―"),
        ("横浜", "横浜", "横浜"),
    ],
)
def test_figures_are_copied_so_that_excel_reads_numbers(value, shown, expected):
    assert copied(Cell(value, shown)) == expected
