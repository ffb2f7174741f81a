"""What a returned value is held against: the date before, and who changed the ledger."""

from datetime import date

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.notation import encode_key
from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import BLANK, Measured, difference
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.services.workbooks.comparison import Finding
from kanagawa_desk.services.workbooks.review_words import Words
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Reader

_MOST_TOLD = 200  # conflicts of which it is looked up in the history who changed the ledger


class Reasons:
    """Said of many findings of one comparison; counts of beds are looked up once."""

    def __init__(self, reads: Reader, words: Words) -> None:
        self._reads = reads
        self._words = words
        self._counts: dict[str, dict[tuple[str, date], BedCount]] = {}
        self._told = 0

    def of_change(self, finding: Finding) -> str:
        """前回 23,608　▲222; empty where there is no figure to hold it against."""
        word, before = "現在との差", finding.ours
        if finding.address.record == "bed_count":
            word, before = "前回", self._count_before(*finding.address.key)
        if not (isinstance(before, Measured) and isinstance(finding.value, Measured)):
            return ""
        change = difference(finding.value, before)
        if change.number is None:
            return ""
        shown_before = f" {measured_text(before)}" if word == "前回" else ""
        return f"{word}{shown_before}　{measured_text(change)}"

    def of_conflict(self, finding: Finding) -> str:
        """9/13 佐藤が 5,901 に変更, and why it is asked about."""
        address = finding.address
        place = address.record, encode_key(address.key), address.field
        self._told += 1
        if self._told > _MOST_TOLD:
            return finding.reason
        for batch, _ in history.changes_of_field(self._reads.connection, *place)[:1]:
            at = batch.at.astimezone(JAPAN)
            value = self._words.text(finding, finding.ours) or "空欄"
            return f"{at.month}/{at.day} {batch.who}が {value} に変更。{finding.reason}"
        return finding.reason

    def _count_before(self, bed_type: str, area: str, day: date) -> Measured:
        if bed_type not in self._counts:
            counts = self._reads.all(BedCount, bed_type=bed_type)
            self._counts[bed_type] = {(each.area, each.as_of): each for each in counts}
        known = self._counts[bed_type]
        earlier = max((at for where, at in known if where == area and at < day), default=None)
        return known[area, earlier].beds if earlier else BLANK
