"""Letters of an inquiry: whom they address, what they ask, what they leave to be written in."""

from dataclasses import replace
from datetime import date

import pytest

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent
from kanagawa_desk.domain.letters import (
    Item,
    addressee_of,
    correction,
    cover_letter,
    head_of,
    reminder,
    subject,
    weekday_date,
)

TODAY = date(2024, 10, 4)
ACTOR = Actor("佐藤", "医療企画課")
INQUIRY = Inquiry(
    "R6-07", "病床数の時点更新", date(2024, 10, 18), TODAY, "beds", date(2024, 4, 1), "一\n\n二 "
)
REQUEST = Request("request-1", "R6-07", "respondent-1", "R6-07_健康増進課.xlsx", TODAY)
DIVISION = Respondent("respondent-1", "健康増進課")


@pytest.mark.parametrize(
    ("name", "kind", "addressee", "expected"),
    [
        ("健康増進課", "division", "", "健康増進課長　様"),
        ("デジタル戦略本部室", "division", "", "デジタル戦略本部室長　様"),
        ("横須賀市", "municipality", "", "横須賀市長　様"),
        ("横須賀市", "municipality", "横須賀市保健所長", "横須賀市保健所長　様"),
        ("公益社団法人神奈川県医師会", "body", "", "公益社団法人神奈川県医師会　御中"),
    ],
)
def test_whoever_heads_an_office_is_addressed_and_else_the_office(
    name: str, kind: str, addressee: str, expected: str
) -> None:
    respondent = Respondent("respondent-1", name, kind, addressee=addressee)
    assert addressee_of(respondent) == expected


def test_an_office_whose_head_nobody_can_name_keeps_its_name() -> None:
    assert head_of("県立がんセンター") == "県立がんセンター"


@pytest.mark.parametrize("title", ["時点更新", "時点更新について", "時点更新について（照会）"])
def test_the_subject_says_once_that_it_is_an_inquiry(title: str) -> None:
    assert subject(replace(INQUIRY, title=title)) == "時点更新について（照会）"


def test_a_due_date_has_its_day_of_the_week() -> None:
    assert weekday_date(date(2024, 10, 18)) == "令和6年10月18日（金）"


def test_a_letter_says_what_is_asked_by_when_and_how() -> None:
    letter = cover_letter(INQUIRY, REQUEST, DIVISION, ACTOR, TODAY)
    items = {each.label: each.lines for each in letter.items}
    assert list(items) == ["照会事項", "様式", "回答期限", "提出先", "留意事項"]
    assert items["照会事項"] == ("病床数（令和6年4月1日現在）",)
    assert items["回答期限"] == ("令和6年10月18日（金）",)
    assert items["留意事項"][-2:] == ("一", "二")


def test_a_due_date_of_its_own_stands_in_the_letter() -> None:
    later = replace(REQUEST, due=date(2024, 10, 25))
    letter = cover_letter(INQUIRY, later, DIVISION, ACTOR, TODAY)
    assert Item("回答期限", ("令和6年10月25日（金）",)) in letter.items


@pytest.mark.parametrize(
    ("kind", "sender", "thanks"),
    [
        ("division", "医療企画課長", False),
        ("outpost", "医療企画課長", False),
        ("municipality", "神奈川県医療企画課長", True),
        ("hospital", "神奈川県医療企画課長", True),
        ("body", "神奈川県医療企画課長", True),
    ],
)
def test_those_outside_are_thanked_and_hear_which_prefecture_writes(
    kind: str, sender: str, thanks: bool
) -> None:
    letter = cover_letter(INQUIRY, REQUEST, replace(DIVISION, kind=kind), ACTOR, TODAY)
    assert letter.sender == sender
    assert any("日頃から" in line for line in letter.opening) is thanks


def test_a_sender_who_is_not_known_is_left_to_be_written_in() -> None:
    letter = cover_letter(INQUIRY, REQUEST, DIVISION, Actor("佐藤"), TODAY)
    assert letter.sender == ""


@pytest.mark.parametrize(
    ("today", "words"),
    [(date(2024, 10, 17), "回答期限は令和6年10月18日"), (date(2024, 10, 19), "を過ぎましたが")],
)
def test_a_reminder_knows_whether_the_due_date_has_passed(today: date, words: str) -> None:
    text = reminder(INQUIRY, REQUEST, DIVISION, ACTOR, today)
    assert words in text
    assert "回答のお願い（再）" in text
    assert REQUEST.file in text


def test_a_template_can_be_chosen_for_all() -> None:
    outside = cover_letter(replace(INQUIRY, letter="outside"), REQUEST, DIVISION, ACTOR, TODAY)
    usual = cover_letter(INQUIRY, REQUEST, DIVISION, ACTOR, TODAY)
    assert "お伺いします" in "".join(outside.opening)
    assert "お伺いします" not in "".join(usual.opening)


@pytest.mark.parametrize(("kind", "word"), [("division", "修正依頼"), ("municipality", "再照会")])
def test_a_municipality_is_asked_again_and_a_division_to_correct(kind: str, word: str) -> None:
    text = correction(INQUIRY, replace(DIVISION, kind=kind), ACTOR, "修正依頼.xlsx")
    assert f"（{word}）" in text
    assert "修正依頼.xlsx" in text
