"""The paper as a document: its sheets, numbers, outline, and what it is found by."""

import os
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import Template
from tests.reports.reading import MM, read
from tests.reports.samples import Draft, committee_paper, illustrated_paper


def printed(draft, template=None, **fields):
    return render_paper(draft.paper(**fields), template or Template())


def test_the_cover_says_date_session_and_title():
    cover = read(render_paper(committee_paper()).pdf)[0]
    assert cover.lines == [
        "令和6年10月4日",
        "令和6年第3回神奈川県議会定例会",
        "社会・健康対策特別委員会資料",
    ]


def test_a_long_title_is_broken_into_even_lines():
    d = Draft()
    d.add("cover")
    title = "社会問題・健康政策・地域医療対策・新興感染症対策に関する特別委員会に提出する資料"
    lines = read(printed(d, title=title).pdf)[0].lines[2:]
    assert "".join(lines) == title
    assert max(map(len, lines)) - min(map(len, lines)) <= 3


def test_the_contents_list_two_levels_with_their_pages():
    paper = committee_paper()
    made = render_paper(paper)
    listed = [
        f"{block.label} {block.text} {made.pages[block.id]}"
        for block in paper.blocks
        if block.kind == "heading" and block.level <= 2
    ]
    assert len(listed) == 5
    assert read(made.pdf)[1].lines == ["目\u3000次", "ページ", *listed]


def test_page_numbers_of_the_contents_are_flush_right():
    contents = read(render_paper(committee_paper()).pdf)[1]
    ends = [place.right for digit in "134" for place in contents.find(digit)]
    assert max(ends) == pytest.approx(contents.width - 20 * MM, abs=0.5)


def test_contents_longer_than_a_page_go_on():
    d = Draft()
    d.add("contents")
    for number in range(1, 31):
        d.heading(1, f"{number}番目の見出し")
    made = printed(d)
    first, *_, last, body = read(made.pdf)
    assert first.at("1番目の見出し")
    assert last.at("30番目の見出し")
    assert made.sheets["b1"] == made.sheet_count - 1
    assert body.lines[-1] == "1"


def test_cover_and_contents_have_no_number_and_the_body_begins_at_1():
    made = render_paper(committee_paper())
    feet = [sheet.lines[-1] for sheet in read(made.pdf)]
    assert feet[2:] == ["1", "2", "3", "4"]
    assert not feet[0].isdigit()
    assert made.sheet_count == 6


def test_the_page_number_is_centred_below_the_text():
    sheet = read(render_paper(committee_paper()).pdf)[3]
    number = sheet.find("2")[-1]
    assert (number.left + number.right) / 2 == pytest.approx((30 + 80) * MM, abs=0.5)
    assert number.top > sheet.height - 25 * MM


def test_page_labels_are_the_printed_numbers():
    document = pypdfium2.PdfDocument(render_paper(committee_paper()).pdf)
    assert [document.get_page_label(n) for n in range(6)] == ["", "", "1", "2", "3", "4"]


def test_every_heading_is_a_bookmark_at_its_place():
    paper = committee_paper()
    made = render_paper(paper)
    bookmarks = [
        (each.level, each.get_title(), each.get_dest().get_index())
        for each in pypdfium2.PdfDocument(made.pdf).get_toc()
    ]
    assert bookmarks == [
        (block.level - 1, f"{block.label}\u3000{block.text}", made.sheets[block.id])
        for block in paper.blocks
        if block.kind == "heading"
    ]


def test_an_outline_that_skips_a_level_has_its_bookmarks():
    d = Draft()
    d.heading(1, "上")
    d.heading(5, "下")
    toc = pypdfium2.PdfDocument(printed(d).pdf).get_toc()
    assert [(each.level, each.get_title()) for each in toc] == [(0, "1\u3000上"), (1, "a\u3000下")]


def test_the_document_says_its_title_and_language():
    made = render_paper(committee_paper())
    title = pypdfium2.PdfDocument(made.pdf).get_metadata_value("Title")
    assert title == "令和6年第3回神奈川県議会定例会\u3000社会・健康対策特別委員会資料"
    assert b"/Lang (ja-JP)" in made.pdf


