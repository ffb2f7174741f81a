"""Text, HTML of Word and of Excel, pasted into a paper."""

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import parse_binding
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.services.papers.pasting import read_pasted

WORD = """<html><head><style>p {color: red}</style><title>x</title></head><body>
<p class=MsoNormal>1\u3000医療施策</p><p class=MsoNormal>(1)\u3000計画の
概要</p>
<p style='mso-list:l0 level1 lfo1'><span>l<span>&nbsp;&nbsp;&nbsp; </span></span>最初の項目</p>
<ul><li>甲</li><li>乙<ul><li>丙</li></ul></li></ul>
<table><tr><th>区分</th><th colspan=2>計</th></tr>
<tr><td rowspan=2>横浜</td><td>23,608</td><td>▲1<br>2</td></tr><tr><td>5</td><td>6</td></tr></table>
<p>※\u3000注である。</p></body></html>"""


def read(text: str, html: str = "") -> list[tuple[str, int, str]]:
    return [(b.kind, b.level, b.text) for b in read_pasted("p", text, html).blocks]


def table(block: Block) -> FreeTable:
    made = parse_binding(block.binding)
    assert isinstance(made, FreeTable)
    return made


def test_labels_and_marks_of_text_become_kinds_and_are_dropped() -> None:
    assert read("1\u3000医療施策\n(1)\u3000計画\n・項目\n※\u3000注\n") == [
        ("heading", 1, "医療施策"),
        ("heading", 2, "計画"),
        ("bullet", 1, "項目"),
        ("note", 0, "注"),
    ]


def test_tabs_of_a_spreadsheet_become_a_table() -> None:
    (block,) = read_pasted("p", "区分\t計\n横浜\t25,209\n県央\t5,229\n").blocks
    assert table(block) == FreeTable(("区分", "計"), (("横浜", "25,209"), ("県央", "5,229")))


def test_html_of_word_becomes_headings_items_notes_and_tables() -> None:
    kinds = [(kind, level, text) for kind, level, text in read("", WORD) if kind != "table"]
    assert kinds == [
        ("heading", 1, "医療施策"),
        ("heading", 2, "計画の概要"),
        ("bullet", 1, "最初の項目"),
        ("bullet", 1, "甲"),
        ("bullet", 1, "乙"),
        ("bullet", 2, "丙"),
        ("note", 0, "注である。"),
    ]


def test_a_cell_that_spans_others_is_written_in_the_first_of_them() -> None:
    block = next(b for b in read_pasted("p", "", WORD).blocks if b.kind == "table")
    assert table(block) == FreeTable(
        ("区分", "計", ""), (("横浜", "23,608", "▲1 2"), ("", "5", "6"))
    )


def test_a_table_within_a_table_is_text_of_its_cell() -> None:
    inner = "<table><tr><td>内1</td><td>内2</td></tr></table>"
    html = f"<table><tr><td>外{inner}</td><td>隣</td></tr></table>"
    (block,) = read_pasted("p", "", html).blocks
    assert table(block).rows == (("外 内1 内2", "隣"),)


def test_the_cover_and_contents_of_what_is_pasted_stay_behind() -> None:
    text = (
        "令和6年10月4日\n委員会資料\n目次\n1\u3000医療施策 ……… 1\n\n1\u3000医療施策\n本文である。\n"
    )
    pasted = read_pasted("p", text)
    assert {block.kind for block in pasted.blocks} <= {"heading", "paragraph"}
    assert "contents" in pasted.left_out


def test_html_without_words_is_read_from_the_text_beside_it() -> None:
    assert read("本文である。", "<p></p>") == [("paragraph", 0, "本文である。")]


@given(st.text(alphabet="<>/tdrhuliolp=\"'&; \n表1a!-[]", max_size=120))
def test_no_html_is_too_broken_to_be_read(html: str) -> None:
    read_pasted("p", "", f"<table>{html}")
