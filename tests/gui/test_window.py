"""The window as a whole: opening, closing, what it says and remembers."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
)

from kanagawa_desk import settings
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.pages.start import StartPage
from kanagawa_desk.settings import Settings
from tests.gui.grids import press
from tests.ledgers import opened

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
KINDS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QTabBar)


def grid_of(window: MainWindow, key: str):
    return window.page(key).grid()


def action(window: MainWindow, text: str) -> QAction:
    return next(each for each in window.findChildren(QAction) if each.text() == text)


# Opening.


def test_the_window_opens_the_ledger_of_last_time(window, sample_path):
    assert window.session.facts.path == sample_path
    assert window.windowTitle() == "台帳.kdesk － かながわデスク"


def test_without_a_name_the_window_asks_who_works_here(open_window, qtbot):
    window = open_window(Settings())
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), StartPage))
    start = window.stack.currentWidget()
    qtbot.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    assert window.session.facts is None
    assert start.name.hasFocus()


def test_the_sample_is_opened_under_the_name_that_was_given(open_window, qtbot, home):
    (home / "documents").mkdir(parents=True)
    window = open_window(Settings())
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), StartPage))
    start = window.stack.currentWidget()
    start.name.setText("田中")
    start.division.setText("医療企画課")
    qtbot.mouseClick(start.sample, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(grid_of(window, "beds").cells.rows))
    assert settings.load().display_name == "田中"
    assert settings.load().division == "医療企画課"
    ledger = window.session.facts.path
    window.close()
    assert ledger.parent == home / "documents" / "かながわデスク"
    with opened(ledger) as reopened:
        assert not reopened.read_only


def test_a_lost_ledger_leads_to_the_start(open_window, qtbot, tmp_path):
    window = open_window(Settings(display_name="田中", last_ledger=str(tmp_path / "ない.kdesk")))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), StartPage))


def test_a_file_that_is_no_ledger_is_told_and_leads_to_the_start(open_window, qtbot, tmp_path):
    broken = tmp_path / "壊れた.kdesk"
    broken.write_bytes(b"no ledger" * 100)
    window = open_window(Settings(display_name="田中", last_ledger=str(broken)))
    qtbot.waitUntil(lambda: isinstance(window.stack.currentWidget(), StartPage))
    assert window.message_bar.text


def test_a_ledger_that_another_writes_is_read_only_and_says_who(open_window, qtbot, sample_path):
    with opened(sample_path):
        window = open_window(Settings(display_name="田中", last_ledger=str(sample_path)))
        qtbot.waitUntil(lambda: bool(grid_of(window, "beds").cells.rows))
        assert "佐藤" in window.message_bar.text
        assert not grid_of(window, "beds").cells.is_editable(0, 3)
        adding = next(
            b for b in window.page("beds").findChildren(QPushButton) if b.text() == "基準日を追加"
        )
        assert not adding.isEnabled()


def test_another_ledger_takes_the_place_of_the_first(window, qtbot, sample_path, tmp_path):
    other = Path(shutil.copy(sample_path, tmp_path / "別.kdesk"))
    with qtbot.waitSignal(window.session.opened):
        window.session.open(other)
    assert window.windowTitle().startswith("別.kdesk")
    with opened(sample_path) as first:
        assert not first.read_only


# Writing and leaving.


def test_f9_folds_the_list_of_pages(window):
    grid_of(window, "beds").setFocus()
    was = window.navigation.is_folded
    press(Key.Key_F9)
    assert window.navigation.is_folded is not was


def test_the_status_bar_tells_when_it_was_stored(window, qtbot):
    grid = grid_of(window, "beds")
    with qtbot.waitSignal(window.session.changed):
        grid.cells.enter({grid.cells.cell(0, 3).address: "1"})
    # The clock of the tests starts at 09:00 in Japan.
    texts = [each.text() for each in window.status.findChildren(QLabel)]
    assert any(text.startswith("保存済み 09:") for text in texts)


def test_what_is_typed_when_the_window_closes_is_stored(window, qtbot, sample_path):
    grid = grid_of(window, "beds")
    address = grid.cells.cell(0, 3).address
    grid.setFocus()
    grid.go_to(0, 3)
    press(Key.Key_7)
    window.close()
    with opened(sample_path) as ledger, ledger.reading() as reads:
        assert reads.get(BedCount, address.key).beds.number == 7


def test_the_panes_keep_their_sizes(window, qtbot, open_window, sample_path):
    window.page("beds").sides.setSizes([700, 500])
    kept = window.page("beds").sides.sizes()
    window.close()
    assert settings.load().splitters["beds.sides"] == tuple(kept)


# Backups, and a ledger that another holds.


def test_the_status_bar_tells_of_the_last_backup(window, qtbot):
    def told() -> list[str]:
        return [each.text() for each in window.status.findChildren(QLabel)]

    assert "最終バックアップ なし" in told()
    action(window, "バックアップを取る").trigger()
    qtbot.waitUntil(lambda: any(text.startswith("最終バックアップ R6.10.4 09:") for text in told()))


@pytest.fixture
def held_elsewhere(sample_path: Path) -> Path:
    """The ledger with a lock that a process on another machine left behind."""
    holder = {"who": "佐藤", "host": "べつの端末", "pid": 1, "since": "2024-10-01T00:00:00+00:00"}
    lock = sample_path.with_name(sample_path.name + ".lock")
    lock.write_text(json.dumps(holder), encoding="utf-8")
    return sample_path


def test_a_ledger_that_another_machine_holds_is_taken_over_on_asking_twice(
    open_window, qtbot, held_elsewhere
):
    window = open_window(Settings(display_name="田中", last_ledger=str(held_elsewhere)))
    qtbot.waitUntil(lambda: bool(window.page("beds").grid().cells.rows))
    assert not grid_of(window, "beds").cells.writable
    for word in ("引き継ぐ…", "引き継いで書き込む"):
        buttons = window.message_bar.findChildren(QPushButton)
        qtbot.mouseClick(next(b for b in buttons if b.text() == word), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: grid_of(window, "beds").cells.writable)
    window.close()
    with opened(held_elsewhere) as ledger:
        assert not ledger.read_only


def test_a_ledger_that_a_living_process_here_holds_is_not_offered(open_window, qtbot, sample_path):
    with opened(sample_path):
        window = open_window(Settings(display_name="田中", last_ledger=str(sample_path)))
        qtbot.waitUntil(lambda: bool(window.message_bar.text))
        words = [each.text() for each in window.message_bar.findChildren(QPushButton)]
        assert "引き継ぐ…" not in words
