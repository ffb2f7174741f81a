"""An open ledger: the file, its lock, and the doors to reading and writing."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from kanagawa_desk.domain.acting import JAPAN, Actor
from kanagawa_desk.domain.changes import Batch, BatchKind
from kanagawa_desk.errors import EnvironmentFault, UserError
from kanagawa_desk.storage import history, kept_files
from kanagawa_desk.storage.engine import engine_for, faults, transaction
from kanagawa_desk.storage.entities import fetch, get
from kanagawa_desk.storage.lock import Holder, Lock, acquire
from kanagawa_desk.storage.migration import SCHEMA_VERSION, migrate, version_of
from kanagawa_desk.storage.unit import Unit

E = TypeVar("E")
Clock = Callable[[], datetime]


class Reader:
    """Reads of one transaction, all of the same state."""

    def __init__(self, connection: Connection) -> None:
        """Read from a connection that is in a transaction."""
        self.connection = connection

    def get(self, entity: type[E], key: tuple[Any, ...]) -> E | None:
        """One record by its key."""
        return get(self.connection, entity, key)

    def all(self, entity: type[E], **equal: Any) -> tuple[E, ...]:
        """All records whose fields equal these values."""
        return fetch(self.connection, entity, **equal)


class Ledger:
    """One open file. Reading and writing happen in the thread that opened it."""

    def __init__(
        self, path: Path, actor: Actor, clock: Clock, lock: Lock | None, holder: Holder | None
    ) -> None:
        """Connect; without a lock the ledger is read only."""
        self.path = path
        self.actor = actor
        self.clock = clock
        self.holder = holder
        self._lock = lock
        with faults():
            self._connection = engine_for(path, read_only=lock is None).connect()
        with self.reading() as reader:
            self.opened_at = history.last_seq(reader.connection)

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._lock is None

    @property
    def can_be_taken_over(self) -> bool:
        """Whether the holder is on another machine, where only a person can tell if it is gone."""
        return self.holder is not None and not self.holder.is_here

    @property
    def why_read_only(self) -> str:
        """In Japanese: who holds the ledger since when, or that it may not be written."""
        if self.holder is None:
            return f"{self.path} に書き込む権限がありません。保存場所の権限を確かめてください。"
        since = datetime.fromisoformat(self.holder.since).astimezone(JAPAN)
        return (
            f"{self.path} は {self.holder.who}（{self.holder.host}）が"
            f"{since:%m月%d日 %H:%M} から書込み中です。閉じてもらってから開いてください。"
        )

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A transaction for reading."""
        with transaction(self._connection, writing=False), faults():
            yield Reader(self._connection)

    @contextmanager
    def batch(
        self,
        action: str,
        source: str = "",
        *,
        kind: str = BatchKind.EDIT,
        target: int | None = None,
        continuing: int = 0,
    ) -> Iterator[Unit]:
        """One user action: written and remembered whole when the block ends well, else not at all.

        `continuing` is the batch of this session that the action goes on with, 0 for none: while
        nothing was written after it, both are remembered as one. Raises EnvironmentFault when
        the ledger is read only.
        """
        with self._writing() as connection:
            goes_on = continuing > self.opened_at
            unit = Unit(connection, history.reopened(connection, continuing) if goes_on else ())
            yield unit
            if changes := unit.changes:
                who, account = self.actor.label, self.actor.account
                batch = Batch(0, self.clock(), who, account, action, source, kind, target, 0)
                unit.batch = history.append(connection, batch, changes)
                kept_files.attach(connection, unit.batch.seq, unit.files)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self.read_only:
            raise EnvironmentFault("台帳は読取専用で開いています。書き込めません。")
        with transaction(self._connection, writing=True), faults():
            yield self._connection

    def close(self) -> None:
        """Close the file and give up the lock."""
        self._connection.close()
        if self._lock is not None:
            self._lock.release()


def create(path: Path, actor: Actor, clock: Clock) -> Ledger:
    """Make an empty ledger and open it for writing; raises UserError where a file is."""
    if path.exists():
        raise UserError(f"{path} は既にあります。別の名前にしてください。")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFault(f"{path.parent} を作れません。権限を確かめてください。") from error
    fresh = path.with_name(path.name + ".new")
    fresh.unlink(missing_ok=True)
    migrate(fresh)
    fresh.replace(path)
    return open_ledger(path, actor, clock)


def open_ledger(
    path: Path, actor: Actor, clock: Clock, *, writing: bool = True, take_over: bool = False
) -> Ledger:
    """Open a ledger; where another writes it, or it cannot be written, it is read only.

    `writing` False reads without asking for the lock. Raises UserError for a file that is no
    ledger or that a newer release wrote, EnvironmentFault for one that cannot be read.
    """
    version = version_of(path)
    if not writing:
        return Ledger(path, actor, clock, None, None)
    taken = _lock(path, actor, clock, take_over=take_over)
    if not isinstance(taken, Lock):
        return Ledger(path, actor, clock, None, taken)
    try:
        if version != SCHEMA_VERSION:
            migrate(path)
        return Ledger(path, actor, clock, taken, None)
    except BaseException:
        taken.release()
        raise


def _lock(path: Path, actor: Actor, clock: Clock, *, take_over: bool) -> Lock | Holder | None:
    if not os.access(path, os.W_OK):
        return None
    return acquire(path, actor, clock(), take_over=take_over)
