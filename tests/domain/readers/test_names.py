"""Names that staff spell in many ways, and what is asked about."""

from dataclasses import replace

import pytest

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.readers import read_kind
from kanagawa_desk.domain.readers.codes import check_digit
from kanagawa_desk.domain.reading import Ambiguous, Context, Got, Problem, Vocabulary


@pytest.mark.parametrize("text", ["医療企画課", "医療 企画課", "保健医療課"])
def test_a_renamed_division_is_read_by_its_former_name_too(text: str, context: Context):
    reading = read_kind("division", typed(text), context)
    assert isinstance(reading, Got)
    assert reading.value == "医療企画課"


def test_a_division_with_its_bureau_before_it_is_asked_about(context: Context):
    reading = read_kind("division", typed("健康医療局保健医療部健康増進課"), context)
    assert isinstance(reading, Ambiguous)
    assert reading.candidates == ("健康増進課",)


def test_an_unknown_name_is_a_problem_that_names_it(context: Context):
    reading = read_kind("division", typed("水道企画課"), context)
    assert isinstance(reading, Problem)
    assert "水道企画課" in reading.message


def test_every_area_of_any_prefecture_is_read_from_the_vocabulary(context: Context):
    hokkaido = replace(context, vocabulary=Vocabulary(areas={"上川中部": "kamikawa_central"}))
    reading = read_kind("area", typed("上川中部圏域"), hokkaido)
    assert isinstance(reading, Got)
    assert reading.value == "上川中部"


@pytest.mark.parametrize(
    ("code", "digit"), [("14100", 3), ("14216", 6), ("14000", 7), ("14150", 0), ("14204", 2)]
)
def test_the_check_digit_is_that_of_the_ministry(code: str, digit: int):
    assert check_digit(code) == digit
