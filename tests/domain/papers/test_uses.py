"""Where a paper shows a value."""

from datetime import date

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.uses import Use, uses
from kanagawa_desk.domain.periods import FiscalYear

BEDS = '{"ledger":"beds","bed_type":"general","edition":"e8","dates":["2024-04-01"]}'
BLOCKS = [
    Block("h1", "p", "heading", 1, "医療施策"),
    Block("t1", "p", "table", binding=BEDS),
    Block("h2", "p", "heading", 2, "DX"),
    Block("t2", "p", "paragraph", text="累計は{指標:rpa:FY2024}である。"),
    Block("t3", "p", "table", binding='{"ledger":"plans"}'),
]


def found(record: str, *key: object) -> list[Use]:
    return list(uses(BLOCKS, Address(record, key, "")))


def test_a_count_is_shown_by_the_tables_of_its_type_and_date() -> None:
    assert found("bed_count", "general", "yokohama", date(2024, 4, 1)) == [Use("t1", "1")]
    assert found("bed_count", "general", "yokohama", date(2023, 4, 1)) == []
    assert found("bed_count", "mental", "prefecture", date(2024, 4, 1)) == []


def test_a_value_is_shown_by_the_sentences_that_name_it() -> None:
    assert found("observation", "rpa", FiscalYear(2024)) == [Use("t2", "1(1)")]
    assert found("observation", "rpa", FiscalYear(2023)) == []


def test_a_plan_is_shown_by_the_lists_of_plans() -> None:
    assert found("plan", "any") == [Use("t3", "1(1)")]


def test_what_papers_never_show_is_shown_nowhere() -> None:
    assert found("division", "any") == []
