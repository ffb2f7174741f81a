"""The ledgers as they stood: whatever was written since is taken back."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.records import Area, BedCount, BedSet
from kanagawa_desk.domain.values import number
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.past import Past
from kanagawa_desk.storage import history, settled

RECORDS = ("area", "bed_set", "bed_count")


def test_records_that_came_changed_and_went_are_as_they_were(sample: Ledger) -> None:
    with sample.reading() as reads:
        since = history.last_seq(reads.connection)
        before = {entity: reads.all(entity) for entity in (Area, BedSet, BedCount)}
    day, new = date(2024, 4, 1), date(2025, 4, 1)
    with sample.batch("変える") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", day))
        assert stored is not None
        unit.put(replace(stored, beds=number(1)))
        unit.put(BedSet("general", new))
    with sample.batch("また変え、消す") as unit:
        stored = unit.get(BedCount, ("general", "yokohama", day))
        assert stored is not None
        unit.put(replace(stored, beds=number(2), note="二度目"))
        unit.put(BedCount("general", "yokohama", new, number(3)))
        unit.delete(BedCount("general", "ken_o", day))
        area = unit.get(Area, ("kensei",))
        assert area is not None
        unit.put(replace(area, name="西湘"))
    with sample.reading() as reads:
        changes = settled.changes_since(reads.connection, since, RECORDS)
        past = Past(reads, [change for _, change in changes])
        for entity, records in before.items():
            assert past.all(entity) == records
        in_area = past.all(BedCount, area="ken_o", as_of=day)
    assert [each.beds for each in in_area] == [number(5324)]


def test_without_changes_the_past_is_the_present(sample: Ledger) -> None:
    with sample.reading() as reads:
        assert Past(reads, []).all(BedCount) == reads.all(BedCount)
