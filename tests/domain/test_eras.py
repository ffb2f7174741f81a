"""Eras: which one a day falls in, and days written by it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from kanagawa_desk.domain.eras import ERAS, era_of, era_year, era_year_text, long_date, short_date


def test_an_era_ends_the_day_before_the_next_one_starts():
    for era, following in pairwise(ERAS):
        assert era_of(following.start) is following
        assert era_of(following.start - timedelta(1)) is era


@pytest.mark.parametrize(
    ("day", "long", "short"),
    [
        (date(2019, 4, 30), "平成31年4月30日", "H31.4.30"),
        (date(2019, 5, 1), "令和元年5月1日", "R1.5.1"),
        (date(2024, 10, 4), "令和6年10月4日", "R6.10.4"),
        (date(1989, 1, 7), "昭和64年1月7日", "S64.1.7"),
        (date(1926, 12, 25), "昭和元年12月25日", "S1.12.25"),
    ],
)
def test_a_day_is_written_by_its_era(day: date, long: str, short: str):
    assert long_date(day) == long
    assert short_date(day) == short


def test_the_first_year_is_written_as_gannen():
    assert era_year_text(*era_year(date(2019, 12, 31))) == "令和元"


def test_a_day_before_meiji_is_refused():
    with pytest.raises(ValueError, match="明治"):
        era_of(date(1868, 1, 24))
