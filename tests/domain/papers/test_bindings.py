"""Bindings of tables and charts, as they are kept and as they are understood."""

import json
from datetime import date

import pytest

from kanagawa_desk.domain.papers.bindings import (
    SIDE_BY_SIDE,
    BedBinding,
    BrokenBindingError,
    PlanBinding,
    parse_binding,
)
from kanagawa_desk.domain.papers.chart_bindings import figures_of, parse_chart
from kanagawa_desk.domain.papers.image_bindings import ImageBinding, image_text, parse_image

DAY = date(2024, 4, 1)
BEDS = {"ledger": "beds", "bed_type": "t", "edition": "e", "dates": ["2024-04-01"]}


def test_a_bed_table_shows_standard_count_and_surplus_of_all_areas_unless_it_says_more() -> None:
    binding = BedBinding("t", "e", (DAY,), "stacked", ("standard", "beds", "surplus"), (), False)
    assert parse_binding(json.dumps(BEDS)) == binding


def test_a_bed_table_says_its_columns_areas_and_layout() -> None:
    more = {
        "form": "side_by_side",
        "columns": ["beds", "sufficiency"],
        "areas": ["a"],
        "transposed": True,
    }
    assert parse_binding(json.dumps(BEDS | more)) == BedBinding(
        "t", "e", (DAY,), SIDE_BY_SIDE, ("beds", "sufficiency"), ("a",), True
    )


def test_a_plan_list_can_be_that_of_some_divisions() -> None:
    text = '{"ledger": "plans", "columns": ["name"], "divisions": ["d"]}'
    assert parse_binding(text) == PlanBinding(("name",), ("d",))


@pytest.mark.parametrize(
    "fault",
    [
        {"dates": []},
        {"dates": ["R6.4.1"]},
        {"form": "diagonal"},
        {"columns": ["colour"]},
        {"columns": []},
        {"ledger": "weather"},
    ],
)
def test_a_binding_that_cannot_be_understood_is_broken(fault: dict[str, object]) -> None:
    with pytest.raises(BrokenBindingError):
        parse_binding(json.dumps(BEDS | fault))


@pytest.mark.parametrize("text", ["", "[]", "7", "{}", "なし", '{"ledger": null}'])
def test_a_text_that_is_no_binding_is_broken(text: str) -> None:
    for parse in (parse_binding, parse_chart, parse_image):
        with pytest.raises(BrokenBindingError):
            parse(text)


def test_a_chart_of_beds_draws_the_figures_of_a_bed_table() -> None:
    chart = parse_chart(
        '{"chart": "beds", "bed_type": "t", "edition": "e", "dates": ["2024-04-01"]}'
    )
    assert figures_of(chart) == BedBinding("t", "e", (DAY,))


def test_a_chart_without_a_series_is_broken() -> None:
    with pytest.raises(BrokenBindingError):
        parse_chart('{"chart": "metric", "series": [], "periods": ["FY2024"]}')


def test_an_image_is_read_as_it_was_written() -> None:
    image = ImageBinding("0f" * 32, "体制図.png", 90)
    assert parse_image(image_text(image)) == image


@pytest.mark.parametrize("fault", [{"image": "zz"}, {"width_mm": 9}, {"width_mm": 1000}])
def test_an_image_without_a_hash_or_of_an_impossible_width_is_broken(
    fault: dict[str, object],
) -> None:
    good = json.loads(image_text(ImageBinding("0f" * 32, "a.png")))
    with pytest.raises(BrokenBindingError):
        parse_image(json.dumps(good | fault))
