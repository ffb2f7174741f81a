"""Going about in the window by keys, and what its parts tell each other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)

from kanagawa_desk import settings
from kanagawa_desk.gui.pages.catalogue import ENTRIES
from tests.gui.grids import press, visit

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES])
def test_control_and_a_number_show_a_page(window, qtbot, key):
    visit(window, key, qtbot)
    assert window.page(key).isVisible()


@pytest.mark.parametrize("key", [entry.key for entry in ENTRIES])
def test_every_control_of_a_page_has_a_name_for_screen_readers(window, qtbot, key):
    visit(window, key, qtbot)
    if (deck := getattr(window.page(key), "deck", None)) is not None:
        qtbot.waitUntil(lambda: deck.charts[0].is_drawn)
    nameless = [
        each
        for each in window.page(key).findChildren(QAbstractButton)
        + [w for kind in KINDS[1:] for w in window.page(key).findChildren(kind)]
        if each.isVisible()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (each.accessibleName() or getattr(each, "text", str)())
    ]
    assert nameless == []


def test_f6_goes_round_the_panes(window, qtbot):
    visit(window, "metrics", qtbot)
    page = window.page("metrics")
    qtbot.waitUntil(lambda: bool(page.grid().cells.rows))
    seen = []
    for _ in range(3):
        focus = QApplication.focusWidget()
        seen.append(next(p for p in page.panes() if p is focus or p.isAncestorOf(focus)))
        press(Key.Key_F6)
    assert set(seen) == set(page.panes())


def test_a_narrow_window_folds_the_list_of_pages_by_itself(window):
    window.resize(1440, 900)
    assert not window.navigation.is_folded
    window.resize(1366, 768)
    assert window.navigation.is_folded


def test_every_menu_entry_does_something(window):
    for menu in window.menuBar().actions():
        for entry in menu.menu().actions():
            # Each is connected, or leads to more entries.
            assert entry.isSeparator() or entry.menu() or entry.receivers("2triggered(bool)") > 0


def test_no_two_menu_entries_share_a_key(window):
    keys = [
        each.shortcut().toString()
        for each in window.findChildren(QAction)
        if not each.shortcut().isEmpty()
    ]
    assert len(keys) == len(set(keys))


def test_the_theme_is_chosen_and_remembered(window, qtbot):
    look = window.desk.look
    look.choose("light")
    try:
        next(each for each in window.findChildren(QAction) if each.text() == "暗い").trigger()
        assert look.name == "dark"
        assert settings.load().theme == "dark"
    finally:
        look.choose("light")


def test_undo_tells_in_the_menu_what_it_would_take_back(window, qtbot):
    grid = window.page("beds").grid()
    undo = next(
        each for each in window.findChildren(QAction) if each.shortcut().toString() == "Ctrl+Z"
    )
    qtbot.waitUntil(lambda: not undo.isEnabled())
    grid.cells.enter({grid.cells.cell(0, 3).address: "1"})
    qtbot.waitUntil(undo.isEnabled)
    assert undo.text() == "元に戻す：既存病床数 Bの入力"


def test_a_change_on_one_page_shows_on_the_others(window, qtbot):
    visit(window, "history", qtbot)
    visit(window, "beds", qtbot)
    grid = window.page("beds").grid()
    with qtbot.waitSignal(window.session.changed):
        grid.cells.enter({grid.cells.cell(0, 3).address: "1"})
    visit(window, "history", qtbot)
    qtbot.waitUntil(
        lambda: window.page("history").batches.model().lines[0].texts[2] == "既存病床数 Bの入力"
    )


def test_grids_are_drawn_larger_and_smaller_by_keys(window, qtbot):
    grid = window.page("beds").grid()
    grid.setFocus()
    usual = grid.rowHeight(0), grid.horizontalHeader().height()
    press(Key.Key_Plus, CTRL)
    press(Key.Key_Plus, CTRL)
    assert grid.rowHeight(0) > usual[0]
    assert grid.horizontalHeader().height() > usual[1]
    press(Key.Key_0, CTRL)
    assert (grid.rowHeight(0), grid.horizontalHeader().height()) == usual
    press(Key.Key_Minus, CTRL)
    assert grid.rowHeight(0) < usual[0]
    press(Key.Key_0, CTRL)


def test_no_page_of_the_list_stays_marked_beside_one_that_is_not_in_it(window):
    def marked() -> list[str]:
        pages = window.navigation.findChildren(QAbstractButton)
        return [each.accessibleName() for each in pages if each.isChecked()]

    assert marked() == ["病床数"]
    window.page("beds").grid().setFocus()
    press(Key.Key_M, CTRL)
    assert marked() == []
    press(Key.Key_2, CTRL)
    assert marked() == ["病床数"]
