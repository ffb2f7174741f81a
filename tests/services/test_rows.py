"""Rows moved and taken out, each as one action that can be undone."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import BedSet, Division, Metric, Plan, Series
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import adding, edit, grids, masters, rows, showing, undoing
from kanagawa_desk.services.bed_editions import add_bed_edition
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from tests.ledgers import TODAY

DAY = date(2024, 4, 1)


def numbered(ledger: Ledger) -> list[tuple[int, str]]:
    return [(row["no"], row["name"]) for row in showing.plans(ledger, TODAY)["rows"]]


def listed(ledger: Ledger) -> list[str]:
    with ledger.reading() as reads:
        return [each.id for each in reads.all(Plan) if each.listed]


def test_a_moved_plan_takes_its_place_and_all_are_numbered_from_one(sample: Ledger) -> None:
    before = numbered(sample)
    rows.move_plan(sample, listed(sample)[2], -1)
    after = numbered(sample)
    assert [number for number, _ in after] == list(range(1, 17))
    assert [name for _, name in after[:3]] == [before[i][1] for i in (0, 2, 1)]


def test_a_plan_that_is_not_listed_takes_no_number(sample: Ledger) -> None:
    with sample.batch("外す") as unit:
        first = unit.all(Plan)[0]
        unit.put(replace(first, listed=False))
    rows.move_plan(sample, listed(sample)[-1], -100)
    assert [number for number, _ in numbered(sample)] == list(range(1, 16))


def test_a_plan_is_removed_with_its_periods_leaves_no_gap_and_comes_back(sample: Ledger) -> None:
    before = numbered(sample)
    rows.remove_plan(sample, "food")
    assert [number for number, _ in numbered(sample)] == list(range(1, 16))
    undoing.undo(sample)
    assert numbered(sample) == before


def test_a_plan_whose_standards_are_in_use_cannot_be_removed(sample: Ledger) -> None:
    before = numbered(sample)
    with pytest.raises(UserError, match="つながって"):
        rows.remove_plan(sample, "health_care")
    assert numbered(sample) == before


def test_the_last_series_takes_its_metric_along_and_both_come_back(sample: Ledger) -> None:
    before = showing.metrics(sample)
    with sample.reading() as reads:
        series = next(one for one in reads.all(Series) if not one.name)
    rows.remove_series(sample, series.id)
    with sample.reading() as reads:
        assert reads.get(Metric, (series.metric,)) is None
    undoing.undo(sample)
    assert showing.metrics(sample) == before


def test_a_metric_with_another_series_stays(sample: Ledger) -> None:
    with sample.reading() as reads:
        series = next(one for one in reads.all(Series) if one.name)
    rows.remove_series(sample, series.id)
    with sample.reading() as reads:
        assert reads.get(Metric, (series.metric,)) is not None


def test_a_reference_date_is_removed_with_its_counts_and_comes_back(sample: Ledger) -> None:
    before = showing.beds(sample)
    rows.remove_bed_date(sample, "general", DAY)
    assert "2024-04-01" not in showing.beds(sample)["rows"][0]["counts"]
    undoing.undo(sample)
    assert showing.beds(sample) == before


def test_a_firm_reference_date_stays(sample: Ledger) -> None:
    with sample.batch("確定") as unit:
        stored = unit.get(BedSet, ("general", DAY))
        assert stored is not None
        unit.put(replace(stored, standing="approved"))
    with pytest.raises(UserError, match="確定しています"):
        rows.remove_bed_date(sample, "general", DAY)


def test_an_earlier_edition_is_added_to_the_plan_that_sets_the_standards(sample: Ledger) -> None:
    seventh = FiscalPeriod(FiscalYear(2018), FiscalYear(2023))
    edition, _written = add_bed_edition(sample, "general", seventh, "第7次")
    assert edition in {each.id for each in grids.editions(sample, "general")}


def test_a_period_that_is_there_is_not_added_twice(sample: Ledger) -> None:
    eighth = FiscalPeriod(FiscalYear(2024), FiscalYear(2029))
    with pytest.raises(UserError, match="もうあります"):
        add_bed_edition(sample, "general", eighth)


def test_a_series_of_an_added_metric_can_be_removed(sample: Ledger) -> None:
    before = showing.metrics(sample)
    adding.add_metric(sample, "試行指標", "件", "count")
    with sample.reading() as reads:
        metric = next(each for each in reads.all(Metric) if each.name == "試行指標")
        (series,) = reads.all(Series, metric=metric.id)
    rows.remove_series(sample, series.id)
    assert showing.metrics(sample) == before


def test_what_was_cleared_before_it_was_removed_is_no_fault_of_the_history(sample: Ledger) -> None:
    masters.add(sample, "division", "新設課")
    with sample.reading() as reads:
        added = next(each for each in reads.all(Division) if each.name == "新設課")
    ended = Address("division", (added.id,), "valid_to")
    for text in ("R7.3.31", ""):
        edit.set_cells(sample, [edit.Edit(ended, text)], TODAY)
    masters.delete(sample, ended)
    assert verify(sample) == ()
