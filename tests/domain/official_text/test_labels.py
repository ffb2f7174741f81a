"""What a label at the head of a line may stand for."""

import pytest

from kanagawa_desk.domain.official_text.labels import split_label

PLACES = [
    ("第1　目的", "第1", 0, 1),
    ("第２　目的", "第２", 0, 2),
    ("第三　目的", "第三", 0, 3),
    ("1 目的", "1", 1, 1),
    ("１　目的", "１", 1, 1),
    ("1\t目的", "1", 1, 1),
    ("1. 目的", "1.", 1, 1),
    ("１．目的", "１．", 1, 1),
    ("(2) 目的", "(2)", 2, 2),
    ("（２）　目的", "（２）", 2, 2),
    ("（２）目的", "（２）", 2, 2),
    ("( 2 ) 目的", "( 2 )", 2, 2),
    ("⑵目的", "⑵", 2, 2),
    ("ウ 目的", "ウ", 3, 3),
    ("ｳ 目的", "ｳ", 3, 3),
    ("ウ　目的", "ウ", 3, 3),
    ("アア 目的", "アア", 3, 47),
    ("(ウ) 目的", "(ウ)", 4, 3),
    ("（ウ）　目的", "（ウ）", 4, 3),
    ("(ｳ) 目的", "(ｳ)", 4, 3),
    ("c 目的", "c", 5, 3),
    ("ｃ　目的", "ｃ", 5, 3),
    ("(c) RPA", "(c)", 6, 3),
    ("（ｃ）目的", "（ｃ）", 6, 3),
    ("⒞目的", "⒞", 6, 3),
    ("a′ 目的", "a′", 7, 1),
    ("a' 目的", "a'", 7, 1),
    ("ａ’　目的", "ａ’", 7, 1),
]


@pytest.mark.parametrize(("line", "typed", "level", "number"), PLACES)
def test_a_label_says_its_level_and_number(line: str, typed: str, level: int, number: int):
    found = split_label(line)
    assert found is not None
    label, title = found
    assert label.typed == typed
    assert title in ("目的", "RPA")
    assert (label.readings[0].level, label.readings[0].number) == (level, number)
    assert label.stands_for(level, number)


@pytest.mark.parametrize(
    "line",
    [
        "1人当たりの医療費は",
        "1 人当たりの医療費は",
        "3 万件を超えた",
        "3 つの地域に分ける",
        "4 月1日から始める",
        "4月1日から始める",
        "2D図面を作る",
        "2D 図面を作る",
        "2025 年には",
        "10 25.3%",
        "1 1,234 2,345",
        "1.5倍に増えた",
        "第2回会議の結果",
        "第8次計画の概要",
        "令和6年度の実績",
        "アレルギー対策を進める",
        "イ病院",
        "(令和6年度の例)",
        "(注) 速報の値",
        "(1)のとおりとする",
        "(1)及び(2)による",
        "(ア)から(ウ)まで",
        "A 会社",
        "e-kanagawa電子申請",
        "",
    ],
)
def test_what_only_begins_like_a_label_is_none(line: str):
    assert split_label(line) is None


@pytest.mark.parametrize(
    ("line", "level", "number"),
    [
        ("(7) 目的", 4, 1),
        ("(4) 目的", 4, 2),
        ("(I) 目的", 4, 4),
        ("(力) 目的", 4, 6),
        ("工 目的", 3, 4),
        ("I 目的", 5, 12),
        ("(l) 目的", 4, 4),
        ("(6) 目的", 6, 2),
        ("(C) 目的", 6, 3),
    ],
)
def test_a_sign_may_be_one_that_looks_like_it(line: str, level: int, number: int):
    found = split_label(line)
    assert found is not None
    mistaken = [(each.level, each.number) for each in found[0].readings if each.exact]
    assert (level, number) in mistaken
    assert not found[0].stands_for(level, number)


@pytest.mark.parametrize("title", ["がん", "はしか", "のぞみの園", "とりまとめ"])
def test_a_title_in_kana_may_follow_a_bracket_without_space(title: str):
    found = split_label(f"(1){title}")
    assert found is not None
    assert found[1] == title
