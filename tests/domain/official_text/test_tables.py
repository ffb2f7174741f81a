"""Tables by tabs, bars, columns or counts; what is none stays together as it was typed."""

import json

import pytest

from kanagawa_desk.domain.official_text.draft import DraftBlock, PaperDraft
from kanagawa_desk.domain.official_text.free_tables import (
    FreeTable,
    free_table_binding,
    parse_free_table,
)
from tests.domain.official_text.drafts import aside, of_kind, outline, problems, read, texts

BEDS = (
    ("区域", "基準", "既存", "過不足"),
    ("横浜", "2,520", "2,360 (2,338)", "▲160 (▲182)"),
    ("県央", "522", "533 (532)", "10 (9)"),
)


def table(draft: PaperDraft) -> DraftBlock:
    (found,) = of_kind(draft, "table")
    return found


def test_lines_with_tabs_are_a_table():
    found = table(read(*("\t".join(row) for row in BEDS)))
    assert (found.table, found.headed) == (BEDS, True)


def test_a_head_may_leave_out_its_first_cell():
    found = table(read("\t令和5年度\t令和6年度", "累計\t4施設\t18施設"))
    assert (found.table, found.headed) == (
        (("", "令和5年度", "令和6年度"), ("累計", "4施設", "18施設")), True,
    )  # fmt: skip


def test_years_are_a_head_and_figures_are_not():
    assert table(read("令和5年度\t令和6年度", "28.2%\t29.7%")).headed
    assert table(read("R5\tR6", "—\t12件")).headed
    assert not table(read("横浜\t12", "川崎\t15")).headed


def test_words_and_their_meanings_have_no_head():
    assert not table(read("会場\t県庁の新庁舎", "問合せ先\t医療企画課")).headed


def test_a_blank_line_inside_a_table_is_the_end_of_a_page():
    lines = ["\t".join(row) for row in BEDS]
    assert table(read(*lines[:2], "", lines[2])).table == BEDS


def test_a_head_below_a_blank_line_begins_another_table():
    lines = ["\t".join(row) for row in BEDS]
    assert len(of_kind(read(*lines, "", *lines), "table")) == 2


def test_a_head_repeated_on_a_new_page_is_set_aside():
    lines = ["\t".join(row) for row in BEDS]
    draft = read(*lines[:2], "\f" + lines[0], lines[2])
    assert table(draft).table == BEDS
    assert aside(draft, "repeated_head") == [lines[0]]


def test_short_rows_are_filled_up():
    assert table(read("甲\t乙\t丙", "1\t2", "3\t4\t5")).table[1] == ("1", "2", "")


def test_a_short_line_between_two_rows_is_a_row():
    found = table(read("区分\tR5\tR6", "胃\t12\t15", "（再掲）", "40歳代\t3\t4"))
    assert [row[0] for row in found.table] == ["区分", "胃", "（再掲）", "40歳代"]


def test_a_short_line_above_a_head_begins_another_table():
    draft = read("区域\t病床", "横浜\t12", "精神病床", "区域\t病床", "県全域\t34")
    assert len(of_kind(draft, "table")) == 2
    assert ("caption", "精神病床") in texts(draft)


def test_a_tab_behind_a_label_or_mark_makes_no_table():
    draft = read("1\t背景", "(1)\t経緯", "・\t甲", "・\t乙")
    assert outline(draft) == ["1 背景", "(1) 経緯"]
    assert of_kind(draft, "table") == []


def test_numbers_in_a_table_are_no_headings():
    rows = ("No.\t計画名\t期間", "1\t水道計画\tR6～R11", "2\t防災計画\tR2～")
    draft = read("1 一覧", "", *rows, "", "2 予定")
    assert outline(draft) == ["1 一覧", "2 予定"]
    assert len(table(draft).table) == 3


@pytest.mark.parametrize("gap", ["  ", "     ", "　　"])
def test_columns_parted_by_wide_spaces_are_a_table(gap: str):
    found = table(read(*(gap.join(row) for row in BEDS)))
    assert (found.table, found.headed) == (BEDS, True)


def test_aligned_columns_may_have_empty_cells():
    draft = read(
        "区分        令和5年度   令和6年度   備考",
        "研修              12          15",
        "派遣               8                   新規",
    )
    assert table(draft).table == (
        ("区分", "令和5年度", "令和6年度", "備考"),
        ("研修", "12", "15", ""),
        ("派遣", "8", "", "新規"),
    )


def test_words_spread_over_their_column_are_one_cell():
    draft = read(
        "区　分　　　令和5年　　令和6年",
        "横　浜　　　　38.2　　　　39.5",
        "合　　計　　　38.2　　　　39.5",
    )
    assert [row[0] for row in table(draft).table] == ["区　分", "横　浜", "合　　計"]


