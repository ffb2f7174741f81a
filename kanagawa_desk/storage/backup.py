"""Copies of a ledger that are known to be good before they count."""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.errors import EnvironmentFault, UserError
from kanagawa_desk.storage.migration import version_of

KEPT = 30
_STAMP = "%Y-%m-%d_%H%M%S"  # Japanese time, in the names of backups
_EXAMPLE = "2024-10-04_090000"


def folder_of(ledger: Path) -> Path:
    """Where the backups of a ledger lie: in a folder beside it."""
    return ledger.with_name(f"{ledger.stem}のバックアップ")


def latest(ledger: Path) -> datetime | None:
    """When the last backup of a ledger was taken, by the name of its file; None without one."""
    names = sorted(each.stem for each in folder_of(ledger).glob(f"*{ledger.suffix}"))
    for name in reversed(names):
        try:
            return datetime.strptime(name[: len(_EXAMPLE)], _STAMP).replace(tzinfo=JAPAN)
        except ValueError:
            continue  # someone else put it there
    return None


def back_up(ledger: Path, now: datetime, target: Path | None = None) -> Path:
    """Copy a ledger to `target`, or into its folder of backups, where the oldest make room.

    The copy is made by SQLite's backup API, so that it is whole even while another writes,
    and read again before it counts. Raises EnvironmentFault where that fails.
    """
    kept = target or _free(folder_of(ledger) / f"{now.astimezone(JAPAN):{_STAMP}}.kdesk")
    fresh = kept.with_name(f".{kept.name}.tmp")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh.unlink(missing_ok=True)
        _copy(ledger, fresh)
        fresh.replace(kept)
    except (OSError, sqlite3.Error) as error:
        fresh.unlink(missing_ok=True)
        raise EnvironmentFault(
            f"バックアップを {kept} に作れません。空き容量と権限を確かめてください。"
        ) from error
    if target is None:
        for old in sorted(kept.parent.glob("*.kdesk"))[:-KEPT]:
            old.unlink()
    return kept


def restore(ledger: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in a ledger's place; the ledger as it was is backed up first.

    Returns that backup, None where there was no ledger. Raises UserError where `backup` is no
    ledger or is damaged. The ledger must not be open.
    """
    version_of(backup)
    fresh = ledger.with_name(f".{ledger.name}.tmp")
    fresh.unlink(missing_ok=True)
    try:
        _copy(backup, fresh)
    except sqlite3.Error as error:
        fresh.unlink(missing_ok=True)
        raise UserError(f"{backup} は壊れています。別のバックアップを選んでください。") from error
    before = back_up(ledger, now) if ledger.exists() else None
    fresh.replace(ledger)
    return before


def _copy(source: Path, target: Path) -> None:
    uri = f"{source.absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
        found = new.execute("PRAGMA integrity_check").fetchone()[0]
        if found != "ok" or new.execute("PRAGMA foreign_key_check").fetchone():
            raise sqlite3.DatabaseError(found)
    with target.open("rb+") as file:
        os.fsync(file.fileno())


def _free(path: Path) -> Path:
    number = 2
    candidate = path
    while candidate.exists():
        candidate = path.with_name(f"{path.stem}_{number:03}{path.suffix}")
        number += 1
    return candidate
