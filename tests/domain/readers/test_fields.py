"""Every kind of field gives its own domain value."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from kanagawa_desk.domain.cells import CellKind, RawCell, typed
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, Timing, YearMonth
from kanagawa_desk.domain.readers import read_field
from kanagawa_desk.domain.reading import Ambiguous, Context, Got, Problem
from kanagawa_desk.domain.values import BLANK, Measured, Missing, Status

BEDS = Field("beds", "既存病床数", Kind.COUNT, unit="床")
MEASURED = {Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED}
CHOICES = {"must": "義務", "effort": "努力義務", "ordinance": "努力義務・条例"}


def of_kind(kind: Kind, **more: Any) -> Field:
    return Field("field", "項目", kind, **more)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (BEDS, "23,608床", Measured(23608)),
        (BEDS, "81（予定）", Measured(81, status=Status.PLANNED)),
        (BEDS, "約3万9千", Measured(39000, approx=True, printed="約3万9千")),
        (BEDS, "―", Measured(missing=Missing.NONE)),
        (BEDS, "", BLANK),
        (of_kind(Kind.DIFFERENCE), "▲1,601", Measured(-1601)),
        (of_kind(Kind.RATE), "74.4%", Measured(Decimal("74.4"))),
        (of_kind(Kind.INTEGER), "12", 12),
        (of_kind(Kind.DATE), "R6.4.1", date(2024, 4, 1)),
        (of_kind(Kind.MONTH), "R6.3月", YearMonth(2024, 3)),
        (of_kind(Kind.FISCAL_YEAR), "R6", FiscalYear(2024)),
        (of_kind(Kind.FISCAL_PERIOD), "R2～", FiscalPeriod(FiscalYear(2020), None)),
        (of_kind(Kind.PERIOD), "R6.8.31", date(2024, 8, 31)),
        (of_kind(Kind.TIMING), "R6年度末", Timing(FiscalYear(2024), date(2025, 3, 31))),
        (of_kind(Kind.TIMING), "令和6年度末（予定）", Timing(FiscalYear(2024), date(2025, 3, 31))),
        (of_kind(Kind.TIMING), "令和8年度に改定予定", Timing(FiscalYear(2026))),
        (of_kind(Kind.CHOICE, choices=CHOICES), "努力義務･条例", "ordinance"),
        (of_kind(Kind.YES_NO), "○", True),
        (of_kind(Kind.REFERENCE, refers="area"), "横須賀三浦", "yokosuka_miura"),
        (of_kind(Kind.REFERENCE, refers="municipality"), "茅ｹ崎", "14207"),
        (of_kind(Kind.REFERENCE, refers="division"), "保健医療課", "medical_planning"),
        (of_kind(Kind.REFERENCE, refers="plan"), "神奈川県がん対策推進計画", "cancer"),
        (of_kind(Kind.NAMES), "医療課、保健医療課", ("医療課", "保健医療課")),
        (of_kind(Kind.NOTE), "一行目\r\n二行目 ", "一行目\n二行目"),
        (of_kind(Kind.TEXT), "第8次", "第8次"),
    ],
)
def test_a_field_gives_its_domain_value(field: Field, text: str, value: Any, context: Context):
    reading = read_field(field, typed(text), context)
    assert isinstance(reading, Got)
    assert reading.value == value
    assert type(reading.value) is type(value)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in MEASURED])
def test_an_empty_cell_is_blank(kind: Kind, context: Context):
    assert read_field(of_kind(kind), RawCell(), context) == Got(Missing.BLANK)


@pytest.mark.parametrize(
    ("unit", "decimals", "text", "number"),
    [
        ("業務", 0, "5業務", "5"),
        ("件", 0, "約3万9千件", "39000"),
        ("%", 1, "28.2%", "28.2"),
        ("%", 1, "28.2", "28.2"),
        ("時間", 1, "12.5時間", "12.5"),
        ("千円", 0, "1,234千円", "1234"),
        ("千円", 0, "3百万円", "3000"),
        ("施策", 0, "124の施策", "124"),
        ("か所", 0, "1箇所", "1"),
    ],
)
def test_a_metric_is_read_in_its_own_unit(
    unit: str, decimals: int, text: str, number: str, context: Context
):
    own = replace(context, unit=unit, decimals=decimals)
    reading = read_field(of_kind(Kind.MEASURED), typed(text), own)
    assert isinstance(reading, Got)
    assert reading.value.number == Decimal(number)
    assert isinstance(reading.value.number, Decimal)


def test_a_percentage_column_of_one_decimal_reads_what_it_shows(context: Context):
    own = replace(context, unit="%", decimals=1)
    cell = RawCell(CellKind.NUMBER, Decimal("0.7"), '#,##0.0;"▲"#,##0.0')
    assert read_field(of_kind(Kind.MEASURED), cell, own) == Got(Measured(Decimal("0.7")))


def test_a_quotient_is_read_as_it_is_shown_and_a_hidden_digit_is_asked_about(context: Context):
    rate = of_kind(Kind.RATE)
    quotient = RawCell(CellKind.NUMBER, Decimal("0.744123456789"), "0.0%")
    hidden = RawCell(CellKind.NUMBER, Decimal("0.744"), "0%")
    assert read_field(rate, quotient, context) == Got(Measured(Decimal("74.4")))
    assert isinstance(read_field(rate, hidden, context), Ambiguous)


def test_what_a_field_has_no_place_for_is_asked_about(context: Context):
    for kind, text in ((Kind.DATE, "R6.4.1（予定）"), (Kind.FISCAL_YEAR, "令和6年度末")):
        reading = read_field(of_kind(kind), typed(text), context)
        assert isinstance(reading, Ambiguous)
        assert isinstance(reading.candidates[0], (date, FiscalYear))


def test_a_relative_timing_is_asked_about_and_keeps_its_wording(context: Context):
    reading = read_field(of_kind(Kind.TIMING), typed("今年度末に改定予定"), context)
    assert isinstance(reading, Ambiguous)
    assert reading.candidates == (
        Timing(FiscalYear(2024), date(2025, 3, 31), "今年度末に改定予定"),
    )


def test_a_relative_time_without_a_day_to_count_from_is_a_problem(context: Context):
    reading = read_field(of_kind(Kind.TIMING), typed("今年度末"), replace(context, base=None))
    assert isinstance(reading, Problem)
    assert reading.code == "no_base_date"


def test_a_year_end_may_be_a_fiscal_year_or_a_day(context: Context):
    reading = read_field(of_kind(Kind.PERIOD), typed("令和3年度末"), context)
    assert isinstance(reading, Ambiguous)
    assert reading.candidates == (FiscalYear(2021), date(2022, 3, 31))


def test_a_sum_row_is_no_area_of_a_record(context: Context):
    reading = read_field(of_kind(Kind.REFERENCE, refers="area"), typed("合計"), context)
    assert isinstance(reading, Problem)
    assert reading.code == "total_row"


def test_the_choices_are_told_when_a_word_is_none_of_them(context: Context):
    reading = read_field(of_kind(Kind.CHOICE, choices=CHOICES), typed("強制"), context)
    assert isinstance(reading, Problem)
    assert "義務、努力義務" in reading.message


@pytest.mark.parametrize("text", ["a\x00b", "a\x1fb", "a\ud800"])
def test_control_characters_are_refused(text: str, context: Context):
    reading = read_field(of_kind(Kind.TEXT), typed(text), context)
    assert isinstance(reading, Problem)
    assert reading.code == "control_character"


def test_text_beyond_what_a_cell_holds_is_refused(context: Context):
    note = of_kind(Kind.NOTE)
    assert read_field(note, typed("あ" * 32_767), context) == Got("あ" * 32_767)
    reading = read_field(note, typed("あ" * 32_768), context)
    assert isinstance(reading, Problem)
    assert reading.code == "too_long"


def test_several_lines_in_a_line_are_asked_about(context: Context):
    reading = read_field(of_kind(Kind.TEXT), typed("第8次\n（改定）"), context)
    assert isinstance(reading, Ambiguous)
    assert reading.candidates == ("第8次 （改定）",)


def test_a_day_in_a_workbook_is_read_without_its_midnight(context: Context):
    cell = RawCell(CellKind.DATE, datetime(2024, 4, 1), "[$-411]ge.m.d;@")
    assert read_field(of_kind(Kind.DATE), cell, context) == Got(date(2024, 4, 1))


def test_an_integer_has_no_place_for_a_status(context: Context):
    reading = read_field(of_kind(Kind.INTEGER), typed("5（予定）"), context)
    assert isinstance(reading, Ambiguous)
    assert reading.candidates == (5,)


@pytest.mark.parametrize(
    ("kind", "ours", "theirs"),
    [
        (Kind.COUNT, "23,608", "２３，６０８"),
        (Kind.COUNT, "23,608床", "23,608病床"),
        (Kind.DATE, "R6.4.1", "令和6年4月1日"),
        (Kind.MONTH, "R6.3月", "2024-03"),
        (Kind.FISCAL_PERIOD, "R6～R11", "R6~R11"),
        (Kind.REFERENCE, "横須賀・三浦", "横須賀三浦"),
        (Kind.YES_NO, "○", "有"),
        (Kind.TEXT, "第8次", "第8次　"),
    ],
)
def test_a_spelling_other_than_ours_is_told_from_ours(
    kind: Kind, ours: str, theirs: str, context: Context
):
    own = of_kind(kind, unit="床" if kind is Kind.COUNT else "", refers="area")
    kept, respelt = (read_field(own, typed(text), context) for text in (ours, theirs))
    assert isinstance(kept, Got)
    assert respelt == replace(kept, respelt=True)
    assert not kept.respelt
