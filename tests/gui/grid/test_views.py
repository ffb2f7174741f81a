"""How a grid is arranged: kept from one start to the next, and under names."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kanagawa_desk import settings
from kanagawa_desk.gui.models.view import View
from kanagawa_desk.gui.widgets.grid.pane import GridPane
from tests.gui.grids import confirm, press
from tests.gui.shared_window import settled

Key, Modifier = Qt.Key, Qt.KeyboardModifier
ALT_SHIFT = Modifier.AltModifier | Modifier.ShiftModifier
NOW = f"beds@{date(2024, 4, 1)}"


def menu(pane: GridPane, qtbot) -> QMenu:
    """Opened by its key; the platform that shows nothing forgets who was active before."""
    pane.window().activateWindow()
    pane.grid.setFocus()
    qtbot.waitUntil(pane.grid.hasFocus)
    press(Key.Key_V, ALT_SHIFT)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def choose(popup: QMenu, text: str) -> None:
    """Go to an entry by the arrows and take it."""
    for _ in popup.actions():
        if popup.activeAction().text() == text:
            break
        QTest.keyClick(popup, Key.Key_Down)
    assert popup.activeAction().text() == text
    QTest.keyClick(popup, Key.Key_Return)


def keep(pane: GridPane, name: str, qtbot) -> None:
    choose(menu(pane, qtbot), "今の表示を保存…")
    confirm(name)
    press(Key.Key_Return)
    assert pane.grid.hasFocus()


def arrange(pane: GridPane) -> None:
    model, columns = pane.model, pane.grid.arrangement
    model.sort_by((NOW, True))
    model.choose("standard", frozenset({"25,209", "4,279"}))
    columns.hide("target", hidden=True)
    columns.move(NOW, -1)
    pane.grid.horizontalHeader().resizeSection(1, 222)


@pytest.fixture
def views(pane) -> GridPane:
    yield pane
    for name in pane.memory.names():
        pane.memory.drop(name)


def test_a_view_is_kept_and_chosen_again_by_keys(views, qtbot):
    arrange(views)
    kept = views.views.current()
    keep(views, "不足の大きい順", qtbot)
    choose(menu(views, qtbot), "列・並び・絞り込みを元に戻す")
    assert views.views.current() == View()
    choose(menu(views, qtbot), "不足の大きい順")
    assert views.views.current() == kept
    assert [row.cells[0].text for row in views.model.rows[:-1]] == ["横浜", "川崎北部"]
    assert views.grid.isColumnHidden(views.model.layout.column_index("target"))
    assert views.grid.columnWidth(1) == 222


def test_a_view_without_a_name_is_not_kept(views, qtbot):
    choose(menu(views, qtbot), "今の表示を保存…")
    press(Key.Key_Return)
    assert not views.ask_bar.isHidden()
    assert views.memory.names() == []


def test_a_view_that_is_dropped_is_offered_no_more(views, qtbot):
    keep(views, "いつもの", qtbot)
    assert menu(views, qtbot).actions()[0].text() == "いつもの"
    QApplication.activePopupWidget().close()
    views.memory.drop("いつもの")
    popup = menu(views, qtbot)
    assert popup.actions()[0].text() == "今の表示を保存…"
    popup.close()


def test_filters_by_day_are_part_of_a_view(views, qtbot):
    views.narrower.narrow(mine=False, since=date(2024, 10, 1))
    keep(views, "10月から", qtbot)
    views.views.show(View())
    settled(views, qtbot)
    assert len(views.model.rows) == 10
    choose(menu(views, qtbot), "10月から")
    qtbot.waitUntil(lambda: len(views.model.rows) == 1)
    assert views.filter_bar.since.text() == "R6.10.1"


def test_columns_zoom_and_the_folded_list_are_there_after_a_restart(window, qtbot, open_window):
    pane = window.page("beds").pane
    pane.grid.setFocus()
    arrange(pane)
    press(Key.Key_Plus, Modifier.ControlModifier)
    window.fold_navigation(True)
    columns, order = pane.grid.arrangement.columns, pane.grid.geometry_.shown_columns()
    window.close()
    again = open_window(settings.load())
    qtbot.waitUntil(lambda: bool(again.page("beds").grid().cells.rows))
    grid = again.page("beds").grid()
    assert grid.arrangement.columns == columns
    assert grid.geometry_.shown_columns() == order
    assert grid.look.zoom == 110
    assert again.navigation.is_folded
    assert len(grid.cells.rows) == 10  # what rows are left out is not kept without a name


def test_each_kind_of_ledger_has_its_own_columns(window, qtbot):
    beds = window.page("beds").pane
    beds.grid.arrangement.hide("target", hidden=True)
    window.show_page("plans")
    plans = window.page("plans").pane
    qtbot.waitUntil(lambda: bool(plans.model.rows))
    assert "target" not in plans.grid.arrangement.columns.hidden
    assert window.preferences["grids"]["beds"]["columns"]["hidden"] == ["target"]


def test_a_column_that_the_page_itself_hides_stays_hidden_when_all_is_reset(window, qtbot):
    window.show_page("plans")
    plans = window.page("plans").pane
    qtbot.waitUntil(lambda: bool(plans.model.rows))
    plans.grid.arrangement.hide("basis", hidden=True)
    choose(menu(plans, qtbot), "列・並び・絞り込みを元に戻す")
    hidden = plans.grid.arrangement.columns.hidden
    assert "basis" not in hidden
    assert hidden == plans.memory.usual.hidden
    assert hidden
