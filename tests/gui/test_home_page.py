"""ホーム at work on the sample ledger."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.records import BedCount, BedSet, Division, Plan
from kanagawa_desk.domain.values import number
from kanagawa_desk.gui.pages.home import HomePage
from tests.gui.grids import press, settled, visit

Key = Qt.Key
COUNT = Address("bed_count", ("general", "ken_o", date(2024, 4, 1)), "beds")


@pytest.fixture
def window(window_anew):
    return window_anew


@pytest.fixture
def page(window, qtbot) -> HomePage:
    visit(window, "home", qtbot)
    made = window.page("home")
    made.mine.setChecked(False)
    settled(window, qtbot)
    qtbot.waitUntil(lambda: bool(lines(made)))
    return made


def lines(page: HomePage) -> list[tuple[str, ...]]:
    return [line.texts for line in page.tasks.list.model().lines]


def told(widget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel)]


def choose(page: HomePage, text: str) -> None:
    at = next(i for i, texts in enumerate(lines(page)) if text in texts[1])
    page.tasks.list.selectRow(at)
    page.tasks.list.setFocus()
    press(Key.Key_Return)


def test_a_task_leads_to_the_place_where_it_is_done(window, page, qtbot):
    choose(page, "保健医療救護計画")
    plans = window.page("plans")
    qtbot.waitUntil(lambda: window.current() is plans)
    due = Address("plan_edition", ("relief_r2",), "next_revision")
    qtbot.waitUntil(lambda: plans.pane.current_address() == due)


def test_faults_of_one_kind_lead_to_the_list_of_all(window, page, qtbot):
    choose(page, "根拠法令")
    qtbot.waitUntil(lambda: window.current() is window.page("checks"))


def test_ones_own_tasks_are_shown_alone_on_asking(window, page, qtbot):
    window.tasks.ask(_give_to("医療企画課"))
    window.session.wrote()
    qtbot.waitUntil(lambda: any("医療企画課" in texts[3] for texts in lines(page)))
    page.mine.setFocus()
    press(Key.Key_Space)
    assert [texts[3] for texts in lines(page)] == ["医療企画課"]


def _give_to(division: str):
    def give(ledger) -> None:
        with ledger.batch("所管替え") as unit:
            own = next(each for each in unit.all(Division) if each.name == division)
            unit.put(replace(unit.get(Plan, ("relief",)), division=own.id))

    return give


def test_the_key_figures_are_those_of_the_ledger(page):
    assert {"▲1,513", "97.6%", "5 / 9", "4 / 9"} <= set(told(page.beds.figures))
    assert "60,253" in told(page.beds.types)
    assert {"県央", "95"} <= set(told(page.beds.areas))


def test_figures_that_are_not_typed_yet_are_said_to_be_missing(window, page, qtbot):
    window.tasks.ask(_new_date)
    window.session.wrote()
    qtbot.waitUntil(lambda: "R7.4.1" in told(page.beds.types))
    assert {"未入力", "1 / 1", "0 / 1"} <= set(told(page.beds.figures))
    assert "%" not in told(page.beds.figures) + told(page.beds.types)


def _new_date(ledger) -> None:
    day = date(2025, 4, 1)
    with ledger.batch("追加") as unit:
        unit.put(BedSet("general", day))
        unit.put(BedCount("general", "yokohama", day, number(23000)))


def test_a_change_shows_when_one_comes_back(window, page, qtbot):
    visit(window, "beds", qtbot)
    with qtbot.waitSignal(window.session.changed):
        window.page("beds").grid().cells.enter({COUNT: "5,320"})
    visit(window, "home", qtbot)
    changes = lambda: [line.texts[2] for line in page.changes.model().lines]  # noqa: E731
    qtbot.waitUntil(lambda: changes()[0] == "既存病床数 Bの入力")
    qtbot.waitUntil(lambda: "91" in told(page.beds.areas))


def test_a_paper_is_opened_from_here(window, page, qtbot):
    name = "社会・健康対策特別委員会資料 を開く"
    button = next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.current() is window.page("papers"))
