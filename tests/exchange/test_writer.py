"""A workbook as it leaves: what staff see, and what is hidden in it."""

from datetime import date
from decimal import Decimal

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.values import number
from kanagawa_desk.exchange.guide import AnswerHead, Guide
from tests.exchange import layouts
from tests.exchange.books import opened, written


@pytest.fixture(scope="module")
def beds() -> Worksheet:
    return opened(written(layouts.beds()))["療養病床・一般病床"]


def test_the_first_sheet_says_how_to_fill_in_and_the_others_follow_in_order():
    workbook = opened(written(layouts.beds(), layouts.plans(), layouts.metrics()))
    visible = [sheet.title for sheet in workbook if sheet.sheet_state == "visible"]
    assert visible == ["記入要領", "療養病床・一般病床", "計画一覧", "DX指標"]


def test_what_was_sent_is_on_a_sheet_that_the_menu_of_excel_does_not_show():
    assert opened(written())["_kdesk"].sheet_state == "veryHidden"


def test_sheets_of_the_same_title_get_names_of_their_own():
    same = Layout("beds", "beds:other", "療養病床・一般病床", layouts.beds().columns, ())
    assert "療養病床・一般病床 (2)" in opened(written(layouts.beds(), same)).sheetnames


def test_a_title_that_excel_forbids_becomes_a_name_that_it_allows():
    layout = Layout("plans", "plans", "計画[一覧]: " + "長" * 40, layouts.plans().columns, ())
    title = opened(written(layout)).sheetnames[1]
    assert title.startswith("計画 一覧")
    assert len(title) == 31


def test_headings_stand_in_two_rows_with_groups_merged_above_their_columns(beds: Worksheet):
    assert [beds["D4"].value, beds["D5"].value, beds["E5"].value] == [
        "既存病床数 B",
        "R5.4.1",
        "R6.4.1",
    ]
    assert {str(each) for each in beds.merged_cells} == {
        "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:I4",
    }  # fmt: skip


def test_nothing_below_the_headings_is_merged():
    workbook = opened(written(layouts.beds(), layouts.metrics()))
    assert all(each.max_row <= 5 for sheet in workbook for each in sheet.merged_cells)


def test_the_unit_stands_at_the_right_above_the_table(beds: Worksheet):
    assert beds["J3"].value == "（単位：床）"
    assert beds["J3"].alignment.horizontal == "right"


def test_headings_and_frozen_columns_stay_in_view(beds: Worksheet):
    assert beds.freeze_panes == "C6"


def test_row_keys_and_column_keys_are_hidden(beds: Worksheet):
    assert beds.column_dimensions["A"].hidden
    assert beds.row_dimensions[1].hidden
    assert [beds["A6"].value, beds["A15"].value] == ["yokohama", "total"]
    assert beds["E1"].value == "beds@2024-04-01"


def test_figures_are_numbers_with_a_triangle_before_negative_ones(beds: Worksheet):
    assert beds["E6"].value == 23386
    assert beds["E6"].number_format == '#,##0;"▲"#,##0'
    assert beds["H6"].number_format == '#,##0.0;"▲"#,##0.0'


def test_cells_to_fill_in_are_open_and_tinted_and_all_others_locked(beds: Worksheet):
    assert beds.protection.sheet
    assert not beds["E6"].protection.locked
    assert beds["E6"].fill.fgColor.rgb == "00FFF8DC"
    assert all(beds[cell].protection.locked for cell in ("B6", "F6", "E15", "E5", "B2"))


def test_protection_has_no_password_and_leaves_widths_sorting_and_filters_free(beds: Worksheet):
    protection = beds.protection
    assert not protection.password
    locked = (protection.formatColumns, protection.sort, protection.autoFilter)
    assert locked == (False, False, False)


def test_a_sort_takes_the_hidden_keys_along_and_leaves_the_total_below(beds: Worksheet):
    assert beds.auto_filter.ref == "A5:J14"


