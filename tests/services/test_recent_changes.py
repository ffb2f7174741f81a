"""Which cells were changed from a day on, and which rows a division answers for."""

from datetime import date, timedelta

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import Division, Plan
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.recent_changes import changed_since
from kanagawa_desk.services.responsible import rows_of_division
from kanagawa_desk.services.undoing import undo
from tests.ledgers import ACTOR, TODAY, opened

COUNT = Address("bed_count", ("general", "kensei", date(2024, 4, 1)), "beds")


def test_what_the_sample_brought_in_counts_as_unchanged(sample):
    assert changed_since(sample, date(2000, 1, 1)) == {}


def test_a_changed_cell_says_when_and_by_whom(sample):
    set_cells(sample, [Edit(COUNT, "2,913")], TODAY)
    assert changed_since(sample, TODAY) == {COUNT: f"R6.10.4 {ACTOR.label}"}


def test_a_day_begins_at_midnight_in_japan(sample_path):
    evening = TODAY - timedelta(days=1)
    with opened(sample_path) as ledger:
        set_cells(ledger, [Edit(COUNT, "2,913")], TODAY)  # 9 in the morning there, 0 in UTC
        assert COUNT in changed_since(ledger, TODAY)
        assert COUNT in changed_since(ledger, evening)
        assert changed_since(ledger, TODAY + timedelta(days=1)) == {}


def test_what_was_taken_back_counts_as_unchanged(sample):
    set_cells(sample, [Edit(COUNT, "2,913")], TODAY)
    undo(sample)
    assert changed_since(sample, TODAY) == {}


def test_a_new_record_has_all_its_fields_changed(sample):
    from kanagawa_desk.services.adding import add_plan

    before = changed_since(sample, TODAY)
    add_plan(sample, "新しい計画", TODAY)
    added = changed_since(sample, TODAY).keys() - before.keys()
    assert "name" in {each.field for each in added if each.record == "plan"}


def test_a_division_answers_for_its_plans_and_the_series_of_its_metrics(sample):
    with sample.reading() as reads:
        division = next(each for each in reads.all(Division) if reads.all(Plan, division=each.id))
        plans = {each.id for each in reads.all(Plan, division=division.id)}
    rows = rows_of_division(sample, division.name)
    assert plans <= rows
    assert rows


def test_a_division_that_is_not_there_is_refused_with_those_that_are(sample):
    with pytest.raises(UserError, match="医療企画課"):
        rows_of_division(sample, "存在しない課")
