"""Labels and digits in the look that an office chooses."""

import pytest

from kanagawa_desk.reports.house_style import digits, label_look


@pytest.mark.parametrize(
    ("label", "plain", "wide", "narrow"),
    [
        ("1", "1", "１", "1"),
        ("12", "12", "12", "12"),
        ("(3)", "(3)", "（３）", "(3)"),
        ("(12)", "(12)", "（12）", "(12)"),
        ("ア", "ア", "ア", "ｱ"),
        ("(ア)", "(ア)", "（ア）", "(ｱ)"),
        ("(ヲ)", "(ヲ)", "（ヲ）", "(ｦ)"),
        ("a", "a", "ａ", "a"),
        ("a′", "a′", "ａ′", "a′"),
    ],
)
def test_a_label_has_three_looks(label, plain, wide, narrow):
    assert [label_look(label, look) for look in ("plain", "wide", "narrow")] == [
        plain,
        wide,
        narrow,
    ]


@pytest.mark.parametrize(
    ("text", "mixed"),
    [
        ("第8次計画", "第８次計画"),
        ("令和6年10月4日", "令和６年10月４日"),
        ("1,601床", "1,601床"),
        ("1.5倍", "1.5倍"),
        ("A4判のR6版", "A4判のR6版"),
        ("3か月と12か月", "３か月と12か月"),
    ],
)
def test_mixed_digits_are_wide_only_where_they_stand_alone(text, mixed):
    assert digits(text, "mixed") == mixed


def test_half_width_digits_are_left_alone():
    assert digits("第8次計画", "half") == "第8次計画"
