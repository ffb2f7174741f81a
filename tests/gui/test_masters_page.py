"""所管課・区域・市町村・病床種別: added, renamed, merged, ended, moved and deleted by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from kanagawa_desk.domain.records import Division
from kanagawa_desk.gui.pages.masters import MastersPage
from tests.gui.grids import can_undo, confirm, loaded, press
from tests.gui.shared_window import stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.fixture
def page(window, qtbot) -> MastersPage:
    press(Key.Key_M, CTRL)
    made = window.page("masters")
    made.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(made.grid().cells.rows))
    qtbot.waitUntil(lambda: "医療企画課" in names(made))
    made.grid().setFocus()
    return made


def names(page: MastersPage) -> list[str]:
    model = page.grid().cells
    at = model.layout.column_index("name")
    return [model.text(row, at) for row in range(len(model.rows))]


def choose(page: MastersPage, name: str, field: str = "name") -> None:
    column = page.grid().cells.layout.column_index(field)
    page.grid().go_to(names(page).index(name), column)


def click(page: MastersPage, qtbot, text: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_name_typed_over_is_remembered(window, page, qtbot):
    choose(page, "医療企画課")
    confirm("医療整備課")
    press(Key.Key_Return)
    former = page.grid().cells.layout.column_index("former_names")
    qtbot.waitUntil(
        lambda: page.grid().cells.text(names(page).index("医療整備課"), former) == "医療企画課"
    )
    assert stored(window, qtbot, Division, name="医療整備課").former_names == ("医療企画課",)


def test_a_division_is_added_by_keys_and_taken_out_again(window, page, qtbot):
    press(Key.Key_Insert)
    confirm("新設課")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "新設課" in names(page))
    choose(page, "新設課")
    page.grid().setFocus()
    press(Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: "新設課" not in names(page))
    assert window.message_bar.text == "「新設課」を削除しました。"


def test_what_is_in_use_stays_and_the_window_says_why(window, page, qtbot):
    choose(page, "医療企画課")
    press(Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: "つながって" in window.message_bar.text)
    assert "医療企画課" in names(page)


def test_a_record_is_moved_by_keys_and_stays_in_hand(window, page, qtbot):
    before = names(page)
    choose(page, before[1])
    press(Key.Key_Up, ALT_SHIFT)
    qtbot.waitUntil(lambda: names(page)[:2] == [before[1], before[0]])
    qtbot.waitUntil(lambda: page.grid().currentIndex().row() == 0)
    press(Key.Key_Down, ALT_SHIFT)
    qtbot.waitUntil(lambda: names(page) == before)
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: names(page)[0] == before[1])


def test_a_division_ends_on_a_day(window, page, qtbot):
    choose(page, "健康増進課")
    click(page, qtbot, "廃止…")
    confirm("R7.3.32")
    press(Key.Key_Return)
    assert page.ask_bar.isVisible()
    page.ask_bar.findChild(QLineEdit).setText("R7.3.31")
    press(Key.Key_Return)
    ended = page.grid().cells.layout.column_index("valid_to")
    qtbot.waitUntil(
        lambda: page.grid().cells.text(names(page).index("健康増進課"), ended) == "R7.3.31"
    )


def test_a_division_is_merged_into_another(window, page, qtbot):
    choose(page, "健康増進課")
    click(page, qtbot, "統合…")
    into = page.ask_bar.findChild(QComboBox)
    into.setCurrentText("がん・疾病対策課")
    page.ask_bar.findChild(QLineEdit).setText("R7.4.1")
    page.ask_bar.findChild(QLineEdit).setFocus()
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_Return)
    into_it = stored(window, qtbot, Division, name="がん・疾病対策課")
    assert "健康増進課" in into_it.former_names
    assert str(stored(window, qtbot, Division, name="健康増進課").valid_to) == "2025-03-31"


def test_a_municipality_is_added_by_its_code(page, qtbot):
    page.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "厚木市" in names(page))
    press(Key.Key_Insert)
    name, code = page.ask_bar.findChildren(QLineEdit)
    name.setText("試行市")
    code.setText("149")
    press(Key.Key_Return)
    assert page.ask_bar.isVisible()
    code.setText("14999")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "試行市" in names(page))


def test_bed_types_neither_end_nor_merge(page, qtbot):
    page.tabs.setCurrentIndex(3)
    qtbot.waitUntil(lambda: "精神病床" in names(page))
    assert [b.isEnabled() for b in page.findChildren(QPushButton) if b.text() == "統合…"] == [False]


def test_a_fault_in_master_data_leads_to_its_cell(window, page, qtbot):
    choose(page, "医療企画課", "valid_from")
    address = page.pane.current_address()
    window.show_page("beds")
    window.go_to(address)
    qtbot.waitUntil(lambda: page.pane.current_address() == address)
    assert window.current() is page


def test_a_record_is_a_form_too_in_which_a_new_name_is_remembered(window, page, qtbot):
    choose(page, "医療企画課")
    qtbot.waitUntil(lambda: page.panel.field_named("division", "name") is not None)
    name = page.panel.field_named("division", "name")
    qtbot.waitUntil(lambda: name.text == "医療企画課")
    name.editor.setFocus()
    name.editor.selectAll()
    confirm("医療整備課")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "医療整備課" in names(page))
    former = page.grid().cells.layout.column_index("former_names")
    assert page.grid().cells.text(names(page).index("医療整備課"), former) == "医療企画課"


def test_names_pasted_as_a_block_are_remembered_as_those_typed_over(page, window, qtbot):
    before = names(page)[:2]
    choose(page, before[0])
    QGuiApplication.clipboard().setText("".join(f"新{name}\r\n" for name in before))
    press(Key.Key_V, CTRL)
    former = page.grid().cells.layout.column_index("former_names")
    qtbot.waitUntil(lambda: [page.grid().cells.text(at, former) for at in range(2)] == before)
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: names(page)[:2] == before)


def test_areas_that_are_merged_stay_apart_at_the_dates_before(window, page, qtbot):
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: "川崎北部" in names(page))
    choose(page, "川崎南部")
    click(page, qtbot, "統合…")
    page.ask_bar.findChild(QComboBox).setCurrentText("川崎北部")
    page.ask_bar.findChild(QLineEdit).setText("R8.4.1")
    page.ask_bar.findChild(QLineEdit).setFocus()
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_Return)
    beds = loaded(window, "beds", qtbot)
    beds.grid().setFocus()
    press(Key.Key_Insert)
    confirm("R8.4.1")
    press(Key.Key_Return)
    model = beds.grid().cells
    qtbot.waitUntil(lambda: "beds@2026-04-01" in [each.key for each in model.columns])
    row = next(i for i, each in enumerate(model.rows) if each.cells[0].text == "川崎南部")
    after = model.layout.column_index("beds@2026-04-01")
    assert model.text(row, model.layout.column_index("beds@2024-04-01")) == "4,585"
    assert model.text(row, after) == "―"
    assert not model.is_editable(row, after)
