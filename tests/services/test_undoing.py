"""Undo and redo: any mixture of writes goes back to the start and forth to the end."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.records import BedCount, BedSet
from kanagawa_desk.domain.values import Missing, missing, number
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import showing, undoing
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from tests.ledgers import opened

DAY = date(2024, 4, 1)
AREAS = ("yokohama", "kensei", "ken_o")


def change(ledger: Ledger, area: str, beds: int) -> None:
    with ledger.batch(f"{area} {beds}") as unit:
        stored = unit.get(BedCount, ("general", area, DAY))
        assert stored is not None
        unit.put(replace(stored, beds=number(beds)))


def test_undo_takes_the_last_batch_back(sample: Ledger) -> None:
    before = showing.beds(sample)
    change(sample, "yokohama", 1)
    undoing.undo(sample)
    assert showing.beds(sample) == before


def test_redo_does_again_what_was_taken_back(sample: Ledger) -> None:
    change(sample, "yokohama", 1)
    after = showing.beds(sample)
    undoing.undo(sample)
    undoing.redo(sample)
    assert showing.beds(sample) == after


def test_a_new_edit_leaves_nothing_to_redo(sample: Ledger) -> None:
    change(sample, "yokohama", 1)
    undoing.undo(sample)
    change(sample, "kensei", 2)
    with pytest.raises(UserError, match="やり直せる操作はありません"):
        undoing.redo(sample)


def test_an_earlier_batch_can_be_taken_back_where_nothing_later_touched_it(sample: Ledger) -> None:
    before = showing.beds(sample)
    change(sample, "yokohama", 1)
    batch = str(sample.opened_at + 1)
    change(sample, "kensei", 2)
    undoing.undo(sample, batch)
    undoing.undo(sample)
    assert showing.beds(sample) == before


def test_a_batch_whose_cells_changed_later_is_not_taken_back_and_the_cells_are_named(
    sample: Ledger,
) -> None:
    change(sample, "yokohama", 1)
    change(sample, "yokohama", 2)
    with pytest.raises(UserError, match=r"横浜 R6\.4\.1 既存病床数 B"):
        undoing.undo(sample, str(sample.opened_at + 1))


def test_the_loading_of_the_sample_is_not_undone(sample: Ledger) -> None:
    with pytest.raises(UserError, match="取り消せる操作はありません"):
        undoing.undo(sample)


def test_undo_says_what_it_took_back_and_where(sample: Ledger) -> None:
    change(sample, "yokohama", 1)
    done = undoing.undo(sample)
    assert done.text == "yokohama 1"
    assert str(done.address) == "bed_count:general/yokohama/2024-04-01#beds"


steps = st.one_of(
    st.tuples(st.just("beds"), st.sampled_from(AREAS), st.integers(0, 99_999)),
    st.tuples(st.just("missing"), st.sampled_from(AREAS), st.sampled_from(list(Missing))),
    st.tuples(st.just("add"), st.integers(2000, 2010), st.none()),
    st.tuples(st.just("delete"), st.sampled_from(AREAS), st.none()),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, max_size=12))
def test_undo_goes_back_to_the_start_and_redo_to_the_end(
    sample_path: Path, script: list[tuple[str, object, object]]
) -> None:
    with opened(sample_path) as ledger:
        states = [showing.beds(ledger)]
        states += [showing.beds(ledger) for step in script if _do(ledger, *step)]
        for state in reversed(states[:-1]):
            undoing.undo(ledger, this_session=True)
            assert showing.beds(ledger) == state
        for state in states[1:]:
            undoing.redo(ledger, this_session=True)
            assert showing.beds(ledger) == state
        assert verify(ledger) == ()
        for _state in states[1:]:
            undoing.undo(ledger, this_session=True)


def _do(ledger: Ledger, what: str, where: object, value: object) -> bool:
    with ledger.batch(f"{what} {where}") as unit:
        key = ("general", where, DAY)
        stored = unit.get(BedCount, key) if what in ("beds", "missing", "delete") else None
        if what == "add":
            unit.put(BedSet("general", date(where, 4, 1)))  # type: ignore[arg-type]
        elif what == "delete" and stored is not None:
            unit.delete(stored)
        elif what in ("beds", "missing"):
            stored = stored or BedCount(*key)  # type: ignore[arg-type]
            beds = missing(value) if isinstance(value, Missing) else number(value)  # type: ignore[arg-type]
            unit.put(replace(stored, beds=beds))
    return unit.batch is not None
