"""Cover and contents: recognised, set aside, and held against the headings."""

from datetime import date

from tests.domain.official_text.drafts import aside, of_kind, outline, problems, read, texts

COVER = ("令和6年10月4日", "令和6年第3回神奈川県議会定例会", "厚生常任委員会資料")
BODY = ("1 医療について", "", "(1) 現状", "", "本文である。", "", "2 福祉について")


def test_a_cover_gives_date_session_and_title():
    draft = read(*COVER, "", *BODY)
    assert (draft.held_on, draft.session, draft.title) == (date(2024, 10, 4), COVER[1], COVER[2])
    assert draft.blocks[0].kind == "cover"
    assert aside(draft, "cover") == list(COVER)


def test_other_lines_of_a_cover_stay_with_it():
    draft = read("資料１", *COVER, "健康医療局", "", *BODY)
    assert (draft.title, draft.blocks[0].text) == (COVER[2], "資料１\n健康医療局")


def test_widths_and_weekdays_of_the_date_do_not_matter():
    for line in ("令和６年１０月４日", "令和6年10月4日（金）", "令和 6 年 10 月 4 日", "R6.10.4"):
        assert read(line, *COVER[1:], "", *BODY).held_on == date(2024, 10, 4)


def test_a_title_in_two_lines_is_one():
    draft = read(*COVER[:2], "第８次保健医療計画の", "中間見直しについて", "", *BODY)
    assert draft.title == "第８次保健医療計画の中間見直しについて"


def test_a_day_that_does_not_exist_is_a_problem():
    draft = read("令和6年9月31日", *COVER[1:], "", *BODY)
    assert draft.held_on is None
    assert problems(draft) == [(1, "no_such_date")]
    assert draft.blocks[0].text == "令和6年9月31日"


def test_a_converters_head_sign_is_no_part_of_the_title():
    assert (
        read("# 厚生常任委員会資料", "", "令和6年10月4日", "", *BODY).title == "厚生常任委員会資料"
    )


def test_a_passage_pasted_from_the_middle_has_no_cover():
    draft = read("令和6年8月末時点", "", "病床の数", "", "本文である。")
    assert (draft.title, draft.session, draft.held_on) == ("", "", None)
    assert of_kind(draft, "cover") == []
    assert draft.set_aside == ()


def contents(*entries: str) -> tuple[str, ...]:
    return (*COVER, "", "目　次", "", *entries, "", *BODY)


def test_contents_by_tabs_leaders_and_spaces_are_recognised():
    for gap in ("\t", " …………… ", "・・・・・", " ･･････････ ", "    ", "......"):
        entries = [f"1 医療について{gap}1", f"(1) 現状{gap}1", f"2 福祉について{gap}12"]
        draft = read(*contents("ページ", *entries))
        assert aside(draft, "contents") == ["目　次", "ページ", *entries]
        assert [block.kind for block in draft.blocks[:3]] == ["cover", "contents", "heading"]
        assert problems(draft) == []


def test_the_word_may_be_spaced_over_lines():
    draft = read(*COVER, "目", "", "次", "", "1 医療について\t1", "2 福祉について\t5", "", *BODY)
    assert aside(draft, "contents")[:2] == ["目", "次"]
    assert outline(draft) == ["1 医療について", "(1) 現状", "2 福祉について"]


def test_contents_without_page_numbers_end_where_the_first_entry_comes_back():
    draft = read(*contents("1 医療について", "2 福祉について"))
    assert aside(draft, "contents") == ["目　次", "1 医療について", "2 福祉について"]
    assert outline(draft) == ["1 医療について", "(1) 現状", "2 福祉について"]


def test_an_entry_may_be_broken_into_two_lines():
    entries = ("1 医療に", "ついて …… 1", "2 福祉について …… 5")
    assert problems(read(*contents(*entries))) == []


def test_labels_in_contents_may_have_another_width():
    entries = ("１　医療について …… 1", "２．福祉について …… 5")
    assert problems(read(*contents(*entries))) == []


def test_an_entry_that_is_no_heading_is_reported():
    entries = ("1 医療について …… 1", "2 福祉について …… 5", "3 教育について …… 9")
    draft = read(*contents(*entries))
    assert problems(draft) == [(9, "entry_without_heading")]
    assert "3　教育について" in draft.problems[0].message


def test_a_heading_that_has_no_entry_is_reported_down_to_the_level_of_the_contents():
    assert problems(read(*contents("1 医療について …… 1"))) == [(15, "heading_without_entry")]


def test_an_entry_that_reads_otherwise_than_its_heading_is_reported():
    draft = read(*contents("1 医療について …… 1", "2 福祉の推進について …… 5"))
    assert problems(draft) == [(8, "entry_differs")]
    assert "福祉の推進について" in draft.problems[0].message


def test_an_entry_with_another_label_is_reported():
    draft = read(*contents("1 医療について …… 1", "3 福祉について …… 5"))
    assert problems(draft) == [(8, "entry_differs")]


def test_the_entries_are_no_blocks():
    draft = read(*contents("1 医療について …… 1", "2 福祉について …… 5"))
    assert texts(draft)[1] == ("contents", "")


def test_a_title_with_its_day_in_brackets_is_title_and_day():
    draft = read("文教常任委員会資料（令和6年12月9日）", "", *BODY)
    assert (draft.held_on, draft.title) == (date(2024, 12, 9), "文教常任委員会資料")
    assert draft.blocks[0].kind == "cover"


def test_page_numbers_of_the_contents_may_have_their_word_behind_them():
    draft = read(*contents("1 医療について ････ １ページ", "(1) 現状", "2 福祉について ････ 5頁"))
    assert problems(draft) == []
    assert texts(draft)[1] == ("contents", "")
