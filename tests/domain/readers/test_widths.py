"""Full and half width are two spellings of the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.readers import KINDS, read_kind, result_text
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.reading import Context
from tests.domain.readers.texts import CASE_TEXTS, slips

VALUE_KINDS = [kind for kind in KINDS if kind != "text"]
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
NARROW = {wide: narrow for narrow, wide in WIDE.items()}


@settings(max_examples=500)
@given(text=st.one_of(st.sampled_from(CASE_TEXTS), slips()), kind=st.sampled_from(VALUE_KINDS))
def test_a_text_gives_the_same_result_in_full_and_in_half_width(
    text: str, kind: str, context: Context
):
    results = {
        result_text(kind, read_kind(kind, typed(text.translate(width)), context))
        for width in (WIDE, NARROW)
    }
    assert len(results) == 1


def test_note_marks_and_square_metres_do_not_become_digits():
    assert [fold(text) for text in ("¹", "①", "㎡", "⑴", "½")] == ["¹", "①", "㎡", "⑴", "½"]


def test_half_width_kana_become_whole_with_their_voicing_marks():
    assert fold("ﾃﾞｰﾀなし") == "データなし"


def test_every_dash_before_a_number_is_one_sign_but_kana_keep_theirs():
    assert {fold(f"{dash}1") for dash in "-－−‐‑–—―ー─"} == {"-1"}
    assert fold("センター") == "センター"


def test_what_nobody_sees_is_dropped_and_outer_spaces_go():
    assert fold("\ufeff 茅\U000e0100ヶ崎\u200b\u3000\n") == "茅ヶ崎"


def test_eras_and_weekdays_in_one_character_are_spelt_out():
    assert fold("㋿6年4月1日㈪") == "令和6年4月1日(月)"
