"""What an inquiry asks for, part by part."""

from datetime import date

from kanagawa_desk.domain.inquiries import Inquiry
from kanagawa_desk.domain.inquiry_scope import (
    ledgers_in,
    scope_of,
    scope_text,
    wants,
    words_of,
)

DAY = date(2024, 10, 4)
WORDS = ("area:kensei", "area:yokohama", "field:beds.beds", "year:FY2024")


def test_a_scope_is_kept_in_words_and_read_from_them() -> None:
    scope = scope_of(WORDS)
    assert scope["area"] == {"kensei", "yokohama"}
    assert words_of(scope) == WORDS


def test_of_a_part_that_is_not_named_everything_is_asked_for() -> None:
    scope = scope_of(WORDS)
    assert wants(scope, "metric", "rpa")
    assert wants(scope, "area", "kensei")
    assert not wants(scope, "area", "kenou")


def test_a_ledger_of_which_no_field_is_named_is_not_asked_about() -> None:
    assert ledgers_in(scope_of(WORDS), ("beds", "plans")) == ("beds",)
    assert ledgers_in(scope_of(()), ("beds", "plans")) == ("beds", "plans")


def test_an_inquiry_says_in_words_which_ledgers_it_asks_about() -> None:
    whole = Inquiry("R6-01", "照会", DAY, DAY)
    some = Inquiry("R6-02", "照会", DAY, DAY, scope=("field:beds.beds", "field:plans.revised"))
    assert whole.about_label == "保健医療・DX台帳"
    assert some.about_label == "病床数・計画一覧"


def test_a_workbook_is_named_by_the_pattern_of_its_inquiry() -> None:
    usual = Inquiry("R6-01", "時点更新", DAY, DAY)
    own = Inquiry("R6-01", "時点更新", DAY, DAY, pattern="{件名}（{回答者}）")
    assert usual.workbook_of("健康増進課") == "R6-01_健康増進課_時点更新"
    assert own.workbook_of("健康増進課") == "時点更新（健康増進課）"


def test_people_read_a_scope_by_the_names_of_what_it_asks_for() -> None:
    names = {"kensei": "県西", "yokohama": "横浜"}
    text = scope_text(WORDS, lambda part: names if part == "area" else {})
    assert text == "区域 県西、区域 横浜、既存病床数 B、R6"
