"""差替えページ: the leaves that differ and no others, with the edition's page breaks."""

from dataclasses import replace

from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.replacing import render_replacement
from tests.reports.reading import MM, read
from tests.reports.samples import Draft

STAMP = "差替え\u3000令和6年10月10日"
LINES = 31  # to be sure that every page has room for some more


def paper(pages=8, **changes):
    """Pages that each begin with a break, their texts changed by number."""
    d = Draft()
    d.add("cover")
    d.add("contents")
    for number in range(1, pages + 1):
        if number > 1:
            d.add("page_break")
        d.heading(1, f"第{number}章")
        for line in range(LINES):
            text = f"{number}章の{line}行目"
            d.add("paragraph", changes.get(f"p{number}", text) if line == 3 else text)
    return d.paper()


def replaced(before, after):
    return render_replacement(before, render_paper(before).pdf, after, STAMP)


def leaves(before, after):
    return [(leaf.taken_out, leaf.put_in) for leaf in replaced(before, after)[1]]


def test_a_paper_that_looks_the_same_has_nothing_to_replace():
    assert replaced(paper(), paper()) == (b"", ())


def test_a_page_is_replaced_with_the_other_side_of_its_leaf():
    assert leaves(paper(), paper(p5="直した行")) == [(("5", "6"), ("5", "6"))]
    assert leaves(paper(), paper(p6="直した行")) == [(("5", "6"), ("5", "6"))]


def test_the_last_leaf_may_have_one_side():
    assert leaves(paper(7), paper(7, p7="直した行")) == [(("7",), ("7",))]


def test_what_a_page_can_hold_no_more_becomes_a_page_with_a_number_of_its_own():
    after = paper(p3="とても長い文に改めた。" * 60)
    assert leaves(paper(), after) == [(("3", "4"), ("3", "3-2", "4"))]


def test_the_pages_behind_keep_their_breaks_where_one_grows():
    pdf, _ = replaced(paper(), paper(p3="とても長い文に改めた。" * 60))
    sheets = read(pdf)[2:5]
    for sheet, number in zip(sheets, ("3", "3-2", "4"), strict=True):
        assert sheet.find(number)[-1].top > sheet.height - 25 * MM
    assert sheets[2].at("第4章")


def test_text_that_runs_over_pages_by_itself_keeps_the_breaks_of_the_edition():
    d = Draft()
    for number in range(150):
        d.add("paragraph", f"{number}番目の行")
    before = d.paper()
    blocks = [
        replace(block, text=block.text * (90 if block.id == "b20" else 1))
        for block in before.blocks
    ]
    pdf, told = replaced(before, replace(before, blocks=tuple(blocks)))
    assert [leaf.put_in for leaf in told] == [("1", "1-2", "2")]
    first = read(render_paper(before).pdf)[1].lines[0]
    assert first in read(pdf)[4].text


def test_a_changed_title_replaces_the_cover():
    assert leaves(paper(), replace(paper(), title="直した標題"))[0][0] == ("表紙", "目次")


def test_each_replaced_page_is_stamped_and_a_list_leads_them():
    pdf, _ = replaced(paper(), paper(p5="直した行"))
    first, blank, *others = read(pdf)
    assert first.at("差替え一覧")
    assert first.at("5・6")
    assert not blank.lines
    assert all(sheet.at(STAMP) for sheet in others)


def test_leaves_have_even_numbers_of_sheets_for_printing_on_both_sides():
    pdf, _ = replaced(paper(), paper(p3="とても長い文に改めた。" * 60, p7="直した行"))
    assert len(read(pdf)) == 2 + 4 + 2


def test_a_page_that_has_lost_all_its_text_stays_as_a_blank():
    before = paper(4)
    kept = [block for block in before.blocks if not block.text.startswith("2章")]
    after = replace(before, blocks=tuple(kept))
    assert leaves(before, after) == [(("1", "2"), ("1", "2"))]


def test_turned_pages_stay_turned_among_those_that_are_replaced():
    d = Draft()
    d.add("paragraph", "縦の行")
    d.add("page_break", style=LANDSCAPE)
    d.add("paragraph", "横の行")
    d.add("page_break", style=PORTRAIT)
    d.add("paragraph", "また縦の行")
    before = d.paper()
    blocks = [replace(b, text=b.text.replace("横の行", "横の直した行")) for b in before.blocks]
    pdf, told = replaced(before, replace(before, blocks=tuple(blocks)))
    assert [leaf.put_in for leaf in told] == [("1", "2")]
    assert [sheet.width > sheet.height for sheet in read(pdf)[2:]] == [False, True]
