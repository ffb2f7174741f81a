"""照会: rounds made, followed up and collected through the window, by keys and by dropping."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from kanagawa_desk.gui import file_dialogs
from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.pages.inquiries import InquiriesPage
from tests.gui.grids import confirm, press, type_text
from tests.services.inquiries.rounds import fill_in, sent_copy

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
PLANS = 5  # divisions that are asked about the plans of the sample
LONG = 20_000  # ms, for what starts other programs


@pytest.fixture(scope="session")
def sent_file(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger whose plans were asked about, sent once for all tests."""
    return sent_copy(sample_file, tmp_path_factory.mktemp("照会"))


@pytest.fixture
def folder(sent_file: Path, tmp_path: Path) -> Path:
    """A copy of that folder."""
    return Path(shutil.copytree(sent_file, tmp_path / "照会"))


@pytest.fixture
def page(shared_window: MainWindow, folder: Path, qtbot: QtBot) -> InquiriesPage:
    """The page with one round, in hand."""
    window = shared_window
    qtbot.waitUntil(lambda: window.session.facts is not None)
    with qtbot.waitSignal(window.session.opened):
        window.session.open(folder / "台帳.kdesk")
    window.activateWindow()
    window.show_page("inquiries")
    made = window.page("inquiries")
    loaded: list[None] = []
    window.tasks.ask(lambda _ledger: None, then=loaded.append)
    qtbot.waitUntil(lambda: bool(loaded))
    assert len(rows(made)) == PLANS
    window.message_bar.hide()
    made.board.choose(made.list.current.requests[0].id)
    made.board.list.setFocus()
    return made


@pytest.fixture
def chosen_folder(monkeypatch, tmp_path) -> Path:
    """The folder that the person chooses wherever the system asks for one."""
    target = tmp_path / "出力"
    monkeypatch.setattr(file_dialogs, "folder", lambda *_: target)
    return target


def rows(page: InquiriesPage) -> list[tuple[str, ...]]:
    return [line.texts for line in page.board.list.model().lines]


def states(page: InquiriesPage) -> dict[str, str]:
    return {texts[0]: texts[1] for texts in rows(page)}


def told(page: InquiriesPage) -> str:
    return page.window().message_bar.text


def answer(
    folder: Path, respondent: str, cells: dict | None = None, *, name: str = "", **head: str
) -> Path:
    """A workbook as it comes back."""
    (source,) = (folder / "計画の時点更新").glob(f"*_{respondent}_*.xlsx")
    target = folder / "計画の時点更新の回答" / (name or source.name)
    fill_in(source, target, cells or {}, **head)
    return target


