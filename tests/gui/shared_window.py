"""One window for all tests of a module, put back as it was before each of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanagawa_desk.bootstrap import build_window
from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.models.view import View
from kanagawa_desk.gui.widgets.ask_bar import AskBar
from kanagawa_desk.gui.widgets.grid.pane import GridPane
from kanagawa_desk.gui.widgets.side_panel import SidePanel
from kanagawa_desk.settings import Settings
from tests.gui.grids import confirm, press, settled
from tests.ledgers import SteppingClock


@pytest.fixture(scope="module")
def shared_window(
    qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """The window on a copy of the sample, open until the last test of the module."""
    path = shutil.copy(sample_file, tmp_path_factory.mktemp("shared") / "台帳.kdesk")
    remembered = Settings(display_name="田中", division="医療企画課", last_ledger=str(path))
    window = build_window(qapp, remembered, SteppingClock())
    window.show()
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def pane(shared_window: MainWindow, qtbot: QtBot) -> Iterator[GridPane]:
    """The pane of the bed counts, in hand; what a test arranged or entered is put back."""
    window = shared_window
    window.activateWindow()
    qtbot.waitUntil(lambda: window.session.facts is not None)
    window.show_page("beds")
    made = window.page("beds").pane
    qtbot.waitUntil(lambda: bool(made.model.rows))
    entered: list[object] = []
    counting = window.session.changed.connect(lambda: entered.append(None))
    steps = undo_steps(window, qtbot)
    made.grid.setFocus()
    yield made
    if made.grid.editor() is not None:
        confirm("")  # the input method keeps Escape while it composes
        press(Qt.Key.Key_Escape)
    for bar in (made.find_bar, made.go_bar, made.filter_bar, made.ask_bar, made.review):
        bar.hide()
    if made.views.current() != View():
        made.views.show(View())
    settled(made, qtbot)
    if entered or made.model.drafts:
        for address in list(made.model.drafts):
            made.model.give_up(address)
        for _ in range(undo_steps(window, qtbot) - steps):
            window.session.undo()
        settled(made, qtbot)
    window.session.disconnect(counting)


@pytest.fixture
def window_anew(shared_window: MainWindow, sample_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window of the module, as large as at first, with a ledger that nobody touched yet."""
    window = shared_window
    window.resize(1440, 900)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.session.facts is not None)
    with qtbot.waitSignal(window.session.opened):
        window.session.open(sample_path)
    for panel in window.findChildren(SidePanel):
        panel.show_record((), "", (), {})  # what it showed was of another ledger
    settled(window, qtbot)
    window.page("beds").grid().go_to(0, 0)
    yield window
    if (focus := QApplication.focusWidget()) is not None:
        focus.clearFocus()  # what is being typed belongs to this ledger
    for pane in window.findChildren(GridPane):
        if pane.grid.editor() is not None:
            pane.grid.editor().close()
        pane.find_bar.hide()
        pane.review.hide()
        if pane.views.current() != View():
            pane.views.show(View())
    for bar in window.findChildren(AskBar):
        bar.hide()
    window.message_bar.hide()
    settled(window, qtbot)


def stored(window: MainWindow, qtbot: QtBot, entity: type, **fields: object) -> Any:
    """The one record with these fields, once all is stored that was asked for."""
    answers: list[Any] = []

    def look_up(ledger: Any) -> Any:
        with ledger.reading() as reads:
            return reads.all(entity, **fields)

    window.tasks.ask(look_up, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    (record,) = answers[0]
    return record


def open_a_copy(window: MainWindow, qtbot: QtBot) -> None:
    """Open the ledger in hand as from anew, so that nothing is known but what is stored."""
    settled(window, qtbot)
    path = window.session.facts.path
    with qtbot.waitSignal(window.session.opened):
        window.session.open(Path(shutil.copy(path, path.with_name("写し.kdesk"))))
    settled(window, qtbot)


def undo_steps(window: MainWindow, qtbot: QtBot) -> int:
    """How many batches there are to take back."""
    answers: list[int] = []
    window.tasks.ask(_edits, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def _edits(ledger) -> int:
    from kanagawa_desk.domain.changes import timeline
    from kanagawa_desk.storage import history

    with ledger.reading() as reads:
        done, _undone = timeline(reversed(history.batches(reads.connection)))
    return len(done)
