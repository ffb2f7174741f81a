"""New metrics, series and periods."""

from datetime import date

import pytest

from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import Metric, Observation, Series
from kanagawa_desk.domain.values import BLANK
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import adding, grids, ledgers, undoing
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import ACTOR, TODAY, SteppingClock

FORM = {"name": "試行指標", "unit": "件", "measure": "累計", "decimals": "1", "division": "企業局"}


def year(ledger: Ledger, year: int) -> dict[str, Observation]:
    with ledger.reading() as reads:
        found = reads.all(Observation, period=FiscalYear(year))
    return {each.series: each for each in found}


def test_a_form_becomes_a_metric_with_a_series(sample: Ledger) -> None:
    assert adding.fill_in_metric(sample, FORM, TODAY).batch is not None
    with sample.reading() as reads:
        metric = next(each for each in reads.all(Metric) if each.name == "試行指標")
        assert (metric.measure, metric.decimals) == ("cumulative", 1)
        assert metric.division == "public_enterprise"
        assert len(reads.all(Series, metric=metric.id)) == 1


def test_a_form_with_a_fault_adds_nothing_and_says_where(sample: Ledger) -> None:
    done = adding.fill_in_metric(sample, FORM | {"decimals": "いくつか"}, TODAY)
    assert done.batch is None
    assert [each.address.field for each in done.outcomes if not each.stored] == ["decimals"]
    with sample.reading() as reads:
        assert "試行指標" not in {each.name for each in reads.all(Metric)}


def test_a_series_stands_behind_the_others_of_its_metric(sample: Ledger) -> None:
    adding.add_series(sample, "rpa_cum", "全国")
    with sample.reading() as reads:
        assert [each.name for each in reads.all(Series, metric="rpa_cum")] == ["", "全国"]
    with pytest.raises(UserError, match="もうあります"):
        adding.add_series(sample, "rpa_cum", "全国")


def test_a_new_year_asks_the_series_that_had_a_value_in_the_last(sample: Ledger) -> None:
    last = set(year(sample, 2024))
    adding.add_fiscal_year(sample, TODAY)
    begun = year(sample, 2025)
    assert set(begun) == last - {"pilot_municipalities"}
    assert {each.value for each in begun.values()} == {BLANK}


def test_a_new_year_is_a_column_until_it_is_taken_back(sample: Ledger) -> None:
    before = grids.metrics_grid(sample)
    adding.add_fiscal_year(sample, TODAY)
    assert "FY2025" in {each.key for each in grids.metrics_grid(sample).columns}
    undoing.undo(sample)
    assert grids.metrics_grid(sample) == before


def test_the_first_year_of_an_empty_ledger_is_the_present_one(tmp_path) -> None:
    ledger = ledgers.create(tmp_path / "新.kdesk", ACTOR, SteppingClock())
    adding.add_metric(ledger, "試行指標", "件", "count")
    adding.add_fiscal_year(ledger, TODAY)
    assert set(year(ledger, FiscalYear.of(TODAY).year)) == {
        row.key for row in grids.metrics_grid(ledger).rows if row.unit
    }
    ledger.close()


def test_a_period_that_a_series_has_is_not_added_twice(sample: Ledger) -> None:
    adding.add_period(sample, "cards_kanagawa", date(2024, 12, 31))
    with pytest.raises(UserError, match=r"R6\.12\.31 はもうあります"):
        adding.add_period(sample, "cards_kanagawa", date(2024, 12, 31))
