"""A cover letter as it is printed."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.letters import Item, Letter
from kanagawa_desk.reports.letter import render_letter
from tests.reports.reading import MM, read

LETTER = Letter(
    date(2024, 10, 4),
    "健康増進課長　様",
    "医療企画課長",
    "10月委員会資料の時点更新について（照会）",
    ("このことについて、下記のとおり照会しますので、期限までに回答してください。",),
    (
        Item("照会事項", ("計画一覧",)),
        Item("回答期限", ("令和6年10月18日（金）",)),
        Item("留意事項", ("色のついたセルを確かめてください。", "必ず提出してください。")),
    ),
    ("担当　医療企画課　佐藤", "電話"),
)


@pytest.fixture(scope="module")
def sheet():
    (page,) = read(render_letter(LETTER)[0])
    return page


def test_a_letter_is_one_sheet_of_a4_without_a_page_number(sheet):
    assert (sheet.width, sheet.height) == pytest.approx((210 * MM, 297 * MM), abs=0.1)
    assert sheet.lines[-1].startswith("電話")


def test_its_parts_stand_in_the_order_of_official_letters(sheet):
    parts = ["号", "令和6年10月4日", "健康増進課長", "医療企画課長", "時点更新", "記", "照会事項"]
    tops = [sheet.at(each).top for each in parts]
    assert tops == sorted(tops)


def test_the_number_is_left_to_be_written_in(sheet):
    assert sheet.lines[0].split() == ["第", "号"]


def test_number_date_and_sender_end_at_the_right(sheet):
    rights = [sheet.at(each).right for each in ("号", "4日", "医療企画課長")]
    assert rights == pytest.approx([rights[0]] * 3, abs=1)
    assert rights[0] > 160 * MM


def test_the_word_that_begins_the_items_stands_in_the_middle(sheet):
    found = next(each for each in sheet.find("記") if each.top > sheet.at("このことに").bottom)
    assert (found.left + found.right) / 2 == pytest.approx(105 * MM, abs=2)


def test_items_are_numbered_and_of_several_lines_each_has_its_own_number(sheet):
    assert "1 照会事項 計画一覧" in sheet.text
    assert "3 留意事項" in sheet.text
    assert "(1) 色のついた" in sheet.text
    assert "(2) 必ず" in sheet.text


def test_a_sender_who_is_not_known_leaves_the_line_free():
    (page,) = read(render_letter(replace(LETTER, sender=""))[0])
    assert "医療企画課長" not in page.text


def test_a_character_without_a_type_is_told():
    _, problems = render_letter(replace(LETTER, addressee="𠮷野病院長　様"))
    assert ["𠮷" in each for each in problems] == [True]


def test_the_same_letter_gives_the_same_bytes():
    assert render_letter(LETTER) == render_letter(LETTER)
