"""Where a request stands follows from what was sent, what came back and what was done."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.following_up import age, days_left, due_of, state_of
from kanagawa_desk.domain.inquiries import Inquiry, Request, ReturnedFile

SENT = Request("request-1", "R6-01", "respondent-1", sent_on=date(2024, 10, 4))


def files(*stages: str) -> list[ReturnedFile]:
    return [
        ReturnedFile(f"return-{n}", SENT.id, "0" * 64, "回答.xlsx", "2024-10-05", stage=stage)
        for n, stage in enumerate(stages)
    ]


def test_a_request_that_was_not_sent_is_unsent() -> None:
    assert state_of(replace(SENT, sent_on=None), []) == "unsent"


@pytest.mark.parametrize(
    ("stages", "state"),
    [
        ((), "asked"),
        (("older",), "asked"),
        (("received",), "returned"),
        (("received", "received"), "returned"),
        (("reviewing",), "reviewing"),
        (("sent_back",), "sent_back"),
        (("sent_back", "older"), "sent_back"),
        (("sent_back", "received"), "returned_again"),
        (("applied",), "applied"),
        (("applied", "received"), "returned_again"),
        (("sent_back", "applied"), "applied"),
    ],
)
def test_the_last_file_that_counts_says_where_a_request_stands(
    stages: tuple[str, ...], state: str
) -> None:
    assert state_of(SENT, files(*stages)) == state


def test_its_own_due_date_comes_before_that_of_the_inquiry() -> None:
    inquiry = Inquiry("R6-01", "照会", date(2024, 10, 18), date(2024, 10, 4))
    assert due_of(inquiry, SENT) == date(2024, 10, 18)
    later = date(2024, 10, 25)
    assert due_of(inquiry, replace(SENT, due=later)) == later


@pytest.mark.parametrize(
    ("state", "left"), [("asked", -2), ("sent_back", -2), ("returned", None), ("applied", None)]
)
def test_days_are_counted_while_an_answer_is_waited_for(state: str, left: int | None) -> None:
    assert days_left(state, date(2024, 10, 18), date(2024, 10, 20)) == left


def test_inquiries_of_one_day_are_in_the_order_of_their_numbers() -> None:
    day = date(2024, 10, 4)
    numbers = ["R6-100", "R6-99", "R6-02"]
    ordered = sorted((Inquiry(each, "照会", day, day) for each in numbers), key=age)
    assert [each.id for each in ordered] == ["R6-02", "R6-99", "R6-100"]
