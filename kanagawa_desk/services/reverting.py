"""Putting an earlier value of a cell back, as it was, with all that the screen does not show."""

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import decode, encode_key
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.drafts import give_up
from kanagawa_desk.services.edit import Written, put_values, refused, written
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger


def needs_reason(ledger: Ledger, address: Address) -> bool:
    """Whether a cell is of firm figures, which change for a reason only."""
    with ledger.reading() as reads:
        return bool(refused(reads, address, ""))


def revert(ledger: Ledger, address: Address, batch: str, reason: str = "") -> Written:
    """Give a cell the value again that it had after a batch; a draft in it is given up.

    Raises UserError where that batch left the cell no value, and for firm figures without
    a reason.
    """
    field = record_type_named(address.record).field(address.field)
    with ledger.batch(f"{field.label}を前の値に戻す") as unit:
        changes = history.changes_of_field(
            unit.connection, address.record, encode_key(address.key), address.field
        )
        texts = {each.seq: change.after for each, change in changes}
        text = texts.get(int(batch))
        if text is None:
            raise UserError("その操作のあと、このセルに値はありませんでした。")
        if refusal := refused(unit, address, reason):
            raise UserError(refusal)
        put_values(unit, {address: decode(field, text)}, {}, revising=bool(reason))
    give_up(ledger, [address])
    return written(unit)
