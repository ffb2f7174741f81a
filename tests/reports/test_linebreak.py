"""Lines: every rule by example, and what holds for any text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.reports.fonts import GOTHIC, MINCHO, TextStyle, advances
from kanagawa_desk.reports.kinsoku import CLOSING, HANGING, NO_END, NO_HEAD, Breaks
from kanagawa_desk.reports.linebreak import break_lines, text_width

STYLE = TextStyle(MINCHO, 10.0, 10.0)
CASES = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parents[1] / "data/linebreak/cases.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
    if not line.startswith("#")
]
ALPHABET = "あ県計画ーっ々・、。「」（）：……――～第次床件年月日令和約▲0123456789,.%aZ-() \u3000"

WORDS = ("県", "計", "す。", "は、", "「県」", "（計）", "ター", "って", "人々", "――", "9床", "AI")


def texts(text, characters, **options):
    return [line.text for line in break_lines(text, STYLE, characters * 10, **options)]


@pytest.mark.parametrize(
    ("characters", "hanging", "text", "expected"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_a_line_ends_where_the_rules_allow(characters, hanging, text, expected):
    assert texts(text, float(characters), hanging=hanging == "○") == expected.split("|")


@given(st.text(ALPHABET, max_size=120), st.integers(4, 40), st.booleans(), st.booleans())
def test_lines_put_together_are_the_text(text, characters, hanging, justify):
    lines = break_lines(text, STYLE, characters * 10.0, hanging=hanging, justify=justify)
    assert "".join(line.text for line in lines) == text


@given(st.text(ALPHABET, max_size=120), st.integers(4, 40), st.booleans())
def test_no_line_is_wider_than_its_measure(text, characters, hanging):
    for line in break_lines(text, STYLE, characters * 10.0, hanging=hanging):
        assert line.width <= characters * 10.0 + 1e-3


@given(st.text(ALPHABET, max_size=120), st.integers(4, 40), st.booleans())
def test_a_line_reaches_past_its_measure_by_one_hanging_sign_at_most(text, characters, hanging):
    measure = characters * 10.0
    for line in break_lines(text, STYLE, measure, hanging=hanging, justify=False):
        seen = line.text.rstrip(" \u3000")
        natural = text_width(seen, STYLE)
        signs = sum(c in CLOSING for c in seen)
        if hanging and seen and seen[-1] in HANGING:
            natural -= 10.0
        assert natural <= measure + 5.0 + signs * 2.5 + 1e-3


@given(st.text(ALPHABET, max_size=120), st.integers(4, 40), st.booleans())
def test_a_forbidden_break_is_made_only_where_no_other_is_possible(text, characters, hanging):
    breaks = Breaks(text)
    start = 0
    for line in break_lines(text, STYLE, characters * 10.0, hanging=hanging)[:-1]:
        end = start + len(line.text)
        if not breaks.allows(end):
            assert not any(breaks.allows(place) for place in range(start + 1, end + 1))
        start = end


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.integers(6, 20), st.booleans())
def test_a_line_neither_begins_nor_ends_with_a_forbidden_sign(words, characters, hanging):
    lines = texts("".join(words), characters, hanging=hanging)
    assert not any(line[0] in NO_HEAD for line in lines[1:])
    assert not any(line[-1] in NO_END for line in lines[:-1])


@given(st.integers(2, 60))
def test_a_spread_line_fills_its_measure(characters):
    text = "県の計画は、病床の数を令和6年4月1日に調べ、1,601床の不足を「次の課題」とした。" * 3
    for line in break_lines(text, STYLE, characters * 10.0)[:-1]:
        if line.gap:
            assert line.width == pytest.approx(characters * 10.0)


def test_the_first_line_may_be_shorter():
    lines = break_lines("あいうえおかきくけこ", STYLE, 50.0, 40.0)
    assert [line.text for line in lines] == ["あいうえ", "おかきくけ", "こ"]


def test_the_last_line_is_not_spread():
    assert break_lines("あいうえ第8次計画", STYLE, 55.0)[-1].gap == 0


def test_a_line_is_spread_evenly_between_its_characters():
    first, _ = break_lines("あいうえお第8次計画", STYLE, 57.0)
    assert first.text == "あいうえお"
    assert first.gap == pytest.approx(7.0 / 4)


def test_a_number_is_not_spread():
    first, _ = break_lines("は1,601床でありました", STYLE, 60.0)
    assert first.text == "は1,601床で"
    assert first.gap == pytest.approx((60.0 - 53.0) / 3)


def test_a_line_that_would_be_torn_apart_stays_ragged():
    first, _ = break_lines("医療法第30条の4第1項", STYLE, 80.0)
    assert (first.gap, first.width) == (0, 30.0)


def test_commas_inside_numbers_are_set_tight():
    assert text_width("1,601", STYLE) == pytest.approx(5 * 5.0 - 2.0)
    assert text_width("1, 601", STYLE) == pytest.approx(6 * 5.0)


@pytest.mark.parametrize("face", [MINCHO, GOTHIC])
def test_a_full_width_character_advances_by_the_pitch(face):
    assert advances(TextStyle(face, 12.0, 12.25))["県"] == pytest.approx(12.25)
    assert advances(TextStyle(face, 12.0, 12.25))["0"] == pytest.approx(6.125)
