"""Where a layout stands on its sheet."""

from kanagawa_desk.exchange.writing.frame import PAGE_WIDTH, frame
from tests.exchange import layouts


def test_columns_have_the_widths_of_their_fields_where_the_page_holds_them():
    layout = layouts.dated([])
    assert frame(layout).widths == {column.key: column.field.width for column in layout.columns}


def test_words_wrap_where_the_page_does_not_hold_the_table():
    widths = frame(layouts.plans()).widths
    assert (widths["name"], widths["basis"]) == (14, 16)
    assert (widths["rank"], widths["period"]) == (3, 6)


def test_figures_are_never_narrowed():
    layout = layouts.metrics()
    widths = frame(layout).widths
    assert sum(column.field.width for column in layout.columns) > PAGE_WIDTH
    assert widths["FY2019"] == layout.columns[3].field.width
    assert widths["name"] < layout.columns[0].field.width


def test_a_second_row_of_headings_is_only_where_a_column_has_a_group():
    assert frame(layouts.beds()).label_row == 5
    assert frame(layouts.plans()).label_row == 4


def test_an_empty_layout_ends_with_its_headings():
    assert frame(layouts.plans(())).last_row == 4
