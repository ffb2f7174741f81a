"""The grid: what stands still, and what its keys do."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.gui.models.grid_model import Draft, GridModel
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.gui.widgets.grid import arranging as grid_arranging
from kanagawa_desk.gui.widgets.grid import keys as grid_keys
from kanagawa_desk.gui.widgets.grid.geometry import DRAFT_HEIGHT
from kanagawa_desk.gui.widgets.grid.grid import Grid
from tests.gui.grids import (
    AREA,
    FIRST,
    SECOND,
    SECOND_SURPLUS,
    STANDARD,
    TARGET,
    beds,
    compose,
    confirm,
    count_of,
    press,
    sectioned,
    type_text,
)

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MANY = {f"区域{number}": (number, number, number) for number in range(1, 60)}


def shown(look: Look, qtbot, layout: Layout, size: tuple[int, int] = (900, 400)) -> Grid:
    """A grid in a window of its own, in hand."""
    model = GridModel()
    model.writable = True
    grid = Grid(look, model, row_numbers=True)
    grid_keys.install(grid)
    qtbot.addWidget(grid)
    grid.resize(*size)
    model.show(layout)
    grid.show()
    grid.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    return grid


@pytest.fixture
def grid(look, qtbot) -> Grid:
    made = shown(look, qtbot, beds())
    made.go_to(0, FIRST)
    return made


def place(grid: Grid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


# Standing still.


def test_key_columns_stay_at_the_left_when_the_grid_is_scrolled(look, qtbot):
    grid = shown(look, qtbot, beds(), (420, 300))
    before = grid.visualRect(grid.cells.index(0, AREA))
    bar = grid.horizontalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    assert grid.visualRect(grid.cells.index(0, AREA)) == before
    assert grid.indexAt(before.center()).column() == AREA


def test_a_total_stays_at_the_foot_of_a_long_grid_and_follows_a_short_one(look, qtbot):
    long = shown(look, qtbot, beds(MANY), (900, 300))
    total = long.visualRect(long.cells.index(59, AREA))
    assert total.bottom() == long.viewport().height() - 1
    long.verticalScrollBar().setValue(long.verticalScrollBar().maximum())
    assert long.visualRect(long.cells.index(59, AREA)) == total
    assert long.indexAt(total.center()).row() == 59
    short = shown(look, qtbot, beds())
    last = short.visualRect(short.cells.index(2, AREA))
    assert short.visualRect(short.cells.index(3, AREA)).top() == last.bottom() + 1


def test_the_current_cell_is_never_hidden_behind_what_stands_still(look, qtbot):
    grid = shown(look, qtbot, beds(MANY), (420, 300))
    grid.go_to(58, SECOND_SURPLUS)
    cell = grid.visualRect(grid.cells.index(58, SECOND_SURPLUS))
    assert cell.bottom() < grid.visualRect(grid.cells.index(59, AREA)).top()
    grid.go_to(30, STANDARD)
    cell = grid.visualRect(grid.cells.index(30, STANDARD))
    assert cell.left() >= grid.geometry_.frozen_width()
    assert cell.top() >= 0


def test_a_click_on_what_stands_still_chooses_it(look, qtbot):
    grid = shown(look, qtbot, beds(MANY), (420, 300))
    grid.go_to(30, SECOND_SURPLUS)
    area = grid.visualRect(grid.cells.index(30, AREA)).center()
    QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=area)
    assert place(grid) == (30, AREA)


def test_a_drag_selects_the_cells_between_its_ends(grid):
    start = grid.visualRect(grid.cells.index(0, STANDARD)).center()
    end = grid.visualRect(grid.cells.index(2, SECOND)).center()
    QTest.mousePress(grid.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for step in (QPoint(10, 5), end - start):
        QTest.mouseMove(grid.viewport(), start + step)
    QTest.mouseRelease(grid.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert len(grid.chosen()) == 3 * 4


def test_columns_fill_the_width_and_hold_their_contents(grid):
    assert grid.horizontalHeader().length() == grid.viewport().width()


def test_a_row_grows_for_a_draft_and_nothing_is_hidden(grid):
    height = grid.rowHeight(1)
    below = grid.visualRect(grid.cells.index(2, AREA)).top()
    draft = {count_of("県央"): Draft("二十", "数として読めません。")}
    grid.cells.show_drafts(draft)
    assert grid.rowHeight(1) == height + DRAFT_HEIGHT
    assert grid.visualRect(grid.cells.index(2, AREA)).top() == below + DRAFT_HEIGHT
    assert grid.visualRect(grid.cells.index(1, SECOND)).height() == height


def test_rows_are_as_high_as_before_once_their_drafts_are_mended_or_sorted_away(grid):
    height = grid.rowHeight(0)
    grid.cells.show_drafts({count_of("横浜"): Draft("二十", "数として読めません。")})
    assert grid.rowHeight(0) == height + DRAFT_HEIGHT
    grid_arranging.sort(grid, downwards=False)
    grown = [row for row in range(4) if grid.rowHeight(row) != height]
    assert [grid.cells.rows[row].key for row in grown] == ["横浜"]
    grid.cells.show_drafts({})
    assert {grid.rowHeight(row) for row in range(4)} == {height}


def test_sections_are_passed_over(look, qtbot):
    grid = shown(look, qtbot, sectioned())
    grid.go_to(2, 1)
    press(Key.Key_Down)
    assert place(grid) == (4, 1)
    press(Key.Key_Return, SHIFT)
    assert place(grid) == (2, 1)


# Keys.


@pytest.mark.parametrize(
    ("key", "modifiers", "end"),
    [
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier, (2, FIRST)),
        (Key.Key_Return, SHIFT, (0, FIRST)),
        (Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, (2, FIRST)),
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (1, SECOND)),
        (Key.Key_Backtab, SHIFT, (1, TARGET)),
        (Key.Key_Down, CTRL, (3, FIRST)),
        (Key.Key_Left, CTRL, (1, STANDARD)),
        (Key.Key_Home, CTRL, (0, AREA)),
    ],
)
def test_keys_move_as_in_excel(grid, key, modifiers, end):
    grid.go_to(1, FIRST)
    press(key, modifiers)
    assert place(grid) == end


def test_enter_after_tabs_goes_below_the_column_where_they_began(grid):
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    press(Key.Key_Return)
    assert place(grid) == (1, FIRST)


def test_shift_and_arrows_select_a_block(grid):
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    assert grid.chosen() == [(0, FIRST), (0, SECOND), (1, FIRST), (1, SECOND)]


def test_typing_replaces_the_cell_and_enter_goes_down(grid):
    type_text("95")
    assert grid.editor().text() == "95"
    press(Key.Key_Return)
    assert grid.cells.text(0, FIRST) == "95"
    assert place(grid) == (1, FIRST)
    assert grid.hasFocus()


def test_f2_edits_what_stands_there_and_escape_leaves_it(grid, qtbot):
    press(Key.Key_F2)
    assert grid.editor().text() == "90"
    type_text("5")
    with qtbot.assertNotEmitted(grid.cells.cells_entered):
        press(Key.Key_Escape)
    assert grid.editor() is None
    assert grid.cells.text(0, FIRST) == "90"


def test_an_arrow_takes_what_was_typed_but_moves_the_caret_after_f2(grid):
    type_text("9")
    press(Key.Key_Right)
    assert place(grid) == (0, SECOND)
    assert grid.cells.text(0, FIRST) == "9"
    press(Key.Key_F2)
    press(Key.Key_Left)
    assert grid.editor() is not None


def test_an_unchanged_cell_is_not_entered(grid, qtbot):
    press(Key.Key_F2)
    with qtbot.assertNotEmitted(grid.cells.cells_entered):
        press(Key.Key_Return)


def test_the_first_keystroke_reaches_the_input_method(grid):
    compose("か")
    assert grid.editor() is not None
    confirm("確")
    assert grid.editor().text() == "確"


def test_a_text_that_the_input_method_confirms_at_once_is_not_lost(grid):
    confirm("５")
    confirm("３")
    assert grid.editor().text() == "５３"


def test_enter_in_the_first_composition_moves_nothing(grid):
    compose("か")
    press(Key.Key_Return)
    assert place(grid) == (0, FIRST)
    confirm("確")
    press(Key.Key_Return)
    assert grid.cells.text(0, FIRST) == "確"


def test_a_composition_given_up_leaves_the_keys_to_the_editor(grid):
    compose("か")
    compose("")
    type_text("7")
    press(Key.Key_Return)
    assert grid.cells.text(0, FIRST) == "7"


def test_enter_while_composing_moves_nothing(grid):
    compose("か")
    confirm("確")
    compose("に")
    press(Key.Key_Return)
    assert place(grid) == (0, FIRST)
    assert grid.editor() is not None
    confirm("認")
    press(Key.Key_Return)
    assert place(grid) == (1, FIRST)
    assert grid.cells.text(0, FIRST) == "確認"


def test_typing_into_a_computed_cell_says_why_not(grid, qtbot):
    grid.go_to(0, SECOND_SURPLUS)
    with qtbot.waitSignal(grid.said) as said:
        type_text("1")
    assert "自動で計算する列" in said.args[0]
    assert grid.editor() is None


def test_alt_and_a_number_takes_a_reading_of_a_question(grid, qtbot):
    draft = Draft("……", "値がない理由がはっきりしません。", ("未集計", "不詳"))
    grid.cells.show_drafts({count_of("県央"): draft})
    grid.go_to(1, SECOND)
    with qtbot.waitSignal(grid.cells.cells_entered) as entered:
        press(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert entered.args == [{count_of("県央"): "不詳"}]


def test_escape_on_a_draft_brings_the_stored_value_back(grid, qtbot):
    grid.cells.show_drafts({count_of("県央"): Draft("二十", "数として読めません。")})
    grid.go_to(1, SECOND)
    with qtbot.waitSignal(grid.cells.draft_given_up):
        press(Key.Key_Escape)
    assert grid.cells.text(1, SECOND) == "60"


# Arranging.


def test_a_sorted_grid_keeps_the_same_cell_in_hand(grid):
    grid.go_to(0, STANDARD)
    grid_arranging.sort(grid, downwards=False)
    assert place(grid) == (2, STANDARD)
    grid_arranging.unsort(grid)
    assert place(grid) == (0, STANDARD)


def test_a_hidden_column_stays_hidden_in_the_next_layout_and_is_passed_over(grid):
    grid.go_to(0, TARGET)
    grid_arranging.hide_column(grid)
    grid.cells.show(beds(MANY))
    assert grid.isColumnHidden(TARGET)
    grid.go_to(0, STANDARD)
    press(Key.Key_Tab)
    assert place(grid) == (0, FIRST)


def test_key_columns_cannot_be_hidden(grid):
    grid.go_to(0, AREA)
    grid_arranging.hide_column(grid)
    assert not grid.isColumnHidden(AREA)


def test_a_width_set_by_hand_stays(grid):
    grid.horizontalHeader().resizeSection(STANDARD, 333)
    grid.resize(1200, 400)
    assert grid.columnWidth(STANDARD) == 333


def test_where_a_row_is_gone_the_one_in_its_place_is_in_hand(look, qtbot):
    grid = shown(look, qtbot, beds(MANY))
    grid.go_to(20, FIRST)
    fewer = {area: figures for area, figures in MANY.items() if area != "区域21"}
    grid.keep_place(lambda: grid.cells.show(beds(fewer)))
    assert place(grid) == (20, FIRST)
    assert grid.cells.rows[20].key == "区域22"


def test_the_caret_stays_in_an_open_editor_when_the_same_figures_are_shown_anew(grid):
    press(Key.Key_F2)
    press(Key.Key_End)
    grid.cells.dataChanged.emit(grid.cells.index(0, 0), grid.cells.index(2, SECOND_SURPLUS))
    assert not grid.editor().hasSelectedText()
