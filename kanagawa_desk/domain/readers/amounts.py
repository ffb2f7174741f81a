"""What was found in the text of a number: its values, and all that stands beside them."""

from dataclasses import dataclass
from decimal import Decimal

from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.values import Status

_SIGNS = {"+": "+", "プラス": "+", "±": "±"}
_FEWER = ("減", "不足", "ダウン")


@dataclass(slots=True)
class Amount:
    """A number while it is read: values in the unit that was written, the likeliest first.

    `worded` tells 万, 千 and kanji digits; `wordy` that the text says more than number, unit
    and status; `lead` that 累計 or the like stands before it.
    """

    values: tuple[Decimal, ...] = ()
    unit: str = ""
    sign: str = ""
    approx: bool = False
    status: Status | None = None
    lead: bool = False
    money: bool = False
    worded: bool = False
    wordy: bool = False
    doubt: str = ""

    def doubted(self, doubt: str) -> None:
        """Add a reason to ask; the first one is told."""
        self.doubt = self.doubt or doubt

    def stated(self, status: Status) -> None:
        """Add a status; two different ones are a reason to ask."""
        if self.status not in (None, status):
            self.doubted(doubts.TWO_STATUSES)
        self.status = status

    def signed(self, word: str) -> None:
        """Add a sign; two of them are a reason to ask."""
        if self.sign:
            self.doubted(doubts.TWO_SIGNS)
        self.sign = _SIGNS.get(word, "-")

    def changed(self, word: str) -> None:
        """Add a word of change (増, 減, 不足), which is always asked about."""
        self.doubted(doubts.CHANGE)
        self.sign = self.sign or ("-" if word.startswith(_FEWER) else "+")

    def turned(self) -> None:
        """Make the values negative."""
        self.values = tuple(-value for value in self.values)
