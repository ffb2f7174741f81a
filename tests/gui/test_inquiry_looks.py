"""How requests look on the board and in the list."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.following_up import STATES
from kanagawa_desk.domain.inquiries import Inquiry, RequestEvent, Respondent, ReturnedFile
from kanagawa_desk.gui.models.inquiry_looks import (
    FILTERS,
    STATE_LOOKS,
    contents_text,
    contents_tone,
    days_left,
    days_text,
    days_tone,
    events_text,
    segment_tone,
)
from kanagawa_desk.gui.models.inquiry_models import standing_text
from kanagawa_desk.services.inquiries.board import InquiryView, RequestView

DUE = date(2024, 10, 18)
ASKED = RequestView(
    "request-1",
    Respondent("respondent-1", "健康増進課"),
    "asked",
    "",
    DUE,
    DUE,
    days_left=7,
    workbook="",
    returned=None,
    returned_at=None,
    events=(),
    confirmed_by="",
    confirmed_on=None,
)
PUT_OFF = RequestEvent("event-1", "request-1", DUE, "due", "台風のため", date(2024, 10, 25))
FILE = ReturnedFile("return-1", "request-1", "0", "回答.xlsx", "2024-10-10T00:00:00+00:00")


def inquiry(*requests: RequestView, closed: date | None = None) -> InquiryView:
    return InquiryView(Inquiry("R6-01", "照会", DUE, DUE, closed_on=closed), requests)


def test_every_state_has_its_look_and_its_filter() -> None:
    assert set(STATE_LOOKS) == set(STATES)
    assert set(STATES) <= {each.key for each in FILTERS}


@pytest.mark.parametrize(
    ("days", "text", "tone"),
    [
        (7, "残り7日", ""),
        (3, "残り3日", "shortage"),
        (0, "今日まで", "shortage"),
        (-2, "2日超過", "error"),
        (None, "―", "text3"),
    ],
)
def test_days_left_are_said_and_warn_when_few(days: int | None, text: str, tone: str) -> None:
    assert (days_text(days), days_tone(days)) == (text, tone)


def test_what_an_answer_held_comes_before_what_happened_beside() -> None:
    file = replace(FILE, changes=12, conflicts=2)
    came = replace(ASKED, state="returned", answer="changed", returned=file, events=(PUT_OFF,))
    assert contents_text(came) == "双方で変更2 変更12 期限延長1"
    assert contents_tone(came) == "error"


def test_what_happened_beside_is_told_with_its_reason() -> None:
    assert events_text(replace(ASKED, events=(PUT_OFF,))) == (
        "R6.10.18　回答期限の変更　R6.10.25　台風のため"
    )


def test_an_answer_without_anything_to_compare_says_its_kind() -> None:
    assert contents_text(replace(ASKED, answer="none", returned=FILE)) == "該当なし"


def test_late_requests_stand_out_in_the_bar() -> None:
    assert segment_tone(ASKED) == "hatch"
    assert segment_tone(replace(ASKED, days_left=-1)) == "error"
    assert segment_tone(replace(ASKED, state="applied")) == "accent"


def test_an_inquiry_is_as_late_as_the_latest_of_its_requests() -> None:
    late, done = replace(ASKED, days_left=-3), replace(ASKED, state="applied", days_left=None)
    assert days_left(inquiry(ASKED, late, done)) == -3
    assert standing_text(inquiry(ASKED, late, done)) == "3日超過"
    assert standing_text(inquiry(done)) == "完了"
    assert standing_text(inquiry(late, closed=DUE)) == "終了"
