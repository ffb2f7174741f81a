"""Grids for tests: three areas and their total, a grid in a window, and hands on its keys."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kanagawa_desk.domain.bed_layout import BedSource, bed_layout
from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.layout import Address, Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import Area, BedCount, BedStandard, BedType, PlanEdition
from kanagawa_desk.domain.values import number
from kanagawa_desk.gui.pages.catalogue import ENTRIES

DAYS = (date(2023, 4, 1), date(2024, 4, 1))
# area: standard, and count at both days
FIGURES = {"横浜": (100, 90, 80), "県央": (50, 55, 60), "県西": (30, 30, 30)}
AREA, STANDARD, TARGET, FIRST, SECOND, FIRST_SURPLUS, SECOND_SURPLUS = range(7)


def beds(figures: dict[str, tuple[int, int, int]] = FIGURES) -> Layout:
    """The bed grid of a few areas."""
    edition = PlanEdition("e8", "plan", FiscalPeriod(FiscalYear(2024), FiscalYear(2029)))
    source = BedSource(
        BedType("general", "療養病床・一般病床"),
        edition,
        [Area(name, name) for name in figures],
        {
            name: BedStandard("e8", "general", name, number(each[0]))
            for name, each in figures.items()
        },
        {
            (name, day): BedCount("general", name, day, number(each[1 + at]))
            for name, each in figures.items()
            for at, day in enumerate(DAYS)
        },
    )
    return bed_layout(source, DAYS)


def count_of(area: str, day: date = DAYS[1]) -> Address:
    """The address of a count."""
    return Address("bed_count", ("general", area, day), "beds")


def sectioned() -> Layout:
    """Two sections with two rows each, and one column of words."""
    field = Field("name", "名前", Kind.TEXT)
    columns = (Column("name", field, "名前", frozen=True), Column("note", field, "備考"))

    def row(key: str) -> Row:
        cells = (
            Cell(key, key, Address("metric", (key,), "name")),
            Cell("", "", Address("metric", (key,), "note")),
        )
        return Row(key, cells)

    def section(key: str) -> Row:
        return Row(key, (Cell(key, key), Cell("", "")), RowKind.SECTION)

    rows = (section("あ"), row("a1"), row("a2"), section("い"), row("b1"), row("b2"))
    return Layout("metrics", "metrics", "指標", columns, rows)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keys go."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def type_text(text: str) -> None:
    """Type letters one by one where the keys go, which changes with the first."""
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), letter)


def compose(preedit: str) -> None:
    """Let the input method show what is not confirmed yet."""
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(preedit, []))


def confirm(text: str) -> None:
    """Let the input method confirm a text."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(QApplication.focusWidget(), event)


def can_undo(window, qtbot) -> None:
    """Wait until the menu knows that there is something to take back."""
    undo = next(a for a in window.findChildren(QAction) if a.text().startswith("元に戻す"))
    qtbot.waitUntil(undo.isEnabled)


def settled(part, qtbot) -> None:
    """Wait until all is stored and shown that was asked for through a window or a pane."""
    for _ in range(3):
        answers: list[None] = []
        part.tasks.ask(lambda _ledger: None, then=answers.append)
        qtbot.waitUntil(lambda answers=answers: bool(answers))


def visit(window, key: str, qtbot) -> None:
    """Go to a page by its keys."""
    number = [entry.key for entry in ENTRIES].index(key) + 1
    press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current() is window.page(key))


def loaded(window, key: str, qtbot):
    """A page with a grid, once it shows the ledger."""
    visit(window, key, qtbot)
    settled(window, qtbot)
    page = window.page(key)
    qtbot.waitUntil(lambda: bool(page.grid().cells.rows))
    return page
