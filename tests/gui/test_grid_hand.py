"""Excel's habits, each by its keys on the real window with the sample ledger."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kanagawa_desk.domain.values import Missing
from kanagawa_desk.gui.widgets.grid.pane import GridPane
from tests.gui.grids import confirm, press, type_text
from tests.gui.shared_window import settled

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, CTRL, SHIFT, ALT = (
    Modifier.NoModifier,
    Modifier.ControlModifier,
    Modifier.ShiftModifier,
    Modifier.AltModifier,
)
BOTH = CTRL | SHIFT
AREAS = 9
BEFORE, NOW = f"beds@{date(2023, 4, 1)}", f"beds@{date(2024, 4, 1)}"


def column(pane: GridPane, key: str) -> int:
    return pane.model.layout.column_index(key)


def go(pane: GridPane, row: int, key: str) -> None:
    pane.grid.go_to(row, column(pane, key))


def place(pane: GridPane) -> tuple[int, str]:
    index = pane.grid.currentIndex()
    return index.row(), pane.model.columns[index.column()].key


def texts(pane: GridPane, key: str) -> list[str]:
    return [pane.model.text(row, column(pane, key)) for row in range(AREAS)]


def names(pane: GridPane) -> list[str]:
    return [row.cells[0].text for row in pane.model.rows]


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


# Moving.


@pytest.mark.parametrize(
    ("key", "modifiers", "end"),
    [
        (Key.Key_Up, NONE, (3, NOW)),
        (Key.Key_Down, NONE, (5, NOW)),
        (Key.Key_Left, NONE, (4, BEFORE)),
        (Key.Key_Right, NONE, (4, "surplus@2023-04-01")),
        (Key.Key_Return, NONE, (5, NOW)),
        (Key.Key_Return, SHIFT, (3, NOW)),
        (Key.Key_Tab, NONE, (4, "surplus@2023-04-01")),
        (Key.Key_Backtab, SHIFT, (4, BEFORE)),
        (Key.Key_Home, NONE, (4, "area")),
        (Key.Key_End, NONE, (4, "change_rate")),
        (Key.Key_Home, CTRL, (0, "area")),
        (Key.Key_End, CTRL, (AREAS, "change_rate")),
        (Key.Key_Up, CTRL, (0, NOW)),
        (Key.Key_Down, CTRL, (AREAS, NOW)),
        (Key.Key_Left, CTRL, (4, BEFORE)),
        (Key.Key_PageDown, NONE, (AREAS, NOW)),
        (Key.Key_PageUp, NONE, (0, NOW)),
    ],
)
def test_a_key_goes_where_it_goes_in_excel(pane, key, modifiers, end):
    go(pane, 4, NOW)
    press(key, modifiers)
    assert place(pane) == end
    assert pane.grid.chosen() == [(end[0], column(pane, end[1]))]


# Selecting.


def test_shift_and_arrows_select_a_rectangle_and_the_status_bar_adds_it_up(pane, shared_window):
    go(pane, 0, BEFORE)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Down, SHIFT)
    assert len(pane.grid.chosen()) == 4
    # 23,608 + 23,386 + 4,115 + 4,113, of the paper's table
    assert "4セルを選択　合計 55,222　平均 13,805.5" in shown_in_status_bar(shared_window)


def test_a_selection_begins_where_enter_led(pane):
    go(pane, 0, NOW)
    press(Key.Key_Right)
    press(Key.Key_Left)
    press(Key.Key_Return)
    press(Key.Key_Return)
    press(Key.Key_Down, SHIFT)
    assert [row for row, _ in pane.grid.chosen()] == [2, 3]


def test_a_click_with_shift_selects_up_to_there(pane):
    go(pane, 1, BEFORE)
    cell = pane.grid.visualRect(pane.model.index(3, column(pane, NOW))).center()
    QTest.mouseClick(pane.grid.viewport(), Qt.MouseButton.LeftButton, SHIFT, cell)
    assert len(pane.grid.chosen()) == 6
    press(Key.Key_Up, SHIFT)
    assert len(pane.grid.chosen()) == 4


def test_control_shift_and_an_arrow_select_to_the_edge_of_the_figures(pane):
    go(pane, 2, NOW)
    press(Key.Key_Up, BOTH)
    assert pane.grid.chosen() == [(row, column(pane, NOW)) for row in range(3)]


def test_control_and_clicks_select_cells_apart(pane, shared_window):
    go(pane, 0, NOW)
    for row in (2, 4):
        cell = pane.grid.visualRect(pane.model.index(row, column(pane, NOW))).center()
        QTest.mouseClick(pane.grid.viewport(), Qt.MouseButton.LeftButton, CTRL, cell)
    assert [row for row, _ in pane.grid.chosen()] == [0, 2, 4]
    assert "3セルを選択" in shown_in_status_bar(shared_window)


def test_a_missing_value_in_the_selection_is_told_and_not_added(pane, shared_window):
    go(pane, 0, "target")
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Right, SHIFT)
    told = shown_in_status_bar(shared_window)
    assert "3セルを選択　合計 46,994" in told
    assert "値のない1セルを除く" in told


def test_control_a_selects_all(pane):
    press(Key.Key_A, CTRL)
    assert len(pane.grid.chosen()) == (AREAS + 1) * len(pane.model.columns)


def test_space_with_control_or_shift_selects_the_column_or_the_row(pane):
    go(pane, 3, NOW)
    press(Key.Key_Space, CTRL)
    assert {at for _, at in pane.grid.chosen()} == {column(pane, NOW)}
    go(pane, 3, NOW)
    press(Key.Key_Space, SHIFT)
    assert {row for row, _ in pane.grid.chosen()} == {3}


def shown_in_status_bar(window) -> str:
    from PySide6.QtWidgets import QLabel

    return "　".join(each.text() for each in window.status.findChildren(QLabel))


# Typing.


def test_typing_over_a_cell_stores_it_and_undo_and_redo_take_it_back_and_forth(
    pane, shared_window, qtbot
):
    go(pane, 8, NOW)
    type_text("2913")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: texts(pane, "surplus@2024-04-01")[8] == "235")
    settled(pane, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: texts(pane, NOW)[8] == "2,914")
    settled(pane, qtbot)
    press(Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: texts(pane, NOW)[8] == "2,913")


def test_f2_keeps_what_stands_there_and_escape_brings_it_back(pane):
    go(pane, 8, NOW)
    press(Key.Key_F2)
    assert pane.grid.editor().text() == "2,914"
    type_text("9")
    press(Key.Key_Escape)
    assert texts(pane, NOW)[8] == "2,914"


def test_delete_makes_the_selected_cells_blank(pane, qtbot):
    go(pane, 7, NOW)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    qtbot.waitUntil(lambda: texts(pane, "surplus@2024-04-01")[7:] == ["", ""])
    assert texts(pane, NOW)[7:] == ["", ""]


def test_alt_and_down_choose_from_the_words_of_a_column(pane, shared_window, qtbot):
    shared_window.show_page("plans")
    plans = shared_window.page("plans").pane
    qtbot.waitUntil(lambda: bool(plans.model.rows))
    plans.grid.setFocus()
    at = plans.model.layout.column_index("division")
    plans.grid.go_to(0, at)
    other = plans.model.columns[at].options[1]
    press(Key.Key_Down, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.activeAction().text() == plans.model.text(0, at)
    press_in(menu, Key.Key_Home)
    press_in(menu, Key.Key_Down)
    press_in(menu, Key.Key_Return)
    assert plans.model.text(0, at) == other


def test_an_ambiguous_text_lists_its_readings_while_it_is_typed(pane, qtbot):
    go(pane, 8, NOW)
    confirm("……")
    qtbot.waitUntil(pane.grid.candidates.isVisible)
    offered = [pane.grid.candidates.item(i).text() for i in range(pane.grid.candidates.count())]
    assert offered[0] == "未集計"
    press(Key.Key_Down)
    press(Key.Key_Down)
    press(Key.Key_Up)
    press(Key.Key_Return)
    assert place(pane) == (AREAS, NOW)
    assert pane.grid.candidates.isHidden()
    qtbot.waitUntil(lambda: texts(pane, NOW)[8] == "―" or "未集計" in texts(pane, NOW)[8])
    settled(pane, qtbot)
    cell = pane.model.cell(8, column(pane, NOW))
    assert cell.value.missing is Missing.PENDING


def test_the_list_of_readings_goes_when_the_text_does(pane, qtbot):
    go(pane, 8, NOW)
    confirm("……")
    qtbot.waitUntil(pane.grid.candidates.isVisible)
    press(Key.Key_Escape)
    assert pane.grid.candidates.isHidden()
    assert texts(pane, NOW)[8] == "2,914"


def test_without_a_choice_an_ambiguous_text_waits_as_a_draft_and_is_chosen_later(pane, qtbot):
    go(pane, 8, NOW)
    confirm("……")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: pane.model.draft(8, column(pane, NOW)) is not None)
    go(pane, 8, NOW)
    press(Key.Key_Down, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press_in(menu, Key.Key_Return)
    qtbot.waitUntil(lambda: pane.model.draft(8, column(pane, NOW)) is None)


def test_a_text_that_cannot_be_taken_says_below_the_cell_what_would_be(pane, qtbot):
    go(pane, 8, NOW)
    confirm("二千九百と少し")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: pane.model.draft(8, column(pane, NOW)) is not None)
    assert "1,601" in pane.model.draft(8, column(pane, NOW)).problem


def press_in(menu: QMenu, key: Key) -> None:
    QTest.keyClick(menu, key)


# Blocks.


def test_control_c_and_v_carry_a_block(pane, qtbot):
    go(pane, 0, BEFORE)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_C, CTRL)
    assert clipboard() == "23608\r\n4115\r\n"
    go(pane, 0, NOW)
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: texts(pane, NOW)[:2] == ["23,608", "4,115"])


def test_control_x_takes_the_figures_along(pane, qtbot):
    go(pane, 0, NOW)
    press(Key.Key_X, CTRL)
    assert clipboard() == "23386\r\n"
    qtbot.waitUntil(lambda: texts(pane, NOW)[0] == "")


def test_control_d_and_r_fill_down_and_right(pane, qtbot):
    go(pane, 0, BEFORE)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: texts(pane, BEFORE)[1] == "23,608")
    settled(pane, qtbot)
    go(pane, 1, BEFORE)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: texts(pane, NOW)[1] == "23,608")


def test_a_cleaned_paste_drops_spaces_line_ends_and_notes(pane, qtbot):
    QGuiApplication.clipboard().setText('"　23,\n390 ※1"\r\n"4,114（注2）"\r\n')
    go(pane, 0, NOW)
    press(Key.Key_V, BOTH)
    qtbot.waitUntil(lambda: texts(pane, NOW)[:2] == ["23,390", "4,114"])


# Finding the way.


def test_control_g_goes_to_a_row_and_column_by_name(pane):
    press(Key.Key_G, CTRL)
    confirm("県央 R6.4.1")
    press(Key.Key_Return)
    assert place(pane) == (7, NOW)
    assert pane.grid.hasFocus()
    press(Key.Key_G, CTRL)
    type_text("3")
    press(Key.Key_Return)
    assert place(pane) == (2, NOW)


def test_going_to_what_is_not_there_says_so_and_escape_comes_back(pane):
    go(pane, 0, NOW)
    press(Key.Key_G, CTRL)
    confirm("どこか")
    press(Key.Key_Return)
    assert not pane.go_bar.isHidden()
    press(Key.Key_Escape)
    assert pane.go_bar.isHidden()
    assert place(pane) == (0, NOW)
    assert pane.grid.hasFocus()


def test_a_column_is_moved_by_keys_and_copied_in_its_new_order(pane):
    go(pane, 0, NOW)
    press(Key.Key_Left, ALT | SHIFT)
    press(Key.Key_Left, CTRL)
    go(pane, 0, NOW)
    press(Key.Key_Right, SHIFT)
    press(Key.Key_C, CTRL)
    assert clipboard() == "23386\t23608\r\n"


def test_key_columns_do_not_move(pane):
    go(pane, 0, "area")
    press(Key.Key_Right, ALT | SHIFT)
    assert pane.grid.geometry_.shown_columns()[0] == column(pane, "area")
    go(pane, 0, "standard")
    press(Key.Key_Left, ALT | SHIFT)
    assert pane.grid.geometry_.shown_columns()[:2] == [0, column(pane, "standard")]


def test_a_dragged_heading_moves_its_column_but_not_before_the_key_columns(pane):
    header = pane.grid.horizontalHeader()
    start, end = (
        QPoint(pane.grid.geometry_.x(column(pane, key)) + 20, header.height() - 8)
        for key in (NOW, "area")
    )
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for at in (start - QPoint(30, 0), end):
        QTest.mouseMove(header.viewport(), at)
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert pane.grid.geometry_.shown_columns()[:2] == [0, column(pane, NOW)]


def test_zoom_by_keys_makes_cells_larger_and_back(pane, shared_window):
    before = pane.grid.rowHeight(0)
    press(Key.Key_Plus, CTRL)
    assert pane.grid.rowHeight(0) > before
    assert shared_window.preferences["grid_zoom"] == 110
    press(Key.Key_0, CTRL)
    assert pane.grid.rowHeight(0) == before
