"""The names in a ledger: what ids are called, and what spellings readers know."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from kanagawa_desk.domain.fields import RecordType, record_types
from kanagawa_desk.domain.reading import Vocabulary
from kanagawa_desk.domain.records import Area, BedType, Division, Metric, Municipality, Plan

E = TypeVar("E")


class Reads(Protocol):
    """A unit of work or a reader: anything that gives all records of a type."""

    def all(self, entity: type[E], **equal: Any) -> tuple[E, ...]:
        """All records whose fields equal these values."""
        ...


def vocabulary(reads: Reads) -> Vocabulary:
    """Every spelling of the names in a ledger, former names and aliases included."""
    divisions = reads.all(Division)
    areas = reads.all(Area)
    municipalities = reads.all(Municipality)
    return Vocabulary(
        divisions=_spellings((d.id, (d.name, *d.former_names)) for d in divisions),
        areas=_spellings((a.id, (a.name, *a.aliases, *filter(None, [a.code]))) for a in areas),
        municipalities=_spellings((m.code, (m.name, *m.aliases)) for m in municipalities),
        others={
            "bed_type": {each.name: each.id for each in reads.all(BedType)},
            "plan": {each.name: each.id for each in reads.all(Plan)},
            "metric": {each.name: each.id for each in reads.all(Metric)},
        },
    )


def names_of(reads: Reads, refers: str) -> dict[str, str]:
    """What the records of a type are called, by id."""
    described = next(each for each in record_types() if each.name == refers)
    if not _has_name(described):
        return {}
    key = described.key_fields[0].name
    records: tuple[Any, ...] = reads.all(described.entity)
    return {getattr(each, key): each.name for each in records}


def _has_name(described: RecordType) -> bool:
    return any(field.name == "name" for field in described.fields)


def _spellings(named: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    return {spelling: identity for identity, spellings in named for spelling in spellings}
