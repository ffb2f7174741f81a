"""Backups of a ledger, and putting one back."""

from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.services.ledgers import Clock, open_to_write
from kanagawa_desk.storage import backup
from kanagawa_desk.storage.ledger import Ledger


def back_up(ledger: Ledger, target: Path | None = None) -> Path:
    """Copy an open ledger to `target`, or into its folder of backups; returns the copy."""
    return backup.back_up(ledger.path, ledger.clock(), target)


def restore(ledger: Path, copy: Path, actor: Actor, clock: Clock) -> Path | None:
    """Put a backup in a ledger's place; returns the backup of what was there before.

    Raises EnvironmentFault while another holds the ledger, UserError for a bad backup.
    """
    if ledger.exists():
        open_to_write(ledger, actor, clock).close()
    return backup.restore(ledger, copy, clock())
