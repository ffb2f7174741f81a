"""A plain list as a workbook."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from kanagawa_desk.domain.papers.printed import PrintedColumn, PrintedTable
from kanagawa_desk.exchange.listing import write_list

TABLE = PrintedTable(
    (PrintedColumn(1, "right"), PrintedColumn(5), PrintedColumn(3, "centre")),
    (("No.",), ("回答者",), ("回答", "期限")),
    ((("1",), ("健康増進課",), ("R6.10.18",)), (("2",), ("=1+1",), ("0451",))),
)


@pytest.fixture(scope="module")
def sheet():
    return load_workbook(BytesIO(write_list("未回答一覧", "R6-07", TABLE))).active


def test_title_headings_and_rows_stand_below_each_other(sheet):
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert [row[0] for row in rows[:2]] == ["未回答一覧", "R6-07"]
    assert rows[2:] == [
        ["No.", "回答者", "回答期限"],
        [1, "健康増進課", "R6.10.18"],
        [2, "=1+1", "0451"],
    ]


def test_a_text_that_looks_like_a_formula_stays_a_text(sheet):
    assert sheet["B5"].data_type == "s"
    assert sheet["B5"].quotePrefix


def test_it_prints_across_a4_with_its_headings_on_every_page(sheet):
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.print_title_rows == "$3:$3"


def test_a_list_without_rows_has_its_headings():
    empty = PrintedTable(TABLE.columns, TABLE.head, ())
    sheet = load_workbook(BytesIO(write_list("未回答一覧", "", empty))).active
    assert sheet["A3"].value == "No."
