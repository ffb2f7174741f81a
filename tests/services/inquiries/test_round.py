"""A round of twelve divisions: sent, answered in every way there is, collected, applied, undone."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.problems import Found
from kanagawa_desk.services import history, showing, undoing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries.applying import apply
from kanagawa_desk.services.inquiries.board import board
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.collecting import collect, files_in
from kanagawa_desk.services.inquiries.received import content_of
from kanagawa_desk.services.verifying import verify
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import Round
from tests.services.inquiries.twelve import (
    answer_in_every_way,
    sent_to_twelve,
    twelve_divisions,
)

APPLIED = ("第01課", "第02課", "第03課", "第08課", "第10課", "第11課")
IN_REVIEW = ("第04課", "第05課", "第06課", "第07課")


@dataclass(frozen=True)
class Step:
    """How the ledger stood after a step."""

    states: Mapping[str, str]
    plans: Mapping[str, Any]
    actions: tuple[str, ...]
    kept: Mapping[str, bytes]
    faults: tuple[Found, ...]


@dataclass(frozen=True)
class Story:
    """The round step by step, and what became of each file."""

    sent: Step
    collected: Step
    applied: Step
    undone: Step
    files: Mapping[str, Collected]
    answers: Path


def step(sent: Round) -> Step:
    ledger = sent.ledger
    (view,) = board(ledger, TODAY)
    with ledger.reading() as reads:
        files = reads.all(ReturnedFile)
    return Step(
        {each.respondent.name: each.state for each in view.requests},
        showing.plans(ledger, TODAY),
        tuple(each.action for each in history.batches(ledger)),
        {each.name: content_of(ledger, each.id) for each in files},
        verify(ledger),
    )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    folder = tmp_path_factory.mktemp("照会")
    ledger = twelve_divisions(folder / "台帳.kdesk")
    sent = sent_to_twelve(ledger, folder)
    after_sending = step(sent)
    answer_in_every_way(sent)
    edited = Address("plan_edition", ("plan4a_r6",), "revised")
    set_cells(ledger, [Edit(edited, "R6.6月")], TODAY)
    found = collect(ledger, files_in(sent.answers))
    after_collecting = step(sent)
    found = apply(ledger, found)
    after_applying = step(sent)
    for each in reversed(found):
        if each.applied:
            undoing.undo(ledger, each.batch)
    after_undoing = step(sent)
    ledger.close()
    files = {each.file: each for each in found}
    return Story(
        after_sending, after_collecting, after_applying, after_undoing, files, sent.answers
    )


def test_every_division_is_asked(story: Story) -> None:
    assert Counter(story.sent.states.values()) == {"asked": 12}


def test_every_file_is_told_apart(story: Story) -> None:
    statuses = {name: each.status for name, each in story.files.items() if each.status != "new"}
    assert statuses == {
        "11a.xlsx": "older",
        "R6-01_第08課_計画の時点更新.xlsx": "resent",
        "R6-01_第09課_計画の時点更新.xlsx": "other_respondent",
        "会議室.xlsx": "unknown",
        "写真.xlsx": "unreadable",
    }


def test_who_answered_is_on_the_board_and_who_did_not(story: Story) -> None:
    returned = {name for name, state in story.collected.states.items() if state == "returned"}
    assert returned == {*APPLIED, *IN_REVIEW}
    assert story.collected.states["第09課"] == "asked"
    assert story.collected.states["第12課"] == "asked"


def test_collecting_leaves_the_ledger_as_it_was(story: Story) -> None:
    before = {row["name"]: row["revised"] for row in story.sent.plans["rows"]}
    after = {row["name"]: row["revised"] for row in story.collected.plans["rows"]}
    assert after == before | {"第04課の計画A": "2024-06"}


def test_every_answer_is_kept_as_it_came(story: Story) -> None:
    assert story.undone.kept == story.collected.kept
    assert len(story.collected.kept) == len(APPLIED) + len(IN_REVIEW) + 1
    for name, content in story.collected.kept.items():
        assert content == (story.answers / name).read_bytes()


def test_what_is_clear_is_applied_and_the_rest_is_in_review(story: Story) -> None:
    by_state: dict[str, set[str]] = {}
    for name, state in story.applied.states.items():
        by_state.setdefault(state, set()).add(name)
    assert by_state == {
        "applied": set(APPLIED),
        "reviewing": set(IN_REVIEW),
        "asked": {"第09課", "第12課"},
    }


def test_the_ledger_has_what_was_answered_and_nothing_else(story: Story) -> None:
    before = {row["name"]: row for row in story.collected.plans["rows"]}
    after = {row["name"]: row for row in story.applied.plans["rows"]}
    changed = {name: row for name, row in after.items() if row != before[name]}
    assert {name: row["revised"] for name, row in changed.items()} == {
        "第01課の計画A": "2024-04",
        "第08課の計画A": "2024-04",
        "第10課の計画A": "2024-04",
        "第10課の計画B": "NA:blank",
        "第11課の計画A": "2024-05",
    }
    assert changed["第10課の計画B"]["basis"] == "法第2条"


def test_each_applied_file_is_one_action_of_the_history(story: Story) -> None:
    new = story.applied.actions[: len(story.applied.actions) - len(story.collected.actions)]
    taken = [each for each in new if each.endswith("の回答の取込")]
    assert sorted(taken) == [f"照会 R6-01 {name}の回答の取込" for name in sorted(APPLIED)]


def test_undoing_every_file_brings_everything_back(story: Story) -> None:
    assert story.undone.plans == story.collected.plans
    assert {name: story.undone.states[name] for name in APPLIED} == dict.fromkeys(
        APPLIED, "returned"
    )


def test_the_ledger_is_sound_at_each_step(story: Story) -> None:
    steps = (story.sent, story.collected, story.applied, story.undone)
    assert [each.faults for each in steps] == [()] * 4
