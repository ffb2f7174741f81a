"""The ledger file: one cell stored so that it stays, and a long history opened."""

import sqlite3
from datetime import date
from itertools import count
from pathlib import Path

from benchmarks import ledgers
from benchmarks.machine import mount
from benchmarks.measuring import Contest, Contestant, NotMeasurable, timed
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.services import history
from kanagawa_desk.services.edit import Edit, set_cells

_CELL = Address("bed_count", ("general", "kensei", date(2024, 4, 1)), "beds")
_CELLS = 20  # stored in a row for one measurement
_OPENINGS = 20
_SHOWN = 200  # batches, as the page asks for them
_CHANGES_OF_BATCH = 4
_IN_MEMORY = ("tmpfs", "ramfs")


def cell(folder: Path) -> Contest:
    """Ours reads, checks and stores a typed text with its history; theirs inserts a row."""
    if (kind := mount(folder)[0]) in _IN_MEMORY:
        raise NotMeasurable(f"{kind} is no disk")
    ledger = ledgers.opened(ledgers.sample(folder))
    plain = _plain_file(folder / "plain.sqlite")
    figures = count(3000)

    def ours() -> None:
        for _ in range(_CELLS):
            written = set_cells(ledger, [Edit(_CELL, f"{next(figures):,}床")], ledgers.TODAY)
            if not written.changed:
                raise NotMeasurable(written.outcomes[0].note)

    def theirs() -> None:
        for _ in range(_CELLS):
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("INSERT INTO cell (text) VALUES (?)", (str(next(figures)),))
            plain.execute("COMMIT")

    return Contest(timed(ours), timed(theirs))


def long_history(folder: Path) -> Contest:
    """The latest batches of a million changes, and of a thousand."""
    return Contest(_opening(folder / "long", 1_000_000), _opening(folder / "short", 1_000))


def _opening(folder: Path, changes: int) -> Contestant:
    folder.mkdir()
    path = ledgers.sample(folder)
    ledgers.lengthen_history(path, changes // _CHANGES_OF_BATCH)
    ledger = ledgers.opened(path)

    def page() -> None:
        for _ in range(_OPENINGS):
            found = history.batches(ledger, limit=_SHOWN)
            history.changes(ledger, found[0].id)

    return timed(page)


def _plain_file(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE cell (id INTEGER PRIMARY KEY, text TEXT)")
    return connection
