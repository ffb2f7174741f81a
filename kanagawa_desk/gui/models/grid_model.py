"""The cells of a layout as a table: texts, meanings, drafts and values on their way to the disk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Address, Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import EXACT, shown
from kanagawa_desk.gui.models.row_filters import fits, totals_of

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

NUMERIC = frozenset({Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED, Kind.INTEGER})
_CENTRED = frozenset(
    {Kind.MONTH, Kind.FISCAL_PERIOD, Kind.TIMING, Kind.YES_NO, Kind.CHOICE, Kind.DATE}
)
_EMPTY = Layout("", "", "", (), ())


@dataclass(frozen=True, slots=True)
class Draft:
    """A text that is no value yet: why, and the texts that it may stand for."""

    text: str
    problem: str
    choices: tuple[str, ...] = ()
    needs_reason: bool = False  # a firm figure, which is changed for a reason only

    @property
    def tone(self) -> str:
        """A question is looked at, a problem must be mended."""
        return "shortage" if self.choices or self.needs_reason else "error"


class GridModel(QAbstractTableModel):
    """A layout, sorted and filtered, with what was typed into it."""

    cells_entered = Signal(object)  # dict[Address, str], in the order they were given
    drafts_changed = Signal()
    draft_given_up = Signal(object)  # Address
    widened = Signal()  # all rows are shown again

    def __init__(self) -> None:
        super().__init__()
        self.layout = _EMPTY
        self.rows: list[Row] = []
        self.writable = False
        self.drafts: dict[Address, Draft] = {}
        self.changed: set[Address] = set()
        self.recent: Mapping[Address, str] = {}  # changed from a chosen day on: when and by whom
        self._pending: set[Address] = set()
        self._ahead: dict[Address, str] = {}  # texts that the layout does not have yet
        self._places: dict[Address, tuple[int, int]] | None = None  # when first asked for
        self._sort: tuple[str, bool] | None = None
        self._filters: dict[str, Callable[[Row], bool]] = {}
        self._choices: dict[str, frozenset[str]] = {}  # of columns that are filtered, by key

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns in order, hidden ones too."""
        return self.layout.columns

    def show(self, layout: Layout) -> None:
        """Take a layout; one of the same shape leaves selection and editor where they are."""
        self._ahead = {each: text for each, text in self._ahead.items() if each in self._pending}
        if layout.name != self.layout.name:
            self._choices.clear()  # they were chosen among the values of another sheet
        rows = self._arranged(layout)
        same = [row.key for row in rows] == [row.key for row in self.rows]
        if same and layout.name == self.layout.name and layout.columns == self.columns:
            self.layout, self.rows, self._places = layout, rows, None
            self._repaint()
            return
        self.beginResetModel()
        self.layout, self.rows, self._places = layout, rows, None
        self.endResetModel()

    def narrow(self, name: str, holds: Callable[[Row], bool] | None) -> None:
        """Show only the rows that all filters hold of; None takes the one of that name away."""
        if holds is None:
            self._filters.pop(name, None)
        else:
            self._filters[name] = holds
        self._rearrange()

    @property
    def is_narrowed(self) -> bool:
        """Whether rows are left out."""
        return bool(self._filters or self._choices)

    def narrow_no_more(self) -> None:
        """Show all rows."""
        self._filters.clear()
        self._choices.clear()
        self._rearrange()
        self.widened.emit()

    def choose(self, key: str, choices: frozenset[str]) -> None:
        """Show only the rows with one of these in the column of a key; none shows all."""
        if choices:
            self._choices[key] = choices
        else:
            self._choices.pop(key, None)
        self._rearrange()

    def chosen(self, key: str) -> frozenset[str]:
        """What the column of a key is narrowed to; empty where it is not."""
        return self._choices.get(key, frozenset())

    @property
    def chosen_columns(self) -> Mapping[str, frozenset[str]]:
        """What columns are narrowed to, by key."""
        return dict(self._choices)

    def choose_all(self, choices: Mapping[str, frozenset[str]]) -> None:
        """Narrow columns to these values, and no other columns."""
        self._choices = dict(choices)
        self._rearrange()

    def sort_by(self, sort: tuple[str, bool] | None) -> None:
        """Sort by the column of a key (True: downwards), or give rows back their order."""
        self._sort = sort
        self._rearrange()

    @property
    def sorting(self) -> tuple[str, bool] | None:
        """The key of the column that the rows are sorted by, and whether downwards."""
        return self._sort

    def cell(self, row: int, column: int) -> Cell:
        """The cell as the ledger has it."""
        return self.rows[row].cells[column]

    def text(self, row: int, column: int) -> str:
        """What stands in a cell: a draft, a text on its way, else the stored value's form."""
        cell = self.cell(row, column)
        if cell.address in self.drafts:
            return self.drafts[cell.address].text
        return self._ahead.get(cell.address, cell.text) if cell.address else cell.text

    def draft(self, row: int, column: int) -> Draft | None:
        """The draft in a cell."""
        address = self.cell(row, column).address
        return self.drafts.get(address) if address else None

    def is_pending(self, row: int, column: int) -> bool:
        """Whether the text in a cell is not on the disk yet."""
        return self.cell(row, column).address in self._pending

    def is_changed(self, row: int, column: int) -> bool:
        """Whether the value was changed since the ledger was opened, or from a chosen day on."""
        address = self.cell(row, column).address
        return address in self.changed or address in self.recent

    def is_editable(self, row: int, column: int) -> bool:
        """Whether something can be typed into a cell."""
        return self.writable and self.cell(row, column).address is not None

    def place(self, row: int, column: int) -> tuple[str, str]:
        """The names of a cell's row and column: 県央, 既存病床数 B・R6.4.1."""
        names = [
            self.rows[row].cells[at].text
            for at, each in enumerate(self.columns)
            if each.frozen and each.field.kind not in NUMERIC
        ]
        heading = self.columns[column]
        column_name = f"{heading.group}・{heading.label}" if heading.group else heading.label
        return "　".join(name for name in names if name), column_name

    def find(self, address: Address) -> QModelIndex:
        """The index of a cell, invalid where it is not shown."""
        if self._places is None:
            self._places = {
                cell.address: (row, column)
                for row, each in reversed([*enumerate(self.rows)])  # the first of several holds
                for column, cell in enumerate(each.cells)
                if cell.address is not None
            }
        place = self._places.get(address)
        return QModelIndex() if place is None else self.index(*place)

    def enter(self, texts: Mapping[Address, str]) -> None:
        """Take what was typed or pasted: shown at once, and asked to be stored."""
        self._pending.update(texts)
        self._ahead.update(texts)
        for address in texts:
            self.drafts.pop(address, None)
        self._repaint()
        self.drafts_changed.emit()
        self.cells_entered.emit(dict(texts))

    def settle(self, stored: Mapping[Address, str], drafts: Mapping[Address, Draft]) -> None:
        """The answer came: these are stored and show so, and those are drafts."""
        self._pending -= stored.keys() | drafts.keys()
        self._ahead.update(stored)
        for address in drafts:
            self._ahead.pop(address, None)
        self.drafts.update(drafts)
        self.changed.update(stored)
        self._repaint()
        if drafts:
            self.drafts_changed.emit()

    def show_drafts(self, drafts: Mapping[Address, Draft]) -> None:
        """Take the drafts that the ledger keeps."""
        if self.drafts != drafts:
            self.drafts = dict(drafts)
            self._repaint()
            self.drafts_changed.emit()

    def give_up(self, address: Address) -> None:
        """Drop a draft: the stored value is shown again."""
        if self.drafts.pop(address, None) is not None:
            self._repaint()
            self.drafts_changed.emit()
            self.draft_given_up.emit(address)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns the layout has."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells of sections are passed over, those without an address not edited."""
        if self.rows[index.row()].kind is RowKind.SECTION:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        """A cell's text, and what a screen reader says of it."""
        row, column = index.row(), index.column()
        match role:
            case Role.DisplayRole:
                return self.text(row, column)
            case Role.EditRole:
                return self.typed_text(row, column)
            case Role.AccessibleTextRole:
                parts = (*self.place(row, column), self.text(row, column), self.remark(row, column))
                return "　".join(part for part in parts if part)
            case Role.ToolTipRole:
                return self.remark(row, column) or None
        return None

    def typed_text(self, row: int, column: int) -> str:
        """A cell's text as it would have to be typed: 未集計 where ― is shown for it."""
        cell = self.cell(row, column)
        waiting = self.draft(row, column) is not None or cell.address in self._ahead
        if waiting or not isinstance(cell.value, Measured):
            return self.text(row, column)
        decimals = self.rows[row].decimals
        return shown(self.columns[column].field, cell.value, {}, decimals, style=EXACT)

    def why_locked(self, index: Index) -> str:
        """Why nothing can be typed into a cell."""
        if not self.writable:
            return "台帳は読取専用で開いています。入力できません。"
        if self.is_computed(index.column()):
            return "自動で計算する列です。元になる列に入力してください。"
        return "このセルには入力できません。"

    def remark(self, row: int, column: int) -> str:
        """What is to be known about a cell beside its text."""
        if (draft := self.draft(row, column)) is not None:
            return draft.problem
        cell = self.cell(row, column)
        words = {"shortage": "不足", "excess": "過剰"}
        changed = self.recent.get(cell.address, "") if cell.address else ""
        parts = (words.get(self.meaning(row, column), ""), cell.tag, cell.note, changed)
        return "　".join(part for part in parts if part)

    def meaning(self, row: int, column: int) -> str:
        """The colour of a cell's text, by meaning."""
        field = self.columns[column].field
        value = self.cell(row, column).value
        if (draft := self.draft(row, column)) is not None:
            return draft.tone
        if field.name == "surplus" and isinstance(value, Measured) and value.number:
            return "shortage" if value.number < 0 else "excess"
        return "text"

    def is_computed(self, column: int) -> bool:
        """Whether the program fills a column."""
        return self.columns[column].field.computed

    def is_row_number(self, column: int) -> bool:
        """Whether a column is the number by which rows are known."""
        heading = self.columns[column]
        return heading.frozen and heading.field.kind in NUMERIC

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Figures stand right, short codes in the middle, words left."""
        kind = self.columns[column].field.kind
        if kind in NUMERIC:
            return Qt.AlignmentFlag.AlignRight
        return Qt.AlignmentFlag.AlignHCenter if kind in _CENTRED else Qt.AlignmentFlag.AlignLeft

    def _arranged(self, layout: Layout) -> list[Row]:
        rows = [row for row in layout.rows if row.kind is not RowKind.TOTAL]
        totals = [row for row in layout.rows if row.kind is RowKind.TOTAL]
        if self.is_narrowed:
            rows = _without_empty_sections(self._narrowed(layout, rows))
            totals = totals_of(layout, rows) if totals else []
        if self._sort is not None and any(each.key == self._sort[0] for each in layout.columns):
            column = layout.column_index(self._sort[0])
            rows = _sorted([r for r in rows if r.kind is RowKind.RECORD], column, self._sort[1])
        return rows + totals

    def _narrowed(self, layout: Layout, rows: list[Row]) -> list[Row]:
        """The rows that all filters hold of, with all sections; filter by filter, that is quick."""
        section = RowKind.SECTION
        for holds in self._filters.values():
            rows = [row for row in rows if row.kind is section or holds(row)]
        for at, column in enumerate(layout.columns):
            if (choices := self._choices.get(column.key)) is not None:
                rows = [row for row in rows if row.kind is section or fits(row.cells[at], choices)]
        return rows

    def _rearrange(self) -> None:
        self.beginResetModel()
        self.rows, self._places = self._arranged(self.layout), None
        self.endResetModel()

    def _repaint(self) -> None:
        if self.rows and self.columns:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def _without_empty_sections(rows: list[Row]) -> list[Row]:
    following = [*rows[1:], None]
    return [
        row
        for row, after in zip(rows, following, strict=False)  # of no rows none follows
        if row.kind is not RowKind.SECTION or (after and after.kind is not RowKind.SECTION)
    ]


def _sorted(rows: list[Row], column: int, downwards: bool) -> list[Row]:
    """Figures by value, words by their text; cells without a value stand last either way."""

    def key(row: Row) -> Any:
        value = row.cells[column].value
        if isinstance(value, Measured):
            return value.number
        return value if isinstance(value, int) else row.cells[column].text or None

    filled = [row for row in rows if key(row) is not None]
    lacking = [row for row in rows if key(row) is None]
    return sorted(filled, key=key, reverse=downwards) + lacking
