"""What Excel says while somebody types."""

from dataclasses import replace

from tests.exchange import layouts
from tests.exchange.books import opened, written


def rules(layout, title):
    workbook = opened(written(layout))
    found = {}
    for rule in workbook[title].data_validations.dataValidation:
        found[str(rule.sqref).partition(":")[0]] = rule
    return workbook, found


def test_a_count_is_a_whole_number_or_a_mark_and_anything_else_only_a_warning():
    _, found = rules(layouts.beds(), "療養病床・一般病床")
    rule = found["E6"]
    assert str(rule.sqref) == "E6:E14"
    assert rule.errorStyle == "warning"
    assert rule.formula1 == (
        'IF(ISNUMBER(E6),AND(E6>=0,INT(E6)=E6),OR(E6="―",E6="未集計",E6="不詳",E6="x"))'
    )


def test_options_are_offered_as_a_list_of_the_words_themselves():
    workbook, found = rules(layouts.plans(), "計画一覧")
    sheet, cells = found["G5"].formula1.replace("$", "").split("!")
    words = [cell.value for row in workbook[sheet][cells] for cell in row]
    assert (found["G5"].type, words) == ("list", ["医療企画課", "医療保険課", "健康増進課"])


def test_options_longer_than_excel_takes_in_a_rule_are_offered_all_the_same():
    layout = layouts.plans()
    many = tuple(f"所管課その{number}, ほか" for number in range(300))
    columns = [
        replace(column, options=many) if column.key == "division" else column
        for column in layout.columns
    ]
    workbook, found = rules(replace(layout, columns=tuple(columns)), "計画一覧")
    sheet, cells = found["G5"].formula1.replace("$", "").split("!")
    assert [cell.value for row in workbook[sheet][cells] for cell in row] == list(many)


def test_yes_and_no_are_a_circle_and_nothing():
    _, found = rules(layouts.plans(), "計画一覧")
    assert (found["J5"].formula1, found["J5"].allow_blank) == ('"○"', True)


def test_the_input_method_is_off_for_figures_and_on_for_words():
    _, found = rules(layouts.plans(), "計画一覧")
    assert (found["B5"].imeMode, found["C5"].imeMode) == ("off", "hiragana")


def test_cells_that_are_not_asked_for_have_no_rule():
    _, found = rules(layouts.beds(), "療養病床・一般病床")
    assert set(found) == {"C6", "D6", "E6"}


def test_rows_that_are_not_asked_for_split_a_rule():
    _, found = rules(layouts.metrics(), "DX指標")
    assert "E6:E7 E9" in {str(rule.sqref) for rule in found.values()}


def test_a_hint_of_the_field_is_shown_on_entering_the_cell():
    _, found = rules(layouts.ordinals(), "計画の期")
    assert found["C5"].prompt == "第8次 のように書く"
