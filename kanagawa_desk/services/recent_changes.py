"""Which cells were changed from a day on, and by whom."""

from datetime import UTC, date, datetime, time

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.changes import EXISTENCE
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.notation import decode_key
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger


def changed_since(ledger: Ledger, day: date) -> dict[Address, str]:
    """By cell: when it was changed last and by whom (R6.9.17 医療企画課　佐藤), that day included.

    A day begins at midnight in Japan. What the sample brought in, and what was changed and is
    as it was before, counts as unchanged.
    """
    midnight = datetime.combine(day, time(), JAPAN).astimezone(UTC)
    before: dict[Address, str | None] = {}
    last: dict[Address, tuple[str | None, str]] = {}
    with ledger.reading() as reads:
        for batch, change in history.changes_from(reads.connection, midnight):
            if change.field != EXISTENCE:
                key = decode_key(record_type_named(change.record).key_fields, change.key)
                address = Address(change.record, key, change.field)
                on = short_date(batch.at.astimezone(JAPAN).date())
                before.setdefault(address, change.before)
                last[address] = change.after, f"{on} {batch.who}"
    return {each: said for each, (after, said) in last.items() if after != before[each]}
