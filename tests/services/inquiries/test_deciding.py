"""Decisions about an answer: kept beside it, and heeded when it is applied or sent back."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from kanagawa_desk.domain.periods import YearMonth
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import undoing
from kanagawa_desk.services.edit import Edit, set_cells
from kanagawa_desk.services.inquiries import deciding, received
from kanagawa_desk.services.inquiries.applying import take, take_some
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.deciding import Decided
from kanagawa_desk.services.inquiries.sending_back import faults_of, mark
from kanagawa_desk.services.workbooks import reviewing
from kanagawa_desk.services.workbooks.comparison import CHANGE
from kanagawa_desk.services.workbooks.reviewing import HOLD, KEEP, TAKE, Item
from tests.ledgers import TODAY
from tests.services.inquiries.rounds import Round, cells_of
from tests.services.inquiries.test_applying import REVISED, edition_of

ANSWERED = {
    ("health21", "revised"): "R6.4月",
    ("food", "revised"): "平成36年3月",
    ("dental", "basis"): None,
}


@pytest.fixture
def answer(plans: Round) -> Collected:
    return collect(plans.ledger, [plans.answer("健康増進課", ANSWERED, answer="修正あり")])[0]


def items(plans: Round, answer: Collected) -> tuple[Item, ...]:
    found = received.examine(plans.ledger, answer.returned)
    with plans.ledger.reading() as reads:
        return reviewing.review(reads, found.comparison).items


def item_of(plans: Round, answer: Collected, place: str) -> Item:
    return next(each for each in items(plans, answer) if place in each.place)


def decisions(plans: Round, answer: Collected) -> dict[str, Decided]:
    listed = items(plans, answer)
    with plans.ledger.reading() as reads:
        known = deciding.decisions(reads, answer.returned, listed)
    return {listed[number].kind: each for number, each in known.items()}


def decide(plans: Round, answer: Collected, place: str, decided: Decided) -> bool:
    item = item_of(plans, answer, place)
    return deciding.decide(plans.ledger, answer.returned, [(item, decided)])


def test_a_decision_is_there_when_the_answer_is_opened_again(
    plans: Round, answer: Collected
) -> None:
    decide(plans, answer, "食", Decided(TAKE, YearMonth(2024, 3)))
    assert decisions(plans, answer) == {"質問": Decided(TAKE, YearMonth(2024, 3))}


def test_a_cell_that_was_put_right_is_not_asked_about_again(
    plans: Round, answer: Collected
) -> None:
    emptied = item_of(plans, answer, "歯")
    assert emptied.finding
    put_right = replace(emptied.finding, kind=CHANGE, value="法第9条")
    done = take_some(plans.ledger, answer, [put_right])
    assert decisions(plans, answer) == {"空欄になった": Decided(KEEP)}
    decide(plans, answer, "歯", Decided(HOLD))
    assert decisions(plans, answer) == {"空欄になった": Decided(HOLD)}
    undoing.undo(plans.ledger, done.batch)
    assert decisions(plans, answer) == {}


def test_the_last_of_several_decisions_counts(plans: Round, answer: Collected) -> None:
    for choice in (TAKE, KEEP, HOLD):
        decide(plans, answer, "健康プラン21", Decided(choice))
    assert decisions(plans, answer) == {"変更": Decided(HOLD)}


def test_of_two_decisions_about_one_line_at_once_the_last_counts(
    plans: Round, answer: Collected
) -> None:
    item = item_of(plans, answer, "健康プラン21")
    deciding.decide(plans.ledger, answer.returned, [(item, Decided(KEEP)), (item, Decided(HOLD))])
    assert decisions(plans, answer) == {"変更": Decided(HOLD)}


def test_the_first_decision_begins_the_review(plans: Round, answer: Collected) -> None:
    assert decide(plans, answer, "食", Decided(KEEP))
    assert plans.state("健康増進課") == "reviewing"
    assert not decide(plans, answer, "食", Decided(HOLD))


def test_a_decision_falls_when_the_ledger_has_another_value_since(
    plans: Round, answer: Collected
) -> None:
    decide(plans, answer, "健康プラン21", Decided(TAKE))
    set_cells(plans.ledger, [Edit(REVISED, "R6.5月")], TODAY)
    assert decisions(plans, answer) == {}


def test_decisions_are_no_step_to_take_back(plans: Round, answer: Collected) -> None:
    decide(plans, answer, "食", Decided(KEEP))
    with pytest.raises(UserError, match="取り消せる操作はありません"):
        undoing.undo(plans.ledger)


def test_what_was_chosen_goes_in_and_what_was_held_stays_in_review(
    plans: Round, answer: Collected
) -> None:
    change = item_of(plans, answer, "健康プラン21").finding
    assert change is not None
    done = take_some(plans.ledger, answer, [change])
    assert (done.applied, done.standing) == (False, True)
    assert edition_of(plans.ledger, "健康プラン21") == "2024-04"
    assert plans.state("健康増進課") == "reviewing"
    left = {each.kind for each in items(plans, answer)}
    assert left == {"質問", "空欄になった"}


def test_an_answer_of_which_all_is_decided_is_applied(plans: Round, answer: Collected) -> None:
    assert take(plans.ledger, answer, []).applied
    assert plans.state("健康増進課") == "applied"
    undoing.undo(plans.ledger)
    assert plans.state("健康増進課") == "returned"


def test_what_was_decided_is_not_asked_again_when_the_answer_is_sent_back(
    plans: Round, answer: Collected, tmp_path: Path
) -> None:
    decide(plans, answer, "食", Decided(TAKE, YearMonth(2024, 3)))
    faults = faults_of(plans.ledger, answer, TODAY)
    assert cells_of(faults) == cells_of([item_of(plans, answer, "歯")])
    back = mark(plans.ledger, answer, faults, tmp_path / "返送", TODAY)
    assert openpyxl.load_workbook(back)["修正依頼"].max_row == 5


def test_a_change_that_is_held_is_asked_about(plans: Round, answer: Collected) -> None:
    decide(plans, answer, "健康プラン21", Decided(HOLD))
    messages = [each.message for each in faults_of(plans.ledger, answer, TODAY)]
    assert "この値でよいか、もう一度確かめてください。" in messages
