"""Where a plan stands at a date, and which edition is in force."""

from datetime import date

import pytest

from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, Timing
from kanagawa_desk.domain.plans import edition_in_force, edition_label, plan_state
from kanagawa_desk.domain.records import PlanEdition


def years(start: int, end: int | None) -> FiscalPeriod:
    return FiscalPeriod(FiscalYear(start), FiscalYear(end) if end else None)


def due(year: int) -> Timing:
    return Timing(FiscalYear(year), FiscalYear(year).end)


@pytest.mark.parametrize(
    ("period", "revision", "today", "state"),
    [
        (years(2024, 2029), None, date(2024, 10, 4), "計画期間中"),
        (years(2024, 2029), None, date(2029, 4, 1), "最終年度"),
        (years(2024, 2029), None, date(2030, 3, 31), "最終年度"),
        (years(2024, 2029), None, date(2030, 4, 1), "期間満了"),
        (years(2024, 2029), None, date(2024, 3, 31), "計画期間前"),
        (years(2020, None), due(2024), date(2024, 10, 4), "改定予定"),
        (years(2020, None), due(2024), date(2025, 3, 31), "改定予定"),
        (years(2020, None), due(2026), date(2024, 10, 4), "計画期間中"),
        (years(2024, None), None, date(2024, 10, 4), "期間なし"),
        (years(2019, 2024), due(2024), date(2024, 10, 4), "改定予定"),
        (years(2018, 2023), due(2024), date(2024, 10, 4), "期間満了"),
    ],
)
def test_the_state_of_a_plan_follows_its_period_and_its_next_revision(
    period: FiscalPeriod, revision: Timing | None, today: date, state: str
) -> None:
    assert plan_state(period, revision, today) == state


SEVENTH = PlanEdition("e7", "p", years(2018, 2023), "第7次")
EIGHTH = PlanEdition("e8", "p", years(2024, 2029), "第8次")


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (date(2024, 3, 31), SEVENTH),
        (date(2024, 4, 1), EIGHTH),
        (date(2031, 1, 1), EIGHTH),
        (date(2000, 1, 1), SEVENTH),
    ],
)
def test_the_edition_in_force_is_the_last_one_begun(day: date, edition: PlanEdition) -> None:
    assert edition_in_force([EIGHTH, SEVENTH], day) == edition


def test_without_editions_none_is_in_force() -> None:
    assert edition_in_force([], date(2024, 4, 1)) is None


def test_an_edition_is_called_by_its_ordinal_and_period() -> None:
    assert edition_label(EIGHTH) == "第8次計画 R6～R11"
