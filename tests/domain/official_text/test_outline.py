"""Labels weighed together: levels found, misread ones mended, sentences left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.official_text.draft import PaperDraft
from kanagawa_desk.domain.official_text.outline import Place, printed_label, printed_labels
from tests.domain.official_text.drafts import of_kind, outline, problems, read, texts


def messages(draft: PaperDraft) -> list[str]:
    return [problem.message for problem in draft.problems]


def test_every_level_is_read_and_its_label_dropped():
    labels = ["第１", "１", "（１）", "ア", "（ア）", "ａ", "（ａ）", "ａ′"]
    draft = read(*(f"{label}　項目" for label in labels))
    assert [(each.level, each.text) for each in of_kind(draft, "heading")] == [
        (level, "項目") for level in range(8)
    ]
    assert draft.problems == ()


def test_a_list_dash_before_a_label_belongs_to_the_label():
    draft = read("1 目的", "- (a) 水源", "- (b) 浄水場")
    assert outline(draft) == ["1 目的", "(a) 水源", "(b) 浄水場"]
    assert of_kind(draft, "heading")[1].marks == "- (a)"


@pytest.mark.parametrize(
    ("labels", "printed"),
    [
        ("1 (1) ア (7) (4) (ウ)", "1 (1) ア (ア) (イ) (ウ)"),
        ("1 (1) ア (ア) (イ) (ロ) (ハ)", "1 (1) ア (ア) (イ) (ウ) (エ)"),
        ("1 (1) ア (ア) (イ) (ウ) (I) (オ)", "1 (1) ア (ア) (イ) (ウ) (エ) (オ)"),
        ("a b c d e f g h i j k I", "a b c d e f g h i j k l"),
        ("1 (1) 7 イ ウ", "1 (1) ア イ ウ"),
        ("1 (1) ア イ ウ 工 オ 力", "1 (1) ア イ ウ エ オ カ"),
        ("1 (1) ア a (a) (b) ©", "1 (1) ア a (a) (b) (c)"),
        ("1 (1) (2) (3) (4) (5)", "1 (1) (2) (3) (4) (5)"),
        ("1 2 3 4 5 6 7", "1 2 3 4 5 6 7"),
    ],
)
def test_misread_labels_are_mended_by_their_neighbours(labels: str, printed: str):
    draft = read(*(f"{label} 項目その{place}" for place, label in enumerate(labels.split())))
    assert [each.split(" ")[0] for each in outline(draft)] == printed.split()


def test_what_comes_after_decides_whether_4_is_a_misread_label():
    before = ("1 目的", "(1) 甲", "(2) 乙", "(3) 丙", "ア 丁", "(ア) 戊")
    assert outline(read(*before, "(4) 己", "(ウ) 庚"))[-2:] == ["(イ) 己", "(ウ) 庚"]
    assert outline(read(*before, "(4) 己", "(5) 庚"))[-2:] == ["(4) 己", "(5) 庚"]


def test_a_mended_label_is_reported_with_its_line_and_both_forms():
    draft = read("1 目的", "(1) 経緯", "ア 国", "(7) 法律")
    assert problems(draft) == [(4, "label_mended")]
    assert "「(7)」" in messages(draft)[0]
    assert "「(ア)」" in messages(draft)[0]


def test_a_missing_heading_leaves_the_labels_after_it_renumbered_and_reported():
    draft = read("1 目的", "2 背景", "4 方向", "5 予定")
    assert outline(draft)[2:] == ["3 方向", "4 予定"]
    assert problems(draft) == [(3, "label_renumbered"), (4, "label_renumbered")]


def test_other_forms_of_a_label_become_the_official_one_and_are_reported():
    draft = read("Ⅰ　方針", "1　背景", "Ⅱ　予定")
    assert outline(draft) == ["第1 方針", "1 背景", "第2 予定"]
    assert problems(draft) == [(1, "label_mended"), (3, "label_mended")]


def test_dots_and_widths_of_labels_are_no_problem():
    draft = read("１．背景", "⑴経緯", "⑵予定", "2. 方向")
    assert outline(draft) == ["1 背景", "(1) 経緯", "(2) 予定", "2 方向"]
    assert draft.problems == ()


def test_levels_may_be_left_out():
    assert outline(read("1 背景", "ア 国", "イ 県", "2 方向", "ア 国")) == [
        "1 背景", "ア 国", "イ 県", "2 方向", "ア 国",
    ]  # fmt: skip


def test_a_sentence_that_begins_with_a_number_is_text():
    draft = read("1 背景", "", "1 県は、計画を改めた。", "", "2 方向")
    assert outline(draft) == ["1 背景", "2 方向"]
    assert ("paragraph", "1 県は、計画を改めた。") in texts(draft)


def test_a_list_of_numbers_inside_a_section_does_not_break_the_outline():
    draft = read(
        "1 背景", "(1) 経緯", "1 甲の意見", "2 乙の意見", "3 丙の意見", "", "(2) 予定", "2 方向"
    )
    assert outline(draft) == ["1 背景", "(1) 経緯", "(2) 予定", "2 方向"]
    assert [text for kind, text in texts(draft) if kind == "paragraph"] == [
        "1 甲の意見", "2 乙の意見", "3 丙の意見",
    ]  # fmt: skip


def test_a_label_that_stays_text_is_reported():
    draft = read("1 背景", "(1) 経緯", "1 甲の意見", "", "(2) 予定", "2 方向")
    assert problems(draft) == [(3, "label_kept")]


def test_a_list_below_the_word_ki_is_not_numbered_on():
    draft = read("1 背景", "2 方向", "記", "1　日時　　4月1日", "2　場所　　県庁", "以上")
    assert outline(draft) == ["1 背景", "2 方向"]
    assert [(each.text, each.style) for each in of_kind(draft, "paragraph")] == [
        ("記", "centred"),
        ("1　日時　　4月1日", ""),
        ("2　場所　　県庁", ""),
        ("以上", "flush_right"),
    ]


def test_in_a_letter_the_list_below_ki_is_the_outline():
    draft = read("次のとおり照会します。", "記", "1　照会事項", "2　回答期限")
    assert outline(draft) == ["1 照会事項", "2 回答期限"]


def test_headings_below_an_appendix_begin_anew_and_are_counted_on():
    draft = read("1 背景", "2 方向", "", "別紙１", "", "1 様式", "2 記入例")
    assert outline(draft) == ["1 背景", "2 方向", "3 様式", "4 記入例"]
    assert problems(draft) == [(6, "label_renumbered"), (7, "label_renumbered")]


def test_documents_in_a_list_are_no_appendices():
    draft = read("1 背景", "・参考資料1", "", "1 甲の意見", "", "2 方向")
    assert outline(draft) == ["1 背景", "2 方向"]


def test_a_label_on_a_line_of_its_own_takes_the_next_line_as_its_title():
    assert outline(read("1 背景", "", "(1)", "", "経緯", "", "本文である。")) == [
        "1 背景",
        "(1) 経緯",
    ]


def test_a_converters_head_signs_tell_headings_from_lists():
    draft = read("## 1. 背景", "", "1. 甲の意見", "2. 乙の意見", "", "## 2. 方向")
    assert outline(draft) == ["1 背景", "2 方向"]
    assert of_kind(draft, "heading")[0].marks == "## 1."


def test_an_entry_of_the_contents_speaks_for_a_heading():
    body = ("1 県の計画は進んでいる。", "", "その概要は次のとおりである。")
    assert outline(read(*body)) == []
    contents = ("目次", "1 県の計画は進んでいる。 …… 1")
    assert outline(read(*contents, *body)) == ["1 県の計画は進んでいる。"]


LEVELS = st.lists(st.integers(1, 7), min_size=1, max_size=40)


@given(LEVELS)
def test_a_well_formed_outline_comes_back_as_it_is(levels: list[int]):
    depth, sound = 0, []
    for level in levels:
        depth = min(level, depth + 1)
        sound.append(depth)
    labels = list(printed_labels([Place(level, 0) for level in sound]))
    draft = read(*(f"{label}　見出し" for label in labels))
    assert [each.level for each in of_kind(draft, "heading")] == sound
    assert outline(draft) == [f"{label} 見出し" for label in labels]
    assert draft.problems == ()


def test_the_part_stands_above_the_levels():
    assert printed_label(Place(0, 2)) == "第2"
    assert list(printed_labels([Place(0, 0), Place(1, 0), Place(0, 0), Place(1, 0)])) == [
        "第1", "1", "第2", "1",
    ]  # fmt: skip


def test_a_wide_dot_before_a_number_ends_a_label():
    draft = read("１．基準病床数", "２．５疾病・６事業", "３．感染症対策")
    assert outline(draft) == ["1 基準病床数", "2 ５疾病・６事業", "3 感染症対策"]
    assert not problems(draft)


@pytest.mark.parametrize("line", ["２．５倍に増えた。", "２．５人当たりの数", "２．５％の増"])
def test_a_wide_dot_within_a_number_is_its_point(line: str):
    assert outline(read("１．現状", line)) == ["1 現状"]


@pytest.mark.parametrize("form", ["{}－{} {}", "{}-{} {}", "{}.{} {}", "{}．{}　{}"])
def test_chained_numbers_stand_one_level_below(form: str):
    chained = [form.format(*each) for each in ((1, 1, "乙"), (1, 2, "丙"), (2, 1, "戊"))]
    draft = read("1 甲", chained[0], chained[1], "2 丁", chained[2])
    assert outline(draft) == ["1 甲", "(1) 乙", "(2) 丙", "2 丁", "(1) 戊"]


def test_labels_that_follow_one_another_in_a_line_are_text():
    line = "ア　耐震化、イ　津波対策、ウ　火災対策"
    assert texts(read("1 重点施策", line)) == [("heading", "重点施策"), ("paragraph", line)]


@pytest.mark.parametrize(("first", "second"), [("I.", "II."), ("Ⅰ", "Ⅱ")])
def test_roman_numbers_stand_above_the_numbers_that_begin_anew_below_each(first: str, second: str):
    lines = (f"{first} 現状", "1. 医師", "2. 看護師", f"{second} 対策", "1. 養成", "2. 確保")
    assert outline(read(*lines)) == [
        "第1 現状",
        "1 医師",
        "2 看護師",
        "第2 対策",
        "1 養成",
        "2 確保",
    ]


def test_roman_numbers_behind_numbers_stand_below_them():
    lines = ("1 趣旨", "本文である。", "2 予定", "Ⅰ　令和6年度", "四月　開始", "Ⅱ　令和7年度")
    assert outline(read(*lines)) == ["1 趣旨", "2 予定", "(1) 令和6年度", "(2) 令和7年度"]


def test_half_bracketed_numbers_below_kana_are_the_level_below():
    lines = ("1 治水", "(1) 概要", "ア 対策", "1）公表", "2）設置", "(2) 予算")
    assert outline(read(*lines))[3:] == ["(ア) 公表", "(イ) 設置", "(2) 予算"]


def test_chapters_stand_above_the_numbers_that_begin_anew_below_each():
    lines = ("第１章　現状", "１　医師", "２　看護師", "第２章　対策", "１　養成", "２　確保")
    draft = read(*lines)
    assert outline(draft) == ["第1 現状", "1 医師", "2 看護師", "第2 対策", "1 養成", "2 確保"]
    assert problems(draft) == [(1, "label_mended"), (4, "label_mended")]
