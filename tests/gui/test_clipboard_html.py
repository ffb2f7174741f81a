"""Blocks of cells with their formats, as spreadsheets take and give them."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.gui.models.clipboard_html import Copied, from_html, to_html

# What comes out of a document: one space between words, none round a line.
WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=4)
TEXTS = st.lists(WORDS, max_size=3).map("\n".join)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), min_size=1, max_size=4))
def test_a_block_comes_back_as_it_was_copied(block):
    assert from_html(to_html([[Copied(text) for text in row] for row in block])) == block


def test_a_figure_carries_its_number_and_its_format():
    html = to_html([[Copied("▲1,823", -1823)]])
    assert 'x:num="-1823"' in html
    assert 'sdval="-1823"' in html
    assert r"\#\,\#\#0\;\0022▲\0022\#\,\#\#0" in html
    assert ">▲1,823<" in html


def test_a_rate_keeps_the_decimals_that_it_shows():
    html = to_html([[Copied("92.5", Decimal("92.5"))]])
    assert 'sdnum="1033;0;#,##0.0"' in html
    assert 'x:num="92.5"' in html


def test_a_text_that_looks_like_a_date_stays_a_text():
    html = to_html([[Copied("R6.4.1", align="c")]])
    assert 'class="c"' in html
    assert r'.c{text-align:center;mso-number-format:"\@"}' in html


def test_headings_are_shaded():
    assert '<th bgcolor="#E9E9E9"' in to_html([[Copied("基準病床数", heading=True)]])


def test_what_excel_puts_on_the_clipboard_is_read():
    html = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {x}</style>
    </head><body><table border=0><!--StartFragment--><colgroup><col width=72></colgroup>
    <tr height=18><td>横浜</td><td class=xl65 align=right x:num="23386">23,386</td></tr>
    <tr><td>川崎<br>北部</td><td>&nbsp;</td></tr><!--EndFragment--></table></body></html>"""
    assert from_html(html) == [["横浜", "23,386"], ["川崎\n北部", ""]]


def test_cells_over_several_rows_and_columns_leave_the_others_in_place():
    html = """<table><tr><td rowspan=2>既存</td><td colspan=2>R6</td></tr>
    <tr><td>1</td><td>2</td></tr></table>"""
    assert from_html(html) == [["既存", "R6", ""], ["", "1", "2"]]


def test_only_the_first_table_is_read_and_a_text_without_one_is_no_block():
    assert from_html("<table><tr><td>1</td></tr></table><table><tr><td>2</td></tr></table>") == [
        ["1"]
    ]
    assert from_html("<p>表はありません</p>") == []


def test_a_span_beyond_all_reason_takes_no_memory():
    assert len(from_html('<table><tr><td colspan="999999999">1</td></tr></table>')[0]) == 1000
