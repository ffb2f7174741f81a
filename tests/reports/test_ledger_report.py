"""One ledger's table, printed from the window."""

import pytest

from kanagawa_desk.reports.ledger_report import render_table
from tests.reports.reading import MM, read
from tests.reports.samples import plan_table


def test_a_table_is_printed_with_title_and_date_on_numbered_sheets():
    sheets = read(render_table("計画一覧", "令和6年9月18日現在", plan_table(60)))
    assert sheets[0].lines[:2] == ["計画一覧", "令和6年9月18日現在"]
    assert [sheet.lines[-1] for sheet in sheets] == ["1", "2"]
    assert all("計画名" in sheet.text for sheet in sheets)


@pytest.mark.parametrize(("landscape", "size"), [(False, (210, 297)), (True, (297, 210))])
def test_sheets_are_a4_upright_or_across(landscape, size):
    sheet = read(render_table("計画一覧", "", plan_table(3), landscape))[0]
    assert (sheet.width, sheet.height) == pytest.approx((size[0] * MM, size[1] * MM), abs=0.1)


def test_a_table_across_uses_the_width():
    sheet = read(render_table("計画一覧", "", plan_table(60), landscape=True))[0]
    assert sheet.at("がん・疾病対策課").right > 220 * MM


def test_the_same_table_gives_the_same_bytes():
    first, second = (render_table("計画一覧", "", plan_table(5)) for _ in range(2))
    assert first == second
