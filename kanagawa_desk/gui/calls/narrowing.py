"""What the filters of a grid ask of the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.services.ledgers import Ledger


def changed_since(ledger: Ledger, day: date) -> dict[Address, str]:
    """The cells changed from a day on, with when and by whom."""
    from kanagawa_desk.services import recent_changes

    return recent_changes.changed_since(ledger, day)


def rows_of_division(ledger: Ledger, name: str) -> set[str]:
    """The keys of the rows that a division answers for."""
    from kanagawa_desk.services import responsible

    return responsible.rows_of_division(ledger, name)
