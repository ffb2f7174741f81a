"""Entering values: what is read is stored at once, what is not waits as a draft."""

from datetime import date
from pathlib import Path

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import BedCount, BedSet
from kanagawa_desk.domain.values import Measured, Status, number
from kanagawa_desk.services import adding, checks, drafts, edit, grids, showing, undoing
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from tests.ledgers import TODAY, opened

DAY = date(2024, 4, 1)
YOKOHAMA = Address("bed_count", ("general", "yokohama", DAY), "beds")
DIVISION = Address("plan", ("health_care",), "division")


def beds(ledger: Ledger) -> Measured:
    with ledger.reading() as reads:
        stored = reads.get(BedCount, YOKOHAMA.key)
    assert stored is not None
    return stored.beds


def test_what_is_typed_is_stored_whatever_its_width_and_unit(sample: Ledger) -> None:
    (outcome,) = edit.set_cells(sample, [Edit(YOKOHAMA, "２３，３８７床")], TODAY).outcomes
    assert (outcome.stored, outcome.shown) == (True, "23,387")
    assert beds(sample) == number(23387)


def test_a_stored_edit_is_on_disk_for_the_next_opener(sample_path: Path) -> None:
    with opened(sample_path) as ledger:
        edit.set_cells(ledger, [Edit(YOKOHAMA, "5")], TODAY)
    with opened(sample_path) as ledger:
        assert beds(ledger) == number(5)


def test_many_cells_are_one_batch_and_one_undo(sample: Ledger) -> None:
    before = showing.beds(sample)
    layout = grids.beds_grid(sample, "general")
    addresses = [cell.address for row in layout.rows for cell in row.cells if cell.address]
    written = edit.set_cells(sample, [Edit(address, "7") for address in addresses], TODAY)
    assert written.changed == len(addresses)
    undoing.undo(sample)
    assert showing.beds(sample) == before


def test_a_division_is_entered_by_its_name(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(DIVISION, "健康増進課")], TODAY)
    assert showing.plans(sample, TODAY)["rows"][0]["division"] == "健康増進課"


def test_what_cannot_be_read_is_not_stored_and_says_why(sample: Ledger) -> None:
    written = edit.set_cells(sample, [Edit(YOKOHAMA, "23,386.5")], TODAY)
    assert written.batch is None
    assert not written.outcomes[0].stored
    assert written.outcomes[0].note
    assert beds(sample) == number(23386)


def test_what_cannot_be_read_waits_as_a_draft_over_a_restart(sample_path: Path) -> None:
    with opened(sample_path) as ledger:
        edit.set_cells(ledger, [Edit(YOKOHAMA, "別紙のとおり")], TODAY)
    with opened(sample_path) as ledger:
        (draft,) = drafts.drafts(ledger, TODAY)
    assert (draft.address, draft.text) == (YOKOHAMA, "別紙のとおり")


def test_a_draft_must_be_mended_according_to_the_checks(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "別紙のとおり")], TODAY)
    found = [each for each in checks.check(sample, TODAY) if each.severity == "要修正"]
    assert [each.address for each in found] == [YOKOHAMA]
    assert "別紙のとおり" in found[0].message


def test_a_draft_goes_when_its_cell_is_mended(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "別紙のとおり")], TODAY)
    edit.set_cells(sample, [Edit(YOKOHAMA, "20,000")], TODAY)
    assert drafts.drafts(sample, TODAY) == ()


def test_a_draft_goes_when_it_is_given_up_and_the_record_stays(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "別紙のとおり")], TODAY)
    drafts.give_up(sample, [YOKOHAMA])
    assert drafts.drafts(sample, TODAY) == ()
    assert beds(sample) == number(23386)


def test_drafts_are_outside_history_and_verification(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "別紙のとおり")], TODAY)
    assert undoing.undo_state(sample).undo_text == ""
    assert verify(sample) == ()


def test_a_firm_figure_changes_for_a_reason_only_and_is_marked(sample: Ledger) -> None:
    with sample.batch("確定") as unit:
        unit.put(BedSet("general", DAY, standing="approved"))
    refused = edit.set_cells(sample, [Edit(YOKOHAMA, "5")], TODAY)
    assert "訂正の理由" in refused.outcomes[0].note
    assert beds(sample) == number(23386)
    edit.set_cells(sample, [Edit(YOKOHAMA, "5")], TODAY, reason="集計の誤り")
    assert beds(sample) == Measured(5, status=Status.REVISED)


def test_a_new_date_can_start_from_the_figures_of_another(sample: Ledger) -> None:
    adding.add_bed_date(sample, "general", date(2025, 4, 1), DAY)
    row = showing.beds(sample)["rows"][0]
    assert row["counts"]["2025-04-01"] == row["counts"]["2024-04-01"]


def test_a_value_at_a_date_that_is_not_there_yet_makes_the_date(sample: Ledger) -> None:
    fresh = Address("bed_count", ("general", "yokohama", date(2025, 4, 1)), "beds")
    edit.set_cells(sample, [Edit(fresh, "1")], TODAY)
    assert grids.bed_tabs(sample)[0].dates[-1].label == "R7.4.1"


def test_an_added_plan_stands_behind_the_others_and_can_be_undone(sample: Ledger) -> None:
    before = showing.plans(sample, TODAY)
    adding.add_plan(sample, "神奈川県試行計画", TODAY)
    rows = showing.plans(sample, TODAY)["rows"]
    assert (rows[-1]["no"], rows[-1]["name"], rows[-1]["period"]) == (
        17,
        "神奈川県試行計画",
        "FY2024..",
    )
    undoing.undo(sample)
    assert showing.plans(sample, TODAY) == before
