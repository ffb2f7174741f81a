"""What belongs to a table, chart or figure stands with it."""

import pytest

from kanagawa_desk.domain.chart_specs import ColumnChart, Point
from kanagawa_desk.domain.values import number
from kanagawa_desk.reports.paper import render_paper
from kanagawa_desk.reports.template import DEFAULT
from tests.reports.reading import MM, read
from tests.reports.samples import BEDS, Draft, bed_table, committee_paper, metric_table

BED_TABLE = bed_table("二次保健医療圏", BEDS, "合計（9圏域）")
CHART = ColumnChart("累計業務数", "業務", (Point("R5", number(70)), Point("R6", number(76), True)))


def only_sheet(draft, **fields):
    (sheet,) = read(render_paper(draft.paper(), **fields).pdf)
    return sheet


def test_caption_and_unit_stand_on_one_line_above_the_table():
    sheet = read(render_paper(committee_paper()).pdf)[3]
    caption, unit = sheet.at("療養病床・一般病床"), sheet.at("（単位：床）")
    assert caption.middle == pytest.approx(unit.middle, abs=0.3)
    assert caption.left == pytest.approx(30 * MM + 2 * DEFAULT.em, abs=0.05)
    assert sheet.at("二次保健医療圏").top > caption.bottom


def test_the_unit_is_flush_with_the_right_rule():
    sheet = read(render_paper(committee_paper()).pdf)[3]
    white = DEFAULT.small_size / 2  # the closing bracket fills the left half of its square
    assert sheet.at("（単位：床）").right - white == pytest.approx(sheet.width - 20 * MM, abs=0.01)


@pytest.mark.parametrize(
    ("style", "printed"),
    [("■", "■ 表題"), ("◇", "◇ 表題"), ("◆", "◆ 表題"), ("〔〕", "〔表題〕"), ("", "表題")],
)
def test_a_caption_has_its_mark(style, printed):
    d = Draft()
    d.add("caption", "表題", style=style)
    d.add("table", table=BED_TABLE)
    assert only_sheet(d).lines[0].startswith(printed)


def test_an_as_of_line_is_flush_right_and_takes_the_unit_along():
    d = Draft()
    d.add("caption", "表題")
    d.add("as_of", "令和6年8月末時点")
    d.add("table", table=BED_TABLE)
    sheet = only_sheet(d)
    assert sheet.at("令和6年8月末時点\u3000（単位：床）").right - DEFAULT.small_size / 2 == (
        pytest.approx(sheet.width - 20 * MM, abs=0.01)
    )


def test_an_as_of_line_alone_is_flush_right():
    d = Draft()
    d.add("as_of", "令和6年8月末時点")
    d.add("table", table=metric_table(("R6",), ("", ("76業務",))))
    sheet = only_sheet(d)
    assert sheet.at("令和6年8月末時点").right == pytest.approx(sheet.width - 20 * MM, abs=0.01)


def test_notes_hang_in_smaller_type_below_the_table():
    d = Draft()
    d.add("table", table=BED_TABLE)
    d.add("note", "あ" * 41 + "い" * 5)
    sheet = only_sheet(d)
    mark, first, second = sheet.at("※"), sheet.at("あ"), sheet.at("い")
    assert first.left == second.left == pytest.approx(mark.left + 2 * DEFAULT.small_size, abs=0.01)
    assert mark.top > sheet.at("合計（9圏域）").bottom


@pytest.mark.parametrize("lines", range(38))
def test_a_caption_and_its_notes_are_never_parted_from_their_table(lines):
    d = Draft()
    for _ in range(lines):
        d.add("paragraph", "文")
    d.add("caption", "表題")
    d.add("table", table=BED_TABLE)
    d.add("note", "一つ目の注")
    d.add("note", "二つ目の注")
    sheets = read(render_paper(d.paper()).pdf)
    caption = next(sheet for sheet in sheets if "表題" in sheet.text)
    assert "二次保健医療圏" in caption.text
    assert "横浜" in caption.text
    notes = next(sheet for sheet in sheets if "一つ目の注" in sheet.text)
    assert "合計（9圏域）" in notes.text
    assert "二つ目の注" in notes.text


def test_a_figure_that_is_not_there_has_its_place_kept_by_a_frame():
    d = Draft()
    d.add("figure", "推進体制図")
    after = d.add("paragraph", "次の文", level=0)
    sheet = only_sheet(d)
    assert sheet.at("次の文").top - sheet.at("推進体制図").top > 5 * DEFAULT.line_pitch
    assert render_paper(d.paper()).pages[after] == 1


def test_a_chart_is_drawn_with_its_text():
    d = Draft()
    d.add("caption", "累計", style="■")
    d.add("chart", chart=CHART)
    sheet = only_sheet(d)
    for text in ("累計業務数", "70", "76", "R5", "R6", "斜線は予定・年度途中（業務）"):
        assert sheet.find(text)


def test_a_chart_without_figures_has_its_place_kept():
    d = Draft()
    d.add("chart")
    assert "（グラフ）" in only_sheet(d).text


def test_a_table_without_figures_has_its_place_kept():
    d = Draft()
    d.add("table")
    assert "（表）" in only_sheet(d).text


def test_a_caption_without_table_stays_with_the_text_below():
    for lines in range(30, 38):
        d = Draft()
        for _ in range(lines):
            d.add("paragraph", "文")
        caption = d.add("caption", "人材", style="◆")
        text = d.add("paragraph", "説明")
        pages = render_paper(d.paper()).pages
        assert pages[caption] == pages[text]
