"""Numbers that stand for days."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import to_excel

from kanagawa_desk.exchange.reading.formats import BUILT_IN, day_of, shows_day


@pytest.mark.parametrize(
    "number_format",
    [
        "yyyy/m/d",
        "[$-411]ge.m.d;@",
        '[$-411]ggge"年"m"月"d"日"',
        "[$-1030411]ge\\.m\\.d",
        '[$-411]e"年度"',
        "e",
        "m/d",
        'm"月"',
        "aaa",
        "yyyy-mm-dd hh:mm",
        *(BUILT_IN[number] for number in (14, 15, 16, 17, 22, 27, 28, 30, 31, 34, 35, 36, 50, 58)),
    ],
)
def test_a_format_with_a_year_month_or_day_shows_a_day(number_format):
    assert shows_day(number_format)


@pytest.mark.parametrize(
    "number_format",
    [
        "General",
        '#,##0;"▲"#,##0',
        "0.0%",
        "0.00E+00",
        '#,##0"日"',
        "0\\d",
        "h:mm AM/PM",
        "[h]:mm:ss",
        "mm:ss",
        "[Red]0",
        "@",
        'General"件/day"',
        *(BUILT_IN[number] for number in (32, 33, 45, 46, 47)),
    ],
)
def test_a_format_of_figures_or_times_shows_none(number_format):
    assert not shows_day(number_format)


@pytest.mark.parametrize(
    ("serial", "since_1904", "day"),
    [
        ("45383", False, date(2024, 4, 1)),
        ("43921", True, date(2024, 4, 1)),
        ("1", False, date(1900, 1, 1)),
        ("59", False, date(1900, 2, 28)),
        ("60", False, None),
        ("61", False, date(1900, 3, 1)),
        ("45383.75", False, datetime(2024, 4, 1, 18)),
        ("2958464", False, date(9999, 12, 30)),
        ("2958464.999999", False, datetime(9999, 12, 31)),
        ("2958466", False, None),
        ("2958464", True, None),
        ("1E+300", False, None),
        ("0", False, None),
        ("-5", False, None),
        ("0.5", False, None),
    ],
)
def test_a_serial_is_the_day_that_excel_shows(serial, since_1904, day):
    assert day_of(Decimal(serial), since_1904=since_1904) == day


@given(st.dates(date(1900, 3, 1), date(9999, 12, 30)))
def test_a_day_and_its_serial_belong_together(day):
    assert day_of(Decimal(int(to_excel(day))), since_1904=False) == day
