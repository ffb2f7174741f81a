"""The composition root: the only place that builds the program's parts and connects them."""

from __future__ import annotations

import builtins
import getpass
import logging
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kanagawa_desk import __version__, logs, paths, settings
from kanagawa_desk.errors import EnvironmentFault, UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kanagawa_desk.gui.main_window import MainWindow

Clock = Callable[[], datetime]

_log = logging.getLogger(__name__)

_DEMO_FOLDER = "kanagawa-desk-demo"  # in the current folder
_UNEXPECTED = "予期しない不具合が起きました。台帳は無事です。記録を {log} に残しました。"


def now() -> datetime:
    """The time on the wall, in UTC."""
    return datetime.now(UTC)


def explain(error: BaseException) -> str:
    """A failure in words for a person; what is our own fault is logged."""
    if isinstance(error, UserError | EnvironmentFault):
        return str(error)
    _log.error("unexpected fault", exc_info=error)
    return _UNEXPECTED.format(log=paths.log_dir())


def run_window() -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    remembered = settings.load()
    if remembered.zoom != 100:
        os.environ["QT_SCALE_FACTOR"] = str(remembered.zoom / 100)
    # PySide6 reads the source of every module imported after it, in search of switches that
    # nothing here uses; the start is a fifth shorter without.
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication

    builtins.__import__ = plain_import
    logs.start()
    app = QApplication(sys.argv[:1])
    window = build_window(app, remembered)
    logs.watch(lambda error: window.tasks.failed.emit(explain(error)))
    window.show()
    return app.exec()


def build_window(
    app: QApplication, remembered: settings.Settings, clock: Clock = now
) -> MainWindow:
    """The window with everything connected, ready to be shown."""
    from kanagawa_desk.gui.ledger_files import LedgerFiles
    from kanagawa_desk.gui.main_window import MainWindow
    from kanagawa_desk.gui.preferences import Preferences
    from kanagawa_desk.gui.session import Session
    from kanagawa_desk.gui.tasks import Tasks
    from kanagawa_desk.gui.theme import Look
    from kanagawa_desk.gui.window_menus import WindowMenus

    def store(values: Mapping[str, Any]) -> None:
        try:
            settings.save(replace(remembered, **values))
        except EnvironmentFault as error:
            _log.warning("%s", error)

    app.setApplicationName("kanagawa-desk")
    app.setApplicationVersion(__version__)
    look = Look(app, paths.resource(), remembered.theme)
    tasks = Tasks(explain)
    preferences = Preferences(asdict(remembered), store)
    look.zoom_grids(remembered.grid_zoom)
    look.zoomed.connect(lambda: preferences.change(grid_zoom=look.zoom))
    with ExitStack() as on_failure:
        on_failure.callback(tasks.close)  # its thread would keep the program alive
        session = Session(tasks, preferences, getpass.getuser(), clock)
        window = MainWindow(look, tasks, session, preferences)
        files = LedgerFiles(window, paths.default_ledger())
        menus = WindowMenus(window, files, __version__)
        window.painted.connect(files.begin)
        window.painted.connect(menus.fill)
        on_failure.pop_all()
    return window


def run_command(arguments: Sequence[str]) -> int:
    """Run the command line; returns the exit code."""
    from kanagawa_desk import cli
    from kanagawa_desk.domain.acting import Actor

    logs.start()
    remembered = settings.load()
    account = getpass.getuser()
    actor = Actor(remembered.display_name or account, remembered.division, account)
    ledger = Path(remembered.last_ledger) if remembered.last_ledger else paths.default_ledger()
    return cli.main(arguments, cli.Here(actor, now, ledger, Path(_DEMO_FOLDER)))
