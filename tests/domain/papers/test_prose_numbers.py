"""Numbers in prose: what is one, and how it is written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.prose_numbers import (
    TOTAL,
    ProseNumber,
    figures_in,
    with_headings,
    written,
)
from kanagawa_desk.domain.periods import FiscalYear

NUMBERS = [
    ProseNumber("指標", series="rpa", period=FiscalYear(2024)),
    ProseNumber("病床数", bed_type="t", area=TOTAL, day=date(2024, 4, 1)),
    ProseNumber("過不足", bed_type="t", area="a", day=date(2024, 4, 1), edition="e"),
    ProseNumber("基準病床数", bed_type="t", area="a", edition="e"),
    ProseNumber("圏域数", bed_type="t"),
    ProseNumber("計画数"),
    ProseNumber("計画数", division="d"),
    ProseNumber("見出し番号", heading="b12"),
]


@pytest.mark.parametrize("number", NUMBERS, ids=written)
def test_a_number_is_read_as_it_was_written(number: ProseNumber) -> None:
    assert figures_in(f"計{written(number)}を") == [
        ("計", None),
        (written(number), number),
        ("を", None),
    ]


@pytest.mark.parametrize(
    "text",
    ["{指標:rpa}", "{病床数:t:total:R6}", "{天気:晴}", "{指標:rpa:FY2024", "{圏域数}", "{}"],
)
def test_what_is_not_written_as_its_word_asks_stays_text(text: str) -> None:
    assert figures_in(text) == [(text, None)]


def test_references_lead_to_other_headings_and_the_rest_of_a_text_stays() -> None:
    text = "{見出し:a}と{見出し番号:b}の{計画数}"
    assert with_headings(text, {"a": "x"}) == "{見出し:x}と{見出し番号:b}の{計画数}"


@given(st.text(alphabet="{}:指標病床数計画圏域aF2024-0", max_size=60))
def test_the_pieces_put_together_are_the_text_again(text: str) -> None:
    assert "".join(piece for piece, _ in figures_in(text)) == text
