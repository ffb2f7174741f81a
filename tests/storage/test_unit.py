"""The unit of work: what is written, what is remembered, what is refused."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from kanagawa_desk.domain.changes import EXISTENCE, Origin
from kanagawa_desk.domain.records import Area, BedCount, BedStandard
from kanagawa_desk.domain.values import number
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.storage import history
from kanagawa_desk.storage.unit import Unit

KEY = ("general", "yokohama", date(2024, 4, 1))


def count(ledger: Ledger) -> BedCount:
    with ledger.reading() as reads:
        found = reads.get(BedCount, KEY)
    assert found is not None
    return found


def count_in(unit: Unit) -> BedCount:
    found = unit.get(BedCount, KEY)
    assert found is not None
    return found


def test_a_changed_field_is_one_change_with_both_values(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        unit.put(replace(count_in(unit), beds=number(23387)))
    (change,) = unit.changes
    assert (change.record, change.field) == ("bed_count", "beds")
    assert (change.before, change.after) == ("23386", "23387")


def test_a_record_put_as_it_stands_is_no_change_and_leaves_no_batch(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        unit.put(count_in(unit))
    assert unit.changes == ()
    assert unit.batch is None


def test_a_field_written_back_within_a_unit_is_no_change(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        stored = count_in(unit)
        unit.put(replace(stored, beds=number(1)))
        unit.put(stored)
    assert unit.changes == ()


def test_a_new_record_is_remembered_with_the_values_that_it_brings(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        unit.put(Area("shonan", "湘南"))
    fields = {change.field: (change.before, change.after) for change in unit.changes}
    assert fields == {EXISTENCE: (None, ""), "name": (None, "湘南")}


def test_a_block_that_fails_leaves_nothing(sample: Ledger) -> None:
    def fail_halfway() -> None:
        with sample.batch("試し") as unit:
            unit.put(replace(count_in(unit), beds=number(1)))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_halfway()
    assert count(sample).beds == number(23386)
    with sample.reading() as reads:
        assert history.last_seq(reads.connection) == sample.opened_at


def test_a_count_of_an_area_that_is_none_cannot_be_stored(sample: Ledger) -> None:
    with pytest.raises(UserError, match="つながって"), sample.batch("試し") as unit:
        unit.put(BedCount("general", "nowhere", date(2024, 4, 1), number(1)))


def test_a_count_without_its_reference_date_cannot_be_stored(sample: Ledger) -> None:
    with pytest.raises(UserError, match="つながって"), sample.batch("試し") as unit:
        unit.put(BedCount("general", "yokohama", date(1999, 4, 1), number(1)))


def test_a_negative_count_cannot_be_stored(sample: Ledger) -> None:
    with pytest.raises(IntegrityError), sample.batch("試し") as unit:
        unit.put(replace(count_in(unit), beds=number(-1)))


def test_an_area_that_figures_refer_to_cannot_be_deleted(sample: Ledger) -> None:
    with pytest.raises(UserError, match="つながって"), sample.batch("試し") as unit:
        unit.delete(unit.get(Area, ("yokohama",)))


def test_two_areas_cannot_have_one_name(sample: Ledger) -> None:
    with pytest.raises(UserError, match="同じ名前"), sample.batch("試し") as unit:
        unit.put(Area("other", "横浜"))


def test_a_change_remembers_the_cell_that_it_came_from(sample: Ledger) -> None:
    origin = Origin("回答.xlsx", "病床数", "E11")
    with sample.batch("取込み") as unit:
        unit.put(replace(count_in(unit), beds=number(5)), {"beds": origin})
    assert unit.changes[0].origin == origin


def test_who_acted_and_when_stand_with_the_batch(sample: Ledger) -> None:
    with sample.batch("試し", "手入力") as unit:
        unit.put(replace(count_in(unit), beds=number(5)))
    batch = unit.batch
    assert batch is not None
    assert (batch.who, batch.account) == ("医療企画課　佐藤", "sato")
    assert (batch.action, batch.source, batch.change_count) == ("試し", "手入力", 1)
    assert batch.at.tzinfo is not None


def test_records_come_back_as_they_were_stored(sample: Ledger) -> None:
    with sample.reading() as reads:
        standards = reads.all(BedStandard, bed_type="general")
        assert sum(each.standard.number or 0 for each in standards) == 61766
        assert reads.get(BedStandard, (standards[0].edition, "general", "nowhere")) is None
