"""Captions, figures, dates and notes around tables."""

import pytest

from tests.domain.official_text.drafts import of_kind, problems, read, texts

TABLE = ("令和5年度\t令和6年度", "28.2%\t29.7%")


def kinds(*lines: str) -> list[str]:
    return [block.kind for block in read(*lines).blocks]


def test_a_short_line_above_a_table_is_its_caption():
    assert kinds("病床の数", "", *TABLE) == ["caption", "table"]
    assert kinds("病床の数", "", "令和6年8月末時点", "", *TABLE) == ["caption", "as_of", "table"]


def test_a_sentence_above_a_table_is_text():
    assert kinds("病床の数は次のとおりである。", "", *TABLE) == ["paragraph", "table"]


@pytest.mark.parametrize(
    "line",
    [
        "令和6年8月末時点",
        "（令和6年4月1日現在）",
        "令和６年８月３１日時点",
        "R6.8末時点",
        "2024年8月末現在",
        "（単位：床）",
        "単位：千円",
        "（令和6年4月1日現在、単位：人）",
    ],
)
def test_dates_and_units_stand_alone(line: str):
    assert texts(read(line)) == [("as_of", line)]


@pytest.mark.parametrize("line", ["令和6年8月末時点で76業務に導入", "現在", "令和6年度の実績"])
def test_other_lines_with_dates_are_text(line: str):
    assert texts(read(line)) == [("paragraph", line)]


def test_a_date_behind_a_caption_becomes_a_line_of_its_own():
    draft = read("■保有枚数等 令和6年8月末時点", "", *TABLE)
    assert texts(draft)[:2] == [("caption", "保有枚数等"), ("as_of", "令和6年8月末時点")]


def test_brackets_of_tortoise_shell_are_a_style_and_others_stay():
    draft = read("〔主な計画の一覧〕", "", "【現状】", "", "＜課題＞", "", "本文である。")
    assert [(block.text, block.style) for block in of_kind(draft, "caption")] == [
        ("主な計画の一覧", "〔〕"), ("【現状】", ""), ("＜課題＞", ""),
    ]  # fmt: skip


def test_a_marked_caption_with_nothing_below_is_a_figure():
    draft = read(
        "■ 全体の図", "", "■ 体制のイメージ", "", "1 次の見出し", "", "◆対象", "", "本文である。"
    )
    assert [block.kind for block in draft.blocks] == [
        "figure", "figure", "heading", "caption", "paragraph",
    ]  # fmt: skip


def test_a_sentence_behind_a_mark_is_no_caption():
    (block,) = read("■　県は、計画を改めた。").blocks
    assert (block.kind, block.style) == ("circle", "■")


def test_numbered_captions_keep_their_number():
    draft = read("表１　備蓄の状況", *TABLE, "", "図１　推移", "", "本文である。")
    assert texts(draft)[0] == ("caption", "表１　備蓄の状況")
    assert ("figure", "図１　推移") in texts(draft)


def test_a_line_in_parentheses_above_a_list_is_its_caption():
    assert kinds("(令和5年度の例)", "", "・甲", "・乙") == ["caption", "bullet", "bullet"]
    assert kinds("(以下に述べる)", "", "本文である。") == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "style", "text"),
    [
        ("※ 概数である。", "", "概数である。"),
        ("※１　概数である。", "※１", "概数である。"),
        ("（注）概数である。", "（注）", "概数である。"),
        ("注１）　概数である。", "注１）", "概数である。"),
        ("*1 概数である。", "*1", "概数である。"),
    ],
)
def test_notes_keep_the_sign_of_other_marks(line: str, style: str, text: str):
    (block,) = read(line).blocks
    assert (block.kind, block.style, block.text) == ("note", style, text)


@pytest.mark.parametrize("line", ["別紙１", "別紙２　様式", "【参考】", "資料３", "（別添）"])
def test_appendices_are_captions(line: str):
    assert texts(read("本文である。", "", line))[1] == ("caption", line)


def test_nothing_here_is_a_problem():
    assert problems(read("■ 推移", "", "令和6年8月末時点", "", *TABLE, "", "※ 概数")) == []
