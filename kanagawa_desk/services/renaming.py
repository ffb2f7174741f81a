"""Texts for master data: a name that is typed over leaves the old one behind as a former one."""

from collections.abc import Sequence
from datetime import date

from kanagawa_desk.services import masters
from kanagawa_desk.services.edit import Edit, Written, preview, set_cells
from kanagawa_desk.storage.ledger import Ledger


def enter(ledger: Ledger, edits: Sequence[Edit], today: date, reason: str = "") -> Written:
    """Store texts of master data; a single new name is a renaming.

    Names among several cells (a paste that corrects a list) are stored as they are.
    """
    if len(edits) == 1 and edits[0].address.field == "name":
        outcomes = preview(ledger, edits, today)
        if outcomes[0].stored and outcomes[0].shown:
            done = masters.rename(ledger, edits[0].address, outcomes[0].shown)
            return Written(done.batch, outcomes, done.changed)
    return set_cells(ledger, edits, today, reason)
