"""Workbooks out and back through the window."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from kanagawa_desk.gui.pages.import_review import ImportPage
from tests.gui.grids import press
from tests.gui.test_pages import COUNT

Key = Qt.Key


@pytest.fixture
def workbook(window, qtbot, tmp_path) -> Path:
    """The bed counts, as they were sent."""
    path = tmp_path / "病床数.xlsx"
    window.session.export("beds", path)
    qtbot.waitUntil(lambda: "病床数.xlsx" in window.message_bar.text, timeout=20_000)
    return path


def returned(path: Path, **values: object) -> Path:
    """The workbook as it comes back, with other values where these numbers stood."""
    book = load_workbook(path)
    for row in book["療養病床・一般病床"].iter_rows():
        for cell in row:
            if (name := f"n{cell.value}") in values:
                cell.value = values[name]
    back = path.with_stem("回答")
    book.save(back)
    return back


def review(window, qtbot, path: Path) -> ImportPage:
    window.session.compare([path])
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), ImportPage), timeout=20_000)
    return window.stack.currentWidget()


def text_of_count(window) -> str:
    model = window.page("beds").grid().cells
    index = model.find(COUNT)
    return model.text(index.row(), index.column())


def test_a_workbook_that_came_back_unchanged_changes_nothing(window, qtbot, workbook):
    window.session.compare([workbook])
    qtbot.waitUntil(lambda: "違うところはありません" in window.message_bar.text, timeout=20_000)


def test_a_returned_value_is_shown_ticked_and_taken_as_one_step(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300))
    assert [each.finding.address for each in page.findings.ticked()] == [COUNT]
    assert page.findings.lines[0].texts[2:6] == ("5,324", "5,324", "5300", "5,300")
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1か所を取り込みました" in window.message_bar.text)
    window.session.undo()
    qtbot.waitUntil(lambda: window.message_bar.text.startswith("元に戻しました"))
    window.show_page("beds")
    qtbot.waitUntil(lambda: text_of_count(window) == "5,324")


def test_an_unticked_value_is_not_taken(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300, n2914=2900))
    ticked = {each.finding.address for each in page.findings.ticked()}
    row = next(i for i, x in enumerate(page.findings.lines) if x.subject.finding.address == COUNT)
    page.list.setCurrentIndex(page.findings.index(row, 0))
    page.list.setFocus()
    press(Key.Key_Space)
    assert {each.finding.address for each in page.findings.ticked()} == ticked - {COUNT}
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1か所を取り込みました" in window.message_bar.text)
    window.show_page("beds")
    qtbot.waitUntil(lambda: window.page("beds").grid().cells.find(COUNT).isValid())
    assert text_of_count(window) == "5,324"


def test_a_question_stands_first_unticked_and_is_answered_by_a_reading(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324="……", n2914=2900))
    assert page.findings.lines[0].subject.finding.address == COUNT
    assert COUNT not in {each.finding.address for each in page.findings.ticked()}
    choose = next(b for b in page.candidates.findChildren(type(page.take)) if "不詳" in b.text())
    qtbot.mouseClick(choose, Qt.MouseButton.LeftButton)
    assert COUNT in {each.finding.address for each in page.findings.ticked()}
    qtbot.mouseClick(page.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2か所を取り込みました" in window.message_bar.text)
    window.show_page("beds")
    qtbot.waitUntil(lambda: text_of_count(window) == "…")


def test_the_export_button_asks_for_a_file_and_writes_it(window, qtbot, tmp_path):
    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        dialog.selectFile(str(tmp_path / "出力.xlsx"))
        dialog.accept()

    button = next(b for b in window.findChildren(QPushButton) if b.text() == "Excelへ出力…")
    QTimer.singleShot(0, accept)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "出力.xlsx" in window.message_bar.text, timeout=20_000)
    assert (tmp_path / "出力.xlsx").is_file()


def test_leaving_the_review_takes_nothing(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300))
    with qtbot.assertNotEmitted(window.session.changed):
        page.dropped.emit()
    assert window.current() is window.page("beds")
    assert text_of_count(window) == "5,324"