def test_rows_parted_by_single_spaces_are_a_table_by_their_count():
    found = table(read(*(" ".join(row) for row in BEDS)))
    assert (found.table, found.headed) == (BEDS, True)


def test_a_head_with_spaces_of_its_own_is_fitted_to_the_columns():
    draft = read("区域 基準 A 既存 B 過不足 B－A", "横浜 2,520 2,360 (2,338) ▲160 (▲182)")
    assert table(draft).table[0] == ("区域", "基準 A", "既存 B", "過不足 B－A")


def test_a_row_whose_head_does_not_fit_is_kept_with_it_as_typed():
    lines = ("区域 基準 既存 うち公立 うち民間", "横浜 2,520 2,360 ▲160")
    draft = read(*lines)
    assert [(block.text, block.style) for block in draft.blocks] == [
        ("\n".join(lines), "preformatted"),
    ]  # fmt: skip
    assert problems(draft) == [(1, "columns_unclear")]


def test_spaced_lines_that_make_no_columns_are_kept_as_typed():
    lines = ("知事      副知事", "   部長           課長      係長")
    draft = read("体制", "", *lines, "", "担当")
    kept = draft.blocks[1]
    assert (kept.kind, kept.style, kept.text) == ("paragraph", "preformatted", "\n".join(lines))
    assert problems(draft) == [(3, "columns_unclear")]


def test_a_drawn_picture_is_kept_as_typed():
    lines = ("┌────┐", "│知事│→ 部長", "└────┘")
    (block,) = read(*lines).blocks
    assert (block.style, block.text) == ("preformatted", "\n".join(lines))


def test_one_wide_space_in_a_sentence_makes_no_table():
    draft = read("問合せ先は医療企画課である。　　電話は次のとおり。")
    assert texts(draft) == [("paragraph", "問合せ先は医療企画課である。　　電話は次のとおり。")]


@pytest.mark.parametrize("rule", ["|---|---:|", "| :-- | --- |"])
def test_a_markdown_grid_is_a_table(rule: str):
    found = table(read("| 地域 | 人口 |", rule, "| 県央 | 約85万 |"))
    assert (found.table, found.headed) == ((("地域", "人口"), ("県央", "約85万")), True)


def test_a_grid_of_drawn_bars_is_a_table():
    draft = read("┌──┬──┐", "│地域│人口│", "├──┼──┤", "│県央│85万│", "└──┴──┘")
    assert table(draft).table == (("地域", "人口"), ("県央", "85万"))


def test_wide_tables_keep_every_column():
    years = [f"R{year}" for year in range(1, 16)]
    figures = [f"{year:,}" for year in range(1001, 1016)]
    found = table(read("\t".join(["区分", *years]), "\t".join(["件数", *figures])))
    assert found.table == (("区分", *years), ("件数", *figures))


def test_a_table_is_kept_as_json_in_the_binding():
    found = table(read(*("\t".join(row) for row in BEDS)))
    assert json.loads(found.binding) == {
        "table": {"head": list(BEDS[0]), "rows": [list(row) for row in BEDS[1:]]}
    }
    assert parse_free_table(json.loads(found.binding)) == FreeTable(BEDS[0], BEDS[1:])


def test_a_table_without_head_comes_back_without_one():
    binding = free_table_binding([["甲", "1"], ["乙", "2"]], headed=False)
    assert parse_free_table(json.loads(binding)) == FreeTable((), (("甲", "1"), ("乙", "2")))


def test_rows_of_a_kept_table_are_filled_up_to_one_width():
    content = {"table": {"head": ["甲"], "rows": [["1", "2"], []]}}
    assert parse_free_table(content) == FreeTable(("甲", ""), (("1", "2"), ("", "")))


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"table": {}},
        {"table": {"head": [], "rows": []}},
        {"table": {"head": [1], "rows": []}},
        {"table": {"head": "甲", "rows": []}},
        {"table": {"head": [], "rows": ["甲"]}},
    ],
)
def test_what_is_no_table_is_refused(content: dict[str, object]):
    with pytest.raises((KeyError, TypeError, ValueError)):
        parse_free_table(content)


def test_what_is_no_table_has_no_binding():
    assert read("本文である。").blocks[0].binding == ""


def test_figures_out_of_line_go_to_the_nearest_column_and_that_is_reported():
    draft = read(
        "事業名        R5決算   R6予算   増減    備考",
        "河川改修費    12,345   13,210     865   補正含む",
        "ダム管理費     1,876    1,900      24   更新",
        "海岸費           640      612   ▲28",
        "合　計        14,861   15,722     861",
    )
    (table,) = of_kind(draft, "table")
    assert [row[3:] for row in table.table[3:]] == [("▲28", ""), ("861", "")]
