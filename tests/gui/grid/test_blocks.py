"""Blocks of cells copied, pasted, filled down and made blank."""

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from kanagawa_desk.gui.models.clipboard_html import from_html
from kanagawa_desk.gui.widgets.grid.grid import Grid
from tests.gui.grid.test_grid import CTRL, MANY, shown
from tests.gui.grids import AREA, DAYS, FIRST, SECOND, STANDARD, TARGET, beds, count_of, press

Key = Qt.Key


@pytest.fixture
def grid(look, qtbot) -> Grid:
    return shown(look, qtbot, beds())


def select(grid: Grid, first: tuple[int, int], last: tuple[int, int]) -> None:
    grid.go_to(*first)
    block = QItemSelection(grid.cells.index(*first), grid.cells.index(*last))
    grid.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_a_block_is_copied_as_excel_copies_it(grid):
    select(grid, (0, FIRST), (1, SECOND))
    press(Key.Key_C, CTRL)
    assert clipboard() == "90\t80\r\n55\t60\r\n"


def test_hidden_columns_are_not_copied(grid):
    grid.hide_key("target", hidden=True)
    select(grid, (0, STANDARD), (0, FIRST))
    press(Key.Key_C, CTRL)
    assert clipboard() == "100\t90\r\n"


def test_cells_between_selected_ones_are_copied_blank(grid):
    grid.go_to(0, FIRST)
    also = QItemSelectionModel.SelectionFlag.Select
    grid.selectionModel().select(grid.cells.index(1, SECOND), also)
    press(Key.Key_C, CTRL)
    assert clipboard() == "90\t\r\n\t60\r\n"


def test_a_block_is_laid_over_the_cells_from_the_first_selected_one_on(grid, qtbot):
    QGuiApplication.clipboard().setText("１\t2\r\n3\t4\r\n")
    grid.go_to(1, FIRST)
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert pasted.args[0].texts == {
        count_of("県央", DAYS[0]): "１",
        count_of("県央"): "2",
        count_of("県西", DAYS[0]): "3",
        count_of("県西"): "4",
    }
    assert pasted.args[0].left_out == ""


def test_a_single_text_fills_the_selection(grid, qtbot):
    QGuiApplication.clipboard().setText("7\r\n")
    select(grid, (0, SECOND), (2, SECOND))
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert set(pasted.args[0].texts.values()) == {"7"}
    assert len(pasted.args[0].texts) == 3


def test_what_finds_no_place_is_counted(grid, qtbot):
    QGuiApplication.clipboard().setText("1\t2\r\n" * 4)
    grid.go_to(2, SECOND)
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    block = pasted.args[0]
    assert list(block.texts) == [count_of("県西")]
    # The second column is computed, the total row locked, and two rows lie below the grid.
    assert (block.locked, block.outside) == (3, 4)
    assert "3セル" in block.left_out
    assert "4セル" in block.left_out


def test_pasting_what_stands_there_changes_nothing(grid, qtbot):
    select(grid, (0, FIRST), (2, SECOND))
    press(Key.Key_C, CTRL)
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert pasted.args[0].texts == {}


def test_fill_down_gives_the_first_cell_to_those_below(grid, qtbot):
    select(grid, (0, FIRST), (2, FIRST))
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_D, CTRL)
    assert entered.args == [{count_of("県央", DAYS[0]): "90", count_of("県西", DAYS[0]): "90"}]


def test_fill_down_on_one_row_takes_the_row_above(grid, qtbot):
    grid.go_to(1, SECOND)
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_D, CTRL)
    assert entered.args == [{count_of("県央"): "80"}]


def test_delete_makes_filled_cells_blank_as_one_entry(grid, qtbot):
    select(grid, (0, TARGET), (1, FIRST))
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_Delete)
    assert entered.args == [{count_of("横浜", DAYS[0]): "", count_of("県央", DAYS[0]): ""}]


def test_cutting_copies_and_makes_blank(grid, qtbot):
    grid.go_to(0, SECOND)
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_X, CTRL)
    assert clipboard() == "80\r\n"
    assert entered.args == [{count_of("横浜"): ""}]


def test_clearing_a_locked_cell_says_why_not(grid, qtbot):
    grid.go_to(3, SECOND)
    with qtbot.waitSignal(grid.said) as said:
        press(Key.Key_Delete)
    assert said.args == ["このセルには入力できません。"]


def test_the_statistics_of_a_selection_are_told(look, qtbot):
    grid = shown(look, qtbot, beds(MANY))
    grid.go_to(0, FIRST)
    with qtbot.waitSignal(grid.statistics_changed) as told:
        select(grid, (0, FIRST), (2, FIRST))
    assert told.args[0].text == "3セルを選択　合計 6　平均 2.0"


def test_the_first_column_is_filled_right_over_the_selection(grid, qtbot):
    select(grid, (0, FIRST), (1, SECOND))
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_R, CTRL)
    assert entered.args[0] == {count_of("横浜"): "90", count_of("県央"): "55"}


def test_one_column_is_filled_from_the_left(grid, qtbot):
    select(grid, (0, SECOND), (2, SECOND))
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_R, CTRL)
    assert list(entered.args[0].values()) == ["90", "55", "30"]


def test_the_first_row_is_filled_down_over_all_selected_rows(grid, qtbot):
    select(grid, (0, FIRST), (2, SECOND))
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_D, CTRL)
    assert list(entered.args[0].values()) == ["90", "80"] * 2


def test_a_block_is_copied_with_formats_that_spreadsheets_take(grid):
    select(grid, (0, AREA), (0, STANDARD))
    press(Key.Key_C, CTRL)
    assert from_html(QGuiApplication.clipboard().mimeData().html()) == [["横浜", "100"]]
    assert 'x:num="100"' in QGuiApplication.clipboard().mimeData().html()


def test_whole_columns_take_their_headings_along(grid):
    grid.go_to(0, FIRST)
    grid.selectColumn(FIRST)
    press(Key.Key_C, CTRL)
    assert clipboard() == "既存病床数 B R5.4.1\r\n90\r\n55\r\n30\r\n175\r\n"
    assert "<th" in QGuiApplication.clipboard().mimeData().html()


def test_headings_that_came_along_are_not_pasted_as_figures(grid, qtbot):
    grid.go_to(0, FIRST)
    QGuiApplication.clipboard().setText("既存病床数 B R5.4.1\r\n91\r\n56\r\n")
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert pasted.args[0].texts == {
        count_of("横浜", DAYS[0]): "91",
        count_of("県央", DAYS[0]): "56",
    }


def test_a_table_without_text_beside_it_is_pasted_from_its_html(grid, qtbot):
    mime = QMimeData()
    mime.setHtml("<table><tr><td>91</td><td>81</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(mime)
    grid.go_to(0, FIRST)
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert list(pasted.args[0].texts.values()) == ["91", "81"]


def test_a_pasted_block_follows_the_order_that_columns_were_moved_to(grid, qtbot):
    grid.arrangement.move(grid.cells.columns[SECOND].key, -1)
    QGuiApplication.clipboard().setText("81\t91\r\n")
    grid.go_to(0, SECOND)
    with qtbot.waitSignal(grid.pasted) as pasted:
        press(Key.Key_V, CTRL)
    assert pasted.args[0].texts == {count_of("横浜"): "81", count_of("横浜", DAYS[0]): "91"}
