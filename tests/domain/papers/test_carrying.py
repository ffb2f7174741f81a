"""Bindings that move on to the next paper."""

import json
from datetime import date

import pytest

from kanagawa_desk.domain.papers.carrying import Newest, carried, moved_on
from kanagawa_desk.domain.periods import FiscalYear

A, B, C, D = (date(2020 + year, 4, 1) for year in range(4))


def newest(valued: set[tuple[str, int]], year: int = 2026) -> Newest:
    return Newest({"general": D}, lambda series, of: (series, of.year) in valued, FiscalYear(year))


def years(*of: str, series: str = "s") -> str:
    return json.dumps(
        {
            "ledger": "metrics",
            "form": "by_period",
            "rows": [{"series": series}],
            "periods": list(of),
            "period_form": "year",
        }
    )


@pytest.mark.parametrize(
    ("dates", "expected"),
    [((A, B), (B, D)), ((A,), (D,)), ((A, B, C), (B, C, D)), ((C, D), (C, D)), ((), (D,))],
)
def test_the_first_date_goes_and_the_newest_comes(
    dates: tuple[date, ...], expected: tuple[date, ...]
) -> None:
    assert moved_on(dates, D) == expected


def test_a_bed_type_without_figures_keeps_its_dates() -> None:
    assert moved_on((A, B), None) == (A, B)


def test_a_year_is_gained_for_each_that_follows_with_a_value() -> None:
    text = carried(years("FY2023", "FY2024"), newest({("s", 2025), ("s", 2026)}))
    assert json.loads(text)["periods"] == ["FY2023", "FY2024", "FY2025", "FY2026"]


def test_years_end_where_one_has_no_value() -> None:
    text = carried(years("FY2024"), newest({("s", 2026)}))
    assert json.loads(text)["periods"] == ["FY2024"]


def test_a_year_after_the_papers_is_not_gained() -> None:
    text = carried(years("FY2024"), newest({("s", 2025), ("s", 2026)}, year=2025))
    assert json.loads(text)["periods"] == ["FY2024", "FY2025"]


def test_a_value_of_another_series_gains_nothing() -> None:
    assert carried(years("FY2024"), newest({("t", 2025)})) == years("FY2024")


@pytest.mark.parametrize(
    "binding",
    [
        '{"ledger": "plans"}',
        '{"table": {"head": ["a"], "rows": []}}',
        "これは結び付きではない",
        years("2024-08"),
    ],
)
def test_what_has_no_dates_or_years_stays_as_it_is_written(binding: str) -> None:
    assert carried(binding, newest({("s", 2025)})) == binding


@pytest.mark.parametrize(
    ("chart", "expected"),
    [
        ({"chart": "beds", "dates": ["2021-04-01"]}, {"dates": ["2023-04-01"]}),
        ({"chart": "tiles", "date": "2021-04-01"}, {"date": "2023-04-01"}),
        (
            {"chart": "metric", "series": ["s"], "periods": ["FY2024"]},
            {"periods": ["FY2024", "FY2025"]},
        ),
        ({"chart": "timeline"}, {}),
    ],
)
def test_charts_move_on_as_tables_do(chart: dict[str, object], expected: dict[str, object]) -> None:
    whole = {"bed_type": "general", "edition": "e"} | chart
    assert json.loads(carried(json.dumps(whole), newest({("s", 2025)}))) == whole | expected
