"""Number, sum and average of selected cells."""

from decimal import Decimal

from kanagawa_desk.domain.values import Measured, Missing, number
from kanagawa_desk.gui.models.statistics import statistics


def test_the_sum_and_the_average_of_several_figures_are_told():
    assert statistics([number(1), number(2), number(2)]).text == "3セルを選択　合計 5　平均 1.7"


def test_words_and_missing_values_count_as_cells_only():
    found = statistics([number(1234), "横浜", Measured(missing=Missing.NONE)])
    assert found.text == "3セルを選択"
    assert found.numbers == (Decimal(1234),)


def test_a_negative_sum_is_written_as_in_official_tables():
    assert "合計 ▲1,500" in statistics([number(-1601), number(101)]).text


def test_decimals_are_added_without_loss():
    assert "合計 0.3" in statistics([number(Decimal("0.1")), number(Decimal("0.2"))]).text
