"""正誤表: each correction with the page and line of the paper as it was printed."""

from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.papers.errata import errata
from kanagawa_desk.reports.errata import render_errata
from kanagawa_desk.reports.paper import render_paper
from tests.reports.reading import read
from tests.reports.samples import BEDS, Draft, bed_table, committee_paper

DAY = date(2024, 10, 10)


def sheet_of(before, after):
    pdf, count = render_errata(before, errata(before, after), DAY)
    assert count == 1
    return read(pdf)[0]


def changed(paper, old, new):
    return replace(
        paper,
        blocks=tuple(replace(block, text=block.text.replace(old, new)) for block in paper.blocks),
    )


def test_a_correction_names_the_page_and_line_where_the_text_stood():
    before = committee_paper()
    sheet = sheet_of(before, changed(before, "複数の決済に使える", "複数の決済ができる"))
    page = next(s for s in read(render_paper(before).pdf) if "複数の決済に使える" in s.text)
    place = next(
        line for line in sheet.lines if "頁" in line and "行" in line and line[0].isdigit()
    )
    assert place.startswith(f"{page.lines[-1]}頁")
    assert "ができる端末" in sheet.text


def test_the_line_is_counted_from_the_top_of_its_page():
    d = Draft()
    for number in range(1, 6):
        d.add("paragraph", f"{number}番目の行")
    before = d.paper()
    assert "1頁 4行" in sheet_of(before, changed(before, "4番目", "四番目")).text


def test_the_line_of_a_long_paragraph_is_that_of_the_error():
    d = Draft()
    d.add("paragraph", "県の病床を調べた。" * 15 + "誤り。")
    before = d.paper()
    assert "1頁 4行" in sheet_of(before, changed(before, "誤り", "正しい")).text


def test_a_row_of_a_table_is_named_by_its_first_cell():
    papers = []
    for beds in (5324, 5325):
        d = Draft()
        d.add("table", table=bed_table("圏域", [*BEDS[:7], ("県央", 5229, 5333, beds)]))
        papers.append(d.paper())
    sheet = sheet_of(*papers)
    assert "表（県央）" in sheet.text
    assert "横浜" not in sheet.text


def test_what_stands_on_the_cover_is_said_to():
    before = committee_paper()
    assert "表紙" in sheet_of(before, replace(before, title="別の資料")).text


def test_hundreds_of_corrections_go_on_under_the_same_heads():
    d = Draft()
    for number in range(120):
        d.add("paragraph", f"{number}番目の行")
    before = d.paper()
    pdf, count = render_errata(before, errata(before, changed(before, "番目", "番")), DAY)
    sheets = read(pdf)
    assert count == len(sheets) > 2
    assert all(sheet.lines[-1].isdigit() and "誤 正" in sheet.text for sheet in sheets)
