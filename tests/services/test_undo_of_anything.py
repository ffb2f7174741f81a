"""Undo after any mixture of edits, pastes, rows added, moved and taken out; redo to the end."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kanagawa_desk.domain.fields import key_of
from kanagawa_desk.domain.layout import Address, Layout
from kanagawa_desk.domain.records import Division, Plan, Series
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import (
    adding,
    edit,
    grids,
    history,
    masters,
    renaming,
    reverting,
    rows,
    showing,
    undoing,
)
from kanagawa_desk.services.edit import Edit
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from tests.ledgers import TODAY, opened

TEXTS = ("1", "２３床", "", "未集計", "該当なし", "約3万9千", "R6.4.1", "健康増進課", "abc")
Step = Callable[[Ledger, int, str], None]  # the number chooses among what there is


def state(ledger: Ledger) -> list[Any]:
    """All that `show --json` tells, and the divisions."""
    shown = [showing.beds(ledger), showing.plans(ledger, TODAY), showing.metrics(ledger)]
    return [*shown, masters.master_grid(ledger, "division")]


def cells(ledger: Ledger, number: int) -> list[Address]:
    """The cells of one of the three grids that take a text."""
    made: tuple[Callable[[], Layout], ...] = (
        lambda: grids.beds_grid(ledger, "general"),
        lambda: grids.plans_grid(ledger, TODAY),
        lambda: grids.metrics_grid(ledger),
    )
    layout = pick(made, number)()
    return [cell.address for row in layout.rows for cell in row.cells if cell.address is not None]


def of(ledger: Ledger, entity: type, **equal: object) -> tuple[Any, ...]:
    with ledger.reading() as reads:
        return reads.all(entity, **equal)


def division(ledger: Ledger, number: int) -> Address:
    return Address("division", key_of(pick(of(ledger, Division), number)), "name")


def pick(some: Any, number: int) -> Any:
    return some[number % len(some)]


def change_cell(ledger: Ledger, number: int, text: str) -> None:
    edit.set_cells(ledger, [Edit(pick(cells(ledger, number), number), text)], TODAY)


def paste(ledger: Ledger, number: int, text: str) -> None:
    some = cells(ledger, number)
    first = number % len(some)
    edit.set_cells(ledger, [Edit(each, text) for each in some[first : first + 9]], TODAY)


def revert(ledger: Ledger, number: int, _text: str) -> None:
    cell = pick(cells(ledger, number), number)
    if earlier := history.cell_history(ledger, cell):
        reverting.revert(ledger, cell, earlier[-1].batch)


def add_date(ledger: Ledger, number: int, text: str) -> None:
    copied = date(2024, 4, 1) if text else None
    adding.add_bed_date(ledger, "general", date(2000 + number % 20, 4, 1), copied)


def remove_date(ledger: Ledger, number: int, _text: str) -> None:
    if days := grids.bed_tabs(ledger)[0].dates:
        rows.remove_bed_date(ledger, "general", pick(days, number).day)


def add_plan(ledger: Ledger, number: int, _text: str) -> None:
    adding.add_plan(ledger, f"計画{number}", TODAY)


def move_plan(ledger: Ledger, number: int, _text: str) -> None:
    rows.move_plan(ledger, pick(of(ledger, Plan, listed=True), number).id, number % 7 - 3)


def remove_plan(ledger: Ledger, number: int, _text: str) -> None:
    rows.remove_plan(ledger, pick(of(ledger, Plan), number).id)


def add_metric(ledger: Ledger, number: int, _text: str) -> None:
    adding.add_metric(ledger, f"指標{number}", "件", "count")


def remove_series(ledger: Ledger, number: int, _text: str) -> None:
    rows.remove_series(ledger, pick(of(ledger, Series), number).id)


def add_series(ledger: Ledger, number: int, _text: str) -> None:
    adding.add_series(ledger, pick(of(ledger, Series), number).id, f"系列{number}")


def add_year(ledger: Ledger, _number: int, _text: str) -> None:
    adding.add_fiscal_year(ledger, TODAY)


def add_division(ledger: Ledger, number: int, _text: str) -> None:
    masters.add(ledger, "division", f"課{number}")


def rename_division(ledger: Ledger, number: int, _text: str) -> None:
    renaming.enter(ledger, [Edit(division(ledger, number), f"室{number}")], TODAY)


def move_division(ledger: Ledger, number: int, _text: str) -> None:
    masters.move(ledger, division(ledger, number), number % 7 - 3)


def remove_division(ledger: Ledger, number: int, _text: str) -> None:
    masters.delete(ledger, division(ledger, number))


STEPS = (
    change_cell,
    change_cell,
    paste,
    revert,
    add_date,
    remove_date,
    add_plan,
    move_plan,
    remove_plan,
    add_metric,
    remove_series,
    add_series,
    add_year,
    add_division,
    rename_division,
    move_division,
    remove_division,
)

scripts = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 10_000), st.sampled_from(TEXTS)),
    min_size=120,
    max_size=200,
)


@settings(max_examples=3)
@given(scripts)
def test_undo_returns_to_the_start_and_redo_to_the_end(
    sample_file: Path, script: list[tuple[Step, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(sample_file, Path(folder) / "台帳.kdesk"))
        with opened(path) as ledger:
            start = state(ledger)
            for step, number, text in script:
                with suppress(UserError):  # what is in use stays
                    step(ledger, number, text)
            end = state(ledger)
            while undoing.undo_state(ledger).undo_text:
                undoing.undo(ledger, this_session=True)
            assert state(ledger) == start
            while undoing.undo_state(ledger).redo_text:
                undoing.redo(ledger, this_session=True)
            assert state(ledger) == end
            assert verify(ledger) == ()
