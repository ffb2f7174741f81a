"""Page numbers, running heads and rules: known by repetition, set aside, never lost."""

import pytest

from tests.domain.official_text.drafts import aside, of_kind, outline, read, texts

HEAD = "防災対策特別委員会資料"


def pages(count: int, foot: str, head: str = "", end: str = "") -> list[str]:
    """Pages of five sentences each."""
    lines: list[str] = []
    for page in range(1, count + 1):
        lines += [head] if head else []
        lines += [f"第{page}面の{line}行目の文である。" for line in "一二三四五"]
        lines += [foot.format(page) + end] if foot else []
    return lines


@pytest.mark.parametrize("foot", ["- {} -", "－ {} －", "{}", "{}ページ", "{}/4", "p.{}"])
def test_page_numbers_are_set_aside(foot: str):
    draft = read(*pages(4, foot))
    assert aside(draft, "page_number") == [foot.format(page) for page in range(1, 5)]
    assert len(draft.blocks) == 20


def test_running_heads_are_set_aside_but_for_the_first():
    draft = read(*pages(4, "- {} -", HEAD))
    assert aside(draft, "running_head") == [HEAD] * 3
    assert texts(draft)[0] == ("paragraph", HEAD)


def test_running_heads_with_the_page_number_beside_them_are_set_aside():
    lines = [line for page in range(1, 5) for line in (f"{HEAD}　{page}", *"甲乙丙丁", "\f")]
    assert aside(read(*lines), "running_head") == [f"{HEAD}　{page}" for page in range(2, 5)]


def test_running_heads_of_unmarked_pages_are_known_by_even_gaps():
    lines = [
        line
        for page in "一二三"
        for line in (HEAD, *(f"第{page}面の文{each}である。" for each in range(30)))
    ]
    assert aside(read(*lines), "running_head") == [HEAD, HEAD]


def test_a_sentence_broken_by_a_page_end_is_joined():
    before = pages(4, "- {} -", HEAD)
    draft = read(*before[:-1], "県は、計画を", before[-1], HEAD, "改めた。")
    assert texts(draft)[-1] == ("paragraph", "県は、計画を改めた。")


def test_notes_and_dates_that_come_back_are_text():
    lines = [
        line
        for page in range(1, 5)
        for line in ("※ 概数である。", "甲\t乙", "1\t2", "令和6年8月末時点", f"- {page} -")
    ]
    draft = read(*lines)
    assert len(of_kind(draft, "note")) == 4
    assert len(of_kind(draft, "as_of")) == 4


def test_numbers_one_below_the_other_are_no_pages():
    assert aside(read("甲", "1", "2", "3", "4", "乙である。"), "page_number") == []


@pytest.mark.parametrize("foot", ["- 2 -", "－２－", "― 2 ―"])
def test_a_lone_number_between_dashes_is_a_page(foot: str):
    draft = read("本文である。", "", foot, "", "本文である。")
    assert aside(draft, "page_number") == [foot]


def test_a_lone_number_is_no_page():
    assert aside(read("本文である。", "", "12", "", "本文である。"), "page_number") == []


def test_form_feeds_are_page_ends_and_no_text():
    draft = read("1 背景\f", "本文である。\f2 方向")
    assert outline(draft) == ["1 背景", "2 方向"]
    assert [block.line for block in draft.blocks] == [1, 2, 2]


def test_rules_across_the_page_are_set_aside():
    assert aside(read("本文である。", "", "-----", "", "本文である。"), "rule") == ["-----"]


def test_rules_below_the_heads_of_columns_are_set_aside_and_no_row():
    draft = read("年度      件数", "------    ------", "令和4年度  12件", "令和5年度  18件")
    (table,) = of_kind(draft, "table")
    assert [list(row) for row in table.table] == [
        ["年度", "件数"],
        ["令和4年度", "12件"],
        ["令和5年度", "18件"],
    ]
    assert aside(draft, "rule") == ["------    ------"]
