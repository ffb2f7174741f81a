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


@pytest.mark.parametrize(
    ("text", "half", "mixed"),
    [
        ("第８次の１６計画", "第8次の16計画", "第８次の16計画"),
        ("８，９７６件と２．５倍", "8,976件と2.5倍", "8,976件と2.5倍"),
        ("Ａ４判（１）", "Ａ4判（1）", "Ａ４判（１）"),
    ],
)
def test_digits_typed_in_full_width_follow_the_style_too(text, half, mixed):
    assert (digits(text, "half"), digits(text, "mixed")) == (half, mixed)


def test_digits_stay_as_typed_where_nothing_is_chosen():
    assert digits("第8次と第８次", "typed") == "第8次と第８次"
