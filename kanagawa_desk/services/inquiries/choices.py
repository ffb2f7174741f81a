"""What an inquiry can ask for: the fields of each ledger, and the rows to choose from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.inquiries import ABOUT, LEDGERS
from kanagawa_desk.domain.inquiry_scope import FIELD
from kanagawa_desk.domain.records import Area, BedType, Metric, Plan
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger

_FIGURES = {"beds.beds", "metrics.value"}
_NOT_ASKED = {"plans.rank"}  # the order of the list is ours


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be asked for; `usual` is asked for unless a person says otherwise."""

    word: str
    label: str
    usual: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """Things of one kind: 項目, 区域, 指標."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LedgerChoices:
    """A ledger with all that can be asked of it."""

    ledger: str
    label: str
    parts: tuple[Part, ...]


def choices(ledger: Ledger, today: date) -> tuple[LedgerChoices, ...]:
    """What can be asked for, by words of an inquiry's scope."""
    with ledger.reading() as reads:
        rows = {
            "beds": (_part("bed_type", reads.all(BedType)), _part("area", reads.all(Area))),
            "plans": (_part("plan", [one for one in reads.all(Plan) if one.listed]),),
            "metrics": (_part("metric", reads.all(Metric)),),
        }
        return tuple(
            LedgerChoices(
                each, ABOUT[each], (Part("項目", tuple(_fields(reads, each, today))), *rows[each])
            )
            for each in LEDGERS
        )


def _fields(reads: Reads, ledger: str, today: date) -> Iterator[Choice]:
    """The fields that the sheets of a ledger let people fill in."""
    found: dict[str, str] = {}
    for sheet in layouts(reads, ledger, today):
        for row in sheet.rows:
            for column, cell in zip(sheet.columns, row.cells, strict=True):
                if cell.address is not None:
                    found.setdefault(f"{ledger}.{column.field.name}", column.field.label)
    figures = not _FIGURES.isdisjoint(found)
    for name, label in found.items():
        if name not in _NOT_ASKED:
            yield Choice(f"{FIELD}:{name}", label, not figures or name in _FIGURES)


def _part(record: str, records: Sequence[Any]) -> Part:
    label = record_type_named(record).label
    return Part(label, tuple(Choice(f"{record}:{each.id}", each.name) for each in records))
