"""Live formulas and marks in the rows of a sheet."""

from decimal import Decimal

import pytest

from kanagawa_desk.domain.values import (
    BLANK,
    Measured,
    Missing,
    Status,
    missing,
    number,
)
from tests.exchange import layouts
from tests.exchange.books import opened, read, written

NOW = f"beds@{layouts.NOW}"


def sheet_of(changes=None):
    return opened(written(layouts.beds(changes)))["療養病床・一般病床"]


def stored_values(tmp_path, changes):
    """What is stored beside the formulas, for programs that do not calculate."""
    sheet = read(written(layouts.beds(changes)), tmp_path).sheets[1]
    return {
        (row, column): cell.content
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
    }


def test_a_difference_is_a_live_formula_that_waits_for_both_figures():
    assert sheet_of()["G6"].value == '=IF(COUNT(E6,C6)=2,E6-C6,"")'


def test_a_percentage_is_rounded_and_guarded_against_text_and_zero():
    formula = '=IF(AND(COUNT(E6,C6)=2,N(C6)<>0),ROUND(E6/C6*100,1),"")'
    assert sheet_of()["I6"].value == formula


def test_a_change_rate_is_that_of_the_right_column_to_the_left():
    formula = '=IF(AND(COUNT(E6,D6)=2,N(D6)<>0),ROUND((E6-D6)/D6*100,1),"")'
    assert sheet_of()["J6"].value == formula


def test_a_total_sums_the_records_above_it_unless_one_lacks_a_figure():
    assert sheet_of()["E15"].value == (
        '=IF(COUNT(E6:E14)+COUNTIF(E6:E14,"―")<ROWS(E6:E14),"",IF(COUNT(E6:E14)=0,"―",SUM(E6:E14)))'
    )


def test_a_computed_column_is_computed_in_the_total_row_too():
    assert sheet_of()["G15"].value == '=IF(COUNT(E15,C15)=2,E15-C15,"")'


def test_formulas_carry_the_values_that_they_would_give(tmp_path):
    values = stored_values(tmp_path, {})
    assert (values[6, 7], values[6, 9], values[15, 5]) == (-1823, Decimal("92.8"), 60253)


@pytest.mark.parametrize("reason", [Missing.BLANK, Missing.PENDING, Missing.UNKNOWN])
def test_a_total_with_a_missing_part_is_empty_and_so_is_what_follows_from_it(tmp_path, reason):
    values = stored_values(tmp_path, {("kenoh", NOW): missing(reason)})
    assert (values[13, 7], values[15, 5], values[15, 7]) == ("", "", "")


def test_a_total_passes_over_what_is_none(tmp_path):
    values = stored_values(tmp_path, {("kenoh", NOW): missing(Missing.NONE)})
    assert values[15, 5] == 60253 - 5324


def test_a_total_of_nothing_but_none_is_none(tmp_path):
    none = {(area, NOW): missing(Missing.NONE) for area in layouts.AREAS}
    assert stored_values(tmp_path, none)[15, 5] == "―"


def test_a_figure_written_as_words_takes_part_in_no_formula(tmp_path):
    planned = Measured(5324, status=Status.PLANNED)
    values = stored_values(tmp_path, {("kenoh", NOW): planned})
    assert (values[13, 5], values[13, 7], values[15, 5]) == ("5,324(予定)", "", "")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (BLANK, None),
        (missing(Missing.NONE), "―"),
        (missing(Missing.PENDING), "未集計"),
        (missing(Missing.UNKNOWN), "不詳"),
        (missing(Missing.SECRET), "x"),
        (number(0), 0),
        (number(-5), -5),
        (Measured(9, status=Status.PLANNED), "9(予定)"),
        (Measured(9, status=Status.FORECAST), "9(見込)"),
        (Measured(39000, approx=True), "約39,000"),
        (Measured(39000, approx=True, printed="約3万9千件"), "約3万9千件"),
        (Measured(missing=Missing.PENDING, printed="集計中"), "集計中"),
        (number(10**15 - 1), 10**15 - 1),
        (number(10**15), "1,000,000,000,000,000"),
    ],
)
def test_every_value_is_written_so_that_its_reader_takes_it_back(value, shown):
    assert sheet_of({("yokohama", NOW): value})["E6"].value == shown
