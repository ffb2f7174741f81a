"""The form beside the grid: typed in, checked while typing, stored, walked through by keys."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import BedCount, BedSet, Plan
from kanagawa_desk.gui.pages.beds import BedsPage
from kanagawa_desk.gui.widgets.form_field import FormField
from tests.gui.grids import can_undo, confirm, loaded, press, type_text
from tests.gui.shared_window import stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
DAY = date(2024, 4, 1)


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.fixture
def page(window, qtbot) -> BedsPage:
    made = window.page("beds")
    made.grid().setFocus()
    choose(made, qtbot, "県央")
    return made


def choose(page: BedsPage, qtbot, area: str) -> None:
    model = page.grid().cells
    row = next(i for i, each in enumerate(model.rows) if each.cells[0].text == area)
    column = model.layout.column_index(f"beds@{DAY}")
    page.grid().go_to(row, column)
    qtbot.waitUntil(lambda: page.panel.field(model.cell(row, column).address) is not None)


def field(page, record: str, name: str) -> FormField:
    found = page.panel.field_named(record, name)
    assert found is not None
    return found


def told(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def beds_at(page: BedsPage) -> Address:
    return page.pane.current_address()


def stored_count(window, qtbot, address: Address) -> BedCount:
    bed_type, area, day = address.key
    return stored(window, qtbot, BedCount, bed_type=bed_type, area=area, as_of=day)


def test_a_field_has_its_label_its_unit_and_an_example(page):
    assert {"既存病床数 B", "床"} <= set(told(field(page, "bed_count", "beds")))
    assert field(page, "bed_count", "beds").editor.accessibleName() == "既存病床数 B（床）"


def test_the_help_of_a_field_shows_while_it_is_in_hand(page):
    source = field(page, "bed_set", "source")
    assert "数値のもとの資料" not in told(source)
    source.editor.setFocus()
    assert "数値のもとの資料" in told(source)
    page.grid().setFocus()
    assert "数値のもとの資料" not in told(source)


def test_what_is_typed_in_the_form_is_read_while_typing(page, qtbot):
    beds = field(page, "bed_count", "beds")
    beds.editor.setFocus()
    beds.editor.selectAll()
    confirm("５３２０床")
    qtbot.waitUntil(lambda: "→ 5,320 （表記を整えます）" in told(beds))


def test_a_text_that_cannot_be_read_stays_in_the_form_with_its_reason(window, page, qtbot):
    address = beds_at(page)
    beds = field(page, "bed_count", "beds")
    beds.editor.setFocus()
    beds.editor.selectAll()
    confirm("abc")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: address in page.grid().cells.drafts)
    qtbot.waitUntil(lambda: any("読めません" in text for text in told(beds)))
    assert beds.text == "abc"
    assert stored_count(window, qtbot, address).beds.number == 5324


def test_the_next_field_stays_in_hand_while_the_one_before_is_stored(page, window, qtbot):
    beds = field(page, "bed_count", "beds")
    beds.editor.setFocus()
    beds.editor.selectAll()
    confirm("1")
    press(Key.Key_Tab)
    type_text("memo")
    surplus = page.grid().cells.layout.column_index(f"surplus@{DAY}")
    row = page.grid().currentIndex().row()
    qtbot.waitUntil(lambda: page.grid().cells.text(row, surplus) == "▲5,228")
    note = field(page, "bed_count", "note")
    assert note.editor.hasFocus()
    assert note.text == "memo"


def test_alt_and_an_arrow_go_to_the_next_record_and_stay_in_the_field(page, qtbot):
    beds = field(page, "bed_count", "beds")
    beds.editor.setFocus()
    row = page.grid().currentIndex().row()
    press(Key.Key_Down, ALT)
    assert page.grid().currentIndex().row() == row + 1
    qtbot.waitUntil(lambda: field(page, "bed_count", "beds").text == "2,914")
    assert field(page, "bed_count", "beds").editor.hasFocus()
    press(Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: field(page, "bed_count", "beds").text == "5,324")


def test_what_was_being_typed_belongs_to_the_record_that_was_left(window, page, qtbot):
    address = beds_at(page)
    note = field(page, "bed_count", "note")
    note.editor.setFocus()
    type_text("memo")
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: field(page, "bed_count", "note").text == "")
    assert stored_count(window, qtbot, address).note == "memo"
    below = replace_area(address, "kensei")
    assert stored_count(window, qtbot, below).note == ""


def replace_area(address: Address, area: str) -> Address:
    bed_type, _, day = address.key
    return Address(address.record, (bed_type, area, day), address.field)


def buttons(widget, text: str) -> list[QPushButton]:
    return [b for b in widget.findChildren(QPushButton) if b.text() == text and b.isVisible()]


def test_a_firm_figure_goes_back_to_an_earlier_value_for_a_reason(window, page, qtbot):
    address = beds_at(page)
    confirm("1")
    press(Key.Key_Return)
    choose(page, qtbot, "県央")
    qtbot.waitUntil(lambda: "5,324 → 1" in told(page.panel))
    qtbot.waitUntil(lambda: bool(buttons(page.panel, "この値に戻す")))
    window.tasks.ask(_approve)
    buttons(page.panel, "この値に戻す")[-1].click()
    qtbot.waitUntil(page.ask_bar.isVisible)
    press(Key.Key_Return)
    assert page.ask_bar.isVisible()
    confirm("転記の誤り")
    with qtbot.waitSignal(window.session.changed):
        press(Key.Key_Return)
    assert stored_count(window, qtbot, address).beds.number == 5324


def _approve(ledger):
    with ledger.batch("確定") as unit:
        unit.put(replace(unit.get(BedSet, ("general", DAY)), standing="approved"))


def test_a_field_of_firm_figures_asks_for_the_reason_too(window, page, qtbot):
    address = beds_at(page)
    window.tasks.ask(_approve)
    window.session.wrote()
    qtbot.waitUntil(lambda: page.panel.field_named("bed_set", "approved_by") is not None)
    beds = field(page, "bed_count", "beds")
    beds.editor.setFocus()
    beds.editor.selectAll()
    confirm("1")
    press(Key.Key_Return)
    qtbot.waitUntil(page.ask_bar.isVisible)
    confirm("転記の誤り")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: page.grid().cells.drafts == {} and not page.ask_bar.isVisible())
    assert stored_count(window, qtbot, address).beds.number == 1


def test_the_standing_stays_in_hand_when_it_brings_more_fields(page, qtbot):
    standing = field(page, "bed_set", "standing").editor
    standing.setFocus()
    press(Key.Key_Down)
    qtbot.waitUntil(lambda: page.panel.field_named("bed_set", "approved_by") is not None)
    assert field(page, "bed_set", "standing").editor.hasFocus()


def test_nature_and_standing_of_a_date_are_set_in_the_form_and_shown_in_the_head(page, qtbot):
    nature = field(page, "bed_set", "basis").editor
    nature.setFocus()
    nature.setCurrentText("速報")
    nature.activated.emit(nature.currentIndex())
    qtbot.waitUntil(lambda: "速報・照合済" in told(page.dates))


def test_the_history_is_that_of_the_field_in_hand(page, qtbot):
    field(page, "bed_set", "source").editor.setFocus()
    qtbot.waitUntil(lambda: "このセルの履歴　出典" in told(page.panel))
    assert any("委員会資料の参考欄に示した数値" in text for text in told(page.panel))
    page.grid().setFocus()
    choose(page, qtbot, "県西")
    qtbot.waitUntil(lambda: "このセルの履歴　既存病床数 B・R6.4.1" in told(page.panel))


def test_the_panel_leads_to_the_paper_that_shows_the_value(window, page, qtbot):
    paper = "R6.10.4 社会・健康対策特別委員会資料"
    qtbot.waitUntil(lambda: f"資料での使用　{paper}" in told(page.panel))
    links = [
        each
        for each in page.panel.findChildren(QPushButton)
        if each.accessibleName().startswith(paper)
    ]
    assert all(each.text() for each in links)
    links[0].click()
    qtbot.waitUntil(lambda: window.current() is window.page("papers"))


# Plans.


def test_every_period_of_a_plan_has_a_heading_with_its_state(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.panel.show()
    page.grid().go_to(0, 1)
    heading = "計画期間　第8次計画 R6～R11（計画期間中）"
    qtbot.waitUntil(lambda: heading in told(page.panel))


def test_what_is_to_be_confirmed_is_a_tag_that_the_form_takes_away(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.panel.show()
    model = page.grid().cells
    basis = model.layout.column_index("basis")
    row = next(i for i, each in enumerate(model.rows) if each.cells[basis].tag == "要確認")
    plan = model.rows[row].key
    page.grid().go_to(row, basis)
    qtbot.waitUntil(lambda: page.panel.field(Address("plan", (plan,), "basis_check")) is not None)
    field(page, "plan", "basis_check").editor.setFocus()
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: model.cell(row, basis).tag == "")
    can_undo(window, qtbot)
    assert not stored(window, qtbot, Plan, id=plan).basis_check


def test_a_division_is_chosen_from_the_list_in_the_form(window, qtbot):
    page = loaded(window, "plans", qtbot)
    page.panel.show()
    page.grid().go_to(0, 1)
    division = Address("plan", (page.grid().cells.rows[0].key,), "division")
    qtbot.waitUntil(lambda: page.panel.field(division) is not None)
    choice = page.panel.field(division).editor
    choice.setFocus()
    choice.setCurrentText("健康増進課")
    choice.activated.emit(choice.currentIndex())
    model = page.grid().cells
    column = model.layout.column_index("division")
    qtbot.waitUntil(lambda: model.text(0, column) == "健康増進課")
