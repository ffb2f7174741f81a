"""Which sheet is which."""

from dataclasses import replace

from kanagawa_desk.exchange.locating import sheet_for, sheets_for
from tests.exchange import layouts
from tests.exchange.books import edited, form, read, written

BEDS, PLANS = layouts.beds(), layouts.plans()
OTHER_BEDS = replace(BEDS, name="beds:mental", title="精神病床")
FORM, OTHER_FORM = form(BEDS), form(OTHER_BEDS)


def returned(tmp_path, *edits):
    return read(edited(written(BEDS, PLANS), *edits), tmp_path)


def test_a_sheet_is_known_by_its_hidden_mark_under_any_name(tmp_path):
    def rename(book):
        book["療養病床・一般病床"].title = "回答"

    located = sheet_for(returned(tmp_path, rename), FORM)
    assert located.sheet.title == "回答"
    assert located.notes == ("シート名が「療養病床・一般病床」から「回答」に変わっています。",)


def test_without_a_mark_the_name_serves(tmp_path):
    located = sheet_for(returned(tmp_path, lambda book: book.worksheets[1].delete_rows(1)), FORM)
    assert located.sheet.title == "療養病床・一般病床"
    assert "シート名で照合" in located.notes[0]


def test_without_mark_and_name_the_headings_serve(tmp_path):
    def strip(book):
        book.worksheets[1].delete_rows(1)
        book.worksheets[1].title = "Sheet1"

    located = sheet_for(returned(tmp_path, strip), FORM)
    assert located.sheet.title == "Sheet1"
    assert "見出しで照合" in located.notes[0]


def test_a_sheet_that_is_gone_is_named(tmp_path):
    located = sheet_for(returned(tmp_path, lambda book: book.remove(book.worksheets[1])), FORM)
    assert located.sheet is None
    assert located.notes == ("「療養病床・一般病床」のシートが見つかりません。",)


def test_a_copied_sheet_is_a_problem_that_names_both(tmp_path):
    def copy(book):
        book.copy_worksheet(book.worksheets[1]).title = "控え"

    located = sheet_for(returned(tmp_path, copy), FORM)
    assert located.sheet.title == "療養病床・一般病床"
    (problem,) = located.problems
    assert problem.code == "sheet_copied"
    assert "「療養病床・一般病床」、「控え」" in problem.message


def unmarked(tmp_path, *titles):
    """A workbook of two bed types without their marks, the sheets under other names."""

    def strip(book):
        for sheet in book.worksheets[1:3]:
            sheet.delete_rows(1)
        book.worksheets[2].title = titles[1]
        book.worksheets[1].title = titles[0]

    return read(edited(written(BEDS, OTHER_BEDS), strip), tmp_path)


def test_headings_that_two_layouts_share_decide_nothing(tmp_path):
    workbook = unmarked(tmp_path, "回答", "別の表")
    workbook = replace(workbook, sheets=workbook.sheets[:2])
    first, second = sheets_for(workbook, [FORM, OTHER_FORM])
    assert first.sheet is second.sheet is None
    assert [each.code for each in first.problems] == ["which_sheet"]
    assert "療養病床・一般病床・精神病床" in first.problems[0].message


def test_a_sheet_that_kept_its_name_is_not_taken_for_another_of_the_same_headings(tmp_path):
    workbook = unmarked(tmp_path, "精神病床", "消した表")
    workbook = replace(workbook, sheets=workbook.sheets[:2])
    first, second = sheets_for(workbook, [FORM, OTHER_FORM])
    assert first.sheet is None
    assert second.sheet.title == "精神病床"


def test_a_sheet_that_bears_the_mark_of_another_is_never_taken_by_its_headings(tmp_path):
    workbook = read(written(OTHER_BEDS), tmp_path)
    assert sheet_for(workbook, FORM).sheet is None
