"""Ledgers for tests: made once, copied for each test that wants one."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.ledgers import Ledger

ACTOR = Actor("佐藤", "医療企画課", "sato")
START = datetime(2024, 10, 4, 0, 0, tzinfo=UTC)
TODAY = START.date()


class SteppingClock:
    """A clock that goes on one minute each time it is asked."""

    def __init__(self) -> None:
        self._now = START

    def __call__(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now


@contextmanager
def opened(path: Path) -> Iterator[Ledger]:
    """A ledger open for writing, closed at the end."""
    ledger = ledgers.open_to_write(path, ACTOR, SteppingClock())
    try:
        yield ledger
    finally:
        ledger.close()
