"""Connections to a ledger file, with the transactions and safety settings that it needs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kanagawa_desk.errors import EnvironmentFault, UserError

APPLICATION_ID = 0x4B44534B  # "KDSK"
BUSY_SECONDS = 5.0

_WRITING = "kanagawa_desk.writing"


def engine_for(path: Path, *, read_only: bool, foreign_keys: bool = True) -> Engine:
    """An engine on the file; each connection closes its file handle when it is closed."""

    def connect() -> sqlite3.Connection:
        mode = "ro" if read_only else "rwc"
        # isolation_level None: sqlite3 opens no transaction of its own, so that BEGIN is ours
        # and DDL rolls back, on every Python from 3.11.
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
        )

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    event.listen(engine, "connect", lambda raw, _record: _configure(raw, foreign_keys))
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: sqlite3.Connection, foreign_keys: bool) -> None:
    for statement in (
        f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}",
        "PRAGMA journal_mode = DELETE",  # ledgers live on file shares, where WAL loses data
        "PRAGMA synchronous = FULL",
        "PRAGMA trusted_schema = OFF",
        "PRAGMA cell_size_check = ON",
    ):
        connection.execute(statement)


def _begin(connection: Connection) -> None:
    writing = connection.info.get(_WRITING, False)
    # A writer takes the lock at once: a read that turns into a write later loses updates.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def transaction(connection: Connection, *, writing: bool) -> Iterator[None]:
    """One transaction: committed at the end of the block, rolled back on any exception."""
    connection.info[_WRITING] = writing
    with faults():
        transacting = connection.begin()
    try:
        yield
    except BaseException:
        transacting.rollback()
        raise
    try:
        with faults():
            transacting.commit()
    except BaseException:
        transacting.rollback()
        raise


def file_faults(connection: Connection) -> list[str]:
    """What SQLite finds wrong with the file and its references, in its own words."""
    found = [str(row[0]) for row in connection.exec_driver_sql("PRAGMA integrity_check")]
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    broken = [text for text in found if text != "ok"]
    return broken + [f"{table} {row} → {parent}" for table, row, parent, _ in orphans]


@contextmanager
def faults() -> Iterator[None]:
    """Turn what SQLite refuses, and what the machine does to it, into what a person can do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        origin = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(origin, "sqlite_errorcode", None)
        if code in _REFUSALS:
            raise UserError(_REFUSALS[code]) from error
        if code is not None and code & 0xFF in _MESSAGES:
            raise EnvironmentFault(_MESSAGES[code & 0xFF]) from error
        raise


_MESSAGES = {
    sqlite3.SQLITE_BUSY: (
        "台帳はほかの人が書込み中です。しばらく待ってから、もう一度操作してください。"
    ),
    sqlite3.SQLITE_LOCKED: (
        "台帳はほかの人が書込み中です。しばらく待ってから、もう一度操作してください。"
    ),
    sqlite3.SQLITE_FULL: (
        "ディスクの空きがなく、保存できません。空きを作ってから、もう一度操作してください。"
    ),
    sqlite3.SQLITE_READONLY: "台帳に書き込む権限がありません。保存場所の権限を確かめてください。",
    sqlite3.SQLITE_IOERR: "台帳を読み書きできません。ディスクとネットワークを確かめてください。",
    sqlite3.SQLITE_CANTOPEN: "台帳を開けません。場所と権限を確かめてください。",
    sqlite3.SQLITE_CORRUPT: "台帳が壊れています。バックアップから復元してください。",
}

_REFUSALS = {
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: (
        "ほかの記録とつながっているため、この変更はできません。つながりを先に外してください。"
    ),
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: ("同じ名前のものが既にあります。別の名前にしてください。"),
}
