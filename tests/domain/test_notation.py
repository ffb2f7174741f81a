"""The two text forms of values: the notation of results, and the lossless form that is kept."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.notation import (
    decode,
    decode_key,
    encode,
    encode_key,
    notation,
    parse_period,
    period_text,
)
from kanagawa_desk.domain.periods import (
    UNDATED,
    FiscalPeriod,
    FiscalYear,
    FiscalYearPart,
    MonthPeriod,
    Timing,
    YearMonth,
)
from kanagawa_desk.domain.quantities import Bounds, Pair, RowLabel, Stated
from kanagawa_desk.domain.values import Measured, Missing, Status

R6, R11 = FiscalYear(2024), FiscalYear(2029)
NONE = Measured(missing=Missing.NONE)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Measured(1601), "床", "1601"),
        (Measured(Decimal("74.4")), "%", "74.4%"),
        (Measured(Decimal("-1.3")), "pt", "-1.3pt"),
        (Measured(39000, approx=True, printed="約3万9千件"), "件", "approx:39000"),
        (Measured(81, status=Status.PLANNED), "", "81!planned"),
        (NONE, "", "NA:none"),
        (Missing.PENDING, "", "NA:pending"),
        (None, "", "NA:blank"),
        (True, "", "yes"),
        (date(2024, 4, 1), "", "2024-04-01"),
        (YearMonth(2024, 3), "", "2024-03"),
        (R6, "", "FY2024"),
        (FiscalYearPart(2024, "H1"), "", "FY2024H1"),
        (Stated(R6, date(2024, 8, 31)), "", "FY2024@2024-08-31"),
        (Stated(R6, None, Status.FORECAST), "", "FY2024!forecast"),
        (FiscalPeriod(R6, R11), "", "FY2024..FY2029"),
        (FiscalPeriod(R6, None), "", "FY2024.."),
        (FiscalPeriod(None, R11), "", "..FY2029"),
        (MonthPeriod(YearMonth(2024, 8), YearMonth(2025, 3)), "", "2024-08..2025-03"),
        (Timing(R6, date(2025, 3, 31), "今年度末"), "", "FY2024@2025-03-31"),
        (Pair(Measured(23608), NONE), "", "pair:23608;NA:none"),
        (Bounds(low=1000), "", ">=1000"),
        (Bounds(high=1000, high_included=False), "", "<1000"),
        (Bounds(high=10), "", "<=10"),
        (Bounds(low=50, low_included=False), "", ">50"),
        (Bounds(5, 10), "", "5..10"),
        (Bounds(5, 10, high_included=False), "", ">=5,<10"),
        (Bounds(low=20), "%", ">=20%"),
        (RowLabel.TOTAL, "", "TOTAL"),
        (UNDATED, "", "undated"),
    ],
)
def test_a_value_has_its_notation(value: Any, unit: str, text: str):
    assert notation(value, unit) == text


years = st.builds(FiscalYear, st.integers(1868, 2100))
months = st.builds(YearMonth, st.integers(1868, 2100), st.integers(1, 12))
parts = st.builds(FiscalYearPart, st.integers(1868, 2100), st.sampled_from(["H1", "Q4"]))
days = st.dates(date(1868, 1, 25), date(2100, 1, 1))
printed = st.text(st.characters(blacklist_categories=("C",)))
figures = st.one_of(
    st.integers(),
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    ),
)
periods = st.one_of(
    years,
    parts,
    days,
    months,
    st.just(UNDATED),
    years.map(lambda year: FiscalPeriod(year, None)),
    months.map(lambda month: MonthPeriod(None, month)),
)


@given(periods)
def test_a_period_comes_back_from_its_text(period: Any):
    assert parse_period(period_text(period)) == period


@given(
    number=st.integers(),
    status=st.none() | st.sampled_from(Status),
    approx=st.booleans(),
    form=printed,
)
def test_a_measured_value_is_kept_without_loss(number: int, status: Any, approx: bool, form: str):
    value = Measured(number, status=status, approx=approx, printed=form)
    assert decode(Field("beds", "病床", Kind.COUNT), encode(value)) == value


@given(figure=figures)
def test_a_decimal_is_kept_without_loss(figure: Any):
    value = Measured(Decimal(figure))
    assert decode(Field("rate", "率", Kind.RATE), encode(value)) == value


@given(year=years, day=st.none() | days, wording=printed)
def test_a_timing_is_kept_with_its_wording(year: FiscalYear, day: Any, wording: str):
    timing = Timing(year, day, wording)
    assert decode(Field("next", "次期改定", Kind.TIMING), encode(timing)) == timing


@pytest.mark.parametrize("reason", Missing)
def test_every_missing_reason_is_kept(reason: Missing):
    value = Measured(missing=reason)
    assert decode(Field("beds", "病床", Kind.COUNT), encode(value)) == value


@pytest.mark.parametrize("text", ["2024", "FY", "FY2024X", "2024-13", "a..b", ".."])
def test_a_text_that_is_no_period_is_refused(text: str):
    with pytest.raises(ValueError, match=r"\S"):
        parse_period(text)


def test_a_record_key_comes_back_from_its_text():
    fields = (Field("area", "区域", Kind.REFERENCE), Field("as_of", "基準日", Kind.DATE))
    key = ("yokohama", date(2024, 4, 1))
    assert decode_key(fields, encode_key(key)) == key
    with pytest.raises(ValueError, match="key"):
        decode_key(fields, "yokohama")
