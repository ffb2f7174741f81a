"""Printing a grid from its page: what is shown, in its order."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kanagawa_desk.gui.main_window import MainWindow
from tests.pdf_text import pages, squeezed


def printed(window: MainWindow, qtbot: QtBot) -> str:
    """The text of the report that the page in front asks to print."""
    page = window.current()
    assert page is not None
    window.print_wanted.disconnect()  # no printer's dialog here
    with qtbot.waitSignal(window.print_wanted) as wanted:
        QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitCallback() as done:
        window.tasks.ask(wanted.args[0], then=done)
    return squeezed("".join(pages(done.args[0].pdf)))


def test_the_bed_table_is_printed_as_it_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("beds")
    text = printed(window, qtbot)
    assert "療養病床・一般病床" in text
    assert "横浜25,209" in text
    assert "▲1,823" in text


def test_hidden_columns_and_rows_left_out_are_not_printed(window: MainWindow, qtbot: QtBot) -> None:
    window.show_page("beds")
    page = window.page("beds")
    grid = page.grid()
    assert grid is not None
    grid.hide_key("standard", hidden=True)
    grid.cells.narrow("name", lambda row: row.cells[0].text == "県央")
    text = printed(window, qtbot)
    assert "絞り込み" in text
    assert "県央" in text
    assert "横浜" not in text
    assert "5,229" not in text


def test_the_periods_of_the_plans_are_printed_from_their_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.show_page("plans")
    page = window.page("plans")
    qtbot.waitUntil(lambda: bool(page.grid().cells.rows))
    window.print_wanted.disconnect()
    with qtbot.waitSignal(window.print_wanted) as wanted:
        page.print_timeline()
    with qtbot.waitCallback() as done:
        window.tasks.ask(wanted.args[0], then=done)
    text = squeezed("".join(pages(done.args[0].pdf)))
    assert "計画期間一覧" in text
    assert "かながわ健康プラン21" in text
