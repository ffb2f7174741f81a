"""Readers never raise and never dawdle, whatever the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.cells import RawCell, typed
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.readers import KINDS, read_field, read_kind, result_text, typed_cell
from kanagawa_desk.domain.reading import Context, Reading
from tests.domain.readers.texts import any_text

FIELDS = [
    Field("field", "項目", kind, choices={"must": "義務"}, refers=refers)
    for kind in Kind
    for refers in ("area", "municipality", "division", "plan")
    if kind is Kind.REFERENCE or refers == "plan"
]
CODES = ["#,##0", "0.0%", "ge", '0"床"', ";;;", "@", "#,##0,", "#,##0;△#,##0;-"]
LIMIT = 0.005  # seconds
PARTS = "1,6 ( () 1(予定) 令和6年 R6～ 〇 千 0 ~ - 末 ㎡ 約 予定 ※1 年度 1の 自1至 （6年間） 横浜市"
LONG = [part * times for part in [*PARTS.split(), " 1", "1\n"] for times in (15, 79 // len(part))]
ENORMOUS = ["a" * 40_000, " " * 40_000 + "1", "令" * 1_000, "\u200b" * 5_000, "1" * 119 + "床"]


@settings(max_examples=600)
@given(text=any_text(), kind=st.sampled_from(KINDS))
def test_no_kind_ever_raises_on_a_text(text: str, kind: str, context: Context):
    result = result_text(kind, read_kind(kind, typed_cell(text), context))
    assert isinstance(result, str)


@settings(max_examples=600)
@given(text=any_text(), field=st.sampled_from(FIELDS))
def test_no_field_ever_raises_on_a_text(text: str, field: Field, context: Context):
    assert isinstance(read_field(field, typed(text), context), Reading)


@given(
    number=st.decimals(allow_nan=True, allow_infinity=True),
    code=st.one_of(
        st.sampled_from(["#,##0", "0.0%", "ge", '0"床"', ";;;", "@"]), st.text(max_size=20)
    ),
    kind=st.sampled_from(KINDS),
)
def test_no_kind_ever_raises_on_a_number_cell(number, code: str, kind: str, context: Context):
    cell = typed_cell(f"{{n:{number}|fmt:{code}}}")
    assert isinstance(result_text(kind, read_kind(kind, cell, context)), str)


@pytest.mark.parametrize("text", [*LONG, *ENORMOUS], ids=lambda text: f"{text[:6]!r}×{len(text)}")
def test_no_kind_takes_over_five_milliseconds(text: str, context: Context):
    slowest = {kind: min(_timed(kind, f"{text}{run}", context) for run in "123") for kind in KINDS}
    assert {kind: spent for kind, spent in slowest.items() if spent > LIMIT} == {}


def _timed(kind: str, text: str, context: Context) -> float:
    cell: RawCell = typed(text)
    start = time.perf_counter()
    read_kind(kind, cell, context)
    return time.perf_counter() - start
