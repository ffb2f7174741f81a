"""Headings, paragraphs and lists: where their lines stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.reports.fonts import GOTHIC, MINCHO
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import DEFAULT, Template
from tests.reports.reading import MM, read
from tests.reports.samples import Draft

LEFT = 30 * MM
EM = DEFAULT.em
LINE = DEFAULT.line_pitch


def sheets(draft, **fields):
    return read(render_paper(draft.paper(), Template(**fields)).pdf)


def chars(x):
    """How many characters a place is in from the left margin."""
    return (x - LEFT) / EM


def test_each_level_stands_one_character_further_in():
    d = Draft()
    for level in range(1, 8):
        d.heading(level, "見出し")
    (sheet,) = sheets(d)
    labels = ["1", "(1)", "ア", "(ア)", "a", "(a)", "a′"]
    starts = [chars(sheet.find(f"{label}")[0].left) for label in ("1", "(1)", "ア", "(ア)")]
    assert starts == pytest.approx([0, 1, 2, 3], abs=0.02)
    assert [line.split()[0] for line in sheet.lines[:7]] == labels


def test_texts_of_a_level_align_whatever_their_labels():
    d = Draft()
    d.heading(1, "上")
    for _ in range(12):
        d.heading(2, "同じ文")
    (sheet,) = sheets(d)
    starts = {round(place.left, 2) for place in sheet.find("同じ文")}
    assert len(starts) == 1
    assert chars(starts.pop()) == pytest.approx(4, abs=0.02)


def test_headings_are_gothic_down_to_the_fourth_level():
    faces = [DEFAULT.heading(level).face for level in range(1, 8)]
    assert faces == [GOTHIC] * 4 + [MINCHO] * 3


def test_a_long_heading_goes_on_below_its_text():
    d = Draft()
    d.heading(1, "あ" * 35 + "い" * 10)
    (sheet,) = sheets(d)
    assert sheet.at("あ").left == pytest.approx(sheet.find("い")[-10].left, abs=0.02)


def test_a_paragraph_stands_below_its_heading_with_its_first_line_further_in():
    d = Draft()
    d.heading(3, "見出し")
    d.add("paragraph", "あ" * 33 + "い" * 10)
    (sheet,) = sheets(d)
    assert chars(sheet.at("あ").left) == pytest.approx(4, abs=0.02)
    assert chars(sheet.at("い").left) == pytest.approx(3, abs=0.02)


def test_each_paragraph_of_a_block_begins_further_in():
    d = Draft()
    d.add("paragraph", "一つ目\n二つ目")
    (sheet,) = sheets(d)
    assert sheet.at("一つ目").left == pytest.approx(sheet.at("二つ目").left)


def test_a_full_line_reaches_the_right_margin():
    d = Draft()
    d.add("paragraph", "県" * 80, level=0)
    (sheet,) = sheets(d)
    assert max(place.right for place in sheet.find("県")) == pytest.approx(
        sheet.width - 20 * MM, abs=0.6
    )
    assert len(sheet.lines[1]) == DEFAULT.characters


def test_lines_stand_on_one_grid_below_tables_too():
    d = Draft()
    d.add("paragraph", "上の行", level=0)
    d.add("caption", "表題")
    d.add("note", "注")
    d.add("paragraph", "下の行", level=0)
    (sheet,) = sheets(d)
    apart = sheet.at("下の行").top - sheet.at("上の行").top
    assert apart / LINE == pytest.approx(round(apart / LINE), abs=0.01)


def test_a_page_holds_as_many_lines_as_its_grid():
    d = Draft()
    ids = [d.add("paragraph", f"{n}行目") for n in range(80)]
    pages = render_paper(d.paper()).pages
    assert sum(pages[each] == 1 for each in ids) == int(DEFAULT.depth / LINE) == 37


def test_bullets_hang_in_two_depths():
    d = Draft()
    d.heading(1, "見出し")
    d.add("bullet", "あ" * 35 + "い" * 5)
    d.add("bullet", "う", depth=2)
    (sheet,) = sheets(d)
    marks = [chars(place.left) for place in sheet.find("・")]
    assert marks == pytest.approx([1, 2], abs=0.02)
    assert [chars(sheet.at(text).left) for text in ("あ", "い", "う")] == pytest.approx(
        [2, 2, 3], abs=0.02
    )


def test_a_circle_stands_before_its_text():
    d = Draft()
    d.add("circle", "重点取組事項")
    assert sheets(d)[0].lines[0] == "○重点取組事項"


def test_circled_items_stand_in_columns_row_by_row():
    d = Draft()
    d.add("circled", items=("開く", "公平", "安全", "続ける"), columns=3)
    (sheet,) = sheets(d)
    first, second, third, fourth = (sheet.at(sign) for sign in "①②③④")
    assert first.top == second.top == third.top < fourth.top
    assert second.left - first.left == pytest.approx(third.left - second.left)
    assert first.left == fourth.left


def test_a_long_circled_item_hangs_in_its_column():
    d = Draft()
    d.add("circled", items=("あ" * 16 + "い", "う"), columns=2)
    (sheet,) = sheets(d)
    assert sheet.at("あ").left == pytest.approx(sheet.at("い").left)
    assert sheet.at("い").top > sheet.at("う").top


def test_attachments_stand_below_their_title():
    d = Draft()
    d.add("attachments", items=("参考資料\u3000概要版",))
    assert sheets(d)[0].lines[:2] == ["＜別添参考資料＞", "・参考資料\u3000概要版"]


def test_digits_follow_the_house_style_in_prose():
    d = Draft()
    d.add("paragraph", "第8次計画の16施策")
    assert sheets(d, digits="mixed")[0].lines[0] == "第８次計画の16施策"


@settings(max_examples=25)
@given(st.integers(20, 60), st.integers(1, 4))
def test_a_heading_is_never_alone_at_the_foot_of_a_page(lines, depth):
    d = Draft()
    for _ in range(lines):
        d.add("paragraph", "文")
    headings = [d.heading(level, "見出し") for level in range(1, depth + 1)]
    body = d.add("paragraph", "文")
    pages = render_paper(d.paper(), only=()).pages
    assert {pages[each] for each in headings} == {pages[body]}


def test_headings_without_text_fill_pages_like_lines():
    d = Draft()
    d.heading(5, "上")
    for _ in range(100):
        d.heading(6, "項目")
    assert render_paper(d.paper()).sheet_count == 3


def test_a_line_is_free_above_upper_headings_but_not_at_the_head_of_a_page():
    d = Draft()
    d.heading(1, "節の一")
    d.add("paragraph", "本文")
    d.heading(1, "節の二")
    (sheet,) = sheets(d)
    assert sheet.at("節の一").top < 25 * MM + LINE
    assert sheet.at("節の二").top - sheet.at("本文").top == pytest.approx(2 * LINE)


def test_a_list_without_items_still_has_its_page():
    d = Draft()
    block = d.add("circled", items=())
    assert render_paper(d.paper()).pages[block] == 1


def test_a_page_break_begins_a_page():
    d = Draft()
    first = d.add("paragraph", "前")
    d.add("page_break")
    second = d.add("paragraph", "後")
    pages = render_paper(d.paper()).pages
    assert (pages[first], pages[second]) == (1, 2)


def test_lines_kept_as_typed_are_set_smaller_before_they_are_broken():
    d = Draft()
    figures = "　　12,345　　13,210　　14,005　　▲795　　6.0%　　18　　99,999"
    d.add("paragraph", f"河川改修費{figures}\n海岸高潮費{figures}", style="preformatted")
    sheet = sheets(d)[0]
    (first, second), (last, _) = sheet.find("河川") + sheet.find("海岸"), sheet.find("99,999")
    assert first.top == pytest.approx(last.top, abs=1)
    assert second.top > first.bottom
    assert last.right <= sheet.width - 20 * MM + 1
