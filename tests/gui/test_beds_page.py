"""病床数 at work on the sample ledger: typed in, checked, stored, taken back."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import STANDINGS, BedCount, BedSet
from kanagawa_desk.gui.pages.beds import BedsPage
from tests.gui.grids import can_undo, confirm, press, type_text
from tests.gui.shared_window import open_a_copy, settled, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
DAY = date(2024, 4, 1)


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.fixture
def page(window, qtbot) -> BedsPage:
    made = window.page("beds")
    made.tabs.setCurrentIndex(0)
    for each in made.dates.findChildren(QCheckBox):
        each.setChecked(True)
    settled(window, qtbot)
    made.grid().setFocus()
    return made


@pytest.fixture
def address(page) -> Address:
    """The count of 県央 at R6.4.1, in hand."""
    model = page.grid().cells
    row = next(i for i, each in enumerate(model.rows) if each.cells[0].text == "県央")
    column = model.layout.column_index(f"beds@{DAY}")
    page.grid().go_to(row, column)
    return model.cell(row, column).address


def text_of(page: BedsPage, address: Address) -> str:
    index = page.grid().cells.find(address)
    return page.grid().cells.text(index.row(), index.column())


def surplus(page: BedsPage, address: Address) -> str:
    model = page.grid().cells
    row = model.find(address).row()
    return model.text(row, model.layout.column_index(f"surplus@{DAY}"))


def stored_count(window, qtbot, address: Address) -> BedCount:
    bed_type, area, day = address.key
    return stored(window, qtbot, BedCount, bed_type=bed_type, area=area, as_of=day)


def enter(text: str) -> None:
    confirm(text)
    press(Key.Key_Return)


def buttons(widget, text: str) -> list[QPushButton]:
    return [b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def test_the_sample_shows_the_printed_figures(page, address):
    assert text_of(page, address) == "5,324"
    assert surplus(page, address) == "95"


def test_typing_tells_how_the_text_is_read(page, address, qtbot):
    confirm("５３２０床")
    qtbot.waitUntil(lambda: page.pane.strip.reading.text() == "→ 5,320 （表記を整えます）")


def test_typing_tells_what_is_wrong_with_a_text(page, address, qtbot):
    type_text("abc")
    qtbot.waitUntil(lambda: "数として読めません" in page.pane.strip.reading.text())


def test_a_value_is_on_the_disk_with_all_that_follows_from_it(window, page, address, qtbot):
    with qtbot.waitSignal(window.session.changed):
        enter("５，３２０床")
    qtbot.waitUntil(lambda: surplus(page, address) == "91")
    assert text_of(page, address) == "5,320"
    assert stored_count(window, qtbot, address).beds.number == 5320


def test_a_text_that_is_no_number_stays_visible_and_is_no_record(window, page, address, qtbot):
    enter("abc")
    qtbot.waitUntil(lambda: address in page.grid().cells.drafts)
    assert text_of(page, address) == "abc"
    assert surplus(page, address) == "95"
    assert stored_count(window, qtbot, address).beds.number == 5324


def test_a_draft_is_there_again_when_the_ledger_is_opened_again(window, page, address, qtbot):
    enter("abc")
    qtbot.waitUntil(lambda: address in page.grid().cells.drafts)
    open_a_copy(window, qtbot)
    assert text_of(page, address) == "abc"
    assert address in page.grid().cells.drafts


def test_the_line_below_a_draft_brings_the_stored_value_back(page, address, qtbot):
    enter("abc")
    qtbot.waitUntil(lambda: bool(buttons(page, "元の値に戻す")))
    qtbot.mouseClick(buttons(page, "元の値に戻す")[0], Qt.MouseButton.LeftButton)
    assert text_of(page, address) == "5,324"


def test_a_question_is_answered_by_choosing_a_reading(page, address, qtbot):
    enter("……")
    qtbot.waitUntil(lambda: bool(buttons(page, "未集計 にする")))
    qtbot.mouseClick(buttons(page, "未集計 にする")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: text_of(page, address) == "―")
    assert page.grid().cells.drafts == {}


def test_undo_and_redo_say_what_they_did_and_go_to_the_place(window, page, address, qtbot):
    enter("1")
    qtbot.waitUntil(lambda: surplus(page, address) == "▲5,228")
    page.grid().go_to(0, 0)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: text_of(page, address) == "5,324")
    assert window.message_bar.text == "元に戻しました：既存病床数 Bの入力"
    qtbot.waitUntil(lambda: page.pane.current_address() == address)
    press(Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: text_of(page, address) == "1")
    assert window.message_bar.text == "やり直しました：既存病床数 Bの入力"


def test_a_pasted_block_is_one_step_to_take_back(window, page, address, qtbot):
    before = [[cell.text for cell in row.cells] for row in page.grid().cells.rows]
    QGuiApplication.clipboard().setText("1\r\n2\r\n")
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: text_of(page, address) == "1")
    qtbot.waitUntil(lambda: surplus(page, address) == "▲5,228")
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(
        lambda: [[cell.text for cell in row.cells] for row in page.grid().cells.rows] == before
    )


def test_a_doubtful_paste_is_shown_before_it_changes_anything(window, page, address, qtbot):
    QGuiApplication.clipboard().setText("1\r\nabc\r\n")
    with qtbot.assertNotEmitted(window.session.changed):
        press(Key.Key_V, CTRL)
        qtbot.waitUntil(page.pane.review.isVisible)
    assert text_of(page, address) == "5,324"
    qtbot.mouseClick(buttons(page.pane.review, "やめる")[0], Qt.MouseButton.LeftButton)
    assert not page.pane.review.isVisible()
    assert text_of(page, address) == "5,324"


def test_an_accepted_doubtful_paste_enters_what_can_be_read(page, address, qtbot):
    QGuiApplication.clipboard().setText("1\r\nabc\r\n")
    press(Key.Key_V, CTRL)
    qtbot.waitUntil(page.pane.review.isVisible)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.grid().cells.drafts) == 1)
    assert text_of(page, address) == "1"


def test_a_firm_figure_is_corrected_for_a_reason_only(window, page, address, qtbot):
    window.tasks.ask(_approve)
    enter("1")
    qtbot.waitUntil(lambda: bool(buttons(page, "理由を添えて訂正…")))
    qtbot.mouseClick(buttons(page, "理由を添えて訂正…")[0], Qt.MouseButton.LeftButton)
    confirm("転記の誤り")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.grid().cells.drafts == {})
    assert stored_count(window, qtbot, address).beds.number == 1


def _approve(ledger):
    from dataclasses import replace

    with ledger.batch("確定") as unit:
        unit.put(replace(unit.get(BedSet, ("general", DAY)), standing="approved"))


def test_each_bed_type_has_its_own_grid(page, qtbot):
    page.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [row.cells[0].text for row in page.grid().cells.rows] == ["県全域"])


def test_an_unticked_date_leaves_the_grid(page, address, qtbot):
    check = next(c for c in page.findChildren(QCheckBox) if c.text() == "R5.4.1")
    qtbot.keyClick(check, Key.Key_Space)
    qtbot.waitUntil(lambda: not any("2023" in column.key for column in page.grid().cells.columns))
    assert page.pane.current_address() == address


def test_dates_beyond_the_latest_are_chosen_from_a_menu(page, address, qtbot):
    for year in (25, 26):
        page.ask_for_new()
        field = page.ask_bar.findChild(QLineEdit)
        field.setText(f"20{year}/4/1")
        qtbot.keyClick(field, Key.Key_Return)
        day = date(2000 + year, 4, 1)
        added = Address("bed_count", (*address.key[:2], day), "beds")
        qtbot.waitUntil(lambda added=added: page.grid().cells.find(added).isValid())
    qtbot.waitUntil(
        lambda: (
            [each.text() for each in page.dates.findChildren(QCheckBox)][-3:]
            == ["R6.4.1", "R7.4.1", "R8.4.1"]
        )
    )
    (first,) = (a for a in page.dates.findChildren(QAction) if a.text().startswith("R5.4.1"))
    first.trigger()
    assert not first.isChecked()
    keys = lambda: [each.key for each in page.grid().cells.columns]  # noqa: E731
    qtbot.waitUntil(lambda: "beds@2023-04-01" not in keys())


def test_a_reference_date_is_added_with_the_values_of_another(page, address, qtbot):
    page.ask_for_new()
    field = page.ask_bar.findChild(QLineEdit)
    field.setText("令和7年4月1日")
    page.ask_bar.findChild(QComboBox).setCurrentIndex(1)
    qtbot.keyClick(field, Key.Key_Return)
    added = Address("bed_count", (*address.key[:2], date(2025, 4, 1)), "beds")
    qtbot.waitUntil(lambda: page.grid().cells.find(added).isValid())
    assert text_of(page, added) == "5,324"
    assert not page.ask_bar.isVisible()


def test_a_reference_date_that_is_no_day_is_refused_in_place(page, qtbot):
    page.ask_for_new()
    field = page.ask_bar.findChild(QLineEdit)
    field.setText("令和6年4月31日")
    qtbot.keyClick(field, Key.Key_Return)
    assert page.ask_bar.isVisible()
    assert any("31日" in each.text() for each in page.ask_bar.findChildren(QLabel))


def test_the_panel_tells_of_the_area_and_the_cell(page, address, qtbot):
    def told() -> str:
        return "　".join(each.text() for each in page.panel.findChildren(QLabel))

    qtbot.waitUntil(lambda: "厚木市" in told())
    qtbot.waitUntil(lambda: "空欄 → 5,324" in told())
    assert "過剰 95床" in told()


def test_the_head_of_the_panel_tells_how_the_area_stood_at_the_date_in_hand(page, address, qtbot):
    def told() -> list[str]:
        return [each.text() for each in page.panel.findChildren(QLabel)]

    qtbot.waitUntil(lambda: "過剰 95床" in told())
    press(Key.Key_Left)
    qtbot.waitUntil(lambda: "過剰 104床" in told())


def test_a_note_in_the_panel_is_stored_on_leaving_it(window, page, address, qtbot):
    place = Address(address.record, address.key, "note")
    qtbot.waitUntil(lambda: page.panel.field(place) is not None)
    note = page.panel.field(place).editor
    note.setFocus()
    note.insertPlainText("9月に確認した。")
    with qtbot.waitSignal(window.session.changed):
        page.grid().setFocus()
    assert stored_count(window, qtbot, address).note == "9月に確認した。"


def test_undo_in_the_panel_is_the_texts_own_and_beyond_it_the_ledgers(window, page, address, qtbot):
    enter("1")
    qtbot.waitUntil(lambda: surplus(page, address) == "▲5,228")
    page.pane.go_to(address)
    qtbot.waitUntil(lambda: page.panel.findChild(QPlainTextEdit) is not None)
    note = page.panel.findChild(QPlainTextEdit)
    note.setFocus()
    type_text("x")
    press(Key.Key_Z, CTRL)
    assert note.toPlainText() == ""
    assert text_of(page, address) == "1"
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: text_of(page, address) == "5,324")


def test_an_earlier_value_is_put_back_from_the_history_of_its_cell(window, page, address, qtbot):
    enter("1")
    qtbot.waitUntil(lambda: surplus(page, address) == "▲5,228")
    page.pane.go_to(address)
    shown = lambda: [each.text() for each in page.panel.findChildren(QLabel)]  # noqa: E731
    qtbot.waitUntil(lambda: "5,324 → 1" in shown())
    qtbot.waitUntil(lambda: bool(buttons(page.panel, "この値に戻す")))
    back = buttons(page.panel, "この値に戻す")[-1]
    back.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: text_of(page, address) == "5,324")
    qtbot.waitUntil(lambda: surplus(page, address) == "95")
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: text_of(page, address) == "1")


def test_a_heading_has_a_menu_that_sorts_by_it(page, address, qtbot):
    header = page.grid().horizontalHeader()
    column = page.grid().cells.layout.column_index("standard")
    at = QPoint(page.grid().geometry_.x(column) + 10, 10)
    header.customContextMenuRequested.emit(at)
    menu = QApplication.activePopupWidget()
    next(each for each in menu.actions() if each.text() == "昇順に並べる").trigger()
    menu.close()
    texts = [page.grid().cells.text(row, column) for row in range(3)]
    assert texts == ["2,678", "3,658", "4,279"]


def test_tab_stays_in_the_grid_and_f6_leaves_it(page, address):
    before = _place(page)
    press(Key.Key_Tab)
    assert _place(page) == (before[0], before[1] + 1)
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert _place(page) == before
    press(Key.Key_F6)
    assert not page.grid().hasFocus()


def test_the_areas_are_drawn(page, address, qtbot):
    qtbot.waitUntil(lambda: all(each.is_drawn for each in page.deck.charts))


def test_on_a_small_screen_bars_and_places_stand_behind_tabs(window, page, address, qtbot):
    window.resize(1366, 768)
    bars, places = page.deck.charts
    assert bars.isVisible()
    assert not places.isVisible()
    page.deck.tabs.setFocus()
    press(Key.Key_Right)
    assert places.isVisible()
    qtbot.waitUntil(lambda: places.is_drawn)
    window.resize(1440, 900)
    assert bars.isVisible()
    assert places.isVisible()


def test_f4_hides_and_shows_the_panel(window, page):
    page.grid().setFocus()
    press(Key.Key_F4)
    assert not page.panel.isVisible()
    press(Key.Key_F4)
    assert page.panel.isVisible()


def test_control_f_finds_a_text(page, qtbot):
    press(Key.Key_F, CTRL)
    type_text("4,5")
    assert page.grid().cells.text(*_place(page)).startswith("4,5")
    first = _place(page)
    press(Key.Key_Return)
    assert _place(page) != first
    press(Key.Key_Escape)
    assert page.grid().hasFocus()


def _place(page: BedsPage) -> tuple[int, int]:
    return page.grid().currentIndex().row(), page.grid().currentIndex().column()


# Reference dates and plan editions.

NINE = [str(1000 + 111 * n) for n in range(9)]


def column_of(page: BedsPage, day: date) -> list[str]:
    model = page.grid().cells
    if f"beds@{day}" not in [each.key for each in model.columns]:
        return []
    column = model.layout.column_index(f"beds@{day}")
    return [model.text(row, column) for row in range(9)]


def new_date(page: BedsPage, qtbot) -> int:
    """Add R7.4.1 by keys, and say how many were pressed beyond the digits."""
    press(Key.Key_Insert)
    type_text("R7.4.1")
    press(Key.Key_Return)
    first = Address("bed_count", ("general", "yokohama", date(2025, 4, 1)), "beds")
    qtbot.waitUntil(lambda: page.pane.current_address() == first)
    return 1 + len("R..") + 1


def test_a_reference_date_of_nine_areas_takes_less_than_25_keys_beyond_the_digits(
    page, address, qtbot
):
    keys = new_date(page, qtbot)
    for text in NINE:
        type_text(text)
        press(Key.Key_Return)
        keys += 1
    assert keys < 25
    day = date(2025, 4, 1)
    qtbot.waitUntil(lambda: column_of(page, day) == [f"{int(text):,}" for text in NINE])
    qtbot.waitUntil(lambda: page.grid().cells.text(9, _column(page, day)) == "12,996")


def _column(page: BedsPage, day: date) -> int:
    return page.grid().cells.layout.column_index(f"beds@{day}")


def test_a_reference_date_of_nine_areas_is_filled_by_one_paste(window, page, address, qtbot):
    new_date(page, qtbot)
    QGuiApplication.clipboard().setText("\r\n".join(NINE) + "\r\n")
    press(Key.Key_V, CTRL)
    day = date(2025, 4, 1)
    qtbot.waitUntil(lambda: column_of(page, day) == [f"{int(text):,}" for text in NINE])
    qtbot.waitUntil(lambda: page.grid().cells.text(9, _column(page, day)) == "12,996")
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: column_of(page, day) == [""] * 9)


def test_a_reference_date_is_taken_out_by_a_key_and_comes_back(window, page, address, qtbot):
    before = column_of(page, DAY)
    page.grid().setFocus()
    press(Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: column_of(page, DAY) == [])
    assert window.message_bar.text == "基準日 R6.4.1 を削除しました。"
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: column_of(page, DAY) == before)


def test_an_area_is_not_taken_out_here(window, page, qtbot):
    page.grid().go_to(0, 0)
    press(Key.Key_Delete, CTRL)
    assert "列を選んで" in window.message_bar.text


def test_a_seventh_edition_is_entered_and_compared_with_the_eighth(page, address, qtbot):
    press(Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    confirm("第7次")
    press(Key.Key_Tab)
    confirm("H30～R5")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.edition.currentText() == "第7次計画 H30～R5")
    model = page.grid().cells
    standard = model.layout.column_index("standard")
    qtbot.waitUntil(lambda: model.text(0, standard) == "")
    page.grid().go_to(0, standard)
    page.grid().setFocus()
    enter("24,000")
    qtbot.waitUntil(lambda: model.text(0, _surplus(page)) == "▲614")
    page.edition.setFocus()
    press(Key.Key_Home)
    qtbot.waitUntil(lambda: model.text(0, _surplus(page)) == "▲1,823")


def test_an_edition_whose_adding_is_taken_back_leaves_the_one_in_force(page, address, qtbot):
    press(Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    confirm("第7次")
    press(Key.Key_Tab)
    confirm("H30～R5")
    press(Key.Key_Return)
    model = page.grid().cells
    standard = model.layout.column_index("standard")
    qtbot.waitUntil(lambda: page.edition.currentText() == "第7次計画 H30～R5")
    qtbot.waitUntil(lambda: model.text(0, standard) == "")
    page.grid().setFocus()
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: model.text(0, standard) == "25,209")
    assert page.edition.currentText() == "適用中の期（第8次計画 R6～R11）"


def _surplus(page: BedsPage) -> int:
    return page.grid().cells.layout.column_index(f"surplus@{DAY}")


def test_the_nature_and_standing_of_a_date_are_raised_in_the_panel(window, page, address, qtbot):
    def combo(name: str) -> QComboBox | None:
        found = [c for c in page.panel.findChildren(QComboBox) if c.accessibleName() == name]
        return found[0] if found else None

    qtbot.waitUntil(lambda: combo("承認") is not None)
    before = next(code for code, word in STANDINGS.items() if word == combo("承認").currentText())
    combo("性格").setFocus()
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_End)
    qtbot.waitUntil(lambda: combo("性格").currentText() == "速報")
    combo("承認").setFocus()
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_Down)
    stored_set = stored(window, qtbot, BedSet, bed_type="general", as_of=DAY)
    order = list(STANDINGS)
    assert (stored_set.basis, stored_set.standing) == (
        "preliminary",
        order[order.index(before) + 1],
    )
