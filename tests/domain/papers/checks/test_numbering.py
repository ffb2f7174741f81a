"""Numbers that were typed where the program gives them."""

import pytest

from kanagawa_desk.domain.papers.checks.numbering import circled_gaps, references, typed_labels
from tests.domain.papers.checks.blocks import block, heading, told


@pytest.mark.parametrize("label", ["1", "(1)", "（1）", "ア", "(ア)", "a", "(a)", "第1", "a′"])
def test_a_label_typed_before_a_text_is_found(label: str) -> None:
    assert told(typed_labels([block("heading", f"{label}　概要")])) == [("heading", "typed_label")]
    assert told(typed_labels([block("paragraph", f"{label}　概要")])) == [
        ("paragraph", "typed_label")
    ]


@pytest.mark.parametrize(
    "text", ["第8次計画の概要", "1,601床", "33市町村", "AIの活用", "アの表", "a", "(注)　別記"]
)
def test_a_text_that_begins_with_something_else_is_left_alone(text: str) -> None:
    assert told(typed_labels([block("paragraph", text)])) == []


def test_a_circled_number_left_out_is_found_and_named() -> None:
    (found,) = circled_gaps([block("paragraph", "①役割、②救急、④医師")])
    assert "③" in found.message


def test_circled_numbers_go_on_from_line_to_line() -> None:
    lines = [block("bullet", f"{sign}項目", id=sign) for sign in "①②④"]
    assert told(circled_gaps(lines)) == [("④", "circled_gap")]


def test_circled_numbers_begin_anew_and_are_referred_to() -> None:
    lines = [
        block("bullet", "①役割"),
        block("bullet", "②救急"),
        block("paragraph", "以上"),
        block("bullet", "①医師"),
        block("bullet", "②看護職員は①と同じ"),
    ]
    assert told(circled_gaps(lines)) == []


PAPER = [
    heading(1, "1"),
    heading(2, "(1)"),
    heading(3, "ア"),
    heading(4, "(ア)"),
    heading(4, "(イ)"),
    heading(2, "(2)"),
]


@pytest.mark.parametrize("text", ["(ア)のとおり", "1(1)ア(ア)のとおり", "(2)と同じ", "ア(イ)参照"])
def test_a_reference_to_a_heading_nearby_or_by_its_whole_path_is_right(text: str) -> None:
    paper = [*PAPER[:5], block("paragraph", text, level=4), PAPER[5]]
    assert told(references(paper)) == []


@pytest.mark.parametrize("text", ["(ウ)のとおり", "2(1)アのとおり (3)と同じ", "(3)の表"])
def test_a_reference_that_leads_nowhere_is_found(text: str) -> None:
    paper = [*PAPER[:5], block("paragraph", text, level=4), PAPER[5]]
    assert told(references(paper)) == [("paragraph", "reference_broken")]


def test_a_reference_to_a_heading_of_another_part_by_its_last_label_alone_is_found() -> None:
    paper = [*PAPER, block("paragraph", "(ア)のとおり")]
    assert told(references(paper)) == [("paragraph", "reference_broken")]
