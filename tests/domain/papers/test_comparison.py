"""Two versions of a paper side by side."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.comparison import ComparisonRow, RowKind, compare_papers
from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.domain.papers.quoting import tables_marked

CHANGED, ADDED, REMOVED = RowKind.CHANGED, RowKind.ADDED, RowKind.REMOVED
CONTEXT, OMITTED = RowKind.CONTEXT, RowKind.OMITTED


def paper(*blocks: PrintedBlock) -> PrintedPaper:
    return PrintedPaper("資料", "定例会", date(2024, 10, 4), blocks)


def said(text: str, identity: str = "") -> PrintedBlock:
    return PrintedBlock(identity or text, "paragraph", text=text)


def heading(level: int, label: str, text: str) -> PrintedBlock:
    return PrintedBlock(text, "heading", level, label, text)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("区域", "床")) -> PrintedTable:
    return PrintedTable(
        (PrintedColumn(1),) * len(head),
        tuple((each,) for each in head),
        tuple(tuple((cell,) for cell in row) for row in rows),
    )


def kinds(before: PrintedPaper, after: PrintedPaper) -> list[RowKind]:
    return [row.kind for row in compare_papers(before, after).rows]


def left(row: ComparisonRow) -> str:
    assert row.after is not None
    return "".join(text for text, _ in row.after.pieces)


def test_runs_of_unchanged_blocks_are_left_out_as_one() -> None:
    before = paper(said("一つ目"), said("二つ目"), said("三つ目の文"), said("四つ目"))
    after = paper(said("一つ目"), said("二つ目"), said("三つ目の語"), said("四つ目"))
    assert kinds(before, after) == [OMITTED, CHANGED, OMITTED]


def test_a_new_block_between_others_is_added_and_a_missing_one_removed() -> None:
    assert kinds(paper(said("甲"), said("乙")), paper(said("甲"), said("丙丁"), said("乙"))) == [
        OMITTED,
        ADDED,
        OMITTED,
    ]
    assert kinds(paper(said("甲"), said("乙")), paper(said("乙"))) == [REMOVED, OMITTED]


def test_a_block_that_was_rewritten_in_its_place_is_the_same_block() -> None:
    assert kinds(paper(said("あいう", "b1")), paper(said("かきく", "b1"))) == [CHANGED]


def test_blocks_of_two_papers_with_nothing_in_common_are_not_versions_of_each_other() -> None:
    assert kinds(paper(said("あいう")), paper(said("かきく"))) == [REMOVED, ADDED]


def test_only_the_headings_above_a_change_are_quoted() -> None:
    first = (heading(1, "1", "医療"), heading(2, "(1)", "計画"))
    second = (heading(2, "(2)", "病床"),)
    before = paper(*first, said("甲の文"), *second, said("乙の文"))
    after = paper(*first, said("甲の文"), *second, said("乙の語"))
    rows = compare_papers(before, after).rows
    assert [row.kind for row in rows] == [CONTEXT, OMITTED, CONTEXT, CHANGED]
    assert [left(row) for row in rows if row.kind is CONTEXT] == ["1　医療", "(2)　病床"]


def test_a_heading_that_was_renumbered_is_a_change() -> None:
    before, after = paper(heading(1, "1", "医療")), paper(heading(1, "2", "医療"))
    (row,) = compare_papers(before, after).rows
    assert row.after is not None
    assert row.after.pieces == (("2", True), ("　医療", False))


def test_a_caption_is_quoted_with_its_changed_table() -> None:
    caption = PrintedBlock("c", "caption", text="病床数", style="■")
    old, new = (PrintedBlock("t", "table", table=table(("横浜", figure))) for figure in ("1", "2"))
    assert kinds(paper(caption, old), paper(caption, new)) == [CONTEXT, CHANGED]


def test_a_table_that_is_broken_now_is_quoted_as_it_was() -> None:
    old = PrintedBlock("t", "table", table=table(("横浜", "1")))
    (row,) = compare_papers(paper(old), paper(PrintedBlock("t", "table"))).rows
    assert row.kind is CHANGED
    assert row.before is not None
    assert row.before.table is not None
    assert len(row.before.table.underlined) == 4


def test_the_cells_that_differ_are_underlined_in_both_tables() -> None:
    old, new = tables_marked(
        table(("横浜", "100"), ("川崎", "200")), table(("横浜", "100"), ("川崎", "201"))
    )
    assert old.underlined == new.underlined == {(1, 1, 0)}


def test_a_row_that_was_added_is_underlined_whole_and_moves_no_other() -> None:
    old, new = tables_marked(
        table(("横浜", "100"), ("県西", "300")),
        table(("横浜", "100"), ("川崎", "200"), ("県西", "300")),
    )
    assert old.underlined == frozenset()
    assert new.underlined == {(1, 0, 0), (1, 1, 0)}


def test_a_column_that_was_added_is_underlined_whole() -> None:
    old, new = tables_marked(
        table(("累計", "1"), head=("", "R5")),
        table(("累計", "1", "2"), head=("", "R5", "R6")),
    )
    assert old.underlined == frozenset()
    assert new.underlined == {(-1, 2, 0), (0, 2, 0)}


def test_contents_and_page_breaks_are_not_quoted() -> None:
    after = paper(PrintedBlock("c", "contents"), said("甲"), PrintedBlock("p", "page_break"))
    assert kinds(paper(said("甲")), after) == [OMITTED]


BLOCKS = st.builds(
    said, st.text("県の病床数を整備する。", min_size=1, max_size=6), st.sampled_from("abcdef")
)
PAPERS = st.lists(BLOCKS, max_size=8).map(lambda blocks: paper(*blocks))


@given(PAPERS, PAPERS)
def test_every_block_that_is_not_as_it_was_is_told_once_in_order(
    before: PrintedPaper, after: PrintedPaper
) -> None:
    found = compare_papers(before, after)
    told = [row.after.id for row in found.rows if row.after is not None]
    place = iter(block.id for block in after.blocks)
    assert all(identity in place for identity in told)
    texts = {block.text for block in before.blocks}
    for block in after.blocks:
        if block.text not in texts:
            assert block.id in told


@given(PAPERS)
def test_a_paper_compared_with_itself_has_no_changes(same: PrintedPaper) -> None:
    found = compare_papers(same, same)
    assert found.changed == 0
    assert found.unchanged == {block.id for block in same.blocks}
