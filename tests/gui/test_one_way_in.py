"""One way in: a text typed, put in the form, pasted or imported becomes the same value."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from kanagawa_desk.domain.fields import record_type_named
from kanagawa_desk.domain.layout import Address, Layout, Row
from kanagawa_desk.errors import UserError
from kanagawa_desk.services import grids
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.workbooks import exporting, importing
from kanagawa_desk.settings import Settings
from tests.gui.grids import confirm, press
from tests.ledgers import TODAY, opened

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier

BEDS, VALUE, REVISED = ("bed_count", "beds"), ("observation", "value"), ("plan_edition", "revised")
PAGE_OF = {"bed_count": "beds", "observation": "metrics", "plan_edition": "plans"}
ACCEPTED = (
    (BEDS, "２３，３８７床"),
    (BEDS, "4116"),
    (BEDS, "該当なし"),
    (VALUE, "約3万9千件"),
    (VALUE, "４１，０００"),
    (REVISED, "令和6年4月"),
    (REVISED, "R5.12月"),
)
REFUSED = ((BEDS, "▲5"), (BEDS, "別紙のとおり"), (REVISED, "R6.13月"))

Texts = dict[Address, str]


def layouts(ledger: Ledger) -> Iterator[Layout]:
    yield grids.beds_grid(ledger, "general")
    yield grids.plans_grid(ledger, TODAY)
    yield grids.metrics_grid(ledger)


def cells(ledger: Ledger, kind: tuple[str, str]) -> list[Address]:
    """The filled cells of a kind; of values those that are counted in 件."""

    def fits(row: Row, cell: Any) -> bool:
        address = cell.address
        if address is None or (address.record, address.field) != kind or not cell.text:
            return False
        return kind != VALUE or (row.unit == "件" and not cell.value.approx)

    return [
        cell.address
        for layout in layouts(ledger)
        for row in layout.rows
        for cell in row.cells
        if fits(row, cell)
    ]


def spread(path: Path, cases: tuple[tuple[tuple[str, str], str], ...]) -> Texts:
    """Each text with a cell of its own."""
    with opened(path) as ledger:
        free = {kind: iter(cells(ledger, kind)) for kind, _ in cases}
        return {next(free[kind]): text for kind, text in cases}


def values(path: Path, texts: Texts) -> list[object]:
    with opened(path) as ledger, ledger.reading() as reads:
        return [
            getattr(reads.get(record_type_named(each.record).entity, each.key), each.field)
            for each in texts
        ]


class Hand:
    """Puts texts into cells of the window."""

    def __init__(self, window, qtbot) -> None:
        self.window = window
        self.qtbot = qtbot

    def go(self, address: Address):
        self.window.go_to(address)
        page = self.window.page(PAGE_OF[address.record])
        self.qtbot.waitUntil(lambda: page.pane.current_address() == address)
        page.grid().setFocus()
        return page

    def wait(self) -> None:
        """Until all is done that was asked."""
        answered: list[object] = []
        self.window.tasks.ask(lambda _ledger: None, then=answered.append)
        self.qtbot.waitUntil(lambda: bool(answered))

    def type(self, address: Address, text: str) -> None:
        self.go(address)
        confirm(text)
        press(Key.Key_Return)
        self.wait()

    def paste(self, address: Address, text: str) -> None:
        page = self.go(address)
        QGuiApplication.clipboard().setText(f"{text}\r\n")
        press(Key.Key_V, CTRL)
        self.wait()
        if page.pane.review.isVisible():
            press(Key.Key_Return)
        self.wait()

    def fill_in(self, address: Address, text: str) -> None:
        """In the form; figures, which stand in the grid alone, by what its fields call."""
        page = self.go(address)
        page.panel.show()
        name = record_type_named(address.record).field(address.field).label
        if address.record != "plan_edition":
            page.panel.entered.emit(address, text)
        else:

            def fields() -> list[QLineEdit]:
                lines = page.panel.findChildren(QLineEdit)
                return [each for each in lines if each.accessibleName() == name]

            shown = page.grid().cells.text(*place(page, address))
            self.qtbot.waitUntil(lambda: [each.text() for each in fields()] == [shown])
            fields()[0].setFocus()
            fields()[0].selectAll()
            confirm(text)
            press(Key.Key_Return)
        self.wait()


def place(page, address: Address) -> tuple[int, int]:
    index = page.grid().cells.find(address)
    return index.row(), index.column()


def import_all(path: Path, texts: Texts) -> None:
    """By a workbook that came back."""
    target = path.parent / "回答.xlsx"
    with opened(path) as ledger:
        exporting.export(ledger, "all", target, TODAY)
        workbook = openpyxl.load_workbook(target)
        for layout in layouts(ledger):
            sheet = workbook[layout.title]
            lines = {sheet.cell(n, 1).value: n for n in range(1, sheet.max_row + 1)}
            letters = {each.value: each.column_letter for each in sheet[1]}
            for row in layout.rows:
                for column, cell in zip(layout.columns, row.cells, strict=True):
                    if cell.address in texts:
                        sheet[f"{letters[column.key]}{lines[row.key]}"] = texts[cell.address]
        workbook.save(target)
        with suppress(UserError):  # a workbook with a problem in it is refused whole
            importing.apply(ledger, importing.compare(ledger, [target], TODAY), None)


@pytest.fixture
def put(open_window, sample_file, tmp_path, qtbot) -> Callable[[str, Any], list[object]]:
    """What the cells hold after their texts were put in by one way."""

    def call(way: str, cases: Any) -> list[object]:
        (folder := tmp_path / way).mkdir()
        path = Path(shutil.copy(sample_file, folder / "台帳.kdesk"))
        texts = spread(path, cases)
        if way == "untouched":
            return values(path, texts)
        if way == "import":
            import_all(path, texts)
            return values(path, texts)
        window = open_window(Settings(display_name="田中", last_ledger=str(path)))
        qtbot.waitUntil(lambda: bool(window.page("beds").grid().cells.rows))
        hand = Hand(window, qtbot)
        for address, text in texts.items():
            getattr(hand, way)(address, text)
        window.close()
        return values(path, texts)

    return call


def test_a_text_becomes_the_same_value_by_every_way(put):
    typed = put("type", ACCEPTED)
    before = put("untouched", ACCEPTED)
    assert all(old != new for old, new in zip(before, typed, strict=True))
    assert put("fill_in", ACCEPTED) == typed
    assert put("paste", ACCEPTED) == typed
    assert put("import", ACCEPTED) == typed


@pytest.mark.parametrize("way", ["type", "fill_in", "paste", "import"])
def test_a_text_that_is_no_value_changes_nothing_by_any_way(put, way):
    assert put(way, REFUSED) == put("untouched", REFUSED)
