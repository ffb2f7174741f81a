"""「この値に戻す」: an earlier value comes back whole, as one action that can be undone."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import BedCount, BedSet, Observation
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import drafts, edit, history, undoing
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.reverting import revert
from tests.ledgers import TODAY

DAY = date(2024, 4, 1)
YOKOHAMA = Address("bed_count", ("general", "yokohama", DAY), "beds")


def number_at_yokohama(ledger: Ledger) -> object:
    with ledger.reading() as reads:
        count = reads.get(BedCount, YOKOHAMA.key)
    assert count is not None
    return count.beds.number


def first_batch(ledger: Ledger, address: Address) -> str:
    return history.cell_history(ledger, address)[-1].batch


def test_an_earlier_value_is_put_back_and_can_be_undone(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "1")], TODAY)
    edit.set_cells(sample, [Edit(YOKOHAMA, "2")], TODAY)
    revert(sample, YOKOHAMA, first_batch(sample, YOKOHAMA))
    assert number_at_yokohama(sample) == 23386
    undoing.undo(sample)
    assert number_at_yokohama(sample) == 2


def test_a_value_comes_back_with_what_the_screen_does_not_show(sample: Ledger) -> None:
    with sample.reading() as reads:
        approximate = next(each for each in reads.all(Observation) if each.value.printed)
    address = Address("observation", (approximate.series, approximate.period), "value")
    edit.set_cells(sample, [Edit(address, "1")], TODAY)
    revert(sample, address, first_batch(sample, address))
    with sample.reading() as reads:
        assert reads.get(Observation, address.key) == approximate


def test_the_value_that_a_cell_has_already_is_no_change(sample: Ledger) -> None:
    assert revert(sample, YOKOHAMA, first_batch(sample, YOKOHAMA)).batch is None


def test_a_draft_in_the_cell_is_given_up(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "abc")], TODAY)
    revert(sample, YOKOHAMA, first_batch(sample, YOKOHAMA))
    assert drafts.drafts(sample, TODAY) == ()


def test_a_firm_figure_goes_back_for_a_reason_only(sample: Ledger) -> None:
    edit.set_cells(sample, [Edit(YOKOHAMA, "1")], TODAY)
    with sample.batch("確定") as unit:
        stored = unit.get(BedSet, ("general", DAY))
        assert stored is not None
        unit.put(replace(stored, standing="approved"))
    batch = first_batch(sample, YOKOHAMA)
    with pytest.raises(UserError, match="訂正の理由"):
        revert(sample, YOKOHAMA, batch)
    revert(sample, YOKOHAMA, batch, "転記の誤り")
    assert number_at_yokohama(sample) == 23386


def test_a_batch_that_left_no_value_cannot_be_gone_back_to(sample: Ledger) -> None:
    blank = Address("observation", ("rpa_saved", FiscalYear(2001)), "value")
    with pytest.raises(UserError, match="値はありません"):
        revert(sample, blank, "1")
