"""Rows narrowed to one's own division and to what was changed, said in a line above the grid."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from kanagawa_desk.gui.widgets.grid.pane import GridPane
from tests.gui.grids import press, type_text
from tests.gui.shared_window import settled

Key, Modifier = Qt.Key, Qt.KeyboardModifier
BOTH = Modifier.ControlModifier | Modifier.ShiftModifier
ROW = 7
NOW = f"beds@{date(2024, 4, 1)}"


def names(pane: GridPane) -> list[str]:
    return [row.cells[0].text for row in pane.model.rows]


def told(pane: GridPane) -> str:
    return "　".join(each.text() for each in pane.filter_bar.findChildren(QLabel))


def enter_figure(pane: GridPane, qtbot) -> None:
    column = pane.model.layout.column_index(NOW)
    pane.grid.go_to(ROW, column)
    type_text("5320")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: not pane.model.is_pending(ROW, column))
    settled(pane, qtbot)


def narrow_to_today(pane: GridPane) -> None:
    press(Key.Key_F, BOTH)
    type_text("R6.10.4")
    press(Key.Key_Return)


def test_only_rows_changed_from_a_day_on_stay_and_the_total_follows(pane, qtbot):
    enter_figure(pane, qtbot)
    narrow_to_today(pane)
    qtbot.waitUntil(lambda: len(pane.model.rows) == 2)
    assert names(pane) == ["県央", "合計（絞込1件）"]
    assert pane.model.text(1, pane.model.layout.column_index(NOW)) == "5,320"
    assert "9行のうち1行" in told(pane)


def test_a_changed_cell_is_marked_and_says_who_changed_it_and_when(pane, qtbot):
    enter_figure(pane, qtbot)
    narrow_to_today(pane)
    qtbot.waitUntil(lambda: len(pane.model.rows) == 2)
    column = pane.model.layout.column_index(NOW)
    assert pane.model.is_changed(0, column)
    assert "R6.10.4 医療企画課　田中" in pane.model.remark(0, column)


def test_a_further_change_brings_its_row_in(pane, qtbot):
    enter_figure(pane, qtbot)
    narrow_to_today(pane)
    qtbot.waitUntil(lambda: len(pane.model.rows) == 2)
    other = next(row for row in pane.model.layout.rows if row.cells[0].text == "横浜")
    address = other.cells[pane.model.layout.column_index(NOW)].address
    pane.model.enter({address: "23,400"})
    qtbot.waitUntil(lambda: names(pane)[:2] == ["横浜", "県央"])


def test_a_day_that_is_none_is_said_in_the_line(pane, qtbot):
    press(Key.Key_F, BOTH)
    type_text("R6.13.1")
    press(Key.Key_Return)
    assert len(pane.model.rows) == 10
    assert any(
        each.text() and each.property("tone") == "error"
        for each in pane.filter_bar.findChildren(QLabel)
    )


def test_escape_leaves_the_line_and_it_goes_unless_rows_are_left_out(pane, qtbot):
    press(Key.Key_F, BOTH)
    press(Key.Key_Escape)
    assert pane.grid.hasFocus()
    assert pane.filter_bar.isHidden()
    enter_figure(pane, qtbot)
    narrow_to_today(pane)
    qtbot.waitUntil(lambda: len(pane.model.rows) == 2)
    press(Key.Key_Escape)
    assert pane.grid.hasFocus()
    assert not pane.filter_bar.isHidden()


def test_the_filter_of_a_column_is_told_in_the_line_too(pane):
    pane.model.choose("standard", frozenset({"25,209"}))
    assert not pane.filter_bar.isHidden()
    assert "基準病床数" in told(pane)
    assert "9行のうち1行" in told(pane)


def test_giving_up_shows_all_rows_again(pane, qtbot):
    enter_figure(pane, qtbot)
    narrow_to_today(pane)
    qtbot.waitUntil(lambda: len(pane.model.rows) == 2)
    pane.filter_bar.widened.emit()
    assert len(pane.model.rows) == 10
    assert pane.filter_bar.isHidden()
    assert pane.model.recent == {}


def test_bed_counts_belong_to_no_division(pane):
    press(Key.Key_F, BOTH)
    assert pane.filter_bar.mine.isHidden()


@pytest.fixture
def plans(pane, shared_window, qtbot) -> GridPane:
    shared_window.show_page("plans")
    made = shared_window.page("plans").pane
    qtbot.waitUntil(lambda: bool(made.model.rows))
    made.grid.setFocus()
    return made


def test_only_the_plans_of_ones_own_division_stay(plans, qtbot):
    press(Key.Key_F, BOTH)
    assert "医療企画課" in plans.filter_bar.mine.text()
    press(Key.Key_Space)
    column = plans.model.layout.column_index("division")
    qtbot.waitUntil(lambda: len(plans.model.rows) < len(plans.model.layout.rows))
    assert {row.cells[column].text for row in plans.model.rows} == {"医療企画課"}
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(plans.model.rows) == len(plans.model.layout.rows))


def test_a_division_that_the_ledger_does_not_have_is_said(plans, qtbot):
    plans.narrower.division = "どこかの課"
    press(Key.Key_F, BOTH)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: "どこかの課" in told(plans))
    assert not plans.filter_bar.mine.isChecked()
    plans.narrower.division = "医療企画課"
