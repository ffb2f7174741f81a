"""The Japanese input method at work in the grid: its own events, on the real window."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanagawa_desk.gui.widgets.grid.pane import GridPane
from tests.gui.grids import compose, confirm, press

Key = Qt.Key
ROW = 7
NOW = f"beds@{date(2024, 4, 1)}"


def begin(pane: GridPane) -> None:
    pane.grid.go_to(ROW, pane.model.layout.column_index(NOW))


def text(pane: GridPane) -> str:
    return pane.model.text(ROW, pane.model.layout.column_index(NOW))


def test_the_input_method_can_begin_in_cells_that_take_something(pane):
    begin(pane)
    assert pane.grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    pane.grid.go_to(ROW, pane.model.layout.column_index("area"))
    assert not pane.grid.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_first_keystroke_is_composed_in_the_cell(pane):
    begin(pane)
    compose("ご")
    editor = pane.grid.editor()
    assert editor is not None
    assert editor.composing
    assert editor.geometry().center() == pane.grid.visualRect(pane.grid.currentIndex()).center()


def test_what_is_composed_replaces_the_cell_and_shows_marked_as_it_grows(pane):
    begin(pane)
    mark = QTextCharFormat()
    mark.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    seen = []
    for preedit in ("ご", "ごせ", "ごせん"):
        attribute = QInputMethodEvent.Attribute(
            QInputMethodEvent.AttributeType.TextFormat, 0, len(preedit), mark
        )
        QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(preedit, [attribute]))
        seen.append(pane.grid.editor().grab().toImage())
    assert seen[0] != seen[1] != seen[2]
    assert pane.grid.editor().text() == ""
    assert text(pane) == "5,324"


def test_the_key_that_confirms_stays_and_the_next_one_enters_and_goes_down(pane, qtbot):
    begin(pane)
    compose("５３２０")
    press(Key.Key_Return)
    assert pane.grid.currentIndex().row() == ROW
    confirm("５３２０")
    assert pane.grid.editor().text() == "５３２０"
    press(Key.Key_Return)
    assert pane.grid.currentIndex().row() == ROW + 1
    qtbot.waitUntil(lambda: text(pane) == "5,320")


def test_while_composing_no_key_is_the_grids(pane):
    begin(pane)
    compose("ご")
    for key in (Key.Key_Tab, Key.Key_Down, Key.Key_F2, Key.Key_Delete, Key.Key_Escape):
        press(key)
    assert pane.grid.editor().composing
    assert pane.grid.currentIndex().row() == ROW


def test_escape_gives_up_the_composition_and_then_the_typing(pane):
    begin(pane)
    compose("ご")
    compose("")  # what the input method makes of its Escape
    assert pane.grid.editor() is not None
    press(Key.Key_Escape)
    assert pane.grid.editor() is None
    assert text(pane) == "5,324"
    assert pane.grid.hasFocus()


def test_after_f2_what_is_composed_goes_where_the_caret_is(pane, qtbot):
    begin(pane)
    press(Key.Key_F2)
    press(Key.Key_End)
    compose("床")
    assert pane.grid.editor().composing
    confirm("床")
    assert pane.grid.editor().text() == "5,324床"
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: text(pane) == "5,324")


def test_a_click_elsewhere_takes_what_was_being_composed(pane, qtbot):
    begin(pane)
    compose("５３１１")
    other = pane.grid.visualRect(pane.model.index(2, 1)).center()
    QTest.mouseClick(pane.grid.viewport(), Qt.MouseButton.LeftButton, pos=other)
    assert pane.grid.editor() is None
    assert pane.grid.currentIndex().row() == 2
    qtbot.waitUntil(lambda: text(pane) == "5,311")


def test_typing_goes_on_in_the_next_cell_without_a_key_lost(pane, qtbot):
    pane.grid.go_to(ROW, pane.model.layout.column_index(NOW))
    for figures in ("５３２１", "２９１１"):
        compose(figures)
        confirm(figures)
        press(Key.Key_Return)
    qtbot.waitUntil(lambda: text(pane) == "5,321")
    below = pane.model.layout.column_index(NOW)
    qtbot.waitUntil(lambda: pane.model.text(ROW + 1, below) == "2,911")
