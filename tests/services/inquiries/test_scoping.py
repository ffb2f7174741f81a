"""Asking for some fields, rows and years only."""

from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.domain.inquiries import Inquiry
from kanagawa_desk.domain.layout import Layout, RowKind
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.inquiries import collecting, creating, respondents, sending
from kanagawa_desk.services.inquiries.asked import asked_sheets
from kanagawa_desk.services.inquiries.board import board
from kanagawa_desk.services.inquiries.choices import choices
from kanagawa_desk.services.inquiries.creating import Order
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY
from tests.pdf_text import pages
from tests.services.inquiries.rounds import DUE, fill_in

NOW = date(2024, 4, 1)


def sheets(ledger: Ledger, *scope: str, about: str = "all", as_of: date | None = None):
    with ledger.reading() as reads:
        return asked_sheets(reads, Inquiry("", "照会", DUE, TODAY, about, as_of, scope=scope))


def open_fields(sheet: Layout) -> set[str]:
    return {
        column.field.name
        for row in sheet.rows
        for column, cell in zip(sheet.columns, row.cells, strict=True)
        if cell.address is not None
    }


def records(sheet: Layout) -> list[str]:
    return [row.key for row in sheet.rows if row.kind is RowKind.RECORD]


def test_only_the_fields_that_are_named_can_be_filled_in(sample: Ledger) -> None:
    (plans,) = sheets(sample, "field:plans.revised", "field:plans.next_revision")
    assert open_fields(plans) == {"revised", "next_revision"}
    assert len(records(plans)) == 16


def test_a_standard_is_asked_for_beside_a_reference_date_if_it_is_named(sample: Ledger) -> None:
    general = sheets(sample, "field:beds.beds", "field:beds.standard", as_of=NOW)[0]
    assert open_fields(general) == {"beds", "standard"}


def test_only_the_areas_that_are_named_are_asked_for_and_no_total(sample: Ledger) -> None:
    found = sheets(sample, "field:beds.beds", "bed_type:general", "area:yokohama")
    assert [(each.name, records(each)) for each in found] == [("beds:general", ["yokohama"])]
    assert [row.kind for row in found[0].rows] == [RowKind.RECORD]


def test_only_the_metrics_and_years_that_are_named_are_asked_for(sample: Ledger) -> None:
    every = {row.key for row in sheets(sample, about="metrics")[0].rows}
    offered = next(each for each in choices(sample, TODAY) if each.ledger == "metrics")
    metric = offered.parts[1].choices[0].word
    (found,) = sheets(sample, metric, "year:FY2022", "year:FY2023", about="metrics")
    assert 0 < len(records(found)) < len(every)
    asked = {
        column.key
        for row in found.rows
        for column, cell in zip(found.columns, row.cells, strict=True)
        if cell.address is not None and column.key.startswith("FY")
    }
    assert asked == {"FY2022", "FY2023"}


def test_every_field_that_can_be_asked_for_is_offered_and_figures_are_the_usual(
    sample: Ledger,
) -> None:
    beds, plans, metrics = choices(sample, TODAY)
    usual = {each.word: each.usual for each in beds.parts[0].choices}
    assert usual == {
        "field:beds.standard": False,
        "field:beds.target": False,
        "field:beds.beds": True,
    }
    assert [part.label for part in beds.parts] == ["項目", "病床種別", "区域"]
    assert "field:plans.rank" not in {each.word for each in plans.parts[0].choices}
    assert all(each.usual for each in plans.parts[0].choices)
    assert [each.word for each in metrics.parts[0].choices if each.usual] == ["field:metrics.value"]


def test_the_preview_names_workbooks_and_offers_others_to_be_asked(sample: Ledger) -> None:
    respondents.add(sample, "横須賀市", "municipality")
    order = Order("時点更新", DUE, "plans", pattern="{番号}_{回答者}")
    found = creating.preview(sample, order, TODAY)
    assert found.asked[0].workbook == "R6-01_医療企画課"
    (city,) = found.others
    assert (city.name, city.division, city.rows) == ("横須賀市", "", 16)


def test_others_are_asked_beside_the_divisions_when_they_are_named(
    sample: Ledger, tmp_path: Path
) -> None:
    respondents.add(sample, "横須賀市", "municipality")
    city = respondents.respondents(sample)[-1]
    order = Order("時点更新", DUE, "plans", divisions=(), respondents=[city.id])
    sending.create_and_send(sample, order, tmp_path, TODAY)
    (view,) = board(sample, TODAY)
    assert [each.respondent.name for each in view.requests] == ["横須賀市"]


def test_a_letter_can_be_seen_before_anything_is_made(sample: Ledger) -> None:
    order = Order("時点更新", DUE, "plans", letter="outside")
    asked = creating.preview(sample, order, TODAY).asked[0]
    text = "".join(pages(sending.letter_preview(sample, order, asked, TODAY)))
    assert "医療企画課長" in text
    assert "お伺いします" in text
    assert board(sample, TODAY) == ()


def test_whoever_is_not_asked_yet_can_be_asked_also(sample: Ledger, tmp_path: Path) -> None:
    order = Order("時点更新", DUE, "plans", divisions={"health_promotion"})
    made = sending.create_and_send(sample, order, tmp_path, TODAY)
    names = [each.name for each in respondents.not_asked(sample, made.inquiry, TODAY)]
    assert "健康増進課" not in names
    more = next(
        each
        for each in respondents.not_asked(sample, made.inquiry, TODAY)
        if each.name == "がん・疾病対策課"
    )
    sent = sending.ask_also(sample, made.inquiry, [more], tmp_path, TODAY)
    assert sent.files[0].name == "R6-01_がん・疾病対策課_時点更新.xlsx"
    with pytest.raises(UserError, match="既にしています"):
        sending.ask_also(sample, made.inquiry, [more], tmp_path, TODAY)


def test_an_answer_to_some_fields_is_compared_within_them(sample: Ledger, tmp_path: Path) -> None:
    order = Order("時点更新", DUE, "all", scope=("field:plans.revised",))
    made = sending.create_and_send(sample, order, tmp_path / "送付", TODAY)
    answer = tmp_path / made.files[0].name
    fill_in(made.files[0], answer, {("health_care", "revised"): "R6.9月"})
    (found,) = collecting.collect(sample, [answer])
    assert [each.address.field for each in found.comparison.findings] == ["revised"]
    file = board(sample, TODAY)[0].requests[0].returned
    assert file is not None
    assert (file.changes, file.conflicts, file.questions, file.faults) == (1, 0, 0, 0)
