"""Tables that do not say enough, and totals that are none."""

from datetime import date

import pytest

from kanagawa_desk.domain.papers.checks.tables import undated, without_unit, wrong_totals
from tests.domain.papers.checks.blocks import block, table, told

DAY = date(2024, 8, 31)
DAYS = {"table": (DAY,)}


def test_a_table_whose_day_nobody_tells_is_found() -> None:
    assert told(undated([block("caption", "業務数"), table("A 1")], DAYS)) == [
        ("table", "as_of_missing")
    ]


@pytest.mark.parametrize(
    "paper",
    [
        [block("caption", "業務数"), block("as_of", "令和6年8月末時点"), table("A 1")],
        [block("caption", "業務数（令和6年8月31日現在）"), table("A 1")],
        [table("A 1"), block("note", "別記"), block("note", "R6.8.31の数値")],
        [table("A 1", head="区分 R6.8.31")],
    ],
)
def test_a_day_may_be_told_above_below_or_in_the_head(paper: list[object]) -> None:
    assert told(undated(paper, DAYS)) == []  # type: ignore[arg-type]


def test_a_day_told_behind_other_text_is_not_the_tables() -> None:
    paper = [table("A 1"), block("paragraph", "本文"), block("note", "令和6年8月末")]
    assert told(undated(paper, DAYS)) == [("table", "as_of_missing")]


def test_bare_numbers_without_a_unit_are_found() -> None:
    assert told(without_unit([table("横浜 23,386", "県央 5,324")])) == [("table", "unit_missing")]


@pytest.mark.parametrize(
    "paper",
    [
        [table("横浜 23,386", unit="（単位：床）")],
        [table("横浜 23,386", head="区域 病床数")],
        [table("横浜 23,386床")],
        [block("caption", "状況（単位：床）"), table("横浜 23,386")],
        [table("a b", "c d")],
    ],
)
def test_a_unit_may_stand_in_the_cells_the_head_or_the_caption(paper: list[object]) -> None:
    assert told(without_unit(paper)) == []  # type: ignore[arg-type]


def test_a_total_that_is_not_the_sum_is_found_with_the_sum() -> None:
    (found,) = wrong_totals([table("横浜 1,000", "県央 ▲200", "合計 900", head="区域 床")])
    assert (found.code, "800" in found.message) == ("total_disagrees", True)


def test_a_total_row_that_miscounts_its_rows_is_found() -> None:
    assert told(wrong_totals([table("横浜 1", "県央 2", "合計（3圏域） 3")])) == [
        ("table", "count_disagrees")
    ]


@pytest.mark.parametrize(
    "rows", [("横浜 1", "県央 2", "合計 3"), ("横浜 1", "県央 ―", "合計 3"), ("合計 3",)]
)
def test_a_right_total_and_one_with_a_missing_part_are_left_alone(rows: tuple[str, ...]) -> None:
    assert told(wrong_totals([table(*rows)])) == []
