"""Landscape pages within an upright paper, and tables that need them or still do not fit."""

import pytest

from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT, PrintedColumn, PrintedTable
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import DEFAULT
from tests.reports.reading import read
from tests.reports.samples import Draft, plan_table


def wide_table(columns, rows=3):
    """A table of figures so wide, the first column its names."""
    return PrintedTable(
        (PrintedColumn(2), *[PrintedColumn(1, "right")] * columns),
        (("区域",), *((f"令和{n}年度",) for n in range(1, columns + 1))),
        tuple(
            ((f"湘南{row}",), *((f"{1000 * row + n:,}件",) for n in range(columns)))
            for row in range(1, rows + 1)
        ),
    )


def turned(sheets):
    return [sheet.width > sheet.height for sheet in sheets]


def problems(made):
    return [problem.message for problem in made.problems]


def test_pages_behind_a_break_are_turned_until_the_next_that_turns_back():
    d = Draft()
    d.heading(1, "縦")
    d.add("page_break", style=LANDSCAPE)
    d.heading(1, "横")
    d.add("page_break")
    d.heading(1, "まだ横")
    d.add("page_break", style=PORTRAIT)
    d.heading(1, "また縦")
    assert turned(read(render_paper(d.paper()).pdf)) == [False, True, True, False]


def test_breaks_behind_one_another_leave_no_blank_page():
    d = Draft()
    d.add("paragraph", "縦")
    d.add("page_break")
    d.add("page_break", style=LANDSCAPE)
    d.add("page_break", style=PORTRAIT)
    d.add("page_break", style=LANDSCAPE)
    d.heading(1, "横")
    assert turned(read(render_paper(d.paper()).pdf)) == [False, True]


def test_page_numbers_go_on_over_turned_pages():
    d = Draft()
    d.add("paragraph", "縦")
    d.add("page_break", style=LANDSCAPE)
    d.add("paragraph", "横")
    assert [sheet.lines[-1] for sheet in read(render_paper(d.paper()).pdf)] == ["1", "2"]


def test_a_text_on_a_turned_page_fills_its_measure():
    d = Draft()
    d.add("page_break", style=LANDSCAPE)
    d.add("paragraph", "県の計画は病床の数を調べた。" * 12)
    sheet = read(render_paper(d.paper()).pdf)[0]
    assert len(sheet.lines[0]) > DEFAULT.characters


def test_a_table_may_ask_for_a_turned_page_of_its_own():
    d = Draft()
    d.add("paragraph", "前")
    d.add("table", table=plan_table(2), style=LANDSCAPE)
    d.add("paragraph", "後")
    assert turned(read(render_paper(d.paper()).pdf)) == [False, True, False]


def test_a_table_too_wide_for_an_upright_page_is_turned_with_its_headings_and_notes():
    d = Draft()
    d.add("paragraph", "前")
    d.heading(2, "経年の実績")
    d.add("caption", "実績", style="■")
    d.add("table", table=wide_table(15))
    d.add("note", "実績は年度末の値である。")
    d.add("paragraph", "後")
    sheets = read(render_paper(d.paper()).pdf)
    assert turned(sheets) == [False, True, False]
    for text in ("経年の実績", "実績は年度末の値である。", "湘南1"):
        assert sheets[1].at(text)


def test_a_table_too_wide_for_any_page_is_parted_and_listed():
    d = Draft()
    d.add("table", table=wide_table(60))
    made = render_paper(d.paper())
    (sheet, *_) = read(made.pdf)
    assert len(sheet.find("湘南1")) > 1
    assert all(sheet.find(f"令和{n}年度") for n in (1, 30))
    assert ["列を" in message for message in problems(made)] == [True]


@pytest.mark.parametrize("columns", [3, 8, 15, 30, 90])
def test_nothing_of_a_wide_table_is_left_out_or_runs_off_the_sheet(columns):
    d = Draft()
    d.add("table", table=wide_table(columns))
    sheets = read(render_paper(d.paper()).pdf)
    found = [place for sheet in sheets for n in range(columns) for place in _all(sheet, n)]
    assert len(found) == columns
    for sheet, place in found:
        assert 0 < place.left < place.right < sheet.width


def _all(sheet, n):
    text = f"{2000 + n:,}件"
    return [(sheet, place) for place in sheet.find(text)] if text in sheet.text else []


def test_a_word_longer_than_its_column_is_broken_in_it():
    d = Draft()
    table = PrintedTable(
        tuple([PrintedColumn(1, "right")] * 2), (), ((("9" * 400,), ("1",)), (("1",), ("2",)))
    )
    d.add("table", table=table)
    sheets = read(render_paper(d.paper()).pdf)
    assert "".join(sheet.text for sheet in sheets).count("9") == 400


def test_every_block_says_what_it_covers_of_its_sheets():
    d = Draft()
    first = d.add("paragraph", "一つ目の段落")
    long = d.add("paragraph", "長い段落をここに置く。" * 160)
    d.add("page_break", style=LANDSCAPE)
    last = d.add("paragraph", "横")
    places = render_paper(d.paper()).places
    assert places[first][0][1] == pytest.approx(DEFAULT.top / DEFAULT.height)
    assert places[first][0][2] == pytest.approx(places[long][0][1])
    assert [sheet for sheet, _, _ in places[long]] == [0, 1]
    assert places[last][0][0] == 2
    covered = [spot for block in (first, long, last) for spot in places[block]]
    assert all(0 < top < foot < 1 for _, top, foot in covered)


def test_no_line_of_a_paragraph_is_alone_on_its_page():
    for before in range(28, 40):
        d = Draft()
        for _ in range(before):
            d.add("paragraph", "一行")
        d.add("paragraph", "四行にわたる段落の文である。" * 9)
        counts = [
            sum("段落" in line or "四行" in line for line in sheet.lines)
            for sheet in read(render_paper(d.paper()).pdf)
        ]
        assert 1 not in counts
