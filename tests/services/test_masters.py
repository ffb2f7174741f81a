"""Divisions, areas, municipalities and bed types as editable data with a memory."""

from datetime import date

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import Area, BedCount, Division, Plan
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import adding, checks, edit, grids, masters, renaming, showing, undoing
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY


def division(ledger: Ledger, name: str) -> Division:
    with ledger.reading() as reads:
        return next(each for each in reads.all(Division) if each.name == name)


def address(ledger: Ledger, name: str) -> Address:
    return Address("division", (division(ledger, name).id,), "name")


@pytest.mark.parametrize("record", masters.MASTERS)
def test_every_master_is_a_grid_whose_cells_can_be_edited(sample: Ledger, record: str) -> None:
    layout = masters.master_grid(sample, record)
    assert layout.rows
    assert all(any(cell.address for cell in row.cells) for row in layout.rows)


def test_a_renamed_division_is_still_understood_by_its_old_name(sample: Ledger) -> None:
    renaming.enter(sample, [Edit(address(sample, "医療企画課"), "医療整備課")], TODAY)
    plan = Address("plan", ("food",), "division")
    edit.set_cells(sample, [Edit(plan, "医療企画課")], TODAY)
    rows = {each["name"]: each for each in showing.plans(sample, TODAY)["rows"]}
    assert rows["神奈川県食育推進計画"]["division"] == "医療整備課"


def test_a_merged_divisions_plans_go_over_and_come_back_with_undo(sample: Ledger) -> None:
    before = showing.plans(sample, TODAY)
    gone, into = address(sample, "健康増進課"), address(sample, "がん・疾病対策課")
    masters.merge(sample, gone, into, date(2025, 4, 1))
    with sample.reading() as reads:
        assert reads.all(Plan, division=gone.key[0]) == ()
    assert division(sample, "健康増進課").valid_to == date(2025, 3, 31)
    assert "健康増進課" in division(sample, "がん・疾病対策課").former_names
    undoing.undo(sample)
    assert showing.plans(sample, TODAY) == before


def test_merged_areas_keep_their_figures_at_the_dates_before(sample: Ledger) -> None:
    gone = Address("area", ("kawasaki_south",), "name")
    into = Address("area", ("kawasaki_north",), "name")
    masters.merge(sample, gone, into, date(2025, 4, 1))
    adding.add_bed_date(sample, "general", date(2026, 4, 1))
    then = grids.beds_grid(sample, "general", [date(2024, 4, 1)])
    now = grids.beds_grid(sample, "general", [date(2026, 4, 1)])
    assert "kawasaki_south" in {row.key for row in then.rows}
    assert "kawasaki_south" not in {row.key for row in now.rows}


def test_a_date_copied_after_a_merger_has_the_areas_that_are_left(sample: Ledger) -> None:
    gone = Address("area", ("kawasaki_south",), "name")
    into = Address("area", ("kawasaki_north",), "name")
    masters.merge(sample, gone, into, date(2026, 4, 1))
    adding.add_bed_date(sample, "general", date(2026, 4, 1), date(2024, 4, 1))
    with sample.reading() as reads:
        counts = reads.all(BedCount, bed_type="general", as_of=date(2026, 4, 1))
    assert len(counts) == 8
    assert "kawasaki_south" not in {each.area for each in counts}


def test_an_area_that_was_merged_is_not_asked_for_after_its_end(sample: Ledger) -> None:
    gone = Address("area", ("kawasaki_south",), "name")
    into = Address("area", ("kawasaki_north",), "name")
    masters.merge(sample, gone, into, date(2026, 4, 1))
    adding.add_bed_date(sample, "general", date(2026, 4, 1))
    blank = [each for each in checks.check(sample, TODAY) if each.code == "count_blank"]
    assert len(blank) == 8
    assert not [each for each in blank if "川崎南部" in each.where]


def test_what_is_in_use_cannot_be_deleted(sample: Ledger) -> None:
    with pytest.raises(UserError, match="つながって"):
        masters.delete(sample, address(sample, "医療企画課"))


def test_what_was_just_added_can_be_deleted(sample: Ledger) -> None:
    masters.add(sample, "division", "新設課")
    masters.delete(sample, address(sample, "新設課"))
    with sample.reading() as reads:
        assert "新設課" not in {each.name for each in reads.all(Division)}


def test_moving_a_record_numbers_all_anew(sample: Ledger) -> None:
    masters.move(sample, Address("area", ("kensei",), "name"), -20)
    with sample.reading() as reads:
        areas = reads.all(Area)
    assert areas[0].id == "kensei"
    assert [each.rank for each in areas] == list(range(1, len(areas) + 1))


def test_a_second_edition_can_be_entered_and_chosen(sample: Ledger) -> None:
    seventh = FiscalPeriod(FiscalYear(2018), FiscalYear(2023))
    adding.add_edition(sample, "health_care", seventh, "第7次")
    (edition,) = (each for each in grids.editions(sample, "general") if "第7次" in each.label)
    standard = Address("bed_standard", (edition.id, "general", "yokohama"), "standard")
    edit.set_cells(sample, [Edit(standard, "24,000")], TODAY)
    layout = grids.beds_grid(sample, "general", edition=edition.id)
    assert layout.rows[0].cells[layout.column_index("surplus@2023-04-01")].text == "▲392"
