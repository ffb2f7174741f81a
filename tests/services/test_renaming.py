"""A name typed over in the master data leaves the old one behind."""

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import Division
from kanagawa_desk.services import undoing
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.renaming import enter
from tests.ledgers import TODAY


def first(ledger: Ledger) -> Division:
    with ledger.reading() as reads:
        return reads.all(Division)[0]


def address(ledger: Ledger, field: str) -> Address:
    return Address("division", (first(ledger).id,), field)


def test_the_old_name_is_remembered(sample: Ledger) -> None:
    old = first(sample).name
    written = enter(sample, [Edit(address(sample, "name"), "医療整備課")], TODAY)
    assert [each.shown for each in written.outcomes] == ["医療整備課"]
    assert (first(sample).name, first(sample).former_names[-1]) == ("医療整備課", old)


def test_names_pasted_as_a_block_are_all_remembered_by_one_batch(sample: Ledger) -> None:
    with sample.reading() as reads:
        one, other = reads.all(Division)[:2]
    edits = [
        Edit(Address("division", (each.id,), "name"), f"新{each.name}") for each in (one, other)
    ]
    enter(sample, edits, TODAY)
    with sample.reading() as reads:
        for each in (one, other):
            assert reads.get(Division, (each.id,)).former_names[-1] == each.name
    undoing.undo(sample)
    assert first(sample) == one


def test_former_names_pasted_beside_a_new_name_stand_before_the_old_one(sample: Ledger) -> None:
    old = first(sample).name
    texts = {"name": "医療整備課", "former_names": "医療課"}
    enter(sample, [Edit(address(sample, name), text) for name, text in texts.items()], TODAY)
    assert first(sample).former_names == ("医療課", old)


def test_a_name_that_comes_back_is_no_former_name_any_more(sample: Ledger) -> None:
    old = first(sample).name
    enter(sample, [Edit(address(sample, "name"), "医療整備課")], TODAY)
    enter(sample, [Edit(address(sample, "name"), old)], TODAY)
    assert first(sample).former_names[-1] == "医療整備課"
    assert old not in first(sample).former_names


def test_an_empty_name_is_refused_and_waits_as_a_draft(sample: Ledger) -> None:
    old = first(sample)
    written = enter(sample, [Edit(address(sample, "name"), "")], TODAY)
    assert not written.outcomes[0].stored
    assert first(sample) == old


def test_other_fields_are_stored_as_anywhere(sample: Ledger) -> None:
    enter(sample, [Edit(address(sample, "valid_from"), "R6.4.1")], TODAY)
    assert str(first(sample).valid_from) == "2024-04-01"
