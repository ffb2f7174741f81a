"""The 新旧対照表 on paper: what is underlined, and rows that do not fit a sheet."""

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from kanagawa_desk.domain.papers.comparison import ComparisonRow, RowKind
from kanagawa_desk.domain.papers.printed import PrintedColumn, PrintedTable
from kanagawa_desk.domain.papers.quoting import Quoted
from kanagawa_desk.reports.comparison import render_comparison
from tests.reports.reading import read

SHORTEST_RULE = 400.0  # of the comparison's own rules, in points
OMITTED = ComparisonRow(RowKind.OMITTED)


def changed(after, before):
    return ComparisonRow(RowKind.CHANGED, Quoted("a", after), Quoted("b", before))


def printed(*rows):
    pdf, count = render_comparison("後の資料", "前の資料", rows)
    sheets = read(pdf)
    assert len(sheets) == count
    return pdf, sheets


def underlines(pdf):
    """Left, right and height from the top of every short level rule of the first sheet."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    height = page.get_size()[1]
    bounds = [each.get_bounds() for each in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])]
    return [
        (left, right, height - top)
        for left, bottom, right, top in bounds
        if top - bottom < 2 and right - left < SHORTEST_RULE
    ]


def test_what_changed_is_underlined_and_nothing_else():
    pdf, (sheet,) = printed(
        changed(
            (("計は", False), ("1,823", True), ("床", False)),
            (("計は", False), ("1,601", True), ("床", False)),
        )
    )
    found = underlines(pdf)
    assert len(found) == 2
    for text, (left, right, top) in zip(("1,823", "1,601"), found, strict=True):
        place = sheet.at(text)
        assert left == pytest.approx(place.left, abs=1.5)
        assert right == pytest.approx(place.right, abs=1.5)
        assert place.middle < top < place.bottom + 3


def test_a_change_that_runs_over_lines_is_underlined_on_each():
    text = "長い文が何行にもわたって続く。" * 6
    pdf, _ = printed(ComparisonRow(RowKind.ADDED, Quoted("a", ((text, True),))))
    assert len({round(top) for _, _, top in underlines(pdf)}) == 3


def test_the_indent_of_a_paragraph_is_not_underlined():
    pdf, (sheet,) = printed(ComparisonRow(RowKind.ADDED, Quoted("a", (("　新しい。", True),))))
    ((left, _, _),) = underlines(pdf)
    assert left == pytest.approx(sheet.at("新しい").left, abs=1.5)


def test_a_marked_line_of_a_cell_is_underlined():
    table = PrintedTable(
        (PrintedColumn(1), PrintedColumn(1, "right")),
        (("区域",), ("床",)),
        ((("横浜",), ("23,608", "(25,000)")),),
        underlined=frozenset({(0, 1, 1)}),
    )
    pdf, (sheet,) = printed(ComparisonRow(RowKind.CHANGED, Quoted("t", table=table)))
    place = sheet.at("(25,000)")
    near = [
        (left, right)
        for left, right, top in underlines(pdf)
        if abs(left - place.left) < 2 and place.middle < top < place.bottom + 3
    ]
    assert len(near) == 1


def test_what_is_only_there_before_or_after_says_so_on_the_other_side():
    added = ComparisonRow(RowKind.ADDED, Quoted("a", (("新しい文", True),)))
    removed = ComparisonRow(RowKind.REMOVED, None, Quoted("b", (("古い文", True),)))
    _, (sheet,) = printed(OMITTED, added, removed)
    assert sheet.at("新しい文").left < sheet.at("（追加）").left
    assert sheet.at("（削除）").left < sheet.at("古い文").left
    left, right = sheet.find("（略）")
    assert left.left < right.left


def test_every_sheet_has_the_heads():
    _, sheets = printed(*[changed((("文", True),), (("語", True),))] * 40)
    assert len(sheets) > 1
    assert all(sheet.find("修正後") and sheet.find("修正前") for sheet in sheets)


def test_a_row_longer_than_a_sheet_goes_on_and_loses_nothing():
    lines = [f"第{number}の文である。" for number in range(1, 81)]
    _, sheets = printed(changed((("\n".join(lines), True),), (("短い", True),)))
    assert len(sheets) > 1
    text = "".join(sheet.text for sheet in sheets)
    assert [line for line in lines if line not in text] == []


def test_a_table_longer_than_a_sheet_repeats_its_head():
    table = PrintedTable(
        (PrintedColumn(1), PrintedColumn(1)),
        (("区域",), ("床",)),
        tuple(((f"区{number}",), (str(number),)) for number in range(60)),
    )
    _, sheets = printed(ComparisonRow(RowKind.CHANGED, Quoted("t", table=table)))
    assert len(sheets) > 1
    assert all(sheet.find("区域") for sheet in sheets)
    assert sheets[-1].find("区59")


def test_a_caption_goes_to_the_next_sheet_with_its_table():
    rows = [changed((("文", True),), (("語", True),))] * 14
    caption = ComparisonRow(
        RowKind.CONTEXT, Quoted("c", (("表の題", False),)), Quoted("c", (("表の題", False),))
    )
    table = PrintedTable((PrintedColumn(1),), (), tuple(((str(n),),) for n in range(10)))
    _, sheets = printed(*rows, caption, ComparisonRow(RowKind.CHANGED, Quoted("t", table=table)))
    assert "表の題" not in sheets[0].text
    assert sheets[1].find("表の題")