def drop(page: InquiriesPage, *paths: Path) -> None:
    """Let go of files over the page."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    place, copy = QPointF(200, 200), Qt.DropAction.CopyAction
    QApplication.sendEvent(page, QDragEnterEvent(place.toPoint(), copy, data, left, none))
    QApplication.sendEvent(page, QDropEvent(place, copy, data, left, none))


@pytest.fixture
def answers(folder: Path) -> Path:
    """Answers of two divisions, one of them again, a broken file and one of nobody known."""
    first = answer(folder, "医療保険課", answer="修正なし", person="鈴木")
    answer(folder, "健康増進課", answer="該当なし")
    shutil.copy(first, first.with_name("再送.xlsx"))
    (first.parent / "壊れた.xlsx").write_bytes(b"PK\x03\x04")
    (first.parent / "名簿.csv").write_text("氏名,電話\n山田,1234\n", "utf-8-sig")
    return first.parent


def test_the_board_says_of_each_how_it_stands_and_what_is_next(page):
    assert rows(page)[0][:4] == ("医療企画課", "照会中", "10/18", "14日")
    assert rows(page)[0][-1] == "お願い（再）…"
    assert page.list.current.inquiry.id == "R6-01"


def test_a_dropped_folder_is_received_and_every_file_is_named(page, answers, qtbot):
    drop(page, answers)
    qtbot.waitUntil(page.below.receipts.isVisible, timeout=LONG)
    found = {each.path.name: each for each in page.below.receipts.receipts}
    statuses = {name: each.status_label for name, each in found.items()}
    assert statuses["壊れた.xlsx"] == "読めない"
    assert found["壊れた.xlsx"].message
    assert statuses["名簿.csv"] == "不明"
    assert sorted(statuses.values()).count("受付") == 2
    assert statuses["再送.xlsx"] == "再送"
    sheets, lines, cells = found["再送.xlsx"].read
    assert (sheets, lines > 2, cells > 10) == (2, True, True)
    qtbot.waitUntil(lambda: states(page)["医療保険課"] == "回答あり")
    assert states(page)["医療企画課"] == "照会中"


def test_a_file_whose_marks_are_lost_is_filed_by_the_person(page, folder, qtbot):
    from openpyxl import load_workbook

    file = answer(folder, "がん・疾病対策課", name="回答.xlsx", answer="修正なし")
    book = load_workbook(file)
    del book["_kdesk"]
    guide = book["記入要領"]
    for cell in [cell for row in guide.iter_rows() for cell in row]:
        if cell.value == "がん・疾病対策課":
            cell.value = None
    book.save(file)
    drop(page, file)
    receipts = page.below.receipts
    qtbot.waitUntil(receipts.isVisible, timeout=LONG)
    assert receipts.receipts[0].status_label == "不明"
    press(Key.Key_Return)
    assert receipts.inquiry.hasFocus()
    receipts.respondent.setFocus()
    while receipts.respondent.currentText() != "がん・疾病対策課":
        press(Key.Key_Down)
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: receipts.receipts[0].status_label == "受付", timeout=LONG)
    qtbot.waitUntil(lambda: states(page)["がん・疾病対策課"] == "回答あり")


def test_what_stood_open_goes_with_its_ledger(page, answers, folder, qtbot):
    drop(page, answers)
    qtbot.waitUntil(lambda: page.below.currentWidget() is page.below.receipts, timeout=LONG)
    page.open_form()
    confirm("10月委員会の時点更新")
    other = Path(shutil.copy(folder / "台帳.kdesk", folder / "別の台帳.kdesk"))
    with qtbot.waitSignal(page.window().session.opened):
        page.window().session.open(other)
    assert page.below.currentWidget() is page.below.review
    assert page.right.currentWidget() is not page.form
    assert page.form.title.text() == ""


def test_chips_leave_those_in_a_state(page, folder, answers, qtbot):
    drop(page, answers)
    qtbot.waitUntil(lambda: states(page)["健康増進課"] == "回答あり", timeout=LONG)
    page.board.chips.chosen.emit("returned")
    assert [texts[0] for texts in rows(page)] == ["医療保険課", "健康増進課"]
    page.board.chips.chosen.emit("none")
    assert [texts[0] for texts in rows(page)] == ["健康増進課"]
    page.board.chips.chosen.emit("")
    assert len(rows(page)) == PLANS


def test_enter_does_what_is_next_and_the_reminder_is_remembered(page, qtbot):
    press(Key.Key_Down)
    press(Key.Key_Return)
    reminders = page.below.reminders
    qtbot.waitUntil(lambda: reminders.isVisible())
    qtbot.waitUntil(lambda: "健康危機・感染症対策課長　様" in reminders.text.toPlainText())
    reminders.copy()
    assert "回答のお願い（再）" in QGuiApplication.clipboard().text()
    reminders.sent.emit([page.board.current.id])
    qtbot.waitUntil(lambda: rows(page)[1][6] == "お願い1")


def test_the_due_date_of_the_marked_is_put_off_for_a_reason(page, folder, qtbot):
    page.ask_due()
    due, reason = page.ask_bar.findChildren(QLineEdit)
    confirm("R6.10.32")
    press(Key.Key_Return)
    assert page.ask_bar.isVisible()
    due.setText("R6.10.25")
    press(Key.Key_Return)
    assert page.ask_bar.isVisible()
    reason.setText("台風のため")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: rows(page)[0][2] == "10/25")
    assert rows(page)[0][6] == "期限延長1"
    assert rows(page)[1][2] == "10/18"


def test_an_inquiry_is_ended_and_begun_again(page, qtbot):
    page.close_or_reopen()
    qtbot.waitUntil(lambda: page.list.current.inquiry.closed_on is not None)
    page.list.filter.setCurrentIndex(1)
    assert page.list.current is None
    assert rows(page) == []
    page.list.filter.setCurrentIndex(0)
    page.close_or_reopen()
    qtbot.waitUntil(lambda: page.list.current.inquiry.closed_on is None)


def test_one_more_is_asked_and_gets_a_workbook(page, chosen_folder, qtbot):
    page.ask_respondent()
    qtbot.waitUntil(page.ask_bar.isVisible)
    page.ask_bar.findChild(QComboBox).setCurrentText("企業局")
    page.ask_bar.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "企業局" in states(page), timeout=LONG)


def test_a_round_is_made_for_chosen_divisions(page, chosen_folder, qtbot):
    press(Key.Key_N, CTRL_SHIFT)
    form = page.form
    qtbot.waitUntil(form.title.hasFocus)
    qtbot.waitUntil(lambda: form.scope.topLevelItemCount() == 3)
    confirm("10月委員会の時点更新")
    press(Key.Key_Tab)
    type_text("R6.10.25")
    for ledger in (0, 2):
        form.scope.topLevelItem(ledger).setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: len(form.preview.chosen()) == PLANS, timeout=LONG)
    form.preview.list.setFocus()
    press(Key.Key_Space)
    assert "医療企画課" not in [each.name for each in form.preview.chosen()]
    qtbot.waitUntil(lambda: form.preview.view.is_shown, timeout=LONG)
    press(Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.list.current.inquiry.id == "R6-02", timeout=LONG)
    assert len(rows(page)) == PLANS - 1
    assert (chosen_folder / "R6-02_健康増進課_10月委員会の時点更新.xlsx").is_file()
    assert (chosen_folder / "照会文").is_dir()


def test_what_is_missing_in_the_form_is_said_below_it(page, qtbot):
    page.open_form()
    form = page.form
    qtbot.waitUntil(lambda: form.scope.topLevelItemCount() == 3)
    qtbot.waitUntil(lambda: form.fault == "件名を入れてください。")
    confirm("時点更新")
    qtbot.waitUntil(lambda: form.fault == "回答期限を入れてください。")
    form.due.setText("R6.10.32")
    qtbot.waitUntil(lambda: form.fault.startswith("回答期限："))
    assert not form.make.isEnabled()
    press(Key.Key_Escape)
    assert not form.isVisible()


def test_the_list_of_the_unanswered_goes_out_as_pdf_and_for_excel(
    page, monkeypatch, tmp_path, qtbot
):
    for ending, begins in ((".pdf", b"%PDF"), (".xlsx", b"PK")):
        target = tmp_path / f"未回答一覧{ending}"
        monkeypatch.setattr(file_dialogs, "list_to_write", lambda *_, made=target: made)
        page.list_unanswered()
        qtbot.waitUntil(target.is_file, timeout=LONG)
        qtbot.waitUntil(lambda name=target.name: name in told(page), timeout=LONG)
        assert target.read_bytes().startswith(begins)


def test_a_workbook_is_written_once_more(page, chosen_folder, qtbot):
    page.send()
    qtbot.waitUntil(lambda: "様式を書き出しました" in told(page), timeout=LONG)
    assert [path.suffix for path in chosen_folder.glob("*.xlsx")] == [".xlsx"]


def test_the_context_menu_offers_what_can_be_done_with_a_request(page):
    page.board.menu_wanted.emit(page.mapToGlobal(page.rect().center()))
    (menu,) = page.findChildren(QMenu)
    assert "回答ファイルを保存…" in [action.text() for action in menu.actions()]
    menu.close()


def test_answers_that_wait_are_counted_beside_the_page(page, answers, qtbot):
    drop(page, answers)
    buttons = page.window().navigation.findChildren(QToolButton)
    qtbot.waitUntil(
        lambda: "照会　2件" in [each.accessibleName() for each in buttons], timeout=LONG
    )


def test_an_answer_with_a_fault_is_sent_back_with_a_text(page, folder, chosen_folder, qtbot):
    file = answer(folder, "健康増進課", {("health21", "revised"): "来年"}, answer="changed")
    drop(page, file)
    qtbot.waitUntil(lambda: states(page)["健康増進課"] == "回答あり", timeout=LONG)
    page.board.choose(page.list.current.requests[3].id)
    page.below.show_review()
    qtbot.waitUntil(page.below.review.send_back.isVisible, timeout=LONG)
    page.below.review.send_back.setFocus()
    press(Key.Key_Space)
    reminders = page.below.reminders
    qtbot.waitUntil(lambda: "（修正依頼）" in reminders.text.toPlainText(), timeout=LONG)
    assert [path.name[:4] for path in chosen_folder.iterdir()] == ["修正依頼"]
    qtbot.waitUntil(lambda: states(page)["健康増進課"] == "修正依頼中")


def test_an_answer_is_saved_as_it_came(page, folder, tmp_path, monkeypatch, qtbot):
    file = answer(folder, "健康増進課", answer="修正なし")
    drop(page, file)
    qtbot.waitUntil(lambda: states(page)["健康増進課"] == "回答あり", timeout=LONG)
    page.board.choose(page.list.current.requests[3].id)
    target = tmp_path / "控え.xlsx"
    monkeypatch.setattr(file_dialogs, "file_to_write", lambda *_: target)
    page.save_returned()
    qtbot.waitUntil(target.is_file)
    assert target.read_bytes() == file.read_bytes()
