"""Charts: what is written and drawn, on screen and in greys, for few rows and for many."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from reportlab.graphics.shapes import Line, Path, Polygon, PolyLine, Rect, String

from kanagawa_desk.domain.chart_specs import (
    BedBar,
    BedChart,
    ChartLine,
    ColumnChart,
    LineChart,
    PlanBar,
    Point,
    Tile,
    TileMap,
    Timeline,
)
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear, Timing
from kanagawa_desk.domain.plans import plan_state
from kanagawa_desk.domain.values import Measured, Missing, missing, number
from kanagawa_desk.reports.charts import draw, natural_height, to_svg
from kanagawa_desk.reports.palette import DARK, LIGHT, MONO
from kanagawa_desk.reports.strokes import width_of
from tests.reports.samples import BEDS

TODAY = date(2024, 9, 18)


def bed_chart(count=9, previous="R5.4.1"):
    rows = [BEDS[n % len(BEDS)] for n in range(count)]
    return BedChart(
        tuple(
            BedBar(
                name,
                number(standard),
                number(now),
                number(now - standard),
                number(before - standard),
                selected=name == "県央",
            )
            for name, standard, before, now in rows
        ),
        "R6.4.1",
        previous,
    )


def columns(*values, hatched=()):
    points = tuple(
        Point(f"R{n}", value if isinstance(value, Measured) else number(value), n in hatched)
        for n, value in enumerate(values, start=1)
    )
    return ColumnChart("RPA 累計業務数", "業務", points)


def plan(name, start, end, revision=None, selected=False):
    period = FiscalPeriod(FiscalYear(start), FiscalYear(end) if end else None)
    timing = Timing(FiscalYear(revision), date(revision + 1, 3, 31)) if revision else None
    return PlanBar(1, name, period, plan_state(period, timing, TODAY), timing, selected)


def timeline(*plans):
    return Timeline(plans, TODAY)


def lines(*series, hatched=()):
    return LineChart(
        "保有率",
        "%",
        tuple(
            ChartLine(
                name,
                tuple(
                    Point(f"R{n}", number(value), n in hatched)
                    for n, value in enumerate(values, start=1)
                ),
            )
            for name, *values in series
        ),
    )


def tiles(**fields):
    placed = (("相模原", 1, 1, -479, 92), ("川崎南部", 2, 1, 927, 125), ("県央", 1, 2, 95, 101))
    return TileMap(
        tuple(
            Tile(name, column, row, number(surplus), number(Decimal(share)), name == "県央")
            for name, column, row, surplus, share in placed
        ),
        "R6.4.1",
        **fields,
    )


SPECS = {
    "beds": bed_chart(),
    "columns": columns(23, 39, missing(Missing.PENDING), 76, hatched=(4,)),
    "timeline": timeline(plan("保健医療計画", 2024, 2029), plan("救護計画", 2018, None, 2024)),
    "lines": lines(("神奈川県", 50, 70, 74), ("全国", 55, 71, 75), hatched=(3,)),
    "tiles": tiles(classes=True),
}


def shapes(spec, width=540.0, height=240.0, palette=LIGHT):
    return draw(spec, palette, width, height).contents


def words(spec, **size):
    return [shape.text for shape in shapes(spec, **size) if isinstance(shape, String)]


def filled(spec, colour, **fields):
    return [
        shape
        for shape in shapes(spec, **fields)
        if isinstance(shape, Rect)
        and shape.fillColor
        and shape.fillColor.hexval() == f"0x{colour[1:].lower()}"
    ]


@pytest.mark.parametrize("palette", [LIGHT, DARK, MONO], ids=["light", "dark", "mono"])
@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_a_chart_is_svg_that_qt_can_paint(spec, palette):
    svg = to_svg(draw(spec, palette, 540.0, 240.0))
    root = ET.fromstring(svg)
    families = {
        text.get("style").split(";")[0] for text in root.iter("{http://www.w3.org/2000/svg}text")
    }
    assert b"clip" not in svg
    assert families <= {"font-family: BIZ UDPGothic", "font-family: BIZ UDGothic"}


def test_bold_text_is_a_weight_of_its_family_in_svg():
    svg = to_svg(draw(SPECS["columns"], LIGHT, 300.0, 200.0)).decode()
    assert "font-family: BIZ UDPGothic; font-weight: bold" in svg


def test_mono_knows_greys_only():
    colours = [value for value in vars_of(MONO) if isinstance(value, str)]
    assert all(c[1:3] == c[3:5] == c[5:7] for c in colours)


def vars_of(palette):
    return [getattr(palette, name) for name in palette.__slots__]


def test_all_areas_are_named_with_their_beds_and_surplus():
    written = words(bed_chart())
    for name, standard, _, now in BEDS:
        assert name in written
        assert f"{now:,}" in written
        surplus = now - standard
        assert (f"▲{-surplus:,}" if surplus < 0 else f"{surplus:,}") in written


def test_bars_are_as_long_as_their_beds():
    bars = filled(bed_chart(), LIGHT.bar)
    yokohama, ken_sei = bars[0], bars[-1]
    assert yokohama.width / ken_sei.width == pytest.approx(23386 / 2914)


def test_surplus_and_shortage_lie_on_either_side_of_zero():
    shortage = filled(bed_chart(), LIGHT.shortage)
    surplus = filled(bed_chart(), LIGHT.surplus)
    assert len(shortage) == 5
    assert len(surplus) == 4
    zero = surplus[0].x
    assert all(bar.x + bar.width == pytest.approx(zero) for bar in shortage)


def test_the_value_before_is_drawn_lighter_above():
    light, dark = filled(bed_chart(), LIGHT.surplus_light), filled(bed_chart(), LIGHT.surplus)
    assert len(light) == len(dark)
    assert all(above.y > below.y for above, below in zip(light, dark, strict=True))


def test_without_a_date_before_there_is_one_bar():
    chart = bed_chart(previous="")
    assert not filled(chart, LIGHT.surplus_light)
    assert "過不足 B－A（濃：R6.4.1）" in words(chart)


def test_an_area_without_figures_has_its_mark():
    none = missing(Missing.PENDING)
    chart = BedChart((BedBar("県央", number(5229), none, none, none),), "R6.4.1")
    assert words(chart).count("―") == 2


def test_the_selected_area_is_set_off():
    assert len(filled(bed_chart(), LIGHT.selection)) == 1


def test_hundreds_of_areas_are_drawn_and_every_nth_is_named():
    chart = bed_chart(300)
    assert len(filled(chart, LIGHT.bar)) == 300
    named = [word for word in words(chart) if word in {name for name, *_ in BEDS}]
    assert 5 < len(named) <= 240 / 11


def test_a_chart_without_areas_is_empty():
    assert words(BedChart((), "R6.4.1"))


def test_columns_have_their_values_and_periods():
    written = words(columns(23, 39, 55))
    for text in ("23", "39", "55", "R1", "R2", "R3", "RPA 累計業務数", "（業務）"):
        assert text in written


def test_a_column_is_as_high_as_its_value():
    first, second = filled(columns(20, 80), LIGHT.bar)
    assert second.height / first.height == pytest.approx(4)


def test_what_is_planned_is_hatched_and_the_legend_says_so():
    drawn = shapes(columns(20, 80, hatched=(2,)))
    assert sum(isinstance(shape, Path) for shape in drawn) == 1
    assert "斜線は予定・年度途中（業務）" in words(columns(20, 80, hatched=(2,)))


def test_a_break_of_the_series_is_a_double_line_and_the_legend_says_so():
    whole = columns(23, 39, 76)
    points = (*whole.points[:2], replace(whole.points[2], broken=True))
    broken = replace(whole, points=points)
    assert "二重線は系列の断絶（業務）" in words(broken)
    plain, lined = ([s for s in shapes(spec) if isinstance(s, Line)] for spec in (whole, broken))
    left, right = (each for each in lined if each.x1 == each.x2)
    assert len(lined) == len(plain) + 2
    before, after = (next(s.x for s in shapes(broken) if is_word(s, each)) for each in ("39", "76"))
    assert before < left.x1 < right.x1 < after


def is_word(shape, text):
    return isinstance(shape, String) and shape.text == text


def test_a_missing_value_is_a_dash_and_no_column():
    chart = columns(20, missing(Missing.PENDING), missing(Missing.BLANK))
    assert len(filled(chart, LIGHT.bar)) == 1
    assert words(chart).count("―") == 2


def test_a_printed_form_is_written_as_it_is():
    assert "約3万9千件" in words(columns(Measured(39000, approx=True, printed="約3万9千件")))


def test_negative_values_hang_below_zero():
    above, below = filled(columns(5, -7), LIGHT.bar)
    assert below.y + below.height == pytest.approx(above.y)


def test_where_values_do_not_fit_the_highest_and_the_last_are_written():
    written = words(columns(*[100] * 30, 4321, *[100] * 70, 567))
    assert "4,321" in written
    assert "567" in written
    assert "100" not in written


def test_a_plan_runs_from_its_first_year_to_its_last():
    six, three = filled(timeline(plan("長い", 2024, 2029), plan("短い", 2024, 2026)), LIGHT.period)
    assert six.x == three.x
    assert six.width / three.width == pytest.approx(2)


def test_the_years_shown_reach_from_the_neighbourhood_of_today_to_the_last_end():
    written = words(timeline(plan("古い", 1990, 2030), plan("新しい", 2024, 2029)))
    assert "R2" in written
    assert "R元" not in written
    assert "R12" in written
    assert "H2～" in written


def test_a_revision_to_come_is_marked_and_hatched_behind():
    chart = timeline(plan("救護計画", 2020, None, 2024))
    drawn = shapes(chart)
    assert sum(isinstance(shape, Polygon) for shape in drawn) == 1
    assert sum(isinstance(shape, Path) for shape in drawn) == 1
    assert "R6年度末に改定予定" in words(chart)


def test_a_period_without_end_is_an_arrow():
    chart = timeline(plan("予防計画", 2024, None))
    assert sum(isinstance(shape, Polygon) for shape in shapes(chart)) == 1
    assert "期限の定めなし" in words(chart)


@pytest.mark.parametrize(
    ("end", "colour", "text"),
    [(2024, LIGHT.final, "R6年度末に満了"), (2023, LIGHT.over, "期間満了")],
)
def test_a_plan_at_its_end_is_told_by_colour_and_words(end, colour, text):
    chart = timeline(plan("計画", 2021, end))
    assert len(filled(chart, colour)) == 1
    assert text in words(chart)


def test_a_name_stands_behind_todays_line_within_its_bar():
    chart = timeline(plan("医療費適正化計画", 2024, 2029))
    name = next(s for s in shapes(chart) if getattr(s, "text", "") == "医療費適正化計画")
    (bar,) = filled(chart, LIGHT.period)
    today = next(
        s
        for s in shapes(chart)
        if getattr(s, "strokeColor", None) and s.strokeColor.hexval() == "0xb3261e"
    )
    assert today.x1 < name.x
    assert name.x + width_of(name.text, name.fontSize) < bar.x + bar.width


def test_a_name_too_long_for_its_bar_stands_right_of_it():
    chart = timeline(plan("新型インフルエンザ等対策行動計画", 2024, 2024), plan("他", 2024, 2035))
    name = next(s for s in shapes(chart) if getattr(s, "text", "").startswith("新型"))
    (bar,) = filled(chart, LIGHT.final)
    assert name.x > bar.x + bar.width


def test_hundreds_of_plans_are_drawn_and_every_nth_is_numbered():
    chart = Timeline(tuple(plan("計画", 2024, 2029) for _ in range(300)), TODAY)
    assert len(filled(chart, LIGHT.period)) == 300
    assert "計画" not in words(chart)


def test_each_line_has_its_name_and_last_value_at_its_end():
    written = words(lines(("神奈川県", 50, 74), ("全国", 55, 75)))
    assert {"神奈川県 74", "全国 75"} <= set(written)


def test_lines_are_told_apart_without_colour():
    drawn = [s for s in shapes(SPECS["lines"], palette=MONO) if isinstance(s, PolyLine)]
    assert len({str(line.strokeDashArray) for line in drawn}) == len(drawn) == 2


def test_a_planned_value_of_a_line_is_hollow_and_the_legend_says_so():
    assert "白抜きは予定・年度途中（%）" in words(SPECS["lines"])


def test_tiles_stand_in_their_columns_and_rows():
    where = {
        shape.text: (shape.x, shape.y)
        for shape in shapes(tiles())
        if isinstance(shape, String) and shape.text in ("相模原", "川崎南部", "県央")
    }
    assert where["相模原"][0] == where["県央"][0] < where["川崎南部"][0]
    assert where["相模原"][1] == where["川崎南部"][1] > where["県央"][1]


def test_on_paper_tiles_that_lack_beds_are_hatched_and_have_their_sign():
    drawn = shapes(tiles(), palette=MONO)
    assert sum(isinstance(shape, Path) for shape in drawn) == 2  # one area and the legend
    assert "▲479" in words(tiles())


def test_how_far_areas_are_filled_is_told_where_asked_for_and_named_internal():
    assert "（内部参考）" in words(tiles(classes=True))
    assert not any("%" in word for word in words(tiles()))


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
@pytest.mark.parametrize("size", [(300.0, 160.0), (540.0, 240.0), (1200.0, 400.0)])
def test_nothing_is_written_outside_the_chart(spec, size):
    for shape in shapes(spec, *size):
        if isinstance(shape, String):
            wide = width_of(shape.text, shape.fontSize, shape.fontName)
            start = shape.x - wide * {"start": 0, "middle": 0.5, "end": 1}[shape.textAnchor]
            assert start >= -1
            assert start + wide <= size[0] + 1
            assert 0 <= shape.y <= size[1]


def test_a_chart_grows_with_its_rows_on_paper():
    assert natural_height(bed_chart(100)) > 5 * natural_height(bed_chart(9))


def test_tiles_that_are_too_small_to_write_in_are_drawn_without_words():
    one = tiles().tiles[0]
    placed = tuple(replace(one, column=n % 40 + 1, row=n // 40 + 1) for n in range(1600))
    many = replace(tiles(), tiles=placed)
    drawn = shapes(many)
    assert sum(isinstance(shape, Rect) for shape in drawn) >= 1600
    assert one.label not in words(many)
