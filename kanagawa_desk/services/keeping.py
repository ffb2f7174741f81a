"""Backups of a ledger, and putting one back."""

from datetime import datetime
from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.services.ledgers import Clock, open_to_write
from kanagawa_desk.storage import backup
from kanagawa_desk.storage.ledger import Ledger


def back_up(ledger: Ledger, target: Path | None = None) -> Path:
    """Copy an open ledger to `target`, or into its folder of backups; returns the copy."""
    return backup.back_up(ledger.path, ledger.clock(), target)


def last_backup(ledger: Ledger) -> datetime | None:
    """When the last backup of an open ledger was taken, in Japanese time; None without one."""
    return backup.latest(ledger.path)


def restore(ledger: Path, copy: Path, actor: Actor, clock: Clock) -> Path | None:
    """Put a backup in a ledger's place; returns the backup of what was there before.

    Raises EnvironmentFault while another holds the ledger, UserError for a bad backup.
    """
    if ledger.exists():
        open_to_write(ledger, actor, clock).close()
    return backup.restore(ledger, copy, clock())
