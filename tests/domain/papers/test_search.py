"""Finding and replacing in the blocks of a paper."""

from kanagawa_desk.domain.official_text.free_tables import free_table_binding
from kanagawa_desk.domain.papers import search as paper_search
from kanagawa_desk.domain.papers.blocks import Block

NUMBER = "{指標:rpa:FY2024}"
BLOCKS = (
    Block("a", "p", text="DX推進のDxの計画"),
    Block("b", "p", text=f"rpa は{NUMBER}業務"),
    Block("c", "p", "table", binding=free_table_binding([["区分", "計"], ["DX", "4"]])),
)


def places(sought: str) -> list[tuple[str, int]]:
    return [(hit.block, hit.start) for hit in paper_search.find(BLOCKS, sought)]


def test_capitals_and_small_letters_are_one() -> None:
    assert places("dx") == [("a", 0), ("a", 5), ("c", 0)]


def test_what_stands_for_a_number_is_no_text() -> None:
    assert places("rpa") == [("b", 0)]
    assert places("業務") == [("b", len(f"rpa は{NUMBER}"))]


def test_signs_of_patterns_are_texts() -> None:
    assert places("(") == []
    assert places("") == []


def test_all_places_are_replaced_in_prose_and_in_cells() -> None:
    prose, _, table = paper_search.replace_all(BLOCKS, "DX", "デジタル")
    assert prose.text == "デジタル推進のデジタルの計画"
    assert "デジタル" in table.binding
    assert "区分" in table.binding


def test_one_place_is_replaced_and_the_others_stay() -> None:
    second = paper_search.find(BLOCKS, "dx")[1]
    changed = paper_search.replace_one(BLOCKS, second, "dx", "電子")
    assert changed[0].text == "DX推進の電子の計画"
    assert changed[2] == BLOCKS[2]


def test_a_place_that_is_not_there_any_more_changes_nothing() -> None:
    second = paper_search.find(BLOCKS, "dx")[1]
    written = (Block("a", "p", text="別の文"), *BLOCKS[1:])
    assert paper_search.replace_one(written, second, "dx", "電子") == written
