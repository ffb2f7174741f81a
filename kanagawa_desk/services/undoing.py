"""Taking a batch back and doing it again: a batch applied backwards by the same way as any."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kanagawa_desk.domain.changes import (
    EXISTENCE,
    Batch,
    BatchKind,
    Change,
    inverse,
    timeline,
)
from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import decode, decode_key
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.naming import Places, change_label
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Undone:
    """The new batch, what was taken back or done again, and where to look."""

    batch: str
    text: str
    address: Address | None


@dataclass(frozen=True, slots=True)
class UndoState:
    """The actions that undo and redo would take next; empty where there is none."""

    undo_text: str
    redo_text: str


def undo_state(ledger: Ledger) -> UndoState:
    """What this session's undo and redo would do."""
    with ledger.reading() as reads:
        found = history.batches(reads.connection, since=ledger.opened_at)
    done, undone = timeline(reversed(found))
    actions = {batch.seq: batch.action for batch in found}
    return UndoState(actions[done[-1]] if done else "", actions[undone[-1]] if undone else "")


def undo(ledger: Ledger, batch: str | None = None, *, this_session: bool = False) -> Undone:
    """Take a batch back, by default the last one that still stands.

    Raises UserError where there is none, or where later changes touched the same cells.
    """
    return _again(ledger, batch, BatchKind.UNDO, this_session=this_session)


def redo(ledger: Ledger, *, this_session: bool = False) -> Undone:
    """Do the batch again that was taken back last; raises UserError as undo does."""
    return _again(ledger, None, BatchKind.REDO, this_session=this_session)


def _again(ledger: Ledger, batch: str | None, kind: str, *, this_session: bool) -> Undone:
    with ledger.reading() as reads:
        places = Places(reads)
        since = ledger.opened_at if this_session else 0
        found = history.batches(reads.connection, since=since)
        target = _target(found, batch, kind)
        applied = _last_applied(found, target.seq).seq
        changes = history.changes_of(reads.connection, applied)
        later = _standing_after(found, target.seq) | _loaded_after(found, applied)
        touched = [
            f"{places.record(change.record, change.key)} {change_label(change)}"
            for change in changes
            if later and later & history.batches_that_changed(reads.connection, change)
        ]
    if touched:
        raise UserError(
            f"{target.action} は取り消せません。そのあとに変わったところがあります："
            + "、".join(touched[:5])
            + (f" ほか{len(touched) - 5}件" if len(touched) > 5 else "")
        )
    back = [inverse(change) for change in reversed(changes)]
    word = "取消し" if kind == BatchKind.UNDO else "やり直し"
    with ledger.batch(f"{word}：{target.action}", kind=kind, target=target.seq) as unit:
        _apply(unit, back)
    if unit.batch is None:
        raise UserError(f"{target.action} は、もう元に戻っています。")
    return Undone(str(unit.batch.seq), target.action, _place(unit.changes))


def _target(found: Sequence[Batch], batch: str | None, kind: str) -> Batch:
    done, undone = timeline(reversed(found))
    stack = done if kind == BatchKind.UNDO else undone
    by_seq = {each.seq: each for each in found}
    if batch is None:
        if not stack:
            word = "取り消せる" if kind == BatchKind.UNDO else "やり直せる"
            raise UserError(f"{word}操作はありません。")
        return by_seq[stack[-1]]
    seq = int(batch) if batch.isdecimal() else 0
    if seq not in by_seq:
        raise UserError(f"操作 {batch} はありません。変更履歴で番号を確かめてください。")
    if seq not in stack:
        raise UserError(f"操作 {batch}（{by_seq[seq].action}）は取り消せません。")
    return by_seq[seq]


def _last_applied(found: Sequence[Batch], target: int) -> Batch:
    """The batch whose effect stands: the target itself, or its latest undo or redo."""
    return next(each for each in found if target in (each.seq, each.target))


def _standing_after(found: Sequence[Batch], target: int) -> set[int]:
    """The edits that stand and were done after the target; those taken back do not count."""
    done, _ = timeline(reversed(found))
    return set(done[done.index(target) + 1 :]) if target in done else set()


def _loaded_after(found: Sequence[Batch], applied: int) -> set[int]:
    """What is never taken back (receipts, sendings) and was done after a batch was applied."""
    return {each.seq for each in found if each.kind == BatchKind.LOAD and each.seq > applied}


def _apply(unit: Unit, changes: Sequence[Change]) -> None:
    by_record: dict[tuple[str, str], dict[str, Change]] = {}
    for change in changes:
        by_record.setdefault((change.record, change.key), {})[change.field] = change
    for (name, text), fields in by_record.items():
        described = record_type_named(name)
        key = decode_key(described.key_fields, text)
        existence = fields.pop(EXISTENCE, None)
        present = unit.get(described.entity, key)
        if existence is not None and existence.after is None:
            unit.delete(present)
            continue
        values = {
            field: decode(described.field(field), change.after or "")
            for field, change in fields.items()
        }
        if present is None:
            present = described.entity(
                **dict(zip((f.name for f in described.key_fields), key, strict=True)), **values
            )
        unit.put(replace(present, **values))


def _place(changes: Sequence[Change]) -> Address | None:
    for change in changes:
        if change.field != EXISTENCE:
            described = record_type_named(change.record)
            return Address(
                change.record, decode_key(described.key_fields, change.key), change.field
            )
    return None
