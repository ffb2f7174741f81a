"""Workbooks out and back through the window."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.pages.import_review import ImportPage
from kanagawa_desk.services.edit import Edit, set_cells
from tests.gui.grids import press
from tests.gui.test_pages import COUNT
from tests.ledgers import TODAY

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


def row_of(page: ImportPage, address: Address) -> int:
    items = page.pane.lines.items
    return next(
        n for n, item in enumerate(items) if item.finding and item.finding.address == address
    )


def texts(page: ImportPage, row: int) -> list[str]:
    table = page.pane.list.model()
    return [table.index(row, column).data() for column in range(table.columnCount())]


def taken(page: ImportPage) -> set[Address]:
    return {each.address for each in page.pane.lines.taken()}


def test_a_returned_value_is_taken_as_one_step(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300))
    assert taken(page) == {COUNT}
    assert texts(page, 0)[3:6] == ["5,324", "5,324", "5,300"]
    qtbot.mouseClick(page.pane.take, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "1か所を取り込みました" in window.message_bar.text)
    window.session.undo()
    qtbot.waitUntil(lambda: window.message_bar.text.startswith("元に戻しました"))
    window.show_page("beds")
    qtbot.waitUntil(lambda: text_of_count(window) == "5,324")


def test_a_value_that_is_held_is_not_taken(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300, n2914=2900))
    before = taken(page)
    page.pane.list.go_to(row_of(page, COUNT))
    press(Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert taken(page) == before - {COUNT}
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "1か所を取り込みました" in window.message_bar.text)
    window.show_page("beds")
    qtbot.waitUntil(lambda: window.page("beds").grid().cells.find(COUNT).isValid())
    assert text_of_count(window) == "5,324"


def test_a_question_stands_first_and_is_answered_by_its_number(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324="……", n2914=2900))
    assert row_of(page, COUNT) == 0
    assert COUNT not in taken(page)
    press(Key.Key_2)
    assert texts(page, 0)[5] == "不詳"
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "2か所を取り込みました" in window.message_bar.text)
    window.show_page("beds")
    qtbot.waitUntil(lambda: text_of_count(window) == "…")


def test_from_a_cell_in_its_grid_there_is_a_way_back_to_the_review(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.current() is window.page("beds"))
    back = next(b for b in window.findChildren(QPushButton) if b.text() == "確認に戻る")
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert window.stack.currentWidget() is page
    assert page.pane.list.hasFocus()


def test_a_refused_import_leaves_the_review_open(window, qtbot, workbook):
    page = review(window, qtbot, returned(workbook, n5324=5300))
    edit = Edit(COUNT, "5200")
    window.tasks.ask(lambda ledger: set_cells(ledger, [edit], TODAY))
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "台帳で変わりました" in window.message_bar.text)
    assert window.stack.currentWidget() is page


def test_the_file_that_was_taken_in_is_saved_again_from_the_history(
    window, qtbot, workbook, tmp_path
):
    path = returned(workbook, n5324=5300)
    page = review(window, qtbot, path)
    press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "1か所を取り込みました" in window.message_bar.text)
    history = window.page("history")
    save = next(b for b in history.findChildren(QPushButton) if b.text().startswith("受け取った"))
    qtbot.waitUntil(save.isEnabled)
    change = history.changes.model()
    qtbot.waitUntil(lambda: change.rowCount() == 1)
    assert (
        change.index(0, 4).data() == f"回答.xlsx!療養病床・一般病床!{page.pane.lines.items[0].cell}"
    )
    history.save_files(tmp_path / "保存")
    qtbot.waitUntil(lambda: "保存しました" in window.message_bar.text)
    assert (tmp_path / "保存" / "回答.xlsx").read_bytes() == path.read_bytes()


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
