"""Acronyms that were spaced out are closed up, and signs without a shape are taken out."""

import pytest

from kanagawa_desk.domain.official_text.reading import read_official_text
from tests.domain.official_text.drafts import aside, outline, problems, read


@pytest.mark.parametrize(
    ("text", "mended", "times"),
    [
        ("D F F Tの推進", "DFFTの推進", 1),
        ("生成A Iの活用", "生成AIの活用", 1),
        ("E B P Mや官民データ", "EBPMや官民データ", 1),
        ("「K S C」の構築、K S Cの運用", "「KSC」の構築、KSCの運用", 2),
        ("県のＤ　Ｘ", "県のＤＸ", 1),
    ],
)
def test_spaced_acronyms_are_closed_up_and_reported(text: str, mended: str, times: int):
    draft = read(f"・{text}")
    assert draft.blocks[0].text == mended
    assert problems(draft) == [(1, "letters_joined")] * times


def test_an_enumeration_of_letters_stays_as_it_is():
    draft = read("・区分はA B Cの三つである", "・A Zの順に並べる")
    assert [block.text for block in draft.blocks] == ["区分はA B Cの三つである", "A Zの順に並べる"]
    assert draft.problems == ()


def test_two_letters_are_closed_up_where_the_text_knows_the_word():
    assert read("・UDの考え方", "・U Dの推進").blocks[1].text == "UDの推進"
    assert read("・U Dの推進").blocks[0].text == "U Dの推進"


def test_a_heading_is_closed_up_too():
    assert outline(read("1 生成A I")) == ["1 生成AI"]


def test_the_problem_names_its_line_inside_a_list():
    draft = read("①甲", "②D F F T", "③丙")
    assert problems(draft) == [(2, "letters_joined")]


def test_signs_without_a_shape_are_taken_out_and_reported_once():
    draft = read("\ufeff1 目\u200b的", "本\u00ad文である。")
    assert outline(draft) == ["1 目的"]
    assert draft.blocks[1].text == "本文である。"
    assert aside(draft, "unseen") == ["\ufeff\u200b", "\u00ad"]
    assert problems(draft) == [(1, "unseen")]


def test_line_ends_of_every_kind_count_as_editors_count_them():
    for end in ("\n", "\r\n", "\r"):
        draft = read_official_text(f"1 目的{end}{end}2 方向")
        assert [block.line for block in draft.blocks] == [1, 3]


def test_spaces_that_do_not_break_are_spaces():
    assert outline(read("1\u00a0目的", "(1)\u2003経緯")) == ["1 目的", "(1) 経緯"]
