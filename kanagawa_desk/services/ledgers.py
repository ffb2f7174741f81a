"""Making and opening a ledger."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.errors import EnvironmentFault
from kanagawa_desk.services.sample import load_sample
from kanagawa_desk.storage import ledger as stored
from kanagawa_desk.storage.ledger import Ledger

__all__ = ["Actor", "Ledger", "create", "open_ledger", "open_to_write"]

Clock = Callable[[], datetime]


def create(path: Path, actor: Actor, clock: Clock, *, sample: bool = False) -> Ledger:
    """Make a ledger, empty or with the sample of 令和6年10月4日, and open it for writing.

    Raises UserError where a file is already, EnvironmentFault where none can be made.
    """
    ledger = stored.create(path, actor, clock)
    if sample:
        try:
            load_sample(ledger)
        except BaseException:
            ledger.close()
            path.unlink()
            raise
    return ledger


def open_ledger(
    path: Path, actor: Actor, clock: Clock, *, writing: bool = True, take_over: bool = False
) -> Ledger:
    """Open a ledger; read only where another holds it, or where `writing` is not asked for.

    Raises UserError for a file that is no ledger or is newer than this release.
    """
    return stored.open_ledger(path, actor, clock, writing=writing, take_over=take_over)


def open_to_write(path: Path, actor: Actor, clock: Clock) -> Ledger:
    """Open a ledger that must be written; raises EnvironmentFault naming who holds it."""
    ledger = open_ledger(path, actor, clock)
    if not ledger.read_only:
        return ledger
    ledger.close()
    raise EnvironmentFault(ledger.why_read_only)
