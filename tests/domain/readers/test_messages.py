"""What is said to a person: problems name what would be accepted, questions say why."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.readers import KINDS, read_kind, typed_cell
from kanagawa_desk.domain.reading import Ambiguous, Context, Problem
from tests.domain.readers.texts import CASE_TEXTS, slips

CODE = re.compile("[a-z]+(_[a-z]+)*")


@given(text=st.one_of(st.sampled_from(CASE_TEXTS), slips()), kind=st.sampled_from(KINDS))
def test_a_problem_has_a_code_and_a_sentence_without_gaps(text: str, kind: str, context: Context):
    match read_kind(kind, typed_cell(text), context):
        case Problem(code, message):
            assert CODE.fullmatch(code)
            assert message.endswith("。")
            assert not re.search(r"\{[a-z]*\}", message.replace(text, ""))
        case Ambiguous(candidates, reason):
            assert candidates
            assert reason.endswith("。")


def test_a_refused_number_of_beds_says_what_would_be_accepted(context: Context):
    reading = read_kind("int_beds", typed_cell("12.5"), context)
    assert isinstance(reading, Problem)
    assert "0以上の整数（例：1,601床）を入力してください。" in reading.message


def test_a_contradicting_weekday_is_named_with_the_right_one(context: Context):
    reading = read_kind("date", typed_cell("令和6年4月1日(火)"), context)
    assert isinstance(reading, Problem)
    assert reading.message == "令和6年4月1日は月曜日です。日付か曜日を直してください。"
