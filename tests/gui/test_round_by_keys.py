"""A round of twelve divisions in the real window: collected, reviewed by keys, applied, undone."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.gui.widgets.reviews.return_review import ReturnReview
from kanagawa_desk.services import history, showing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.board import board
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from kanagawa_desk.services.workbooks.evidence import files_of_batch
from kanagawa_desk.settings import Settings
from tests.gui.grids import can_undo, confirm, press
from tests.ledgers import TODAY
from tests.services.inquiries.twelve import (
    answer_in_every_way,
    sent_to_twelve,
    twelve_divisions,
)

Key = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WAITED_FOR = ("第09課", "第12課")


@dataclass(frozen=True)
class State:
    """How the ledger stands."""

    states: Mapping[str, str]
    requests: Mapping[str, tuple[str, str]]  # request and returned file, by their ids
    shown: bytes
    revised: Mapping[str, str]
    actions: tuple[str, ...]
    kept: Mapping[str, bytes]
    faults: tuple[Any, ...]


def read(ledger: Ledger) -> State:
    (view,) = board(ledger, TODAY)
    shown = [showing.beds(ledger), showing.plans(ledger, TODAY), showing.metrics(ledger)]
    batches = history.batches(ledger)
    return State(
        {each.respondent.name: each.state for each in view.requests},
        {
            each.respondent.name: (each.id, each.returned.id if each.returned else "")
            for each in view.requests
        },
        json.dumps(shown, ensure_ascii=False).encode(),
        {row["name"]: row["revised"] for row in shown[1]["rows"]},
        tuple(each.action for each in batches),
        {file.name: file.content for each in batches for file in files_of_batch(ledger, each.id)},
        verify(ledger),
    )


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A folder of answers of every kind to a round whose ledger lies beside it."""
    ledger = twelve_divisions(tmp_path / "台帳.kdesk")
    sent = sent_to_twelve(ledger, tmp_path)
    answer_in_every_way(sent)
    edited = Address("plan_edition", ("plan4a_r6",), "revised")
    set_cells(ledger, [Edit(edited, "R6.6月")], TODAY)
    ledger.close()
    return sent.answers


@pytest.fixture
def window(open_window, answers, qtbot):
    made = open_window(
        Settings(display_name="田中", last_ledger=str(answers.with_name("台帳.kdesk")))
    )
    qtbot.waitUntil(lambda: made.session.facts is not None)
    return made


def ask(window, qtbot, call: Callable[[Ledger], Any]) -> Any:
    """What the ledger says, asked where the window asks."""
    found: list[Any] = []
    window.tasks.ask(call, then=found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=10_000)
    return found[0]


def states(ledger: Ledger) -> set[str]:
    return {each.state for view in board(ledger, TODAY) for each in view.requests}


def take_the_answer() -> None:
    press(Key.Key_1, ALT)


def take_the_first_reading() -> None:
    press(Key.Key_1)


def keep_the_ledgers_value() -> None:
    press(Key.Key_2)


def type_the_right_value() -> None:
    press(Key.Key_F2)
    confirm("R6.4月")
    press(Key.Key_Return)


DECISIONS: Mapping[str, Callable[[], None]] = {
    "第04課": take_the_answer,
    "第05課": keep_the_ledgers_value,
    "第06課": take_the_first_reading,
    "第07課": type_the_right_value,
}


def test_a_round_is_collected_reviewed_by_keys_applied_and_undone(window, answers, qtbot):
    sent = ask(window, qtbot, read)
    assert set(sent.states.values()) == {"asked"}
    window.show_page("inquiries")
    page = window.page("inquiries")
    page.work.collect([answers])
    review = window.findChild(ReturnReview)

    qtbot.waitUntil(lambda: "returned" in ask(window, qtbot, states), timeout=20_000)
    collected = ask(window, qtbot, read)
    answered = [name for name in sent.states if name not in WAITED_FOR]
    assert collected.states == dict.fromkeys(answered, "returned") | dict.fromkeys(
        WAITED_FOR, "asked"
    )
    assert collected.shown == sent.shown
    assert collected.kept == {name: (answers / name).read_bytes() for name in collected.kept}
    assert len(collected.kept) == len(answered) + 1  # 第11課 answered twice

    for name in answered:
        request, returned = collected.requests[name]
        page.board.choose(request)
        qtbot.waitUntil(lambda new=returned: review.pane.isVisible() and review.returned == new)
        page.review_current()
        if name in DECISIONS:
            press(Key.Key_F8)
            DECISIONS[name]()
            qtbot.waitUntil(lambda: not review.pane.lines.counts["保留"])
        press(Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda name=name: window.message_bar.text.startswith(name))

    applied = ask(window, qtbot, read)
    assert applied.faults == ()
    assert applied.kept == collected.kept
    changed = {
        name: value for name, value in applied.revised.items() if value != sent.revised[name]
    }
    assert changed == {
        f"第{number:02}課の計画A": value
        for number, value in (
            (1, "2024-04"),
            (4, "2024-04"),
            (6, "2024-03"),
            (7, "2024-04"),
            (8, "2024-04"),
            (10, "2024-04"),
            (11, "2024-05"),
        )
    }
    taken = [action for action in applied.actions if action.endswith("の回答の取込")]
    assert sorted(taken) == [f"照会 R6-01 {name}の回答の取込" for name in sorted(answered)]

    for _ in taken:
        can_undo(window, qtbot)
        with qtbot.waitSignal(window.session.undo_changed):
            press(Key.Key_Z, CTRL)
    undone = ask(window, qtbot, read)
    assert undone.shown == collected.shown
    assert set(undone.states.values()) == {"asked", "returned", "reviewing"}
    assert undone.kept == collected.kept
    assert undone.faults == ()
