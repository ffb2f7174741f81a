"""Who acts, and the clock on the wall: recorded with every change."""

from dataclasses import dataclass
from datetime import timedelta, timezone

# Times are kept in UTC and shown at a fixed offset: Windows has no zone data.
JAPAN = timezone(timedelta(hours=9))


@dataclass(frozen=True, slots=True)
class Actor:
    """A display name and 所管課 as the person gave them, and the account of the machine."""

    name: str
    division: str = ""
    account: str = ""

    @property
    def label(self) -> str:
        """医療企画課 佐藤, as histories show it."""
        return f"{self.division}　{self.name}".strip("　") or self.account
