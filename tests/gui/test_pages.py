"""計画一覧, 委員会資料, 点検 and 変更履歴 on the sample ledger."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from kanagawa_desk.domain.layout import Address
from tests.gui.grids import can_undo, confirm, loaded, press, visit

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
COUNT = Address("bed_count", ("general", "ken_o", date(2024, 4, 1)), "beds")


@pytest.fixture
def window(window_anew):
    return window_anew


def chip(page, words: str) -> QPushButton:
    return next(b for b in page.chips.findChildren(QPushButton) if b.text().startswith(words))


# 計画一覧


def test_a_chip_narrows_the_plans_to_as_many_as_it_says(window, qtbot):
    page = loaded(window, "plans", qtbot)
    cancer = chip(page, "がん・疾病対策課")
    qtbot.mouseClick(cancer, Qt.MouseButton.LeftButton)
    assert len(page.grid().cells.rows) == int(cancer.text().split("　")[1])
    qtbot.mouseClick(chip(page, "すべて"), Qt.MouseButton.LeftButton)
    assert len(page.grid().cells.rows) == 16


def test_going_to_a_plan_that_is_narrowed_away_widens_the_list(window, qtbot):
    page = loaded(window, "plans", qtbot)
    plan = page.grid().cells.cell(0, 1).address
    qtbot.mouseClick(chip(page, "がん・疾病対策課"), Qt.MouseButton.LeftButton)
    window.go_to(plan)
    qtbot.waitUntil(lambda: page.pane.current_address() == plan)
    assert chip(page, "すべて").isChecked()


def test_a_plan_is_added_and_counted(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.ask_for_new()
    field = page.ask_bar.findChild(QLineEdit)
    field.setText("神奈川県新計画")
    qtbot.keyClick(field, Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.grid().cells.rows) == 17)
    assert chip(page, "すべて").text() == "すべて　17"


def test_a_period_typed_in_full_is_kept_in_its_short_form(window, qtbot):
    page = loaded(window, "plans", qtbot)
    model = page.grid().cells
    column = model.layout.column_index("period")
    page.grid().go_to(1, column)
    confirm("令和6年度から令和11年度まで（6年間）")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: model.text(1, column) == "R6～R11")
    qtbot.waitUntil(lambda: model.text(1, model.layout.column_index("years")) == "6")


def plan_names(page) -> list[str]:
    model = page.grid().cells
    return [model.text(row, model.layout.column_index("name")) for row in range(len(model.rows))]


def test_a_plan_is_added_by_keys_and_is_in_hand(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.grid().setFocus()
    press(Key.Key_Insert)
    confirm("神奈川県新計画")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.grid().currentIndex().row() == 16)
    assert page.grid().hasFocus()


def test_a_plan_is_taken_out_by_keys_and_comes_back_whole(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.grid().setFocus()
    before = plan_names(page)
    page.grid().go_to(4, 1)
    press(Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: plan_names(page) == before[:4] + before[5:])
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: plan_names(page) == before)
    press(Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(plan_names(page)) == 15)


def test_a_plan_is_moved_by_keys_and_all_are_numbered_anew(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.grid().setFocus()
    before = plan_names(page)
    page.grid().go_to(2, 1)
    press(Key.Key_Up, ALT_SHIFT)
    qtbot.waitUntil(lambda: plan_names(page)[1:3] == [before[2], before[1]])
    qtbot.waitUntil(lambda: page.grid().currentIndex().row() == 1)
    model = page.grid().cells
    numbers = [model.text(row, model.layout.column_index("rank")) for row in range(16)]
    assert numbers == [str(number) for number in range(1, 17)]


def test_a_sorted_list_is_not_moved_about_in(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.grid().setFocus()
    page.pane.model.sort_by(("name", False))
    page.grid().go_to(2, 1)
    press(Key.Key_Up, ALT_SHIFT)
    assert "やめてから" in window.message_bar.text


def test_another_period_of_a_plan_stands_in_the_panel(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.grid().setFocus()
    page.grid().go_to(0, 1)
    press(Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    confirm("第9次")
    press(Key.Key_Tab)
    confirm("R12～R17")
    press(Key.Key_Return)

    def shown() -> list[str]:
        return [each.text() for each in page.panel.findChildren(QLineEdit)]

    qtbot.waitUntil(lambda: {"第9次", "R12～R17", "R6～R11"} <= set(shown()))
    model = page.grid().cells
    assert model.text(0, model.layout.column_index("period")) == "R6～R11"


def test_the_periods_are_drawn(window, qtbot):
    page = loaded(window, "plans", qtbot)
    qtbot.waitUntil(lambda: page.deck.charts[0].is_drawn)


def test_on_a_small_screen_the_periods_stand_behind_a_tab(window, qtbot):
    window.resize(1366, 768)
    page = loaded(window, "plans", qtbot)
    assert page.grid().isVisible()
    assert not page.deck.isVisible()
    page.views.setFocus()
    press(Key.Key_Right)
    assert page.deck.isVisible()
    assert not page.grid().isVisible()
    window.resize(1440, 900)
    assert page.deck.isVisible()
    assert page.grid().isVisible()


# 委員会資料


def test_a_paper_becomes_a_pdf_file(window, qtbot, tmp_path):
    visit(window, "papers", qtbot)
    page = window.page("papers")
    qtbot.waitUntil(lambda: page.choice.count() == 1)
    target = tmp_path / "資料.pdf"
    window.session.write_pdf(page.choice.currentData(), target)
    qtbot.waitUntil(lambda: "資料.pdf" in window.message_bar.text, timeout=20_000)
    assert target.read_bytes().startswith(b"%PDF")


# 点検


def test_a_fault_leads_to_its_cell(window, qtbot):
    visit(window, "checks", qtbot)
    page = window.page("checks")
    qtbot.waitUntil(lambda: bool(page.list.model().lines))
    at = next(i for i, line in enumerate(page.list.model().lines) if line.subject)
    page.list.selectRow(at)
    page.list.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.current() is window.page("plans"))
    subject = page.list.model().lines[at].subject
    qtbot.waitUntil(lambda: window.page("plans").pane.current_address() == subject)


def test_a_draft_is_listed_and_leads_to_its_cell(window, qtbot):
    window.page("beds").grid().cells.enter({COUNT: "別紙のとおり"})
    visit(window, "checks", qtbot)
    page = window.page("checks")

    def lines() -> list[int]:
        listed = page.list.model().lines
        return [i for i, line in enumerate(listed) if "別紙のとおり" in line.texts[2]]

    qtbot.waitUntil(lambda: bool(lines()))
    page.list.selectRow(lines()[0])
    page.list.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.page("beds").pane.current_address() == COUNT)
    press(Key.Key_Escape)
    visit(window, "checks", qtbot)
    qtbot.waitUntil(lambda: not lines())


def test_the_list_of_pages_tells_how_many_faults_wait(window, qtbot):
    window.page("beds").grid().cells.enter({COUNT: "abc"})
    qtbot.waitUntil(
        lambda: any(
            "点検" in each.accessibleName() and "件" in each.accessibleName()
            for each in window.navigation.findChildren(QPushButton.__mro__[1])
        )
    )


# 変更履歴


def test_the_history_shows_what_an_action_changed_and_leads_there(window, qtbot):
    window.page("beds").grid().cells.enter({COUNT: "1"})
    visit(window, "history", qtbot)
    page = window.page("history")
    lines = lambda: page.changes.model().lines  # noqa: E731
    qtbot.waitUntil(lambda: len(lines()) == 1)
    assert lines()[0].texts[1:4] == ("既存病床数 B", "5,324", "1")
    page.changes.selectRow(0)
    page.changes.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.page("beds").pane.current_address() == COUNT)


def test_an_action_is_taken_back_from_the_history(window, qtbot):
    grid = window.page("beds").grid()
    grid.cells.enter({COUNT: "1"})
    visit(window, "history", qtbot)
    page = window.page("history")
    qtbot.waitUntil(lambda: page.batches.model().rowCount() == 2)
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "この操作を取り消す")
    qtbot.waitUntil(button.isEnabled)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current() is window.page("beds"))
    index = grid.cells.find(COUNT)
    qtbot.waitUntil(lambda: grid.cells.text(index.row(), index.column()) == "5,324")
