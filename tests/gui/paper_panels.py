"""Parts of the paper window on their own, over a real ledger."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kanagawa_desk.gui.calls import ledger as calls
from kanagawa_desk.gui.pages.desk import Desk
from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY


def desk_over(look: Look, tasks: Tasks, open_ledger: Callable[[], Ledger], qtbot: QtBot) -> Desk:
    """A desk whose ledger is open."""
    with qtbot.waitSignal(tasks.opened):
        tasks.open(open_ledger, calls.facts)
    return Desk(look, tasks, lambda: TODAY)


def shown(widget: QWidget, qtbot: QtBot, width: int = 520, height: int = 640) -> None:
    """Put a part on the screen, with the keys."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
