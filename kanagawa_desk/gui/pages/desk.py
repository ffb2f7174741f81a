"""What every page works with."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.gui.tasks import Tasks
from kanagawa_desk.gui.theme import Look


@dataclass(frozen=True, slots=True)
class Desk:
    """How things look, the door to the ledger, and today."""

    look: Look
    tasks: Tasks
    today: Callable[[], date]
