"""正誤: what is wrong and right, quoted as narrowly as it can be understood."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.errata import LACKING, TOO_MUCH, Erratum, errata
from kanagawa_desk.domain.papers.printed import (
    PrintedBlock,
    PrintedColumn,
    PrintedPaper,
    PrintedTable,
)
from kanagawa_desk.domain.papers.text_marking import Pieces

LONG = "県は、病床を調べた。次に、不足を数えた。さらに、配分を定めた。最後に、結果を公表した。" * 2


def paper(*blocks: PrintedBlock) -> PrintedPaper:
    return PrintedPaper("資料", "", date(2024, 10, 4), blocks)


def paragraph(text: str, name: str = "p") -> PrintedBlock:
    return PrintedBlock(name, "paragraph", text=text)


def table(*rows: tuple[str, ...]) -> PrintedBlock:
    head = (("圏域",), ("既存",), ("過不足",))
    columns = (PrintedColumn(1),) * 3
    cells = tuple(tuple((cell,) for cell in row) for row in rows)
    return PrintedBlock("t", "table", table=PrintedTable(columns, head, cells))


def words(pieces: Pieces) -> str:
    return "".join(text for text, _ in pieces)


def marked(pieces: Pieces) -> list[str]:
    return [text for text, differs in pieces if differs]


def told(found: tuple[Erratum, ...]) -> list[tuple[str, str]]:
    return [(words(each.wrong), words(each.right)) for each in found]


def test_papers_that_are_the_same_have_no_errata() -> None:
    assert errata(paper(paragraph(LONG)), paper(paragraph(LONG))) == ()


def test_a_short_text_is_quoted_whole_with_what_differs_marked() -> None:
    (found,) = errata(paper(paragraph("計76業務")), paper(paragraph("計77業務")))
    assert (words(found.wrong), words(found.right)) == ("計76業務", "計77業務")
    assert (marked(found.wrong), marked(found.right)) == (["76"], ["77"])


def test_of_a_long_text_only_the_sentence_that_differs_is_quoted() -> None:
    changed = LONG.replace("不足を数えた", "不足を推計した", 1)
    (found,) = errata(paper(paragraph(LONG)), paper(paragraph(changed)))
    assert words(found.wrong) == "次に、不足を数えた。"
    assert LONG[found.place :].startswith("数えた")


def test_a_sentence_that_was_left_out_or_is_too_much_says_so() -> None:
    added = LONG + "以上である。"
    assert told(errata(paper(paragraph(LONG)), paper(paragraph(added)))) == [
        (LACKING, "以上である。")
    ]
    assert told(errata(paper(paragraph(added)), paper(paragraph(LONG)))) == [
        ("以上である。", TOO_MUCH)
    ]


def test_a_block_that_was_left_out_stands_behind_the_one_before_it() -> None:
    before, after = paper(paragraph("一")), paper(paragraph("一"), paragraph("別の文", "q"))
    (found,) = errata(before, after)
    assert (found.block, words(found.wrong), words(found.right)) == ("p", LACKING, "別の文")


def test_of_a_table_each_row_is_one_with_the_cells_that_differ() -> None:
    before = table(("横浜", "23,386", "▲1,823"), ("県央", "5,324", "95"))
    after = table(("横浜", "23,390", "▲1,819"), ("県央", "5,324", "95"))
    (found,) = errata(paper(before), paper(after))
    assert found.row == "横浜"
    assert words(found.wrong) == "既存\u300023,386\n過不足\u3000▲1,823"
    assert marked(found.right) == ["23,390", "▲1,819"]


def test_a_row_that_was_left_out_or_is_too_much_is_named() -> None:
    one, two = table(("横浜", "1", "2")), table(("横浜", "1", "2"), ("県央", "3", "4"))
    assert told(errata(paper(one), paper(two))) == [(LACKING, "県央 3 4")]
    assert told(errata(paper(two), paper(one))) == [("県央 3 4", TOO_MUCH)]


def test_a_table_of_another_shape_is_one_erratum() -> None:
    other = PrintedTable((PrintedColumn(1),) * 2, (("圏域",), ("計",)), ((("横浜",), ("1",)),))
    found = errata(paper(table(("横浜", "1", "2"))), paper(PrintedBlock("t", "table", table=other)))
    assert len(found) == 1


def test_a_drawing_that_is_another_one_is_told() -> None:
    before, after = (PrintedBlock("f", "figure", text="図", shown=shown) for shown in "ab")
    assert told(errata(paper(before), paper(after))) == [("（図）", "（図）")]


def test_a_heading_with_another_number_is_told() -> None:
    before, after = (PrintedBlock("h", "heading", 1, label, "目的") for label in "12")
    assert told(errata(paper(before), paper(after))) == [("1", "2")]


@given(st.lists(st.text("県病床。、\n", min_size=1, max_size=90), max_size=5), st.data())
def test_every_erratum_quotes_the_text_at_its_place(texts: list[str], data: st.DataObject) -> None:
    changed = [
        data.draw(st.one_of(st.just(text), st.text("県。、", max_size=90))) for text in texts
    ]
    before = paper(*(paragraph(text, f"{n}") for n, text in enumerate(texts)))
    after = paper(*(paragraph(text, f"{n}") for n, text in enumerate(changed)))
    for each in errata(before, after):
        if words(each.wrong) != LACKING:
            assert words(each.wrong) in texts[int(each.block)]
            assert 0 <= each.place <= len(texts[int(each.block)])
