"""What the program prints, and that it reads it back to the same value."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.periods import (
    UNDATED,
    FiscalPeriod,
    FiscalYear,
    FiscalYearPart,
    MonthPeriod,
    Timing,
    YearMonth,
)
from kanagawa_desk.domain.quantities import Bounds, Pair, Stated
from kanagawa_desk.domain.readers import read_field, read_kind
from kanagawa_desk.domain.reading import Context, Got, Vocabulary
from kanagawa_desk.domain.values import BLANK, Measured, Missing, Status
from kanagawa_desk.domain.writing import (
    EXACT,
    HOUSE,
    HouseStyle,
    as_of_text,
    bounds_text,
    long_day_text,
    long_period_text,
    measured_text,
    number_text,
    pair_text,
    period_label,
    shown,
    stated_text,
    timing_text,
)

BASE = date(2024, 10, 4)
AREAS = {"横浜": "yokohama", "横須賀・三浦": "yokosuka_miura"}
CHOICES = {"must": "義務", "effort": "努力義務", "ordinance": "努力義務・条例"}
CONTEXT = Context(base=BASE, vocabulary=Vocabulary(areas=AREAS))

styles = st.builds(
    HouseStyle,
    negative=st.sampled_from("▲△-－−"),
    none_mark=st.sampled_from("―－—-"),
    wide_digits=st.booleans(),
    western=st.booleans(),
    exact=st.just(True),
)
statuses = st.none() | st.sampled_from(Status)
years = st.builds(FiscalYear, st.integers(1990, 2070))
months = st.builds(YearMonth, st.integers(1990, 2070), st.integers(1, 12))
days = st.dates(date(1873, 1, 1), date(2070, 12, 31))
parts = st.builds(
    FiscalYearPart, st.integers(1990, 2070), st.sampled_from(["H1", "H2", "Q1", "Q2", "Q3", "Q4"])
)


def ranges(build: Any, sides: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Periods with both sides in order, or open on one."""
    both = st.lists(sides, min_size=2, max_size=2).map(lambda two: build(*sorted(two)))
    return (
        both | sides.map(lambda side: build(side, None)) | sides.map(lambda side: build(None, side))
    )


fiscal_periods = ranges(FiscalPeriod, years)
month_periods = ranges(MonthPeriod, months)
why_none = st.sampled_from([reason for reason in Missing if reason is not Missing.BLANK])
reasons = st.just(BLANK) | st.builds(Measured, missing=why_none, status=statuses)


def figures(numbers: st.SearchStrategy[Any]) -> st.SearchStrategy[Measured]:
    """Numbers with and without a status, exact and about, and every reason for none."""
    return st.builds(Measured, numbers, status=statuses, approx=st.booleans()) | reasons


def decimals(places: int, low: int, high: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(low, high, places=places).filter(
        lambda value: value != 0 or not value.is_signed()
    )


texts = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1)
VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.TEXT: texts,
    Kind.NOTE: st.lists(texts, min_size=1).map("\n".join),
    Kind.NAMES: st.lists(
        texts.filter(lambda name: not set(name) & set("、,，;；")), min_size=1
    ).map(tuple),
    Kind.INTEGER: st.integers(-(10**9), 10**9),
    Kind.COUNT: figures(st.integers(0, 10**9)),
    Kind.DIFFERENCE: figures(st.integers(-(10**9), 10**9)),
    Kind.RATE: figures(decimals(1, -100, 200)),
    Kind.MEASURED: figures(decimals(2, -(10**6), 10**6)),
    Kind.DATE: days,
    Kind.MONTH: months,
    Kind.FISCAL_YEAR: years,
    Kind.FISCAL_PERIOD: fiscal_periods,
    Kind.PERIOD: st.one_of(
        years, parts, days, months, fiscal_periods, month_periods, st.just(UNDATED)
    ),
    Kind.TIMING: st.builds(Timing, years)
    | days.map(lambda day: Timing(FiscalYear.of(day), day))
    | years.map(lambda year: Timing(year, year.end)),
    Kind.CHOICE: st.sampled_from(sorted(CHOICES)),
    Kind.YES_NO: st.just(True),
    Kind.REFERENCE: st.sampled_from(sorted(AREAS.values())),
}
NAMES = {identity: name for name, identity in AREAS.items()}


def field(kind: Kind) -> Field:
    places = {Kind.RATE: 1, Kind.MEASURED: 2}.get(kind, 0)
    return Field("field", "項目", kind, choices=CHOICES, refers="area", decimals=places)


def test_every_kind_of_field_is_covered():
    assert set(VALUES) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
@given(data=st.data(), style=styles)
def test_what_a_field_shows_is_read_back_to_the_same_value(
    kind: Kind, data: st.DataObject, style: HouseStyle
):
    value, own = data.draw(VALUES[kind]), field(kind)
    text = shown(own, value, NAMES, style=style)
    reading = read_field(own, typed(text), replace(CONTEXT, decimals=own.decimals))
    assert isinstance(reading, Got), text
    assert reading.value == value


