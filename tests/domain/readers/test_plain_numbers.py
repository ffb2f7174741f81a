"""Plain figures take a short way; it leads where the long one does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.readers.number_texts import read_closely, read_number_text
from kanagawa_desk.domain.readers.rules import (
    ANY_UNIT,
    INTEGER,
    RATE,
    RATE_DIFFERENCE,
    Rule,
    count_rule,
    difference_rule,
    measure_rule,
    yen_rule,
)
from kanagawa_desk.domain.reading import Got

RULES = {
    "beds": count_rule("床"),
    "difference": difference_rule("床"),
    "integer": INTEGER,
    "any unit": ANY_UNIT,
    "yen": yen_rule(""),
    "thousands of yen": yen_rule("千円"),
    "hours": measure_rule("時間", 1),
    "whole hours": measure_rule("時間", 0),
    "thousands of people": measure_rule("千人", 0),
    "rate": RATE,
    "difference of rates": RATE_DIFFERENCE,
}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
@given(data=st.data())
def test_the_short_way_gives_what_the_long_one_does(rule: Rule, data: st.DataObject):
    text = data.draw(st.from_regex(rule.plain, fullmatch=True))
    short, long = read_number_text(rule, text, None), read_closely(rule, text, None)
    assert isinstance(long, Got) or short == long, text
    assert isinstance(short, Got) or short == long, text
    if isinstance(short, Got) and isinstance(long, Got):
        assert (short.value.number, short.value.missing) == (long.value.number, long.value.missing)
