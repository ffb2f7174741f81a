"""A binding taken apart into answers and put together again."""

import pytest

from kanagawa_desk.domain.papers.binding_forms import SeriesNames, answers_of, binding_of

NAMES = SeriesNames(
    {"x": "枚数", "y": "枚数", "p": "率", "q": "率"},
    {"x": "県", "y": "国", "p": "県", "q": "国"},
)


@pytest.mark.parametrize(
    ("kind", "binding"),
    [
        ("table", '{"ledger":"beds","bed_type":"t","edition":"e","dates":["2024-04-01"]}'),
        ("table", '{"ledger":"plans","divisions":["d"],"columns":["name"]}'),
        (
            "table",
            (
                '{"ledger":"metrics","form":"by_period","periods":["FY2024"],"period_form":"year",'
                '"rows":[{"label":"当県","series":"x"},{"label":"全国","series":"y"}]}'
            ),
        ),
        (
            "table",
            (
                '{"ledger":"metrics","form":"by_series","period":"FY2024",'
                '"rows":[{"label":"当県","series":["x","p"]},{"label":"全国","series":["y","q"]}],'
                '"columns":["保有数","保有率"]}'
            ),
        ),
        ("chart", '{"chart":"metric","series":["x","y"],"periods":["FY2023","FY2024"]}'),
        ("number", "{過不足:t:total:2024-04-01:e}"),
        ("number", "{計画数}"),
    ],
)
def test_a_binding_comes_back_from_its_answers_with_its_own_words(kind: str, binding: str) -> None:
    assert binding_of(kind, answers_of(kind, binding), NAMES) == binding


def test_series_in_columns_stand_in_a_row_for_each_line_and_a_column_for_each_metric() -> None:
    answers = {
        "ledger": ("metrics",),
        "series": ("x", "y", "p", "q"),
        "form": ("by_series",),
        "period": ("FY2024",),
    }
    assert binding_of("table", answers, NAMES).endswith(
        '"rows":[{"label":"県","series":["x","p"]},{"label":"国","series":["y","q"]}],'
        '"columns":["枚数","率"]}'
    )


def test_a_row_that_stands_alone_needs_no_label() -> None:
    answers = {
        "ledger": ("metrics",),
        "series": ("x",),
        "form": ("by_period",),
        "periods": ("FY2024",),
        "period_form": ("year",),
    }
    assert '"rows":[{"label":"","series":"x"}]' in binding_of("table", answers, NAMES)


@pytest.mark.parametrize("binding", ["", "なし", "[]", '{"ledger":"metrics"}'])
def test_what_cannot_be_understood_gives_no_answers(binding: str) -> None:
    assert answers_of("table", binding) == {}