def read_back(kind: str, text: str, unit: str = "") -> Any:
    reading = read_kind(kind, typed(text), replace(CONTEXT, unit=unit))
    assert isinstance(reading, Got), text
    return reading.value


@given(value=figures(st.integers(0, 10**9)), style=styles)
def test_beds_with_their_unit_are_read_back(value: Measured, style: HouseStyle):
    assert read_back("int_beds", measured_text(value, "床", style=style)) == value


@given(value=figures(decimals(1, -100, 100)), style=styles)
def test_a_difference_of_rates_is_read_back(value: Measured, style: HouseStyle):
    assert read_back("rate_diff", measured_text(value, "pt", 1, style)) == value


@given(value=figures(st.integers(-(10**12), 10**12)), style=styles)
def test_an_amount_of_yen_is_read_back(value: Measured, style: HouseStyle):
    assert read_back("yen", measured_text(value, "円", style=style)) == value


@given(upper=st.integers(100, 999), lower=st.integers(100, 999) | st.none(), style=styles)
def test_two_values_in_a_cell_are_read_back(upper: int, lower: int | None, style: HouseStyle):
    below = Measured(missing=Missing.NONE) if lower is None else Measured(lower)
    pair = Pair(Measured(upper), below)
    assert read_back("pair_beds", "\n".join(pair_text(pair, style=style))) == pair


@given(
    low=st.none() | st.integers(0, 999),
    more=st.none() | st.integers(1, 999),
    ends=st.tuples(st.booleans(), st.booleans()),
    style=styles,
)
def test_a_threshold_is_read_back(
    low: int | None, more: int | None, ends: tuple[bool, bool], style: HouseStyle
):
    high = None if more is None else (low or 0) + more
    if low is None and high is None:
        return
    bounds = Bounds(low, high, ends[0] or low is None, ends[1] or high is None)
    assert read_back("threshold", bounds_text(bounds, "件", style)) == bounds


@given(period=years | parts, as_of=st.booleans(), status=statuses, style=styles)
def test_a_fiscal_year_with_its_as_of_date_and_status_is_read_back(
    period: Any, as_of: bool, status: Status | None, style: HouseStyle
):
    stated = Stated(period, date(period.year, 8, 31) if as_of else None, status)
    plain = stated.as_of is None and status is None
    assert read_back("fy", stated_text(stated, style)) == (period if plain else stated)


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("date", days),
        ("month", months),
        ("fy", years),
        ("fy_period", fiscal_periods),
        ("month_period", month_periods),
    ],
)
@given(data=st.data(), style=styles)
def test_a_time_in_prose_is_read_back(
    kind: str, values: Any, data: st.DataObject, style: HouseStyle
):
    value = data.draw(values)
    assert read_back(kind, long_period_text(value, style)) == value


@pytest.mark.parametrize("text", ["約3万9千件", "9つの取組事項", "これまで7回開催", "累計10窓口"])
def test_a_printed_form_is_kept_and_read_back(text: str):
    value = read_back("int_any_unit", text)
    assert measured_text(value, "件") == text


def test_figures_are_grouped_and_negative_ones_carry_the_sign_of_the_house():
    assert number_text(23608) == "23,608"
    assert number_text(-1601) == "▲1,601"
    assert number_text(-1601, style=HouseStyle(negative="△")) == "△1,601"
    assert number_text(Decimal("74.4"), 1) == "74.4"
    assert number_text(Decimal(28), 1) == "28.0"


def test_a_digit_that_stands_alone_is_written_full_width_where_the_house_does_so():
    wide = HouseStyle(wide_digits=True)
    assert long_day_text(date(2024, 4, 10), wide) == "令和６年４月10日"
    assert measured_text(Measured(5), "業務", style=wide) == "５業務"
    assert number_text(Decimal("4.5"), 1, wide) == "4.5"


def test_years_are_western_where_the_house_writes_them_so():
    western = HouseStyle(western=True)
    assert period_label(FiscalPeriod(FiscalYear(2024), FiscalYear(2029)), western) == "2024～2029"
    assert long_day_text(date(2024, 4, 1), western) == "2024年4月1日"
    assert timing_text(Timing(FiscalYear(2024), date(2025, 3, 31)), western) == "2024年度末"


def test_paper_covers_several_reasons_with_one_mark_and_an_exact_text_tells_them_apart():
    pending = Measured(missing=Missing.PENDING)
    assert measured_text(pending, style=HOUSE) == "―"
    assert measured_text(pending, style=EXACT) == "未集計"


def test_a_status_is_written_where_the_text_must_be_exact():
    planned = Measured(81, status=Status.PLANNED)
    assert measured_text(planned, "回") == "81回"
    assert measured_text(planned, "回", style=EXACT) == "81回（予定）"


def test_an_as_of_date_is_a_month_end_or_a_day():
    assert as_of_text(date(2024, 8, 31)) == "令和6年8月末"
    assert as_of_text(date(2024, 4, 1)) == "令和6年4月1日"
