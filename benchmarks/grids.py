"""The grids of a large ledger: opened, sorted, narrowed and typed in, in the real window."""

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from benchmarks import ledgers
from benchmarks.measuring import Contest

if TYPE_CHECKING:
    from kanagawa_desk.gui.main_window import MainWindow
    from kanagawa_desk.gui.widgets.grid.pane import GridPane

_PAGES = ("beds", "plans", "metrics")
_TYPED = {"beds": "standard", "plans": "basis", "metrics": "unit"}  # columns without a check
_NARROWED = {"beds": "standard", "plans": "basis", "metrics": "unit"}
_CELLS = 5  # typed one below the other
_WAIT = 60.0  # seconds

Deed = Callable[[Any, str], float]
"""Does something on a page, of ours or bare; returns the seconds that a person waited."""


def opening(folder: Path) -> Contest:
    """From the wish to see a page to its figures being painted."""
    return _contest(folder, _open, _open_bare)


def sorting(folder: Path) -> Contest:
    """By a column of figures or words, downwards."""
    return _contest(folder, _sort, _sort_bare)


def narrowing(folder: Path) -> Contest:
    """To the rows that hold the first value of a column."""
    return _contest(folder, _narrow, _narrow_bare)


def typing(folder: Path) -> Contest:
    """Five cells, one below the other, until the last shows what was typed."""
    return _contest(folder, _type, _type_bare)


def _contest(folder: Path, ours: Deed, bare: Deed) -> Contest:
    """On the three pages of the large ledger; theirs is the sample and then the bare views."""
    large = _window(ledgers.wide(folder))
    sample = _window(ledgers.sample(folder))
    plain = {page: _bare(_pane(large, page)) for page in _PAGES}

    def of(window: "MainWindow") -> float:
        window.activateWindow()
        return sum(ours(_shown(window, page), page) for page in _PAGES)

    def of_bare() -> float:
        return sum(bare(plain[page], page) for page in _PAGES)

    return Contest(lambda: of(large), lambda: of(sample) + of_bare())


# Ours.


@cache
def _application() -> Any:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    qInstallMessageHandler(lambda *_said: None)  # the platform tells what it cannot do
    return QApplication([])


def _window(ledger: Path) -> "MainWindow":
    from kanagawa_desk.bootstrap import build_window
    from kanagawa_desk.settings import Settings

    window = build_window(_application(), Settings(display_name="計測", last_ledger=str(ledger)))
    window.show()
    _until(lambda: window.session.facts is not None and window.current() is not None)
    beds = _pane(window, "beds")
    beds_page: Any = window.page("beds")
    for day in ledgers.WIDE_DAYS:
        beds_page.dates.chosen.emit(day, True)
    _settle(beds)
    return window


def _pane(window: "MainWindow", page: str) -> "GridPane":
    window.show_page(page)
    shown: Any = window.page(page)
    pane: GridPane = shown.pane
    _until(lambda: bool(pane.model.rows))
    return pane


def _shown(window: "MainWindow", page: str) -> "GridPane":
    """The pane of a page with the keys, and nothing on the way."""
    pane = _pane(window, page)
    pane.grid.setFocus()
    _settle(pane)
    return pane


def _open(pane: "GridPane", _page: str) -> float:
    from kanagawa_desk.domain.layout import Layout

    pane.model.show(Layout("", "", "", (), ()))
    _settle(pane, loading=False)
    loaded: list[object] = []
    note = pane.loaded.connect(loaded.append)
    began = perf_counter()
    pane.reload()
    _until(lambda: bool(loaded))
    pane.grid.viewport().repaint()
    took = perf_counter() - began
    pane.loaded.disconnect(note)
    return took


def _sort(pane: "GridPane", page: str) -> float:
    key = _NARROWED[page]
    took = _timed(pane.grid, lambda: pane.grid.keep_place(lambda: pane.model.sort_by((key, True))))
    pane.grid.keep_place(lambda: pane.model.sort_by(None))
    return took


def _narrow(pane: "GridPane", page: str) -> float:
    from kanagawa_desk.gui.models.row_filters import offered

    key = _NARROWED[page]

    def narrow() -> None:
        first = offered(pane.model.layout, pane.model.layout.column_index(key))[0]
        pane.grid.keep_place(lambda: pane.model.choose(key, frozenset({first})))

    took = _timed(pane.grid, narrow)
    pane.grid.keep_place(lambda: pane.model.choose(key, frozenset()))
    return took