def test_a_page_is_a4_landscape_one_page_wide_with_its_headings_repeated(beds: Worksheet):
    assert (beds.page_setup.paperSize, beds.page_setup.orientation) == (9, "landscape")
    assert (beds.page_setup.fitToWidth, beds.page_setup.fitToHeight) == (1, 0)
    assert beds.sheet_properties.pageSetUpPr.fitToPage
    assert beds.print_title_rows == "$2:$5"
    assert beds.print_area == "'療養病床・一般病床'!$B$2:$J$15"
    assert beds.oddFooter.left.text == "&A"
    assert beds.oddFooter.center.text == "&P / &N"


def test_the_dimension_covers_all_cells_so_that_others_read_all(beds: Worksheet):
    assert beds.calculate_dimension() == "A1:J15"


def test_a_section_is_one_text_in_the_first_cell():
    sheet = opened(written(layouts.metrics()))["DX指標"]
    assert sheet["B5"].value == "(ア)　くらしのデジタル化"
    assert all(cell.value is None for cell in sheet[5][2:])


def test_text_columns_keep_what_looks_like_a_date_as_text():
    sheet = opened(written(layouts.plans()))["計画一覧"]
    assert sheet["E5"].value == "R6.3月"
    assert sheet["E5"].number_format == "@"


def test_a_text_that_begins_like_a_formula_is_text_for_good():
    rows = [("p1", 1, sign + "A1", *layouts.PLANS[0][3:]) for sign in "=+-@\t＝"]
    sheet = opened(written(layouts.plans(rows)))["計画一覧"]
    for row in range(5, 11):
        cell = sheet.cell(row, 3)
        assert (cell.data_type, cell.value[1:], cell.quotePrefix) == ("s", "A1", True)


def test_the_guide_shows_the_request_and_the_head_of_the_answer():
    guide = Guide("件名", ("お願い一", "お願い二"), "9月25日", ("追記",), AnswerHead("健康増進課"))
    sheet = opened(written(guide=guide))["記入要領"]
    shown = {row[1].value: row[2].value for row in sheet.iter_rows() if row[1].value}
    assert "件名" in shown
    assert shown["お願い"] == "お願い一\nお願い二"
    assert shown["回答期限"] == "9月25日"
    assert shown["回答所属"] == "健康増進課"
    assert {"職・氏名", "内線", "所属長確認", "回答区分"} <= set(shown)
    assert "追記" in shown.values()


def test_the_answer_is_chosen_from_three():
    sheet = opened(written())["記入要領"]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"修正あり,修正なし,該当なし"'


def test_a_plain_export_asks_for_nothing_by_a_date():
    sheet = opened(written(guide=Guide("病床数の書出し"), request=""))["記入要領"]
    labels = {cell.value for cell in sheet["B"]}
    assert "回答期限" not in labels
    assert "お願い" not in labels


def test_an_empty_layout_is_a_sheet_of_headings():
    sheet = opened(written(layouts.plans(())))["計画一覧"]
    assert sheet["B4"].value == "No."
    assert sheet.max_row == 4


def test_days_are_real_days_shown_by_era():
    layout = layouts.dated([("a", date(2024, 4, 1)), ("b", date(1868, 1, 25)), ("c", None)])
    sheet = opened(written(layout))["基準日"]
    assert sheet["C5"].value.date() == date(2024, 4, 1)
    assert sheet["C5"].number_format == "[$-411]ge.m.d;@"
    assert sheet["C6"].value == "M1.1.25"
    assert sheet["C7"].value is None


def test_decimals_are_those_of_the_row_or_of_the_figure_if_it_has_more():
    sheet = opened(written(layouts.metrics()))["DX指標"]
    assert (sheet["E6"].value, sheet["E6"].number_format) == (28.2, '#,##0.0;"▲"#,##0.0')
    name, unit, _, measure, values = layouts.METRICS[1][1]
    exact = (name, unit, 1, measure, [number(Decimal("28.25")), *values[1:]])
    finer = opened(written(layouts.metrics([("online", exact)])))["DX指標"]
    assert (finer["E5"].value, finer["E5"].number_format) == (28.25, '#,##0.00;"▲"#,##0.00')
