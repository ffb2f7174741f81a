"""The cells of a layout as a table."""

from dataclasses import replace

import pytest

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.models.grid_model import Draft, GridModel
from tests.gui.grids import (
    AREA,
    FIRST_SURPLUS,
    SECOND,
    SECOND_SURPLUS,
    STANDARD,
    beds,
    count_of,
    sectioned,
)

DRAFT = Draft("二十", "数として読めません。")


@pytest.fixture
def model() -> GridModel:
    made = GridModel()
    made.writable = True
    made.show(beds())
    return made


def first_column(model: GridModel) -> list[str]:
    return [row.cells[0].text for row in model.rows]


def test_a_shortage_and_a_surplus_are_told_apart_by_meaning_and_in_words(model):
    assert model.meaning(0, SECOND_SURPLUS) == "shortage"
    assert model.meaning(1, SECOND_SURPLUS) == "excess"
    assert model.meaning(2, SECOND_SURPLUS) == "text"
    assert model.remark(0, FIRST_SURPLUS) == "不足"
    assert model.remark(1, FIRST_SURPLUS) == "過剰"


def test_computed_cells_totals_and_read_only_ledgers_take_nothing(model):
    assert model.is_editable(0, SECOND)
    assert not model.is_editable(0, SECOND_SURPLUS)
    assert not model.is_editable(3, SECOND)
    model.writable = False
    assert not model.is_editable(0, SECOND)


def test_what_was_entered_shows_at_once_and_is_asked_to_be_stored(model, qtbot):
    with qtbot.waitSignal(model.cells_entered) as entered:
        model.enter({count_of("県央"): "70"})
    assert entered.args == [{count_of("県央"): "70"}]
    assert model.text(1, SECOND) == "70"
    assert model.is_pending(1, SECOND)


def test_a_stored_value_is_marked_as_changed_and_no_longer_pending(model):
    model.enter({count_of("県央"): "70"})
    model.settle({count_of("県央"): "70"}, {})
    assert model.text(1, SECOND) == "70"
    assert not model.is_pending(1, SECOND)
    assert model.is_changed(1, SECOND)


def test_a_refused_text_stays_visible_as_a_draft_until_it_is_given_up(model):
    model.enter({count_of("県央"): "二十"})
    model.settle({}, {count_of("県央"): DRAFT})
    assert model.text(1, SECOND) == "二十"
    assert model.meaning(1, SECOND) == "error"
    assert not model.is_changed(1, SECOND)
    model.give_up(count_of("県央"))
    assert model.text(1, SECOND) == "60"


def test_a_layout_of_the_same_shape_resets_nothing(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(beds({"横浜": (100, 90, 81), "県央": (50, 55, 60), "県西": (30, 30, 30)}))
    assert model.text(0, SECOND) == "81"


def test_sorting_goes_by_value_and_leaves_the_total_at_the_foot(model):
    model.sort_by((model.columns[STANDARD].key, False))
    assert first_column(model) == ["県西", "県央", "横浜", "合計（3圏域）"]
    model.sort_by((model.columns[SECOND_SURPLUS].key, True))
    assert first_column(model) == ["県央", "県西", "横浜", "合計（3圏域）"]
    model.sort_by(None)
    assert first_column(model) == ["横浜", "県央", "県西", "合計（3圏域）"]


def test_cells_without_a_value_stand_last_in_either_order():
    layout = beds()
    blank = replace(layout.rows[0].cells[AREA], text="", value="")
    rows = (replace(layout.rows[0], cells=(blank, *layout.rows[0].cells[1:])), *layout.rows[1:])
    model = GridModel()
    model.show(replace(layout, rows=rows))
    for downwards in (False, True):
        model.sort_by(("area", downwards))
        assert model.rows[-2].key == "横浜"


def test_narrowed_rows_keep_only_the_sections_that_head_one(qtbot):
    model = GridModel()
    model.show(sectioned())
    model.narrow("test", lambda row: row.key == "b2")
    assert [row.key for row in model.rows] == ["い", "b2"]
    with qtbot.waitSignal(model.widened):
        model.narrow_no_more()
    assert len(model.rows) == 6


def test_narrowed_to_no_row_at_all_a_grid_is_empty(model):
    model.narrow("test", lambda _row: False)
    assert first_column(model) == ["合計（絞込0件）"]
    sections = GridModel()
    sections.show(sectioned())
    sections.narrow("test", lambda _row: False)
    assert sections.rows == []


def test_sorted_rows_have_no_sections():
    model = GridModel()
    model.show(sectioned())
    model.sort_by(("name", True))
    assert [row.key for row in model.rows] == ["b2", "b1", "a2", "a1"]
    assert all(row.kind is RowKind.RECORD for row in model.rows)


def test_a_screen_reader_hears_place_value_and_meaning(model):
    index = model.index(0, SECOND_SURPLUS)
    role = 11  # Qt.ItemDataRole.AccessibleTextRole
    assert model.data(index, role) == "横浜　過不足 B－A・R6.4.1　▲20　不足"


def test_a_cell_is_found_by_its_address(model):
    index = model.find(count_of("県西"))
    assert (index.row(), index.column()) == (2, SECOND)
    assert not model.find(count_of("川崎北部")).isValid()
