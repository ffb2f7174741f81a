"""Kept files: the bytes of what was received, once each by SHA-256, outside of the history."""

import hashlib
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, insert, select

from kanagawa_desk.storage.tables import BATCH_FILE, KEPT_FILE


def keep(connection: Connection, content: bytes) -> str:
    """Keep a file's bytes, unless they are there already; returns their SHA-256."""
    sha256 = hashlib.sha256(content).hexdigest()
    if not is_kept(connection, sha256):
        connection.execute(insert(KEPT_FILE), {"sha256": sha256, "content": content})
    return sha256


def is_kept(connection: Connection, sha256: str) -> bool:
    """Whether there are bytes of this SHA-256."""
    statement = select(KEPT_FILE.c.sha256).where(KEPT_FILE.c.sha256 == sha256)
    return connection.execute(statement).first() is not None


def content_of(connection: Connection, sha256: str) -> bytes | None:
    """The bytes of this SHA-256; None where there are none."""
    statement = select(KEPT_FILE.c.content).where(KEPT_FILE.c.sha256 == sha256)
    row = connection.execute(statement).first()
    return None if row is None else bytes(row.content)


def attach(connection: Connection, batch: int, files: Sequence[tuple[str, str]]) -> None:
    """Remember which files, by name and SHA-256, the values of a batch came from."""
    rows = [{"batch": batch, "name": name, "sha256": sha256} for name, sha256 in files]
    if rows:
        connection.execute(insert(BATCH_FILE), rows)


def attached(connection: Connection, batch: int | None = None) -> tuple[tuple[str, str], ...]:
    """Name and SHA-256 of the files of a batch, or of all batches."""
    statement = select(BATCH_FILE.c.name, BATCH_FILE.c.sha256)
    if batch is not None:
        statement = statement.where(BATCH_FILE.c.batch == batch)
    return tuple((row.name, row.sha256) for row in connection.execute(statement).all())


def altered(connection: Connection) -> Iterator[str]:
    """The SHA-256 under which bytes are kept that have another one, read one file at a time."""
    for sha256 in connection.execute(select(KEPT_FILE.c.sha256)).scalars().all():
        content = content_of(connection, sha256)
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            yield sha256
