"""Tables on paper: columns, figures, heads that are repeated, rows that do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.papers.printed import PrintedColumn, PrintedTable
from kanagawa_desk.reports.columns import adjusted, fit
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import DEFAULT
from tests.reports.reading import MM, read
from tests.reports.samples import BEDS, Draft, bed_table, metric_table, plan_table

EM = DEFAULT.em
BED_TABLE = bed_table("二次保健医療圏", BEDS, "合計（9圏域）")


def printed(*tables, level=0):
    d = Draft()
    for table in tables:
        d.add("table", table=table, level=level)
    return render_paper(d.paper())


def text_table(*rows, columns=None):
    columns = columns or tuple(PrintedColumn(1.0) for _ in rows[0])
    return PrintedTable(columns, (), tuple(tuple((cell,) for cell in row) for row in rows))


def test_columns_share_the_measure():
    table = text_table(
        ("a", "b", "c"), columns=(PrintedColumn(2), PrintedColumn(1), PrintedColumn(1))
    )
    edges = fit(table, DEFAULT, 0.0).edges
    assert edges == pytest.approx(
        [0, DEFAULT.measure / 2, DEFAULT.measure * 3 / 4, DEFAULT.measure]
    )


def test_a_table_stands_as_far_in_as_its_text_where_it_fits():
    table = metric_table(("令和3年度末", "令和4年度末"), ("累計", ("4施設", "18施設")))
    assert fit(table, DEFAULT, 6 * EM).edges[0] == pytest.approx(6 * EM)


def test_a_table_that_does_not_fit_by_its_shares_moves_out():
    assert fit(BED_TABLE, DEFAULT, 5 * EM).edges[0] == pytest.approx(2 * EM)


def test_a_column_takes_what_its_figures_need_before_text_wraps():
    table = text_table(
        ("あ" * 20, "1,601"), columns=(PrintedColumn(1.0), PrintedColumn(1.0, "right"))
    )
    edges = fit(table, DEFAULT, DEFAULT.measure / 2).edges
    assert edges[1] - edges[0] >= 20 * DEFAULT.cell_size


@given(
    st.lists(st.tuples(st.floats(0.1, 9), st.floats(0, 50)), min_size=1, max_size=12),
    st.floats(0, 200),
)
def test_adjusted_columns_fill_the_width_and_none_falls_below_its_least(columns, spare):
    shares, least = zip(*columns, strict=True)
    widths = adjusted(shares, least, sum(least) + spare)
    assert sum(widths) == pytest.approx(sum(least) + spare)
    assert all(width >= low - 1e-6 for width, low in zip(widths, least, strict=True))


def test_figures_stand_below_figures_with_brackets_hanging():
    sheet = read(printed(BED_TABLE).pdf)[0]
    upper, lower = sheet.at("23,608"), sheet.at("(23,386)")
    assert upper.right == pytest.approx(lower.right - DEFAULT.cell_size / 2, abs=0.01)
    assert sheet.at("61,379").right == pytest.approx(upper.right, abs=0.01)
    assert upper.top < lower.top


def test_a_cell_of_one_line_stands_in_the_middle_of_its_row():
    sheet = read(printed(BED_TABLE).pdf)[0]
    both = (sheet.at("23,608").middle + sheet.at("(23,386)").middle) / 2
    assert sheet.at("25,209").middle == pytest.approx(both, abs=0.01)
    assert sheet.at("横浜").middle == pytest.approx(both, abs=0.01)


def test_heads_are_broken_where_the_table_says():
    sheet = read(printed(BED_TABLE).pdf)[0]
    assert "【参考】既存病床数" in sheet.text
    assert sheet.at("B－A").top > sheet.at("【参考】過不足病床数").top


def test_a_long_table_repeats_its_head_on_each_page():
    sheets = read(printed(plan_table(100)).pdf)
    assert len(sheets) > 2
    for sheet in sheets:
        assert sheet.at("計画名").bottom < sheet.at("神奈川県").top < 40 * MM


def test_all_rows_of_a_long_table_are_printed_once():
    text = "".join(
        sheet.text for sheet in read(printed(text_table(*[(f"<{n}>",) for n in range(200)])).pdf)
    )
    assert [text.count(f"<{n}>") for n in range(200)] == [1] * 200


@pytest.mark.parametrize("lines", range(20, 38))
def test_a_head_is_never_alone_nor_is_the_last_row(lines):
    d = Draft()
    for _ in range(lines):
        d.add("paragraph", "文")
    d.add("table", table=text_table(*[(f"<{n}>",) for n in range(20)]))
    sheets = read(render_paper(d.paper()).pdf)
    counts = [sheet.text.count("<") for sheet in sheets]
    assert sum(counts) == 20
    assert all(count != 1 for count in counts)


@pytest.mark.parametrize("lines", range(28, 38))
def test_a_short_table_is_not_parted(lines):
    d = Draft()
    for _ in range(lines):
        d.add("paragraph", "文")
    d.add("table", table=text_table(*[(f"<{n}>",) for n in range(5)]))
    counts = [sheet.text.count("<") for sheet in read(render_paper(d.paper()).pdf)]
    assert [count for count in counts if count] == [5]


def test_totals_stay_with_the_row_above():
    rows = [(f"<{n}>",) for n in range(60)]
    table = text_table(*rows, ("計",))
    table = PrintedTable(table.columns, (), table.rows, totals=frozenset({60}))
    for lines in range(10):
        d = Draft()
        for _ in range(lines):
            d.add("paragraph", "文")
        d.add("table", table=table)
        last = read(render_paper(d.paper()).pdf)[-1]
        assert "<59>" in last.text
        assert "計" in last.text


def test_a_table_wider_than_the_page_is_set_smaller_and_named():
    wide = metric_table([f"令和{n}年度末" for n in range(1, 21)], ("累計", ["1,234,567件"] * 20))
    made = printed(wide)
    (problem,) = made.problems
    assert (problem.code, problem.block) == ("table-too-wide", "b0")
    sheet = read(made.pdf)[0]
    assert sheet.find("1,234,567件")[-1].right <= sheet.width - 20 * MM + 0.5


def test_a_cell_longer_than_a_page_goes_on_and_is_named():
    made = printed(text_table(("名前", "".join(f"({n})" for n in range(900)))))
    (problem,) = made.problems
    assert (problem.code, problem.block) == ("cell-too-long", "b0")
    text = "".join("".join(sheet.lines[:-1]) for sheet in read(made.pdf))
    assert all(f"({n})" in text for n in range(900))


def test_a_row_that_lacks_cells_is_printed_with_empty_ones():
    table = PrintedTable((PrintedColumn(1), PrintedColumn(1)), (), ((("左",),),))
    assert read(printed(table).pdf)[0].lines[0] == "左"


def test_a_table_without_rows_keeps_its_place():
    assert printed(PrintedTable((PrintedColumn(1),), (), ())).pages == {"b0": 1}


def test_a_missing_character_in_a_cell_is_named():
    made = printed(text_table(("𠮷",)))
    assert [problem.code for problem in made.problems] == ["missing-glyph"]
