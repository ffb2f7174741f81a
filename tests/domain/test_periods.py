"""Fiscal years, months, and the periods that figures and plans belong to."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.periods import (
    UNDATED,
    FiscalPeriod,
    FiscalYear,
    FiscalYearPart,
    MonthPeriod,
    Timing,
    YearMonth,
    period_start,
)

R6 = FiscalYear(2024)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_lies_in_its_fiscal_year(day: date):
    year = FiscalYear.of(day)
    assert year.start <= day <= year.end
    assert (year.start.month, year.start.day, year.end.month, year.end.day) == (4, 1, 3, 31)


@pytest.mark.parametrize(
    ("year", "long", "short"),
    [
        (2018, "平成30年度", "H30"),
        (2019, "令和元年度", "R元"),
        (2024, "令和6年度", "R6"),
        (1989, "平成元年度", "H元"),
    ],
)
def test_a_fiscal_year_is_named_by_the_era_of_most_of_it(year: int, long: str, short: str):
    assert FiscalYear(year).long == long
    assert FiscalYear(year).short == short


@pytest.mark.parametrize(
    ("period", "long", "short"),
    [
        (YearMonth(2024, 3), "令和6年3月", "R6.3月"),
        (FiscalYearPart(2024, "Q2"), "令和6年度第2四半期", "R6第2四半期"),
        (FiscalPeriod(R6, FiscalYear(2029)), "令和6年度～令和11年度", "R6～R11"),
        (FiscalPeriod(FiscalYear(2020), None), "令和2年度～", "R2～"),
        (
            MonthPeriod(YearMonth(2024, 8), YearMonth(2025, 3)),
            "令和6年8月～令和7年3月",
            "R6.8月～R7.3月",
        ),
    ],
)
def test_a_period_has_a_long_and_a_short_form(period: Any, long: str, short: str):
    assert (period.long, period.short) == (long, short)


def test_a_month_knows_its_last_day_in_a_leap_year():
    assert YearMonth(2024, 2).last_day == date(2024, 2, 29)
    assert YearMonth(2023, 2).last_day == date(2023, 2, 28)


def test_a_plan_counts_its_fiscal_years_and_an_open_one_has_no_count():
    assert FiscalPeriod(R6, FiscalYear(2029)).years == 6
    assert FiscalPeriod(R6, None).years is None


@pytest.mark.parametrize(
    "build",
    [
        lambda: FiscalPeriod(None, None),
        lambda: FiscalPeriod(FiscalYear(2029), R6),
        lambda: MonthPeriod(None, None),
        lambda: MonthPeriod(YearMonth(2025, 3), YearMonth(2024, 8)),
        lambda: YearMonth(2024, 13),
        lambda: FiscalYearPart(2024, "Q5"),
    ],
)
def test_what_is_no_period_is_refused(build: Any):
    with pytest.raises(ValueError, match=r"\S"):
        build()


def test_a_timing_is_told_as_seen_from_a_day():
    end = Timing(R6, date(2025, 3, 31))
    assert end.long(date(2024, 10, 4)) == "今年度末"
    assert end.long(date(2025, 4, 1)) == "令和6年度末"
    assert Timing(FiscalYear(2026)).long(date(2024, 10, 4)) == "令和8年度"
    assert Timing(FiscalYear(2025), date(2025, 10, 1)).long(date(2024, 10, 4)) == "令和7年10月1日"


@pytest.mark.parametrize(
    ("period", "start"),
    [
        (R6, date(2024, 4, 1)),
        (FiscalYearPart(2024, "H2"), date(2024, 10, 1)),
        (FiscalYearPart(2024, "Q4"), date(2025, 1, 1)),
        (date(2024, 8, 31), date(2024, 8, 31)),
        (YearMonth(2024, 8), date(2024, 8, 1)),
        (FiscalPeriod(None, R6), date(2024, 4, 1)),
        (MonthPeriod(YearMonth(2024, 8), None), date(2024, 8, 1)),
        (UNDATED, date.min),
    ],
)
def test_periods_are_put_in_order_by_their_first_day(period: Any, start: date):
    assert period_start(period) == start
