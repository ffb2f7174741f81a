"""Following a running inquiry up."""

from datetime import date
from pathlib import Path

import pytest

from kanagawa_desk.errors import UserError
from kanagawa_desk.services import undoing
from kanagawa_desk.services.inquiries import following, lists
from kanagawa_desk.services.inquiries.board import as_data, board
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.sending_back import send_back
from tests.ledgers import TODAY
from tests.pdf_text import pages
from tests.services.inquiries.rounds import DUE, Round

LATER = date(2024, 10, 25)


def test_a_new_due_date_is_that_of_everyone(plans: Round) -> None:
    following.put_off(plans.ledger, plans.inquiry, LATER, "台風のため", TODAY)
    view = plans.view("健康増進課")
    assert (view.due, view.extensions, view.state) == (LATER, 1, "asked")


def test_a_new_due_date_for_one_leaves_that_of_the_others(plans: Round) -> None:
    one = plans.view("健康増進課").id
    following.put_off(plans.ledger, plans.inquiry, LATER, "担当者不在のため", TODAY, [one])
    assert plans.view("健康増進課").due == LATER
    assert plans.view("医療保険課").due == DUE


def test_a_new_due_date_needs_a_reason(plans: Round) -> None:
    with pytest.raises(UserError, match="理由"):
        following.put_off(plans.ledger, plans.inquiry, LATER, "　", TODAY)


def test_a_new_due_date_can_be_taken_back(plans: Round) -> None:
    following.put_off(plans.ledger, plans.inquiry, LATER, "台風のため", TODAY)
    undoing.undo(plans.ledger)
    view = plans.view("健康増進課")
    assert (view.due, view.extensions) == (DUE, 0)


def test_a_reminder_counts_beside_the_state(plans: Round) -> None:
    one = plans.view("健康増進課").id
    assert "健康増進課長　様" in following.reminder_text(plans.ledger, one, LATER)
    following.reminded(plans.ledger, [one], LATER)
    view = plans.view("健康増進課")
    assert (view.reminders, view.state) == (1, "asked")
    assert plans.view("医療保険課").reminders == 0


def test_an_unknown_inquiry_is_named(plans: Round) -> None:
    with pytest.raises(UserError, match="R9-99"):
        following.close(plans.ledger, "R9-99", TODAY)


def test_days_left_are_counted_to_the_due_date(plans: Round) -> None:
    (view,) = board(plans.ledger, date(2024, 10, 20))
    assert {each.days_left for each in view.requests} == {-2}


def test_the_status_says_who_was_asked_when_and_until_when(plans: Round) -> None:
    (inquiry,) = as_data(board(plans.ledger, TODAY))["inquiries"]
    assert (inquiry["id"], inquiry["title"]) == ("R6-01", "計画の時点更新")
    assert inquiry["requests"][0] == {
        "respondent": "医療企画課",
        "state": "asked",
        "answer": None,
        "sent": "2024-10-04",
        "returned": None,
        "due": "2024-10-18",
    }


def test_the_list_of_recipients_has_everyone_with_address_and_workbook(plans: Round) -> None:
    (view,) = board(plans.ledger, TODAY)
    listed = lists.recipients(view)
    assert len(listed.table.rows) == 5
    assert listed.table.rows[3][1:4] == (("健康増進課",), ("所管課",), ("健康増進課長　様",))
    assert listed.table.rows[3][5] == (plans.view("健康増進課").workbook,)


def test_the_list_of_the_unanswered_says_how_long_they_are_over(plans: Round) -> None:
    one = plans.view("健康増進課").id
    following.reminded(plans.ledger, [one], TODAY)
    listed = lists.unanswered(plans.ledger, plans.inquiry, date(2024, 10, 20))
    rows = {row[1][0]: [cell[0] for cell in row] for row in listed.table.rows}
    assert rows["健康増進課"][2:7] == ["照会中", "R6.10.4", "R6.10.18", "2日超過", "1回"]
    assert rows["医療保険課"][6] == ""
    text = "".join(pages(lists.as_pdf(listed)))
    assert "未回答一覧" in text
    assert "健康増進課" in text
    assert lists.as_workbook(listed).startswith(b"PK")


def test_the_standing_lists_everyone_whether_answered_or_not(plans: Round) -> None:
    collect(plans.ledger, [plans.answer("健康増進課", answer="該当なし")])
    listed = lists.standing(plans.ledger, plans.inquiry, date(2024, 10, 20))
    rows = {row[1][0]: [cell[0] for cell in row] for row in listed.table.rows}
    assert rows["健康増進課"][2:4] == ["回答あり", "該当なし"]
    assert rows["健康増進課"][7] == ""
    assert rows["医療保険課"][7] == "2日超過"
    assert len(rows) == 5


def test_whose_answer_was_sent_back_is_asked_for_a_corrected_one(
    plans: Round, tmp_path: Path
) -> None:
    answer = plans.answer("健康増進課", {("health21", "revised"): "来年"}, answer="changed")
    marked = send_back(plans.ledger, answer, tmp_path, TODAY)
    text = following.reminder_text(plans.ledger, plans.view("健康増進課").id, TODAY)
    assert "（修正依頼）" in text
    assert marked.name in text


def test_a_list_of_an_unknown_inquiry_is_refused(plans: Round) -> None:
    with pytest.raises(UserError, match="R9-99"):
        lists.unanswered(plans.ledger, "R9-99", TODAY)
