"""What staff do to a sheet before they send it back, and how its cells are found all the same."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.styles import Font

from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.found import NOTHING, SheetRead
from kanagawa_desk.exchange.locating import sheet_for
from kanagawa_desk.exchange.matching import match_sheet
from kanagawa_desk.exchange.reading.cells import CellReader, Row
from tests.exchange import layouts
from tests.exchange.books import (
    DATA,
    edited,
    form,
    lose_column_keys,
    match_sheet_of,
    matched,
    move_rows,
    read,
    written,
)

NOW = f"beds@{layouts.NOW}"
BEDS = layouts.beds()
SENT = {
    (area, column): figure
    for area, (_, *figures) in layouts.AREAS.items()
    for column, figure in zip(("standard", f"beds@{layouts.BEFORE}", NOW), figures, strict=True)
}


def returned(tmp_path, *edits, layout=BEDS):
    return matched(edited(written(layout), *(_on_first(edit) for edit in edits)), tmp_path, layout)


def _on_first(edit):
    return lambda book: edit(book.worksheets[1])


def figures(result):
    return {key: changed.cell.content for key, changed in result.cells.items()}


def put(address, value):
    return lambda sheet: sheet.__setitem__(address, value)


def test_an_untouched_sheet_gives_every_cell_that_was_asked_for(tmp_path):
    result = returned(tmp_path)
    assert figures(result) == SENT
    assert result.cells["kenoh", NOW].address == "E13"
    assert (result.rows_added, result.rows_missing, result.duplicates) == ((), (), ())
    assert (result.problems, result.notes) == ((), ())


def test_computed_cells_totals_and_locked_names_are_passed_over(tmp_path):
    result = returned(tmp_path, put("G6", 5), put("E15", 60254), put("B6", "横浜市"))
    assert figures(result) == SENT
    assert result.problems == ()


def test_a_cell_that_came_back_empty_is_there_and_empty(tmp_path):
    found = returned(tmp_path, put("E6", None)).cells["yokohama", NOW]
    assert (found.cell, found.address) == (NOTHING, "E6")


@pytest.mark.parametrize("layout", [BEDS, layouts.plans(), layouts.metrics()])
def test_every_kind_of_sheet_comes_back_whole(tmp_path, layout):
    result = matched(written(layout), tmp_path, layout)
    asked = {
        (row.key, column.key)
        for row in layout.rows
        for column, cell in zip(layout.columns, row.cells, strict=True)
        if cell.address is not None
    }
    assert result.cells.keys() == asked
    assert (result.rows_added, result.problems, result.notes) == ((), (), ())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(range(6, 16)))
def test_rows_in_any_order_are_found(tmp_path, order):
    result = returned(tmp_path, lambda sheet: move_rows(sheet, order, 6, range(1, 6)))
    assert figures(result) == SENT


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(order=st.permutations(range(6, 15)))
def test_a_sort_that_left_the_hidden_keys_behind_misleads_nobody(tmp_path, order):
    result = returned(tmp_path, lambda sheet: move_rows(sheet, order, 6, range(2, 6)))
    assert figures(result) == SENT
    assert any("ずれて" in note for note in result.notes) == (list(order) != list(range(6, 15)))


def test_a_column_that_was_moved_is_found(tmp_path):
    def swap(sheet):
        for row in range(1, 16):
            left, right = sheet.cell(row, 4), sheet.cell(row, 5)
            left.value, right.value = right.value, left.value

    assert figures(returned(tmp_path, lambda sheet: sheet.unmerge_cells("D4:E4"), swap)) == SENT


def test_inserted_rows_and_columns_push_nothing_out_of_place(tmp_path):
    result = returned(
        tmp_path,
        lambda sheet: sheet.insert_rows(1, 2),
        lambda sheet: sheet.insert_cols(1),
        lambda sheet: sheet.insert_rows(10),
    )
    assert figures(result) == SENT
    assert result.cells["kenoh", NOW].address == "F16"


def test_a_row_that_was_added_is_listed_with_its_cells(tmp_path):
    (row,) = returned(
        tmp_path,
        lambda sheet: sheet.insert_rows(8),
        put("B8", "新しい圏域"),
        put("E8", 100),
    ).rows_added
    assert row.number == 8
    assert {key: (cell.content, at) for key, (cell, at) in row.cells.items()} == {
        "area": ("新しい圏域", "B8"),
        NOW: (100, "E8"),
    }


def test_a_second_table_below_is_listed_as_added_rows(tmp_path):
    result = returned(tmp_path, put("B20", "別表"), put("C21", 5))
    assert [row.number for row in result.rows_added] == [20, 21]


def test_a_row_that_was_deleted_is_missing_and_its_cells_are_not_empty(tmp_path):
    result = returned(tmp_path, lambda sheet: sheet.delete_rows(8))
    assert result.rows_missing == ("kawasaki-south",)
    assert ("kawasaki-south", NOW) not in result.cells


def test_a_row_that_was_deleted_and_typed_again_is_found_by_its_name(tmp_path):
    result = returned(
        tmp_path, lambda sheet: sheet.delete_rows(8), put("B16", "川崎 南部"), put("E16", 4600)
    )
    assert result.cells["kawasaki-south", NOW].cell.content == 4600
    assert any("二次保健医療圏の文字で照合しました（1行）" in note for note in result.notes)


def test_a_row_that_was_copied_is_a_problem_and_taken_from_neither(tmp_path):
    def copy(sheet):
        for column in range(1, 6):
            sheet.cell(17, column).value = sheet.cell(6, column).value

    result = returned(tmp_path, copy)
    assert result.duplicates == ("yokohama",)
    assert ("yokohama", NOW) not in result.cells
    (problem,) = result.problems
    assert (problem.code, problem.cell) == ("row_twice", "A17")
    assert "「横浜」の行が6行目、17行目にあります" in problem.message


def test_a_column_that_was_deleted_is_named(tmp_path):
    result = returned(tmp_path, lambda sheet: sheet.delete_cols(3))
    assert [problem.code for problem in result.problems] == ["column_missing"]
    assert "基準病床数 A" in result.problems[0].message


def test_a_column_that_was_copied_is_named(tmp_path):
    def copy(sheet):
        for row in range(1, 16):
            sheet.cell(row, 11).value = sheet.cell(row, 3).value

    assert [problem.code for problem in returned(tmp_path, copy).problems] == ["column_twice"]


def test_a_column_that_was_added_is_named_with_its_letter(tmp_path):
    (problem,) = returned(tmp_path, put("K5", "備考2"), put("K7", "配分を協議中")).problems
    assert (problem.code, problem.cell) == ("column_added", "K7")


def test_lost_column_keys_are_made_up_for_by_the_headings(tmp_path):
    result = returned(tmp_path, lose_column_keys)
    assert figures(result) == SENT
    assert any("見出しの文字で照合" in note for note in result.notes)


def test_lost_row_keys_are_made_up_for_by_the_names(tmp_path):
    result = returned(tmp_path, lambda sheet: sheet.delete_cols(1))
    assert figures(result) == SENT
    assert any("（10行）" in note for note in result.notes)


def test_headings_that_were_unmerged_and_respaced_are_known(tmp_path):
    def respell(sheet):
        lose_column_keys(sheet)
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet["D3"], sheet["D4"] = "既存病床数　Ｂ", "Ｒ５.４.１"

    assert figures(returned(tmp_path, respell)) == SENT


def test_a_name_in_merged_cells_stands_for_each_of_its_rows(tmp_path):
    def merge(sheet):
        sheet.delete_cols(1)
        sheet.merge_cells("A6:A7")

    result = returned(tmp_path, merge)
    assert result.duplicates == ("yokohama",)
    assert result.rows_missing == ("kawasaki-north",)


def test_merged_cells_among_those_to_fill_in_are_a_problem(tmp_path):
    result = returned(tmp_path, lambda sheet: sheet.merge_cells("E6:E7"))
    (problem,) = result.problems
    assert (problem.code, problem.cell) == ("merged_cells", "E6")
    assert ("kawasaki-north", NOW) not in result.cells


def test_a_cell_over_the_whole_sheet_takes_no_time():
    whole = (1, 1, 1_048_576, 16_384)
    reader = CellReader((), ["General"], since_1904=False)
    sheet = SheetRead("表", {1: Row(reader, [(1, "str", "x", 0, "")])}, (whole,) * 40_000)
    assert match_sheet(sheet, form(BEDS)).cells == {}


def test_text_that_no_workbook_can_be_written_with_is_named(tmp_path):
    layout = layouts.plans()
    result = returned(
        tmp_path,
        put("C5", "長" * 32_767),
        put("C6", "a_x0001_b"),
        put("C7", "改行\nは可"),
        layout=layout,
    )
    assert [(problem.code, problem.cell) for problem in result.problems] == [
        ("control_character", "C6")
    ]


def test_numbers_typed_as_text_and_formulas_come_as_they_are():
    cells = {
        row: found
        for (row, key), found in match_sheet_of("edited-libreoffice.xlsx", BEDS).cells.items()
        if key == NOW
    }
    assert cells["yokohama"].cell.content == 23400
    assert cells["kawasaki-north"].cell.content == "4,113床"
    assert cells["kawasaki-south"].cell.formula == "=4000+585"
    assert (cells["sagamihara"].cell, cells["sagamihara"].address) == (NOTHING, "E8")


@pytest.mark.parametrize("layout", [BEDS, layouts.plans(), layouts.metrics()])
def test_a_workbook_saved_by_libreoffice_comes_back_whole(layout):
    result = match_sheet_of("resaved-libreoffice.xlsx", layout)
    assert (result.rows_missing, result.rows_added, result.notes) == ((), (), ())
    assert len(result.cells) == sum(
        cell.address is not None for row in layout.rows for cell in row.cells
    )


def test_a_sheet_without_anything_of_a_form_gives_nothing():
    result = match_sheet(SheetRead("空", {}), form(BEDS))
    assert (result.cells, len(result.rows_missing)) == ({}, 9)


@pytest.mark.parametrize("layout", [BEDS, layouts.plans(), layouts.metrics()])
@pytest.mark.parametrize("program", ["ours", "openpyxl", "LibreOffice"])
def test_what_nobody_touched_has_not_changed(tmp_path, layout, program):
    if program == "LibreOffice":
        book = read_workbook(DATA / "resaved-libreoffice.xlsx")
    else:
        book = read(edited(written(layout)) if program == "openpyxl" else written(layout), tmp_path)
    result = match_sheet(sheet_for(book, form(layout)).sheet, form(layout))
    assert result.cells == {}
    assert result.count == len(matched(written(layout), tmp_path, layout).cells) > 0


def test_only_the_cells_that_were_changed_are_given_with_what_was_sent(tmp_path):
    book = read(edited(written(BEDS), _on_first(put("E6", 23400))), tmp_path)
    result = match_sheet(sheet_for(book, form(BEDS)).sheet, form(BEDS))
    assert {key: (found.cell.content, found.sent) for key, found in result.cells.items()} == {
        ("yokohama", NOW): (23400, "23386")
    }


def test_an_unchanged_figure_that_is_struck_through_is_given_all_the_same(tmp_path):
    def strike(sheet):
        sheet["E6"].font = Font(strike=True)

    book = read(edited(written(BEDS), _on_first(strike)), tmp_path)
    result = match_sheet(sheet_for(book, form(BEDS)).sheet, form(BEDS))
    assert list(result.cells) == [("yokohama", NOW)]
    assert [problem.code for problem in result.problems] == ["struck_text"]
