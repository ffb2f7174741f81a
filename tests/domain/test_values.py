"""Measured values: a number, or the reason why there is none; sums, differences, percentages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.values import (
    BLANK,
    Measured,
    Missing,
    difference,
    missing,
    number,
    percentage,
    rounded,
    total,
)

NONE, PENDING = missing(Missing.NONE), missing(Missing.PENDING)


def test_a_value_is_a_number_or_a_reason_never_both_nor_neither():
    with pytest.raises(ValueError, match="missing reason"):
        Measured()
    with pytest.raises(ValueError, match="missing reason"):
        Measured(1, Missing.NONE)


@pytest.mark.parametrize("value", [1.5, True, "1"])
def test_floats_booleans_and_texts_are_no_numbers(value: object):
    with pytest.raises(TypeError):
        Measured(value)  # type: ignore[arg-type]


def test_a_surplus_of_beds_is_existing_less_standard():
    assert difference(number(23386), number(25209)) == number(-1823)


def test_a_difference_with_a_missing_side_is_missing_for_its_reason():
    assert difference(PENDING, number(1)) == PENDING
    assert difference(number(1), BLANK) == BLANK


def test_a_percentage_is_rounded_half_up_and_of_nothing_there_is_none():
    assert percentage(number(1), number(8)) == number(Decimal("12.5"))
    assert percentage(number(1), number(3)) == number(Decimal("33.3"))
    assert percentage(number(1), number(0)) == NONE
    assert percentage(number(1), PENDING) == PENDING


@pytest.mark.parametrize(
    ("value", "expected"), [("0.25", "0.3"), ("0.35", "0.4"), ("-0.25", "-0.3"), ("0.249", "0.2")]
)
def test_halves_are_rounded_away_from_zero(value: str, expected: str):
    assert rounded(Decimal(value), 1) == Decimal(expected)


@given(st.lists(st.integers(0, 10**6)))
def test_a_total_of_numbers_is_their_sum(beds: list[int]):
    assert total(map(number, beds)).value == number(sum(beds))


def test_a_total_adds_nothing_for_what_does_not_exist():
    assert total([number(5), NONE]).value == number(5)
    assert total([NONE, NONE]).value == NONE


def test_a_total_with_a_missing_part_is_missing_and_shows_its_partial_sum():
    result = total([number(5), PENDING, BLANK])
    assert result.value == PENDING
    assert (result.partial, result.missing_parts) == (5, 2)
