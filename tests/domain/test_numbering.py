"""Official outline numbering."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.numbering import LEVELS, circled, label, labels, paths


@pytest.mark.parametrize(
    ("level", "number", "expected"),
    [
        (0, 2, "第2"),
        (1, 1, "1"),
        (1, 12, "12"),
        (2, 3, "(3)"),
        (3, 1, "ア"),
        (3, 46, "ン"),
        (3, 47, "アア"),
        (3, 48, "イイ"),
        (4, 4, "(エ)"),
        (5, 12, "l"),
        (5, 26, "z"),
        (5, 27, "aa"),
        (6, 9, "(i)"),
        (7, 2, "b′"),
    ],
)
def test_each_level_has_its_row_of_labels(level: int, number: int, expected: str) -> None:
    assert label(level, number) == expected


def test_the_kana_row_has_forty_six_labels_without_wi_and_we() -> None:
    row = [label(3, number) for number in range(1, 47)]
    assert len(set(row)) == 46
    assert not {"ヰ", "ヱ", "ヴ"} & set(row)


@pytest.mark.parametrize(("level", "number"), [(-1, 1), (8, 1), (1, 0), (3, -1)])
def test_a_level_or_number_that_is_none_is_refused(level: int, number: int) -> None:
    with pytest.raises(ValueError, match=r"level|number"):
        label(level, number)


def test_a_level_begins_anew_under_another_heading() -> None:
    assert list(labels([1, 2, 3, 3, 2, 3, 1, 2])) == [
        "1",
        "(1)",
        "ア",
        "イ",
        "(2)",
        "ア",
        "2",
        "(1)",
    ]


def test_the_outline_may_stand_under_a_level_above_the_first() -> None:
    assert list(labels([0, 1, 2, 1, 0, 1])) == ["第1", "1", "(1)", "2", "第2", "1"]


def test_a_level_may_be_left_out() -> None:
    assert list(labels([1, 3, 3, 2])) == ["1", "ア", "イ", "(1)"]


@given(st.lists(st.integers(1, LEVELS), max_size=60))
def test_siblings_never_share_a_label(levels: list[int]) -> None:
    paths = set()
    path: list[str] = [""] * LEVELS
    for level, text in zip(levels, labels(levels), strict=True):
        path[level - 1 :] = [text] + [""] * (LEVELS - level)
        assert tuple(path) not in paths
        paths.add(tuple(path))


@given(st.integers(1, LEVELS), st.integers(1, 2000))
def test_labels_of_a_level_never_repeat(level: int, number: int) -> None:
    assert label(level, number) != label(level, number + 1)


@pytest.mark.parametrize(
    ("number", "sign"),
    [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (50, "㊿"), (51, "(51)")],
)
def test_numbers_are_circled_up_to_fifty(number: int, sign: str) -> None:
    assert circled(number) == sign


def test_the_path_of_a_heading_holds_the_labels_above_it() -> None:
    assert list(paths([1, 2, 2, 3, 1])) == [
        ("1",),
        ("1", "(1)"),
        ("1", "(2)"),
        ("1", "(2)", "ア"),
        ("2",),
    ]
