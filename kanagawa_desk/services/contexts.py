"""What the readers are told about a cell: the unit and decimals of its metric, names, the day."""

from datetime import date
from functools import cached_property

from kanagawa_desk.domain.fields import Field, Kind, record_type_named
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.reading import Context, Vocabulary
from kanagawa_desk.domain.records import Metric, Series
from kanagawa_desk.services.names import Reads, names_of, vocabulary

_NO_NAMES = Vocabulary()


class Contexts:
    """Contexts of the cells of a ledger; names and metrics are looked up when first asked."""

    def __init__(self, reads: Reads, today: date) -> None:
        """Read names and metrics from this transaction."""
        self._today = today
        self._reads = reads
        self._known: dict[tuple[str, int, bool], Context] = {}
        self._names: dict[str, dict[str, str]] = {"": {}}

    def of(self, address: Address) -> Context:
        """The context of a cell."""
        field = field_of(address)
        unit, decimals = field.unit, field.decimals
        if address.record == "observation":
            metric = self._metric_of[address.key[0]]
            unit, decimals = metric.unit, metric.decimals
        named = field.kind is Kind.REFERENCE
        if (unit, decimals, named) not in self._known:
            names = self._vocabulary if named else _NO_NAMES
            self._known[unit, decimals, named] = Context(unit, decimals, self._today, names)
        return self._known[unit, decimals, named]

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return vocabulary(self._reads)

    @cached_property
    def _metric_of(self) -> dict[str, Metric]:
        metrics = {metric.id: metric for metric in self._reads.all(Metric)}
        return {series.id: metrics[series.metric] for series in self._reads.all(Series)}

    def names(self, refers: str) -> dict[str, str]:
        """What the records of a type are called, by id."""
        if refers not in self._names:
            self._names[refers] = names_of(self._reads, refers)
        return self._names[refers]


def field_of(address: Address) -> Field:
    """The description of the field that a cell holds."""
    return record_type_named(address.record).field(address.field)
