"""Where a typed row and column lead to."""

import pytest

from kanagawa_desk.gui.models.destinations import destination, row_names
from kanagawa_desk.gui.models.grid_model import GridModel
from tests.gui.grids import AREA, FIRST, SECOND, STANDARD, beds, sectioned

HERE = (0, STANDARD)


@pytest.fixture
def model() -> GridModel:
    made = GridModel()
    made.show(beds())
    return made


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("県央", (1, STANDARD)),
        ("県", (1, STANDARD)),
        ("西", (2, STANDARD)),
        ("3", (2, STANDARD)),
        ("県西 R6.4.1", (2, SECOND)),
        ("3 既存病床数", (2, FIRST)),
        ("県央　既存病床数 B・R6.4.1", (1, SECOND)),
        ("基準病床数", (0, STANDARD)),
        ("合計", (3, STANDARD)),
        ("4", None),
        ("どこか", None),
        ("県央 どこか", None),
        ("", None),
    ],
)
def test_a_row_is_known_by_number_or_name_and_a_column_by_its_heading(model, text, place):
    columns = list(range(len(model.columns)))
    assert destination(model, text, HERE, columns) == place


def test_a_column_that_is_hidden_cannot_be_gone_to(model):
    assert destination(model, "県央 R6.4.1", HERE, [AREA, STANDARD]) is None


def test_sections_are_neither_counted_nor_offered():
    model = GridModel()
    model.show(sectioned())
    assert destination(model, "3", (0, 0), [0, 1]) == (4, 0)
    assert row_names(model) == ["a1", "a2", "b1", "b2"]
