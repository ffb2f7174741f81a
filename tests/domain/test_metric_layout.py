"""The metric grid: a fiscal year a column, and what lies beside the years."""

from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.domain.metric_layout import (
    MetricSource,
    metric_layout,
    observation_tag,
    section_path,
)
from kanagawa_desk.domain.periods import UNDATED, FiscalYear, Period
from kanagawa_desk.domain.records import Metric, Observation, Series
from kanagawa_desk.domain.values import Measured, Status, number

METRIC = Metric("m", "登録者数", "人", "stock", section="2(2)イ(ア)d")
SERIES = Series("s", "m")


def made(*observations: Observation, titles: dict[str, str] | None = None) -> Layout:
    return metric_layout(MetricSource([METRIC], [SERIES], observations, titles or {}))


def at(period: Period, value: int, as_of: date | None = None) -> Observation:
    return Observation("s", period, number(Decimal(value)), as_of)


def row(layout: Layout) -> dict[str, str]:
    (found,) = (each for each in layout.rows if each.kind is RowKind.RECORD)
    return {column.key: cell.text for column, cell in zip(layout.columns, found.cells, strict=True)}


def test_years_without_a_value_stand_between_the_first_and_the_last() -> None:
    layout = made(at(FiscalYear(2019), 1), at(FiscalYear(2022), 2))
    keys = [column.key for column in layout.columns[4:]]
    assert keys == ["FY2019", "FY2020", "FY2021", "FY2022"]


def test_a_value_of_a_day_stands_in_the_year_of_that_day() -> None:
    layout = made(at(date(2024, 8, 31), 43782))
    assert row(layout)["FY2024"] == "43,782"
    assert layout.rows[1].cells[4].tag == "8月末"


def test_a_day_beside_a_value_of_the_whole_year_has_a_column_of_its_own() -> None:
    layout = made(at(FiscalYear(2024), 2), at(date(2024, 8, 31), 1))
    assert row(layout)["FY2024"] == "2"
    assert row(layout)["2024-08-31"] == "1"


def test_an_undated_value_stands_last() -> None:
    layout = made(at(UNDATED, 13), at(FiscalYear(2024), 1))
    assert layout.columns[-1].key == "undated"
    assert row(layout)["undated"] == "13"


def test_an_empty_cell_has_the_address_that_its_first_value_will_have() -> None:
    layout = made(at(FiscalYear(2019), 1), at(FiscalYear(2021), 2))
    assert str(layout.rows[1].cells[5].address) == "observation:s/FY2020#value"


def test_a_planned_value_is_tagged_so() -> None:
    planned = Observation("s", FiscalYear(2024), Measured(9, status=Status.PLANNED))
    assert observation_tag(planned) == "予定"


def test_a_value_at_the_years_end_has_no_tag() -> None:
    assert observation_tag(at(FiscalYear(2023), 1, date(2024, 3, 31))) == ""


def test_metrics_are_grouped_under_the_headings_of_the_paper() -> None:
    layout = made(at(FiscalYear(2024), 1), titles={"2(2)イ(ア)": "暮らしのデジタル化"})
    assert layout.rows[0].kind is RowKind.SECTION
    assert layout.rows[0].cells[0].text == "(ア)　暮らしのデジタル化"


def test_a_section_is_a_path_of_labels() -> None:
    assert section_path("2(2)イ(ア)a(b)") == ("2", "(2)", "イ", "(ア)", "a", "(b)")
