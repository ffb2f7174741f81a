"""点検: each fault is found where it is, and only there."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.papers.blocks import Paper
from kanagawa_desk.domain.records import BedCount, BedSet, BedStandard, Observation
from kanagawa_desk.domain.values import number
from kanagawa_desk.services.checks import check
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY


def codes(ledger: Ledger, today: date = TODAY) -> list[str]:
    """What is found in the ledgers; papers have tests of their own."""
    return [
        each.code
        for each in check(ledger, today)
        if each.code != "basis_unconfirmed" and each.address and each.address.record != "block"
    ]


def test_the_sample_has_nothing_to_mend(sample: Ledger) -> None:
    assert codes(sample) == []


def test_a_target_above_its_standard_must_be_mended(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        (stored,) = unit.all(BedStandard, bed_type="general", area="shonan_east")
        unit.put(replace(stored, target=number(4800)))
    (found,) = (each for each in check(sample, TODAY) if each.severity == "要修正")
    assert "4,800" in found.message
    assert "4,726" in found.message


def test_a_date_without_counts_is_to_be_looked_at_area_by_area(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        unit.put(BedSet("general", date(2025, 4, 1)))
        unit.put(BedCount("general", "yokohama", date(2025, 4, 1), number(1)))
    assert codes(sample) == ["count_blank"] * 8


def test_a_plan_past_its_period_is_to_be_looked_at(sample: Ledger) -> None:
    assert "plan_over" in codes(sample, date(2027, 4, 1))


def test_a_revision_that_did_not_come_is_to_be_looked_at(sample: Ledger) -> None:
    assert codes(sample, date(2025, 4, 1)) == ["revision_overdue"] * 2


def test_a_cumulative_figure_that_falls_is_to_be_looked_at(sample: Ledger) -> None:
    with sample.batch("試し") as unit:
        (stored,) = (
            each for each in unit.all(Observation, series="rpa_cum") if each.value == number(70)
        )
        unit.put(replace(stored, value=number(7)))
    assert codes(sample) == ["cumulative_falls"]


def test_a_paper_that_was_submitted_and_followed_by_another_is_checked_no_more(
    sample: Ledger,
) -> None:
    with sample.batch("次の資料") as unit:
        unit.put(Paper("next", "次の資料", date(2025, 2, 14)))
    assert not any(each.address and each.address.record == "block" for each in check(sample, TODAY))
