"""What the readers are told about a cell: the unit and decimals of its metric, names, the day."""

from datetime import date

from kanagawa_desk.domain.fields import Field, record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.reading import Context, Vocabulary
from kanagawa_desk.domain.records import Metric, Series
from kanagawa_desk.services.names import Reads, names_of, vocabulary


class Contexts:
    """Contexts of the cells of a ledger; names and metrics are looked up once."""

    def __init__(self, reads: Reads, today: date) -> None:
        """Look up what is the same for all cells."""
        self._today = today
        self.vocabulary: Vocabulary = vocabulary(reads)
        metrics = {metric.id: metric for metric in reads.all(Metric)}
        self._metric_of = {series.id: metrics[series.metric] for series in reads.all(Series)}
        self._reads = reads
        self._known: dict[tuple[str, int], Context] = {}
        self._names: dict[str, dict[str, str]] = {"": {}}

    def of(self, address: Address) -> Context:
        """The context of a cell."""
        field = field_of(address)
        unit, decimals = field.unit, field.decimals
        if address.record == "observation":
            metric = self._metric_of[address.key[0]]
            unit, decimals = metric.unit, metric.decimals
        if (unit, decimals) not in self._known:
            self._known[unit, decimals] = Context(unit, decimals, self._today, self.vocabulary)
        return self._known[unit, decimals]

    def names(self, refers: str) -> dict[str, str]:
        """What the records of a type are called, by id."""
        if refers not in self._names:
            self._names[refers] = names_of(self._reads, refers)
        return self._names[refers]


def field_of(address: Address) -> Field:
    """The description of the field that a cell holds."""
    return record_type_named(address.record).field(address.field)
