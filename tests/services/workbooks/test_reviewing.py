"""What is to be decided, in the order in which people decide it."""

from datetime import date

import pytest

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.values import BLANK, Measured, Missing, missing, number
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.workbooks import reviewing
from kanagawa_desk.services.workbooks.comparison import (
    CHANGE,
    CONFLICT,
    PROBLEM,
    QUESTION,
    Comparison,
    FileProblem,
    Finding,
    RowNote,
)
from kanagawa_desk.services.workbooks.reviewing import EMPTIED, NOTE, ROWS, TIDIED, Review

DAY = date(2024, 4, 1)
SHEET = "療養病床・一般病床"


def finding(
    kind: str,
    area: str = "yokohama",
    value: Measured | None = None,
    raw: str = "5",
    day: date = DAY,
) -> Finding:
    address = Address("bed_count", ("general", area, day), "beds")
    place = f"既存病床数 {SHEET} {area} R6.4.1 既存病床数 B"
    read = number(5) if value is None else value
    return Finding(
        kind, "回答.xlsx", SHEET, "F6", address, place, "床", number(1), number(1), read, raw
    )


def reviewed(ledger: Ledger, comparison: Comparison) -> Review:
    with ledger.reading() as reads:
        return reviewing.review(reads, comparison)


def kinds(ledger: Ledger, *findings: Finding) -> list[str]:
    return [item.kind for item in reviewed(ledger, Comparison(findings)).items]


def test_what_must_be_mended_stands_first_and_what_is_only_told_last(sample: Ledger) -> None:
    problem = FileProblem("回答.xlsx", SHEET, "F7", "count", "読めません。")
    row = RowNote("回答.xlsx", SHEET, "20", "県外")
    findings = (finding(CHANGE), finding(QUESTION), finding(CONFLICT))
    comparison = Comparison(findings, (problem,), (row,), (), ("回答.xlsx: 控えがありません。",))
    items = reviewed(sample, comparison).items
    assert [item.kind for item in items] == [PROBLEM, CONFLICT, QUESTION, CHANGE, ROWS, NOTE]
    assert items[-1].reason == "控えがありません。"
    assert (items[-2].where, items[-2].seen_at) == (f"{SHEET}!20行", "B20")


def test_the_cells_of_a_record_stand_together(sample: Ledger) -> None:
    areas = ("yokohama", "kensei", "yokohama")
    found = reviewed(sample, Comparison(tuple(finding(CHANGE, area) for area in areas)))
    shown = [item.finding.address.key[1] for item in found.items if item.finding]
    assert shown == ["yokohama", "yokohama", "kensei"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [("5", CHANGE), ("５床", TIDIED), ("5人", TIDIED)],
)
def test_a_value_that_was_spelt_otherwise_is_told_from_a_plain_change(
    sample: Ledger, raw: str, kind: str
) -> None:
    assert kinds(sample, finding(CHANGE, raw=raw)) == [kind]


def test_a_large_figure_may_be_written_with_or_without_separators(sample: Ledger) -> None:
    for raw in ("23386", "23,386"):
        assert kinds(sample, finding(CHANGE, value=number(23386), raw=raw)) == [CHANGE]


def test_an_emptied_cell_is_told_from_other_questions(sample: Ledger) -> None:
    assert kinds(sample, finding(QUESTION, value=BLANK, raw="")) == [EMPTIED]


def test_a_count_is_held_against_the_date_before(sample: Ledger) -> None:
    (item,) = reviewed(
        sample, Comparison((finding(CHANGE, value=number(23386), raw="23386"),))
    ).items
    assert item.reason == "前回 23,608　▲222"


def test_a_place_leaves_out_what_its_sheet_says(sample: Ledger) -> None:
    (item,) = reviewed(sample, Comparison((finding(CHANGE),))).items
    assert item.place == "yokohama R6.4.1 既存病床数 B"
    assert item.where == f"{SHEET}!F6"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (number(23386), "23,386"),
        (missing(Missing.NONE), "該当なし"),
        (missing(Missing.PENDING), "未集計"),
        (BLANK, ""),
    ],
)
def test_a_value_is_told_in_words(sample: Ledger, value: Measured, text: str) -> None:
    found = reviewed(sample, Comparison((finding(CHANGE),)))
    assert found.words.text(finding(CHANGE), value) == text


def test_unchanged_cells_are_counted(sample: Ledger) -> None:
    assert reviewed(sample, Comparison((finding(CHANGE),), cells=10)).unchanged == 9
