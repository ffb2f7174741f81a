"""Bullets, rings and circled numbers: kind, depth and columns."""

from tests.domain.official_text.drafts import kept_signs, of_kind, problems, read, signs, texts


def depths(*lines: str) -> list[int]:
    return [block.level for block in read(*lines).blocks]


def test_marks_set_the_kind_and_are_dropped():
    draft = read("・甲", "", "○乙", "", "※丙", "", "■ 丁", "", "◇戊", "", "◆己", "", "本文である。")
    assert [(block.kind, block.text, block.style) for block in draft.blocks] == [
        ("bullet", "甲", ""),
        ("circle", "乙", ""),
        ("note", "丙", ""),
        ("caption", "丁", "■"),
        ("caption", "戊", "◇"),
        ("caption", "己", "◆"),
        ("paragraph", "本文である。", ""),
    ]


def test_doubled_marks_are_one():
    draft = read("- ・甲", "- ・ 乙", "- ○丙")
    assert [block.kind for block in draft.blocks] == ["bullet", "bullet", "circle"]
    assert [block.text for block in draft.blocks] == ["甲", "乙", "丙"]
    assert [block.marks for block in draft.blocks] == ["- ・", "- ・", "- ○"]


def test_bullets_nest_by_their_indent():
    assert depths("・甲", "　・乙", "　　・丙", "　・丁", "・戊") == [1, 2, 3, 2, 1]
    assert depths("- 甲", "  - 乙", "    - 丙", "- 丁") == [1, 2, 3, 1]
    assert depths("・\t甲", "\t・\t乙", "・\t丙") == [1, 2, 1]


def test_a_single_stray_space_is_no_level():
    assert depths("- 甲", " - 乙", " - 丙", "- 丁") == [1, 1, 1, 1]


def test_bullets_nest_by_their_marks_where_nothing_is_indented():
    assert depths("○甲", "・乙", "－ 丙", "・丁", "○戊") == [1, 2, 3, 2, 1]


def test_a_second_mark_behind_a_stray_space_is_a_level():
    assert depths("- 甲", " - ・乙", " - ・丙", "- 丁") == [1, 2, 2, 1]


def test_a_ring_opens_no_level_below_a_dot():
    draft = read("◎甲", "◆乙", "➢ 丙", "◎丁")
    assert [block.level for block in draft.blocks] == [1, 0, 1, 1]


def test_two_marks_at_one_indent_are_siblings_where_levels_are_indented():
    assert depths("○　甲", "　・　乙", "□　丙", "　・　丁") == [1, 2, 1, 2]


def test_a_list_begins_anew_below_a_heading():
    assert depths("・甲", "　・乙", "1 見出し", "　・丙") == [1, 2, 1, 1]


def test_a_ring_keeps_the_sign_of_other_marks():
    draft = read("□　現状", "◎　重点", "●　参考")
    assert [(block.kind, block.style) for block in draft.blocks] == [
        ("circle", "□"), ("circle", "◎"), ("circle", "●"),
    ]  # fmt: skip


def test_placeholders_are_no_marks():
    assert [block.kind for block in read("○○市の計画", "", "○月○日に開く").blocks] == [
        "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_minus_or_a_missing_value_is_no_bullet():
    assert [block.kind for block in read("▲1,601", "", "－", "", "-5度").blocks] == [
        "paragraph", "paragraph", "paragraph",
    ]  # fmt: skip


def test_a_line_without_mark_in_a_list_stays_text_and_is_reported():
    draft = read("- 窓口で配る", "- 郵便で送る", "広報に載せる", "- 電話で知らせる")
    assert [block.kind for block in draft.blocks] == ["bullet", "bullet", "paragraph", "bullet"]
    assert problems(draft) == [(3, "mark_lost")]


def test_text_further_in_below_a_bullet_has_lost_no_mark():
    assert problems(read("・現状", "　　患者が増えている。", "・課題")) == []


def test_circled_numbers_become_one_list():
    draft = read("① 甲", "② 乙", "③ 丙")
    (block,) = draft.blocks
    assert (block.kind, block.text, block.columns) == ("circled", "甲\n乙\n丙", 1)
    assert block.marks == "①②③"


def test_circled_numbers_side_by_side_keep_their_columns():
    (block,) = read("①甲　②乙　③丙", "④丁　⑤戊").blocks
    assert (block.text, block.columns) == ("甲\n乙\n丙\n丁\n戊", 3)


def test_circled_numbers_in_a_grid_keep_their_columns():
    text = ("- | | | |", "|---|---|---|", "| ①甲 | ②乙 | ③丙 |", "| ④丁 | | |")
    draft = read(*text)
    (block,) = draft.blocks
    assert (block.kind, block.text, block.columns) == ("circled", "甲\n乙\n丙\n丁", 3)
    assert kept_signs(draft) == signs("\n".join(text))


def test_a_misread_circled_number_is_mended_and_reported():
    draft = read("①甲", "②乙", "⑧丙", "④丁", "⑤戊")
    assert texts(draft) == [("circled", "甲\n乙\n丙\n丁\n戊")]
    assert problems(draft) == [(3, "number_mended")]


def test_circled_numbers_with_text_between_keep_their_number_as_a_mark():
    draft = read("①　甲", "　　甲の説明である。", "②　乙", "　　乙の説明である。")
    assert [(block.kind, block.style) for block in draft.blocks] == [
        ("circle", "①"), ("paragraph", ""), ("circle", "②"), ("paragraph", ""),
    ]  # fmt: skip


def test_a_list_that_goes_on_from_an_earlier_one_keeps_its_numbers():
    draft = read("③　丙", "④　丁")
    assert [(block.kind, block.style) for block in draft.blocks] == [
        ("circle", "③"), ("circle", "④"),
    ]  # fmt: skip


def test_attachments_take_the_documents_below_them():
    for head in ("＜別添参考資料＞", "<別添参考資料>"):
        (block,) = read(head, "", "- ・参考資料1　概要版", "- ・参考資料2　一覧").blocks
        assert block.kind == "attachments"
        assert block.text == "参考資料1　概要版\n参考資料2　一覧"


def test_attachments_without_documents_are_a_caption():
    assert texts(read("＜別添参考資料＞")) == [("caption", "＜別添参考資料＞")]


def test_signs_of_symbol_fonts_are_marks():
    draft = read("\uf0b7 甲", "\uf06e 乙")
    assert [(block.kind, block.style) for block in draft.blocks] == [
        ("bullet", ""), ("figure", "■"),
    ]  # fmt: skip
    assert of_kind(draft, "figure")[0].marks == "\uf06e"
