"""Days that are named from the paper's day."""

from datetime import date

import pytest

from kanagawa_desk.domain.papers.checks.relative_dates import plans_past, relative_dates
from tests.domain.papers.checks.blocks import block, told

HELD = date(2024, 10, 4)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("今年度末", "令和6年度末"),
        ("来年度", "令和7年度"),
        ("昨年度", "令和5年度"),
        ("来月末", "令和6年11月末"),
        ("来年", "令和7年"),
        ("今年末", "令和6年末"),
        ("先月", "令和6年9月"),
    ],
)
def test_a_relative_day_is_told_with_what_it_means_on_the_papers_day(word: str, meant: str) -> None:
    (found,) = relative_dates([block("paragraph", f"{word}に改定する。")], HELD, HELD)
    assert found.code == "relative_date"
    assert f"「{word}」は資料の日付から{meant}と" in found.message


@pytest.mark.parametrize("text", ["前年比3%の増", "前年増減", "前年同月", "数年度末"])
def test_a_comparison_with_the_year_before_is_no_relative_day(text: str) -> None:
    assert told(relative_dates([block("paragraph", text)], HELD, HELD)) == []


def test_another_day_of_the_paper_makes_another_finding() -> None:
    text = [block("paragraph", "今年度末に改定する。")]
    (now,), (next_year,) = (
        relative_dates(text, day, day) for day in (HELD, HELD.replace(year=2025))
    )
    assert now.fingerprint != next_year.fingerprint


def test_a_day_to_come_that_is_over_by_today_is_past() -> None:
    text = [block("bullet", "今年度末に改定する。")]
    assert told(relative_dates(text, HELD, date(2025, 4, 1))) == [("bullet", "relative_date_past")]


def test_what_cannot_be_put_in_a_year_is_unresolved() -> None:
    found = relative_dates([block("note", "近日中に公表する。")], HELD, HELD)
    assert told(found) == [("note", "relative_date_unresolved")]


@pytest.mark.parametrize(
    "text",
    ["令和6年8月に開く予定", "令和6年10月3日までに公表する見込み", "令和5年度の導入が目標"],
)
def test_what_is_announced_for_a_day_before_the_papers_is_past(text: str) -> None:
    assert told(plans_past([block("bullet", text)], HELD)) == [("bullet", "planned_date_past")]


@pytest.mark.parametrize(
    "text",
    [
        "令和6年11月に開く予定",
        "令和6年10月4日に公表予定",
        "令和6年度の導入が目標",
        "令和6年8月に開いた。",
        "令和5年度に始め、令和7年度の完了を目標とする。",
        "令和6年3月に方針を定め、100%を目標とする。",
        "令和6年13月に開く予定",
    ],
)
def test_what_lies_ahead_or_is_done_is_left_alone(text: str) -> None:
    assert told(plans_past([block("bullet", text)], HELD)) == []
