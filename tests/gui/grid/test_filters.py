"""Filters of columns: values, empty cells and shortages, with totals of what is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from kanagawa_desk.gui.models.row_filters import EMPTY, SHORTAGE, offered
from kanagawa_desk.gui.widgets.grid.filters import filter_current
from kanagawa_desk.gui.widgets.grid.grid import Grid
from tests.gui.grid.test_grid import shown
from tests.gui.grids import AREA, SECOND, SECOND_SURPLUS, STANDARD, TARGET, beds


@pytest.fixture
def grid(look, qtbot) -> Grid:
    return shown(look, qtbot, beds())


def choose(grid: Grid, column: int, *choices: str) -> None:
    """Tick choices in the menu of a column."""
    grid.go_to(0, column)
    filter_current(grid)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for choice in choices:
        next(each for each in menu.actions() if each.text() == choice).trigger()
    menu.close()


def areas(grid: Grid) -> list[str]:
    return [row.cells[AREA].text for row in grid.cells.rows]


def test_a_menu_offers_what_stands_in_the_column():
    assert offered(beds(), STANDARD) == ["100", "50", "30"]
    assert offered(beds(), TARGET) == [EMPTY]
    assert offered(beds(), SECOND_SURPLUS)[0] == SHORTAGE


def test_rows_with_one_of_the_chosen_values_stay(grid):
    choose(grid, STANDARD, "100", "30")
    assert areas(grid)[:-1] == ["横浜", "県西"]


def test_only_shortages_are_shown(grid):
    choose(grid, SECOND_SURPLUS, SHORTAGE)
    assert areas(grid)[:-1] == ["横浜"]


def test_totals_follow_the_filter(grid):
    choose(grid, STANDARD, "50", "30")
    total = len(grid.cells.rows) - 1
    assert areas(grid)[total] == "合計（絞込2件）"
    assert [grid.cells.text(total, at) for at in (STANDARD, SECOND, SECOND_SURPLUS)] == [
        "80",
        "90",
        "10",
    ]


def test_filters_of_two_columns_hold_together(grid):
    choose(grid, STANDARD, "100", "50")
    choose(grid, SECOND_SURPLUS, SHORTAGE)
    assert areas(grid)[:-1] == ["横浜"]


def test_a_filter_stays_when_the_figures_are_loaded_again(grid):
    choose(grid, STANDARD, "50")
    grid.cells.show(beds())
    assert areas(grid)[:-1] == ["県央"]


def test_a_filter_is_not_taken_over_to_another_sheet(grid):
    choose(grid, STANDARD, "50")
    grid.cells.show(replace(beds(), name="beds:other"))
    assert areas(grid)[:-1] == ["横浜", "県央", "県西"]


def test_the_filter_is_given_up_from_its_menu(grid):
    choose(grid, STANDARD, "50")
    choose(grid, STANDARD, "絞り込みをやめる")
    assert areas(grid) == ["横浜", "県央", "県西", "合計（3圏域）"]


def test_the_key_opens_the_menu_of_the_current_column(window, qtbot):
    grid = window.page("beds").grid()
    grid.setFocus()
    grid.go_to(0, grid.cells.layout.column_index("surplus@2024-04-01"))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(grid, Qt.Key.Key_L, modifiers)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    menu.close()
    shortages = list(range(len(grid.cells.rows) - 1))
    column = grid.cells.layout.column_index("surplus@2024-04-01")
    assert shortages
    assert all(grid.cells.text(row, column).startswith("▲") for row in shortages)
