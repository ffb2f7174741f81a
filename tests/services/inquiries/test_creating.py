"""Who is asked for what."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.records import Division, Plan
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import masters, renaming
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.inquiries import respondents
from kanagawa_desk.services.inquiries.creating import (
    Order,
    create,
    preview,
    sheets_for,
)
from kanagawa_desk.services.inquiries.respondents import Candidate
from kanagawa_desk.services.inquiries.sending import ask_also
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import DUE

NOW, NEXT = date(2024, 4, 1), date(2025, 4, 1)


def order(about: str, as_of: date | None = None) -> Order:
    return Order("時点更新", DUE, about, as_of)


def asked(ledger: Ledger, about: str, as_of: date | None = None) -> dict[str, int]:
    return {each.name: each.rows for each in preview(ledger, order(about, as_of), TODAY).asked}


def sheets(ledger: Ledger, inquiry: str, respondent: str) -> tuple[Layout, ...]:
    with ledger.reading() as reads:
        running = reads.get(Inquiry, (inquiry,))
        assert running is not None
        (found,) = (each for each in reads.all(Respondent) if each.name == respondent)
        return sheets_for(reads, running, [found])[found.id]


def open_columns(layout: Layout) -> set[str]:
    return {
        column.key
        for row in layout.rows
        for column, cell in zip(layout.columns, row.cells, strict=True)
        if cell.address is not None
    }


def test_plans_are_asked_of_the_division_of_each_row(sample: Ledger) -> None:
    assert asked(sample, "plans") == {
        "医療企画課": 1,
        "健康危機・感染症対策課": 3,
        "医療保険課": 2,
        "健康増進課": 3,
        "がん・疾病対策課": 7,
    }


def test_metrics_are_asked_of_the_division_of_each_metric(sample: Ledger) -> None:
    assert asked(sample, "metrics") == {"デジタル戦略本部室": 31, "企業局": 3}


def test_beds_are_asked_of_the_division_whose_plan_sets_the_standards(sample: Ledger) -> None:
    assert asked(sample, "beds") == {"医療企画課": 12}


def test_rows_without_a_division_are_named_since_nobody_is_asked(sample: Ledger) -> None:
    with sample.batch("所管課なし") as unit:
        plan = unit.get(Plan, ("gambling",))
        assert plan is not None
        unit.put(replace(plan, division=""))
    found = preview(sample, order("plans"), TODAY)
    assert found.unanswered_for == ("計画一覧 神奈川県ギャンブル等依存症対策推進計画",)


def test_a_ledger_without_anybody_to_ask_is_refused(sample: Ledger) -> None:
    with sample.batch("所管課なし") as unit:
        for plan in unit.all(Plan):
            unit.put(replace(plan, division=""))
    with pytest.raises(UserError, match="照会する所管課がありません"):
        create(sample, order("plans"), TODAY)


def test_an_inquiry_without_a_title_is_refused(sample: Ledger) -> None:
    with pytest.raises(UserError, match="件名"):
        create(sample, replace(order("plans"), title=" 　"), TODAY)


def test_divisions_that_were_left_out_get_no_request(sample: Ledger) -> None:
    chosen = replace(order("plans"), divisions={"health_promotion"})
    inquiry = create(sample, chosen, TODAY)
    with sample.reading() as reads:
        (request,) = reads.all(Request, inquiry=inquiry)
        respondent = reads.get(Respondent, (request.respondent,))
    assert respondent is not None
    assert (respondent.name, respondent.division) == ("健康増進課", "health_promotion")


def test_numbers_count_within_the_fiscal_year(sample: Ledger) -> None:
    assert [create(sample, order("plans"), TODAY) for _ in range(2)] == ["R6-01", "R6-02"]
    assert create(sample, order("plans"), date(2025, 4, 1)) == "R7-01"


def test_a_number_that_was_used_is_never_used_again(sample: Ledger) -> None:
    inquiry = create(sample, order("beds"), TODAY)
    with sample.batch("取りやめ") as unit:
        for request in unit.all(Request, inquiry=inquiry):
            unit.delete(request)
        unit.delete(unit.all(Inquiry)[0])
    assert create(sample, order("beds"), TODAY) == "R6-02"


def test_a_division_is_one_respondent_under_whatever_name_it_has(sample: Ledger) -> None:
    create(sample, order("plans"), TODAY)
    name = Address("division", ("health_promotion",), "name")
    renaming.enter(sample, [Edit(name, "健康づくり課")], TODAY)
    create(sample, order("plans"), TODAY)
    names = [each.name for each in respondents.respondents(sample)]
    assert "健康づくり課" in names
    assert "健康増進課" not in names
    assert len(names) == 5


def test_a_reference_date_without_counts_has_its_column(sample: Ledger) -> None:
    inquiry = create(sample, order("beds", NEXT), TODAY)
    general = sheets(sample, inquiry, "医療企画課")[0]
    keys = [column.key for column in general.columns]
    assert f"beds@{NEXT}" in keys
    assert keys.index(f"beds@{NOW}") < keys.index(f"beds@{NEXT}")
    assert "beds@2023-04-01" not in keys


def test_with_a_reference_date_only_its_figures_are_asked_for(sample: Ledger) -> None:
    inquiry = create(sample, order("beds", NOW), TODAY)
    for each in sheets(sample, inquiry, "医療企画課"):
        assert open_columns(each) == {f"beds@{NOW}"}


def test_without_a_reference_date_all_that_the_sheet_shows_is_asked_for(sample: Ledger) -> None:
    inquiry = create(sample, order("beds"), TODAY)
    general = sheets(sample, inquiry, "医療企画課")[0]
    assert open_columns(general) == {
        "standard", "target", "beds@2023-04-01", "beds@2024-04-01"
    }  # fmt: skip


def test_of_a_metric_the_year_of_the_reference_date_is_asked_for(sample: Ledger) -> None:
    inquiry = create(sample, order("metrics", date(2024, 8, 31)), TODAY)
    (utility,) = sheets(sample, inquiry, "企業局")
    assert open_columns(utility) == {"FY2024"}
    (digital,) = sheets(sample, inquiry, "デジタル戦略本部室")
    assert open_columns(digital) == {"FY2024", "undated"}


def test_years_in_which_nothing_stands_and_nothing_is_asked_are_left_out(sample: Ledger) -> None:
    inquiry = create(sample, order("metrics", date(2024, 8, 31)), TODAY)
    (utility,) = sheets(sample, inquiry, "企業局")
    years = [column.key for column in utility.columns if column.key.startswith("FY")]
    assert years == ["FY2023", "FY2024"]


def test_a_respondent_that_is_no_division_gets_every_row(sample: Ledger) -> None:
    respondents.add(sample, "横須賀市", "municipality")
    (city,) = (each for each in respondents.respondents(sample) if each.name == "横須賀市")
    inquiry = create(sample, replace(order("plans"), respondents={city.id}), TODAY)
    (plans,) = sheets(sample, inquiry, "横須賀市")
    assert len(plans.rows) == 16


def test_nobody_is_asked_twice_in_one_inquiry(sample: Ledger, tmp_path: Path) -> None:
    inquiry = create(sample, order("plans"), TODAY)
    first = respondents.respondents(sample)[0]
    again = Candidate("respondent", first.id, first.name)
    with pytest.raises(UserError, match="既にしています"):
        ask_also(sample, inquiry, [again], tmp_path, TODAY)


def test_a_division_that_was_merged_takes_its_requests_along(sample: Ledger) -> None:
    create(sample, order("plans"), TODAY)
    gone = Address("division", ("health_promotion",), "name")
    into = Address("division", ("cancer_disease",), "name")
    masters.merge(sample, gone, into, date(2025, 4, 1))
    inquiry = create(sample, order("plans"), TODAY)
    assert {each.name: each.rows for each in preview(sample, order("plans"), TODAY).asked}[
        "がん・疾病対策課"
    ] == 10
    with sample.reading() as reads:
        assert len(reads.all(Request, inquiry=inquiry)) == 4
        assert reads.get(Division, ("health_promotion",)) is not None