def test_all_fonts_are_embedded():
    pdf = render_paper(committee_paper()).pdf
    fonts = pdf.count(b"/Type /Font\n") + pdf.count(b"/Type /Font ")
    assert fonts == pdf.count(b"/FontFile2 ") > 0
    assert b"Helvetica" not in pdf


def test_two_processes_make_the_same_bytes():
    code = (
        "import sys; from tests.reports.samples import illustrated_paper;"
        "from kanagawa_desk.reports.paper import render_paper;"
        "sys.stdout.buffer.write(render_paper(illustrated_paper()).pdf)"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1] == render_paper(illustrated_paper()).pdf


def test_figures_are_found_as_they_are_written():
    sheet = read(render_paper(committee_paper()).pdf)[3]
    for figure in ("61,766", "61,379", "(60,253)", "▲387", "(▲1,513)"):
        assert sheet.find(figure)


@pytest.mark.parametrize("look", ["plain", "wide", "narrow"])
def test_a_label_is_found_in_its_plain_form_whatever_its_look(look):
    d = Draft()
    d.heading(2, "概要")
    d.heading(4, "策定の趣旨")
    sheet = read(printed(d, Template(labels=look)).pdf)[0]
    assert sheet.lines[:2] == ["(1) 概要", "(ア) 策定の趣旨"]


def test_a_draft_says_so_in_the_head_of_every_sheet():
    made = render_paper(committee_paper(draft=True, stamp="課内案\u3000令和6年9月18日"))
    for sheet in read(made.pdf):
        assert sheet.at("（案）課内案").bottom < 25 * MM


def test_a_final_paper_has_nothing_in_its_head():
    made = render_paper(committee_paper(stamp="令和6年9月18日"))
    assert not any("（案）" in sheet.text for sheet in read(made.pdf))


def test_a_character_that_no_face_holds_is_printed_in_its_nearest_form_and_named():
    d = Draft()
    block = d.add("paragraph", "𠮷田町")
    made = printed(d)
    assert read(made.pdf)[0].lines[0] == "吉田町"
    (problem,) = made.problems
    assert (problem.code, problem.block) == ("missing-glyph", block)
    assert "U+20BB7" in problem.message


def test_a_preview_draws_only_what_is_asked_for():
    paper = committee_paper()
    whole, preview = render_paper(paper), render_paper(paper, only={3})
    sheets = read(preview.pdf)
    assert [bool(sheet.text) for sheet in sheets] == [False, False, False, True, False, False]
    assert sheets[3].lines == read(whole.pdf)[3].lines
    assert (preview.pages, preview.sheets) == (whole.pages, whole.sheets)


def test_a_block_edited_after_printing_is_printed_anew():
    first, second = Draft(), Draft()
    first.add("paragraph", "前の文")
    second.add("paragraph", "後の文")
    assert read(printed(first).pdf)[0].lines[0] == "前の文"
    assert read(printed(second).pdf)[0].lines[0] == "後の文"


def test_a_paper_without_blocks_is_one_sheet():
    assert printed(Draft()).sheet_count == 1


def test_for_two_sided_print_the_binding_margin_changes_sides():
    d = Draft()
    for _ in range(40):
        d.add("paragraph", "県" * 20, level=0)
    odd, even = read(printed(d, Template(mirrored=True)).pdf)[:2]
    assert odd.at("県").left == pytest.approx(even.at("県").left + 10 * MM, abs=0.1)


def test_for_two_sided_print_page_1_is_a_right_hand_page():
    d = Draft()
    d.add("cover")
    block = d.add("paragraph", "本文")
    assert printed(d, Template(mirrored=True)).sheets[block] == 2


def test_sections_may_begin_on_odd_pages():
    d = Draft()
    headings = []
    for _ in range(3):
        headings.append(d.heading(1, "節"))
        d.add("paragraph", "本文")
    made = printed(d, Template(odd_sections=True))
    assert [made.pages[heading] for heading in headings] == [1, 3, 5]
