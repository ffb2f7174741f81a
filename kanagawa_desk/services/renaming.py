"""Texts for master data: a name that is typed over leaves the old one behind as a former one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.services.edit import Edit, Written, preview, set_cells
from kanagawa_desk.services.masters import FORMER
from kanagawa_desk.storage.ledger import Ledger


def enter(ledger: Ledger, edits: Sequence[Edit], today: date, reason: str = "") -> Written:
    """Store texts of master data as one batch; each new name, pasted or typed, is a renaming."""
    named = [each for each in edits if each.address.field == "name"]
    read = preview(ledger, named, today)
    given = {each.address: each for each in edits}
    new_names = []
    with ledger.reading() as reads:
        for outcome in read:
            address = outcome.address
            record: Any = reads.get(record_type_named(address.record).entity, address.key)
            if outcome.stored and record is not None and outcome.shown != record.name:
                new_names.append(outcome.shown)
                _remember(record, address, outcome.shown, given)
    done = set_cells(ledger, list(given.values()), today, reason, _action(new_names))
    asked = {each.address for each in edits}
    outcomes = tuple(each for each in done.outcomes if each.address in asked)
    return Written(done.batch, outcomes, done.changed)


def _remember(record: Any, name: Address, new: str, given: dict[Address, Edit]) -> None:
    """Let the old name join the former ones, those that are typed in the same block included."""
    if name.record in FORMER:
        former = Address(name.record, name.key, FORMER[name.record])
        typed = [given[former].text] if former in given else getattr(record, former.field)
        names = dict.fromkeys(each for each in (*typed, record.name) if each != new)
        given[former] = Edit(former, "\n".join(names))


def _action(new_names: Sequence[str]) -> str:
    if len(new_names) == 1:
        return f"名称を「{new_names[0]}」に変更"
    return f"{len(new_names)}件の名称の変更" if new_names else ""
