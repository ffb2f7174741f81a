"""Finding a text in a grid, and narrowing its rows to those that hold it."""

from PySide6.QtCore import QObject

from kanagawa_desk.domain.layout import Row
from kanagawa_desk.gui.widgets.grid.find_bar import FindBar
from kanagawa_desk.gui.widgets.grid.grid import Grid


class Finder(QObject):
    """Connects the find bar of a grid to its cells."""

    def __init__(self, grid: Grid, bar: FindBar) -> None:
        super().__init__(grid)
        self._grid = grid
        self._bar = bar
        bar.sought.connect(self._seek)
        bar.went.connect(self._go)
        bar.narrowed.connect(lambda _on: self._narrow())
        bar.closed.connect(grid.setFocus)

    def _narrow(self) -> None:
        text = self._bar.field.text().casefold()

        def holds(row: Row) -> bool:
            return any(text in cell.text.casefold() for cell in row.cells)

        narrowed = bool(text) and self._bar.only.isChecked()
        self._grid.keep_place(lambda: self._grid.cells.narrow("find", holds if narrowed else None))
        self._tell()

    def _seek(self) -> None:
        if self._bar.only.isChecked():
            self._narrow()
        found = self._found()
        current = self._here()
        if found and current not in found:
            self._grid.go_to(*next((place for place in found if place >= current), found[0]))
        self._tell()

    def _go(self, by: int) -> None:
        found = self._found()
        if not found:
            return
        here = self._here()
        if here in found:
            place = found[(found.index(here) + by) % len(found)]
        else:
            later = [place for place in found if place > here]
            place = later[0] if later and by > 0 else found[0 if by > 0 else -1]
        self._grid.go_to(*place)
        self._tell()

    def _here(self) -> tuple[int, int]:
        index = self._grid.currentIndex()
        return index.row(), index.column()

    def _found(self) -> list[tuple[int, int]]:
        text = self._bar.field.text().casefold()
        if not text:
            return []
        model = self._grid.cells
        columns = self._grid.geometry_.shown_columns()
        return [
            (row, column)
            for row in range(len(model.rows))
            for column in columns
            if text in model.text(row, column).casefold()
        ]

    def _tell(self) -> None:
        found, here = self._found(), self._here()
        self._bar.show_count(found.index(here) if here in found else -1, len(found))
