"""The real window and its parts, on a screen that nobody sees."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kanagawa_desk import paths
from kanagawa_desk.bootstrap import build_window
from kanagawa_desk.gui.main_window import MainWindow
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.settings import Settings
from tests.gui.shared_window import pane, shared_window, window_anew
from tests.ledgers import SteppingClock

__all__ = ["pane", "shared_window", "window_anew"]

# Said of windows and menus by the platform that shows nothing; it says nothing of ours.
_SAID_BY_THE_PLATFORM = "This plugin does not support"

OpenWindow = Callable[[Settings], MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let no test here fail for what the platform says."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(_SAID_BY_THE_PLATFORM, extend=True))


@pytest.fixture(scope="session", autouse=True)
def clipboard_cleared(qapp: QApplication) -> Iterator[None]:
    """The platform that shows nothing keeps what was copied longer than Python lives."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The light theme."""
    return Look(qapp, paths.resource(), "light")


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """A worker thread without a ledger, closed at the end; a failure is worded as it is."""
    made = Tasks(str)
    yield made
    made.close()


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot) -> Iterator[OpenWindow]:
    """Opens the window as the program does, with these settings."""
    opened: list[MainWindow] = []

    def call(remembered: Settings) -> MainWindow:
        window = build_window(qapp, remembered, SteppingClock())
        opened.append(window)
        qtbot.addWidget(window)
        window.show()
        qtbot.waitActive(window)
        return window

    yield call
    for window in opened:
        window.close()


@pytest.fixture
def window(open_window: OpenWindow, sample_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with a copy of the sample ledger, its bed counts loaded."""
    made = open_window(
        Settings(display_name="田中", division="医療企画課", last_ledger=str(sample_path))
    )
    qtbot.waitUntil(lambda: bool(made.page("beds").grid().cells.rows))
    return made
