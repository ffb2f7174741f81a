"""A piece of the returned sheet around a cell, as a spreadsheet program would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTableView

from kanagawa_desk.gui.models.table_model import Index
from kanagawa_desk.gui.theme import ui_font
from kanagawa_desk.gui.widgets.elided_label import ElidedLabel
from kanagawa_desk.gui.widgets.parts import column

if TYPE_CHECKING:
    from kanagawa_desk.gui.theme import Look
    from kanagawa_desk.services.workbooks.kept_workbooks import Around

_ROW = 19  # px
ROWS = 2  # shown above and below the cell
_LEAST, _MOST = 30, 84  # px of a column
_NUMBERS = 30  # px of the row numbers
Role = Qt.ItemDataRole


class ReviewSheet(QFrame):
    """Shows a few cells and, below them, what was written beside the one in hand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._model = _SheetModel(look)
        self._view = QTableView()
        self._view.setModel(self._model)
        self._view.setAccessibleName("回答のシート")
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self._view.setProperty("kind", "sheet")
        self._view.setWordWrap(False)
        self._view.setFont(ui_font(11))
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setCornerButtonEnabled(False)
        across, down = self._view.horizontalHeader(), self._view.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setMinimumSectionSize(_LEAST)
        across.setMaximumSectionSize(_MOST)
        across.setFixedHeight(_ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        down.setFixedWidth(_NUMBERS)
        self.set_compact(False)
        self._remarks = ElidedLabel("second", "excess")
        self.setLayout(column(self._view, self._remarks, None, spacing=4))
        self.show_around(None)

    def set_compact(self, compact: bool) -> None:
        """On a small screen only the rows next to the cell are seen."""
        self._reach = 1 if compact else ROWS
        self._view.setFixedHeight(_ROW * (2 * self._reach + 2) + 2)
        self._show_rows()

    def show_around(self, around: Around | None) -> None:
        """Show another piece, or none."""
        self._model.show_around(around)
        self._view.setVisible(around is not None)
        self._show_rows()
        remarks = "　".join(around.remarks) if around else ""
        self._remarks.tell(f"コメント　{remarks}" if remarks else "")
        self._remarks.setVisible(bool(remarks))

    def _show_rows(self) -> None:
        for row in range(self._model.rowCount()):
            self._view.setRowHidden(row, abs(row - self._model.middle()) > self._reach)


class _SheetModel(QAbstractTableModel):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._around: Around | None = None

    def show_around(self, around: Around | None) -> None:
        self.beginResetModel()
        self._around = around
        self.endResetModel()

    def middle(self) -> int:
        return self._around.at[0] if self._around else 0

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._around.numbers) if self._around and not parent.isValid() else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._around.letters) if self._around and not parent.isValid() else 0

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if self._around is None or role != Role.DisplayRole:
            return None
        across = orientation == Qt.Orientation.Horizontal
        return self._around.letters[section] if across else str(self._around.numbers[section])

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self._around is None:
            return None
        text = self._around.texts[index.row()][index.column()]
        here = (index.row(), index.column()) == self._around.at
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return text
        if role == Role.BackgroundRole and here:
            return self._look.colour("selected")
        if role == Role.FontRole and here:
            return ui_font(11, bold=True)
        if role == Role.TextAlignmentRole:
            figure = text[-1:].isdecimal() and not text[:1].isalpha()
            side = Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
