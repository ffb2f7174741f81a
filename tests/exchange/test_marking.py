"""A workbook that is sent back says what is to be mended, where it is to be mended."""

import pytest
from openpyxl.comments import Comment

from kanagawa_desk.exchange.found import Finding
from kanagawa_desk.exchange.marking import mark_workbook
from tests.exchange import layouts
from tests.exchange.books import DATA, edited, matched, opened, read, written

BEDS = "療養病床・一般病床"
FAULTS = (
    Finding(BEDS, "E6", "not_a_number", "数値で入力してください。"),
    Finding(BEDS, "E6", "too_large", "前回の2倍を超えています。"),
    Finding("消えたシート", "A1", "x", "シートがありません。"),
    Finding(BEDS, "", "column_missing", "「基準病床数 A」の列が見つかりません。"),
)


@pytest.fixture(scope="module")
def marked():
    return mark_workbook(written(), FAULTS)


def test_a_cell_at_fault_is_red_and_says_why_in_a_comment(marked):
    cell = opened(marked)[BEDS]["E6"]
    assert cell.fill.fgColor.rgb == "00F6B9B3"
    assert cell.comment.text == "数値で入力してください。\n前回の2倍を超えています。"


def test_what_the_author_noted_on_a_cell_stays_below():
    def note(workbook):
        workbook[BEDS]["E6"].comment = Comment("電話で確認済み", "田中")

    cell = opened(mark_workbook(edited(written(), note), FAULTS[:1]))[BEDS]["E6"]
    assert cell.comment.text == "数値で入力してください。\n――\n電話で確認済み"


def test_other_cells_stay_as_they_were(marked):
    sheet = opened(marked)[BEDS]
    assert sheet["E7"].comment is None
    assert sheet["E7"].fill.fgColor.rgb == "00FFF8DC"
    assert sheet.protection.sheet


def test_the_first_sheet_lists_every_fault_with_its_place(marked):
    workbook = opened(marked)
    assert workbook.sheetnames[0] == workbook.active.title == "修正依頼"
    rows = [[cell.value for cell in row] for row in workbook["修正依頼"]["A5:D8"]]
    assert rows[0] == ["1", BEDS, "E6", "数値で入力してください。"]
    assert rows[2][1:3] == ["消えたシート", "A1"]
    assert rows[3][3] == "「基準病床数 A」の列が見つかりません。"


def test_a_marked_workbook_comes_back_like_any_other(marked, tmp_path):
    assert read(marked, tmp_path).request == "R6-07/kenko"
    result = matched(marked, tmp_path, layouts.beds())
    assert (len(result.cells), result.problems, result.notes) == (27, (), ())


def test_marks_of_an_earlier_round_are_taken_off(marked):
    again = opened(mark_workbook(marked, [Finding(BEDS, "E7", "x", "まだ違います。")]))
    assert again.sheetnames.count("修正依頼") == 1
    assert again[BEDS]["E6"].comment is None
    assert again[BEDS]["E6"].fill.fgColor.rgb == "00FFF8DC"
    assert again[BEDS]["E7"].comment.text == "まだ違います。"


def test_a_fault_in_merged_cells_is_marked_on_the_one_that_shows():
    merged = edited(written(), lambda book: book[BEDS].merge_cells("E6:E7"))
    again = opened(mark_workbook(merged, [Finding(BEDS, "E7", "x", "結合を解いてください。")]))
    assert again[BEDS]["E6"].comment.text == "結合を解いてください。"


def test_a_message_that_begins_like_a_formula_stays_text():
    sheet = opened(mark_workbook(written(), [Finding(BEDS, "E6", "x", "=1+1")]))["修正依頼"]
    assert (sheet["D5"].data_type, sheet["D5"].value) == ("s", "=1+1")


def test_a_workbook_of_libreoffice_can_be_marked_too(tmp_path):
    content = (DATA / "edited-libreoffice.xlsx").read_bytes()
    marked = mark_workbook(content, [Finding("回答（病床）", "E15", "x", "単位を除いてください。")])
    assert opened(marked)["回答（病床）"]["E15"].comment.text == "単位を除いてください。"
    assert len(matched(marked, tmp_path, layouts.beds()).cells) == 27