def _type(pane: "GridPane", page: str) -> float:
    pane.grid.go_to(1, pane.model.layout.column_index(_TYPED[page]))
    took = _timed(pane.grid, partial(_press, pane.grid))
    _settle(pane)
    return took


# Bare.


def _bare(pane: "GridPane") -> Any:
    """A table view on tuples of the same texts, of the same size on the screen."""
    from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
    from PySide6.QtWidgets import QTableView

    tuples = [tuple(cell.text for cell in row.cells) for row in pane.model.layout.rows]

    class Tuples(QAbstractTableModel):
        def __init__(self, rows: list[tuple[str, ...]]) -> None:
            super().__init__()
            self.rows = rows

        def rowCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: B008, N802
            return len(self.rows)

        def columnCount(self, _parent: Any = QModelIndex()) -> int:  # noqa: B008, N802
            return len(tuples[0])

        def flags(self, _index: Any) -> Any:
            flag = Qt.ItemFlag
            return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

        def data(self, index: Any, role: int = 0) -> Any:
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)
            return self.rows[index.row()][index.column()] if role in shown else None

        def setData(self, index: Any, value: Any, _role: int = 0) -> bool:  # noqa: N802
            row = list(self.rows[index.row()])
            row[index.column()] = value
            self.rows[index.row()] = tuple(row)
            self.dataChanged.emit(index, index)
            return True

        def show(self, rows: list[tuple[str, ...]]) -> None:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    view: Any = QTableView()
    view.tuples, view.made = tuples, Tuples
    view.column = pane.model.layout.column_index
    view.setModel(Tuples(tuples))
    view.resize(pane.grid.size())
    view.show()
    return view


def _open_bare(view: Any, _page: str) -> float:
    view.setModel(None)
    return _timed(view, lambda: view.setModel(view.made(view.tuples)))


def _sort_bare(view: Any, page: str) -> float:
    column = view.column(_NARROWED[page])
    rows = lambda: sorted(view.tuples, key=lambda row: row[column], reverse=True)  # noqa: E731
    took = _timed(view, lambda: view.model().show(rows()))
    view.model().show(view.tuples)
    return took


def _narrow_bare(view: Any, page: str) -> float:
    column = view.column(_NARROWED[page])
    first = view.tuples[0][column]
    rows = lambda: [row for row in view.tuples if row[column] == first]  # noqa: E731
    took = _timed(view, lambda: view.model().show(rows()))
    view.model().show(view.tuples)
    return took


def _type_bare(view: Any, page: str) -> float:
    view.activateWindow()
    view.setFocus()
    _until(view.hasFocus)
    view.setCurrentIndex(view.model().index(1, view.column(_TYPED[page])))
    return _timed(view, partial(_press, view, down=True))


# Both.


@cache
def _figures() -> Iterator[int]:
    return count(1001)


def _press(view: Any, *, down: bool = False) -> None:
    """Type figures into cells, one below the other; a bare view does not go down by itself."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def press(key: Any) -> None:
        QTest.keyClick(QApplication.focusWidget() or view, key)
        QApplication.processEvents()

    for _ in range(_CELLS):
        keys: Sequence[Any] = [*str(next(_figures())), Qt.Key.Key_Return]
        for key in keys:
            press(key)
        if down:
            press(Qt.Key.Key_Down)


def _timed(view: Any, work: Callable[[], object]) -> float:
    """Until what work changes is painted."""
    began = perf_counter()
    work()
    view.viewport().repaint()
    return perf_counter() - began


def _settle(pane: "GridPane", *, loading: bool = True) -> None:
    """Let all that is on the way come to its end."""
    done: list[object] = []
    for _ in range(3):  # what is asked leads to what is asked then
        done.clear()
        pane.tasks.ask(lambda _ledger: None, then=done.append)
        _until(lambda: bool(done))
    if loading:
        _until(lambda: bool(pane.model.rows))


def _until(holds: Callable[[], object]) -> None:
    from PySide6.QtWidgets import QApplication

    end = perf_counter() + _WAIT
    while not holds():
        if perf_counter() > end:
            raise TimeoutError("the window does not come to rest")
        QApplication.processEvents()
