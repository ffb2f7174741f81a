"""What a cell shows of its number under an Excel number format."""

from decimal import Decimal

import pytest

from kanagawa_desk.domain.readers.number_formats import (
    Shown,
    date_parts,
    number_format,
    shown,
    without_noise,
)


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("1601", "General", "1601"),
        ("1601", "#,##0", "1,601"),
        ("-1601", '#,##0;"▲"#,##0', "▲1,601"),
        ("-1601", "#,##0;△#,##0", "△1,601"),
        ("-1601", "#,##0;[赤]#,##0", "-1,601"),
        ("-1601", "#,##0;#,##0", "1,601"),
        ("-1601", "#,##0_);(#,##0)", "-1,601"),
        ("0", '#,##0;"▲"#,##0;"－"', "－"),
        ("0.744", "0.0%", "74.4%"),
        ("0.28", "0.0%", "28.0%"),
        ("1601", '0"床"', "1601床"),
        ("1601", "[$¥-411]#,##0", "¥1,601"),
        ("1234000", '#,##0,"千円"', "1,234千円"),
        ("6", '"令和"0"年度"', "令和6年度"),
        ("1601", ";;;", ""),
        ("1601", "@", "1601"),
        ("0.1", "_ * #,##0.0_ ;_ * -#,##0.0_ ", "0.1"),
    ],
)
def test_a_number_is_shown_by_its_format(number: str, code: str, text: str):
    assert shown(Decimal(number), code).text == text


def test_a_format_that_hides_digits_gives_both_what_is_held_and_what_is_shown():
    assert shown(Decimal("0.744"), "0%") == Shown("74.4%", "74%", quotient=False)
    assert shown(Decimal("0.744123456"), "0%").quotient


def test_the_noise_of_binary_fractions_is_dropped():
    assert without_noise(Decimal(0.1 + 0.2)) == Decimal("0.3")


@pytest.mark.parametrize(
    ("code", "plain"),
    [
        ("General", True),
        ("#,##0", True),
        ('#,##0;"▲"#,##0', True),
        ("#,##0;[Red]#,##0", True),
        ("#,##0;#,##0", False),
        ('#,##0;"▲"#,##0;"－"', False),
        ('0"床"', False),
        ("0.0%", False),
        ("#,##0,", False),
    ],
)
def test_a_plain_format_shows_every_whole_number_as_it_is(code: str, plain: bool):
    assert number_format(code).plain is plain


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("ge", "y"),
        ("[$-411]ge.m.d;@", "ymd"),
        ('yyyy"年"m"月"', "ym"),
        ("m/d", "md"),
        ("h:mm", ""),
        ("General", ""),
        ("#,##0", ""),
        ("0.00E+00", ""),
    ],
)
def test_a_date_format_tells_which_parts_it_shows(code: str, parts: str):
    assert date_parts(code) == parts
