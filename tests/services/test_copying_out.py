"""A paper copied as official text, and read again."""

import pytest

from kanagawa_desk.domain.official_text.reading import read_official_text
from kanagawa_desk.domain.official_text.written_out import as_html, as_text
from kanagawa_desk.domain.papers.printed import PrintedBlock
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.papers import rendering as papers
from kanagawa_desk.services.papers.pasting import read_pasted


@pytest.fixture
def blocks(sample: Ledger) -> tuple[PrintedBlock, ...]:
    """The sample's paper as it prints."""
    with sample.reading() as reads:
        return papers.printed(reads, "r6-3")[0].blocks


def headings(text: str) -> list[tuple[int, str]]:
    return [(b.level, b.text) for b in read_official_text(text).blocks if b.kind == "heading"]


def test_official_text_is_read_back_with_the_same_outline(
    blocks: tuple[PrintedBlock, ...],
) -> None:
    expected = [(block.level, block.text) for block in blocks if block.kind == "heading"]
    assert headings(as_text(blocks)) == expected


def test_marks_and_circled_numbers_stand_before_their_texts() -> None:
    some = (
        PrintedBlock("a", "bullet", text="項目", depth=2),
        PrintedBlock("b", "circled", items=("甲", "乙")),
        PrintedBlock("c", "caption", text="表題", style="〔〕"),
        PrintedBlock("d", "note", text="注"),
    )
    assert as_text(some) == "\u3000・項目\n①甲\n②乙\n〔表題〕\n※\u3000注\n"


def test_html_keeps_tables_as_tables(blocks: tuple[PrintedBlock, ...]) -> None:
    tables = [block for block in blocks if block.table is not None]
    pasted = read_pasted("p", "", as_html(tables)).blocks
    assert [block.kind for block in pasted] == ["table"] * len(tables)


def test_no_text_of_a_paper_becomes_markup() -> None:
    assert "<b>" not in as_html([PrintedBlock("a", "paragraph", text="1 <b> 2 & 3")])
