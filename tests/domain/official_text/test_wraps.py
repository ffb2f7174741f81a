"""Lines broken in mid-sentence are joined; what ends where it ends is not."""

import pytest

from tests.domain.official_text.drafts import of_kind, outline, read, texts

SENTENCES = (
    "県は、医療の体制を整えるため、関係する団体と協議を重ね、令和七年の三月に方針をまとめた。",
    "方針では、限られた人員を生かすため、病院どうしの役割を分け、情報を共有することとしている。",
)


def broken(text: str, characters: int, indent: str = "") -> list[str]:
    """A text broken at a width, its first line further in."""
    text = indent + text
    return [text[start : start + characters] for start in range(0, len(text), characters)]


@pytest.mark.parametrize("characters", [20, 35, 40])
def test_lines_of_one_width_are_joined_to_sentences(characters: int):
    lines = [line for each in SENTENCES for line in broken(each, characters, "　")]
    assert texts(read(*lines)) == [("paragraph", sentence) for sentence in SENTENCES]


def test_lines_of_one_width_are_joined_below_a_mark():
    sentence = SENTENCES[0].rstrip("。")
    lines = [line for mark in "・○※" for line in broken(mark + sentence, 30)]
    assert texts(read(*lines)) == [
        ("bullet", sentence), ("circle", sentence), ("note", sentence),
    ]  # fmt: skip


def test_a_title_broken_behind_a_particle_is_joined():
    draft = read(
        "1 背景",
        "(1) 医療と介護を一体に進める仕組みと、その仕組みを",
        "支える人材の育成",
        "",
        "本文である。",
    )
    assert outline(draft)[1] == "(1) 医療と介護を一体に進める仕組みと、その仕組みを支える人材の育成"
    assert texts(draft)[-1] == ("paragraph", "本文である。")


def test_text_right_below_a_heading_is_no_part_of_it():
    draft = read("1 計画の改定について", "　県は、計画を改めた。", "(1) 趣旨", "　県民の命を守る。")
    assert outline(draft) == ["1 計画の改定について", "(1) 趣旨"]
    assert len(of_kind(draft, "paragraph")) == 2


def test_sentences_are_not_joined_to_each_other():
    assert len(read("県は計画を改めた。", "市町村も計画を改めた。").blocks) == 2


def test_phrases_without_a_stop_stay_apart():
    assert texts(read("県民の安心を守る計画として策定", "", "令和7年4月に改定")) == [
        ("paragraph", "県民の安心を守る計画として策定"),
        ("paragraph", "令和7年4月に改定"),
    ]


def test_items_of_a_list_are_not_joined():
    assert len(read("・医療を", "・介護を", "・福祉を").blocks) == 3


def test_a_blank_line_ends_a_sentence_but_the_end_of_a_page_does_not():
    assert len(read("県は、計画を", "", "改めた。").blocks) == 2
    assert texts(read("県は、計画を", "\f改めた。")) == [("paragraph", "県は、計画を改めた。")]


def test_an_open_bracket_goes_on():
    draft = read("・研修（新しく採用した職員", "を対象とする。）を行う")
    assert texts(draft) == [("bullet", "研修（新しく採用した職員を対象とする。）を行う")]


def test_two_latin_words_keep_a_space_between_them():
    draft = read(
        "県は、業務を自動で行う仕組み（Robotic Process", "Automationをいう。）を取り入れた。"
    )
    assert "Process Automation" in draft.blocks[0].text


def test_a_sentence_that_runs_into_a_line_with_a_number_goes_on():
    draft = read(
        "1 背景",
        "　対象は、年間の取扱いが多い手続であり、県の手続のうち",
        "2 割に当たる300件である。",
    )
    assert outline(draft) == ["1 背景"]
    assert draft.blocks[1].text.endswith("県の手続のうち2 割に当たる300件である。")
