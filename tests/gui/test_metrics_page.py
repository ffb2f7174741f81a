"""DX指標 at work on the sample ledger: outline, form, series, periods and breaks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTreeWidgetItem

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalYear, MonthPeriod, YearMonth
from kanagawa_desk.domain.records import Division, Metric
from kanagawa_desk.gui.pages.metrics import MetricsPage
from tests.gui.grids import can_undo, confirm, loaded, press, visit
from tests.gui.shared_window import open_a_copy, settled, stored

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.fixture
def page(window, qtbot) -> MetricsPage:
    made = loaded(window, "metrics", qtbot)
    qtbot.waitUntil(lambda: bool(made.tree.outline))
    made.grid().go_to(0, 0)
    made.grid().setFocus()
    return made


def item(page: MetricsPage, *words: str) -> QTreeWidgetItem:
    """The line of the tree below these headings, by how they begin."""
    found = page.tree.tree.invisibleRootItem()
    for each in words:
        below = [found.child(at) for at in range(found.childCount())]
        found = next(one for one in below if one.text(0).startswith(each))
    return found


def choose(page: MetricsPage, qtbot, name: str, series: str = "", period: str = "name") -> None:
    model = page.grid().cells
    names = [(row.cells[0].text, row.cells[1].text) for row in model.rows]
    page.grid().go_to(names.index((name, series)), model.layout.column_index(period))
    qtbot.waitUntil(lambda: page.panel.field_named("metric", "name") is not None)
    qtbot.waitUntil(lambda: page.panel.field_named("metric", "name").text == name)


def names(page: MetricsPage) -> list[str]:
    return [row.cells[0].text for row in page.grid().cells.rows]


def years(page: MetricsPage) -> list[str]:
    return [each.key for each in page.grid().cells.columns if each.key.startswith("FY")]


# The outline.


def test_the_tree_follows_the_headings_of_the_paper(page):
    assert item(page, "2(2)イ　主な取組", "(イ)", "a　RPA・AIの活用", "RPA 累計業務数")


def test_the_tree_and_the_grid_go_together(page):
    page.tree.tree.setCurrentItem(item(page, "2(2)イ", "(イ)", "a", "RPA 累計業務数"))
    row = page.grid().currentIndex().row()
    assert names(page)[row] == "RPA 累計業務数"
    page.grid().go_to(row + 1, 0)
    assert page.tree.tree.currentItem().text(0) == "RPA 業務削減時間数"


def test_a_heading_leads_to_its_first_series(page):
    page.tree.tree.setCurrentItem(item(page, "2(2)イ", "(イ)"))
    assert names(page)[page.grid().currentIndex().row()] == "RPA 業務数（年度別）"


def test_what_is_sought_in_the_tree_leaves_its_headings(page, qtbot):
    page.tree.seek.setFocus()
    confirm("RPA 累計")
    assert not item(page, "2(2)イ", "(イ)", "a", "RPA 累計業務数").isHidden()
    assert item(page, "2(2)イ", "(イ)", "a", "AI-OCR").isHidden()
    assert item(page, "2(2)ア").isHidden()


def test_a_rate_and_its_count_are_drawn_side_by_side(page, qtbot):
    choose(page, qtbot, "マイナンバーカード保有枚数率", "全国")
    qtbot.waitUntil(lambda: all(each.is_drawn for each in page.deck.charts))
    choose(page, qtbot, "オープンデータ数（累計）")
    qtbot.waitUntil(lambda: not page.deck.charts[1].isVisible())


# The form.


def test_a_metric_is_added_by_a_form_with_all_its_fields(window, page, qtbot):
    choose(page, qtbot, "RPA 累計業務数")
    page.grid().setFocus()
    press(Key.Key_Insert)
    qtbot.waitUntil(page.form.isVisible)
    assert page.form.fields["section"].text == "2(2)イ(イ)a(a)"
    texts = {"name": "試行指標", "unit": "件", "decimals": "1", "source": "月報", "note": "試行"}
    for name, text in texts.items():
        editor = page.form.fields[name].editor
        editor.setFocus()
        editor.selectAll()
        confirm(text)
    for name, word in (("measure", "累計"), ("division", "医療企画課")):
        choice = page.form.fields[name].editor
        assert isinstance(choice, QComboBox)
        choice.setCurrentText(word)
    page.form.fields["name"].editor.setFocus()
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: "試行指標" in names(page))
    assert not page.form.isVisible()
    metric = stored(window, qtbot, Metric, name="試行指標")
    division = stored(window, qtbot, Division, id=metric.division)
    assert (metric.unit, metric.measure, metric.decimals) == ("件", "cumulative", 1)
    assert (division.name, metric.source, metric.note) == ("医療企画課", "月報", "試行")


def test_the_form_says_while_typing_what_cannot_be_read(page, qtbot):
    press(Key.Key_Insert)
    qtbot.waitUntil(page.form.isVisible)
    field = page.form.fields["decimals"]
    field.editor.setFocus()
    field.editor.selectAll()
    confirm("いくつか")

    def told() -> list[str]:
        return [each.text() for each in field.findChildren(QLabel) if each.isVisible()]

    qtbot.waitUntil(lambda: any("読めません" in text for text in told()))
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: any("入れてください" in text for text in _told(page)))
    assert page.form.isVisible()
    press(Key.Key_Escape)
    assert not page.form.isVisible()


def _told(page: MetricsPage) -> list[str]:
    labels = page.form.fields["name"].findChildren(QLabel)
    return [each.text() for each in labels if each.isVisible()]


def test_a_series_is_added_beside_the_one_in_hand(page, qtbot):
    choose(page, qtbot, "RPA 累計業務数")
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "系列を追加")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    confirm("全国")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: names(page).count("RPA 累計業務数") == 2)


def test_a_series_break_is_set_in_the_panel_and_marked_in_the_grid(page, qtbot):
    choose(page, qtbot, "RPA 累計業務数", period="FY2022")
    qtbot.waitUntil(lambda: page.panel.field_named("observation", "series_break") is not None)
    page.panel.field_named("observation", "series_break").editor.setFocus()
    confirm("数え方を改めた")
    press(Key.Key_Return)
    model = page.grid().cells
    row, column = names(page).index("RPA 累計業務数"), model.layout.column_index("FY2022")
    qtbot.waitUntil(lambda: model.cell(row, column).broken)
    assert model.cell(row, column).note == "系列の断絶：数え方を改めた"


# Periods.


def test_the_next_fiscal_year_is_added_by_one_key(page, qtbot):
    choose(page, qtbot, "RPA 累計業務数")
    page.grid().setFocus()
    model = page.grid().cells
    row = page.grid().currentIndex().row()
    added = f"FY{int(years(page)[-1][2:]) + 1}"
    press(Key.Key_Insert, ALT)
    qtbot.waitUntil(lambda: added in years(page))
    qtbot.waitUntil(lambda: model.columns[page.grid().currentIndex().column()].key == added)
    assert page.grid().currentIndex().row() == row
    confirm("12")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: model.text(row, model.layout.column_index(added)) == "12")


def test_an_added_year_is_there_when_the_ledger_is_opened_again(window, page, qtbot):
    before = years(page)
    press(Key.Key_Insert, ALT)
    qtbot.waitUntil(lambda: len(years(page)) == len(before) + 1)
    open_a_copy(window, qtbot)
    visit(window, "metrics", qtbot)
    settled(window, qtbot)
    assert len(years(page)) == len(before) + 1


def test_an_added_year_is_one_step_to_take_back(window, page, qtbot):
    before = years(page)
    press(Key.Key_Insert, ALT)
    qtbot.waitUntil(lambda: len(years(page)) == len(before) + 1)
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: years(page) == before)


def test_a_metric_that_is_followed_by_ranges_asks_for_the_range(page, qtbot):
    choose(page, qtbot, "外部デジタル人材 実証事業 連携市町")
    page.grid().setFocus()
    press(Key.Key_Insert, ALT)
    qtbot.waitUntil(page.ask_bar.isVisible)
    confirm("R7.8月～R8.3月")
    press(Key.Key_Return)
    asked = MonthPeriod(YearMonth(2025, 8), YearMonth(2026, 3))
    added = Address("observation", ("pilot_municipalities", asked), "value")
    qtbot.waitUntil(lambda: page.pane.current_address() == added)


def test_a_series_is_taken_out_by_keys_and_comes_back(window, page, qtbot):
    before = [row.key for row in page.grid().cells.rows]
    page.grid().go_to(1, 0)
    press(Key.Key_Delete, CTRL)
    qtbot.waitUntil(lambda: before[1] not in [row.key for row in page.grid().cells.rows])
    can_undo(window, qtbot)
    press(Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [row.key for row in page.grid().cells.rows] == before)


def test_the_unit_of_a_metric_is_read_with_its_value(window, page, qtbot):
    model = page.grid().cells
    row = next(i for i, each in enumerate(model.rows) if each.cells[0].text == "RPA 業務削減時間数")
    column = model.layout.column_index(f"FY{FiscalYear(2023).year}")
    page.grid().go_to(row, column)
    confirm("18,548時間")
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: model.text(row, column) == "18,548")
    assert model.drafts == {}
