"""What a write did: one change per field, many changes per batch."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

EXISTENCE = ""  # the field name of the change that makes a record come or go


@dataclass(frozen=True, slots=True)
class Origin:
    """The cell of a file that a value came from."""

    file: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record before and after, in the lossless text form.

    None means that the record was not there. The change of EXISTENCE marks a record that
    came (None → "") or went ("" → None).
    """

    record: str
    key: str
    field: str
    before: str | None
    after: str | None
    origin: Origin = Origin()


class BatchKind:
    """How a batch came about; only edits are taken back, only undos are redone.

    LOAD is what stands for good: the sample, what was sent out, what was received.
    """

    LOAD = "load"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Batch:
    """One user action: when (UTC), who, what, from where.

    `target` is the batch that an undo or redo took back or did again.
    """

    seq: int
    at: datetime
    who: str
    account: str
    action: str
    source: str
    kind: str
    target: int | None
    change_count: int


def timeline(batches: Iterable[Batch]) -> tuple[list[int], list[int]]:
    """The batches that can be undone and redone, each with the next one last.

    `batches` come oldest first. An edit clears what could be redone, as in every editor.
    """
    done: list[int] = []
    undone: list[int] = []
    for batch in batches:
        match batch.kind:
            case BatchKind.EDIT:
                done.append(batch.seq)
                undone.clear()
            case BatchKind.UNDO if batch.target in done:
                done.remove(batch.target)
                undone.append(batch.target)
            case BatchKind.REDO if batch.target in undone:
                undone.remove(batch.target)
                done.append(batch.target)
    return done, undone


def inverse(change: Change) -> Change:
    """The change that takes a change back."""
    return Change(change.record, change.key, change.field, change.after, change.before)
