"""Counts and sums in prose beside tables and lists."""

import pytest

from kanagawa_desk.domain.papers.checks.counts import (
    miscounted,
    misnumbered_lists,
    sums_not_in_tables,
)
from tests.domain.papers.checks.blocks import block, heading, table, told


def test_a_count_of_areas_that_no_table_has_is_found() -> None:
    (found,) = miscounted([block("paragraph", "これまでの8圏域とする。")], {9}, {16})
    assert (found.code, found.block) == ("count_disagrees", "paragraph")
    assert "9" in found.message


@pytest.mark.parametrize(
    "text", ["9圏域とする。", "9二次保健医療圏域", "主な16計画", "第8次計画", "6計画期間"]
)
def test_a_count_that_a_table_has_is_left_alone(text: str) -> None:
    assert told(miscounted([block("paragraph", text)], {9}, {16})) == []


def test_without_a_table_there_is_nothing_to_disagree_with() -> None:
    assert told(miscounted([block("paragraph", "15計画")], {9}, set())) == []


def test_a_list_of_another_length_than_announced_is_found() -> None:
    items = block("circled", items=("役割", "救急"))
    assert told(misnumbered_lists([block("paragraph", "次の3点とした。"), items])) == [
        ("paragraph", "count_disagrees")
    ]
    assert told(misnumbered_lists([block("paragraph", "次の2点とした。"), items])) == []


def test_a_sum_in_prose_that_its_sections_tables_do_not_have_is_found() -> None:
    text = block("paragraph", "県全体では合計60,250床である。")
    totals = table("横浜 60,000", "県央 253", "合計 60,253")
    assert told(sums_not_in_tables([heading(1, "1"), text, totals])) == [
        ("paragraph", "sum_disagrees")
    ]
    assert told(sums_not_in_tables([text, heading(1, "1"), totals])) == []
