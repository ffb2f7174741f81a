"""Who runs a command and where, the exit codes, and the ledger that it is about."""

from argparse import Namespace
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kanagawa_desk.domain.acting import JAPAN, Actor
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.ledgers import Clock, Ledger

DONE, FAULT, HAS_PROBLEMS = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Here:
    """Who runs the command, by which clock, and where things lie unless it is said."""

    actor: Actor
    clock: Clock
    default_ledger: Path
    demo_folder: Path

    @property
    def today(self) -> date:
        """The day on the wall in Japan."""
        return self.clock().astimezone(JAPAN).date()


def reading(here: Here, said: Namespace) -> closing[Ledger]:
    """The ledger that is meant, open for reading only; closed at the end of the block."""
    path = said.ledger or here.default_ledger
    return closing(ledgers.open_ledger(path, here.actor, here.clock, writing=False))


def writing(here: Here, said: Namespace) -> closing[Ledger]:
    """The ledger that is meant, open for writing; raises EnvironmentFault naming who holds it."""
    path = said.ledger or here.default_ledger
    return closing(ledgers.open_to_write(path, here.actor, here.clock))
