"""What the keys of a grid do; the menu shows the same commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.gui.widgets import grid_blocks

if TYPE_CHECKING:
    from kanagawa_desk.gui.widgets.grid import Grid


Key, Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done with the selected cells."""

    label: str
    keys: str
    run: Callable[[Grid], None]
    icon: str = ""


COMMANDS = (
    Command("切り取り", "Ctrl+X", grid_blocks.cut),
    Command("コピー", "Ctrl+C", grid_blocks.copy),
    Command("貼り付け", "Ctrl+V", grid_blocks.paste),
    Command("下へ複写", "Ctrl+D", grid_blocks.fill_down),
    Command("右へ複写", "Ctrl+R", grid_blocks.fill_right),
    Command("消去", "Del", grid_blocks.clear, "trash"),
)

_STEPS = {
    "Return": (1, 0),
    "Enter": (1, 0),
    "Shift+Return": (-1, 0),
    "Shift+Enter": (-1, 0),
    "Tab": (0, 1),
    "Shift+Tab": (0, -1),
    "Backtab": (0, -1),  # as the view hands it on
    "Shift+Backtab": (0, -1),
}
_JUMPS = {
    "Ctrl+Up": (-1, 0),
    "Ctrl+Down": (1, 0),
    "Ctrl+Left": (0, -1),
    "Ctrl+Right": (0, 1),
}


def decide(grid: Grid, choice: int) -> None:
    """Take the n-th text (from 1) that the draft in the current cell may stand for; 0 drops it."""
    index = grid.currentIndex()
    draft = grid.cells.draft(index.row(), index.column()) if index.isValid() else None
    address = grid.cells.cell(index.row(), index.column()).address if draft else None
    if draft is None or address is None:
        return
    if choice == 0:
        grid.cells.give_up(address)
    elif choice <= len(draft.choices):
        grid.cells.enter({address: draft.choices[choice - 1]})


def install(grid: Grid) -> None:
    """Give a grid its keys, and the way on that an editor leaves by."""
    grid.press = partial(press, grid)
    grid.editor_left.connect(partial(step, grid))


def press(grid: Grid, event: QKeyEvent) -> bool:
    """Do what a key does in a grid; False leaves it to the view."""
    keys = QKeyCombination(event.modifiers() & ~Modifier.KeypadModifier, Key(event.key()))
    name = QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)
    if name not in _STEPS:
        grid.line_start = None
    if name not in _BY_KEY:
        return False
    _BY_KEY[name](grid)
    return True


def step(grid: Grid, rows: int, columns: int) -> None:
    """Move by a cell; Enter after Tabs goes to the column where they began, as in Excel."""
    index = grid.currentIndex()
    if not index.isValid():
        return
    column = index.column()
    if columns:
        if grid.line_start is None:
            grid.line_start = column
        order = grid_blocks.shown_columns(grid)
        at = order.index(column) + columns
        column = order[max(0, min(at, len(order) - 1))]
    elif grid.line_start is not None:
        column, grid.line_start = grid.line_start, None
    grid.go_to(_row_after(grid, index.row(), rows), column)


def jump(grid: Grid, rows: int, columns: int) -> None:
    """Go to the edge of the filled cells, or of the empty ones, in a direction."""
    index = grid.currentIndex()
    if not index.isValid():
        return
    order = grid_blocks.shown_columns(grid)
    if rows:
        line = [(row, index.column()) for row in _record_rows(grid)]
    else:
        line = [(index.row(), column) for column in order]
    if rows + columns < 0:
        line.reverse()
    line = line[line.index((index.row(), index.column())) :]
    grid.go_to(*_edge(grid, line))


def _edge(grid: Grid, line: list[tuple[int, int]]) -> tuple[int, int]:
    filled = [bool(grid.cells.text(*place)) for place in line]
    if len(line) > 1 and filled[0] and filled[1]:
        gap = filled.index(False) if False in filled else len(line)
        return line[gap - 1]
    later = [place for place, full in zip(line[1:], filled[1:], strict=True) if full]
    return later[0] if later else line[-1]


def _record_rows(grid: Grid) -> list[int]:
    rows = enumerate(grid.cells.rows)
    return [i for i, row in rows if row.kind is not RowKind.SECTION]


def _row_after(grid: Grid, row: int, by: int) -> int:
    order = _record_rows(grid)
    at = order.index(row) + by
    return order[max(0, min(at, len(order) - 1))]


def _moved(move: Callable[[Grid, int, int], None], way: tuple[int, int], grid: Grid) -> None:
    move(grid, *way)


def _decided(choice: int, grid: Grid) -> None:
    decide(grid, choice)


_BY_KEY: dict[str, Callable[[Grid], None]] = {
    **{command.keys: command.run for command in COMMANDS},
    **{keys: partial(_moved, step, way) for keys, way in _STEPS.items()},
    **{keys: partial(_moved, jump, way) for keys, way in _JUMPS.items()},
    **{f"Alt+{choice}": partial(_decided, choice) for choice in range(1, 10)},
    "Esc": partial(_decided, 0),
}
