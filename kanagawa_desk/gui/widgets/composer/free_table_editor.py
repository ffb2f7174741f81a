"""The cells of a table that is bound to no ledger, typed in where the table stands."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QFrame, QTableWidget, QTableWidgetItem

from kanagawa_desk.domain.official_text.free_tables import FreeTable, free_table_binding
from kanagawa_desk.gui.theme import ui_font
from kanagawa_desk.gui.widgets.composer.table_shapes import TableShape

Key = Qt.Key


class FreeTableEditor(QTableWidget):
    """Ins adds a row, Alt+Ins a column, Ctrl+Del takes a row out; Esc leaves."""

    changed = Signal(str)  # the binding that keeps the cells
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._headed = True
        self._filling = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("表のセル")
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(ui_font(12))
        self.itemChanged.connect(lambda _item: self._tell())
        self.hide()

    def show_table(self, table: FreeTable, shape: TableShape) -> None:
        """Show these cells, their rules where the table is drawn."""
        rows = self._rows_of(table)
        self._headed = bool(table.head)
        if rows != self._rows():
            self._filling = True
            self.setRowCount(len(rows))
            self.setColumnCount(len(rows[0]))
            for row, cells in enumerate(rows):
                for column, text in enumerate(cells):
                    self.setItem(row, column, QTableWidgetItem(text))
            self._filling = False
        for row in range(len(rows)):
            self.setRowHeight(row, shape.rows[row + 1] - shape.rows[row])
        for column in range(len(rows[0])):
            self.setColumnWidth(column, shape.columns[column + 1] - shape.columns[column])

    def add_row(self) -> None:
        """Put a row in below the one in hand."""
        self._reshape(lambda: self.insertRow(self.currentRow() + 1), 1, 0)

    def add_column(self) -> None:
        """Put a column in right of the one in hand."""
        self._reshape(lambda: self.insertColumn(self.currentColumn() + 1), 0, 1)

    def remove_row(self) -> None:
        """Take the row in hand out; the last one stays."""
        if self.rowCount() > 1:
            self._reshape(lambda: self.removeRow(self.currentRow()), 0, 0)

    def remove_column(self) -> None:
        """Take the column in hand out; the last one stays."""
        if self.columnCount() > 1:
            self._reshape(lambda: self.removeColumn(self.currentColumn()), 0, 0)

    def paste(self, mime: QMimeData) -> None:
        """Fill cells from the one in hand on; the table grows where they need it."""
        lines = [line.split("\t") for line in mime.text().rstrip("\r\n").splitlines()]
        if not lines:
            return
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._filling = True
        self.setRowCount(max(self.rowCount(), top + len(lines)))
        self.setColumnCount(max(self.columnCount(), left + max(map(len, lines))))
        for row, cells in enumerate(lines, start=top):
            for column, text in enumerate(cells, start=left):
                self.setItem(row, column, QTableWidgetItem(text))
        self._filling = False
        self._tell()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of cells beside those that every table has."""
        key, held = Key(event.key()), event.modifiers()
        ctrl, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        if key == Key.Key_Escape:
            self.given_up.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().mimeData())
        elif key == Key.Key_Delete and held == ctrl | shift:
            self.remove_column()
        elif key == Key.Key_Delete and not held:
            self._clear()
        else:
            super().keyPressEvent(event)
            event.accept()  # what begins a cell is not for the blocks around the table

    def wheelEvent(self, event: QWheelEvent) -> None:
        """It is as high as its rows; what is scrolled is the paper."""
        if (paper := self.parentWidget()) is not None:
            QCoreApplication.sendEvent(paper, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A cell is always in hand."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentCell(0, 0)

    def _clear(self) -> None:
        self._filling = True
        for item in self.selectedItems():
            item.setText("")
        self._filling = False
        self._tell()

    def _reshape(self, change: Callable[[], object], down: int, right: int) -> None:
        row, column = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        self._filling = True
        change()
        self._filling = False
        self.setCurrentCell(
            min(row + down, self.rowCount() - 1), min(column + right, self.columnCount() - 1)
        )
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit(free_table_binding(self._rows(), headed=self._headed))

    def _rows(self) -> list[list[str]]:
        return [
            [self._text(row, column) for column in range(self.columnCount())]
            for row in range(self.rowCount())
        ]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item is not None else ""

    @staticmethod
    def _rows_of(table: FreeTable) -> list[list[str]]:
        return [*([list(table.head)] if table.head else []), *map(list, table.rows)]
