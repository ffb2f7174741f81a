"""What the keys of a grid do; the menu shows the same commands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from kanagawa_desk.gui.widgets.grid import blocks as grid_blocks
from kanagawa_desk.gui.widgets.grid import choices as grid_choices
from kanagawa_desk.gui.widgets.grid import walk as grid_walk

if TYPE_CHECKING:
    from kanagawa_desk.gui.widgets.grid.grid import Grid


Key, Modifier = Qt.Key, Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done with the selected cells."""

    label: str
    keys: str
    run: Callable[[Grid], None]
    icon: str = ""


def _wish(line: str, grid: Grid) -> None:
    grid.wished.emit(line)


def _move_column(by: int, grid: Grid) -> None:
    index = grid.currentIndex()
    if index.isValid():
        grid.arrangement.move(grid.cells.columns[index.column()].key, by)
        grid.scrollTo(index)


def _here(grid: Grid) -> tuple[int, int]:
    return grid.currentIndex().row(), grid.currentIndex().column()


COMMANDS = (
    Command("切り取り", "Ctrl+X", grid_blocks.cut),
    Command("コピー", "Ctrl+C", grid_blocks.copy),
    Command("貼り付け", "Ctrl+V", grid_blocks.paste),
    Command("形式を直して貼り付け", "Ctrl+Shift+V", grid_blocks.paste_cleaned),
    Command("下へ複写", "Ctrl+D", grid_blocks.fill_down),
    Command("右へ複写", "Ctrl+R", grid_blocks.fill_right),
    Command("消去", "Del", grid_blocks.clear, "trash"),
)

FINDING = (
    Command("移動…", "Ctrl+G", partial(_wish, "go")),
    Command("一覧から選ぶ…", "Alt+Down", grid_choices.choose),
    Command("絞り込みの欄…", "Ctrl+Shift+F", partial(_wish, "filter")),
    Command("保存した表示…", "Alt+Shift+V", partial(_wish, "views")),
    Command("列を左へ", "Alt+Shift+Left", partial(_move_column, -1)),
    Command("列を右へ", "Alt+Shift+Right", partial(_move_column, 1)),
    Command("列全体を選ぶ", "Ctrl+Space", lambda grid: grid.selectColumn(_here(grid)[1])),
    Command("行全体を選ぶ", "Shift+Space", lambda grid: grid.selectRow(_here(grid)[0])),
)
"""Ways about a grid and arrangements of it, as the menu 表示 shows them."""

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
        order = grid.geometry_.shown_columns()
        at = order.index(column) + columns
        column = order[max(0, min(at, len(order) - 1))]
    elif grid.line_start is not None:
        column, grid.line_start = grid.line_start, None
    grid.go_to(_row_after(grid, index.row(), rows), column)


def jump(grid: Grid, rows: int, columns: int) -> None:
    """Go to the edge of the filled cells, or of the empty ones, in a direction."""
    index = grid.currentIndex()
    if index.isValid():
        start = index.row(), index.column()
        grid.go_to(*grid_walk.edge(grid.cells, grid.geometry_, start, (rows, columns)))


def _row_after(grid: Grid, row: int, by: int) -> int:
    order = grid_walk.record_rows(grid.cells)
    at = order.index(row) + by
    return order[max(0, min(at, len(order) - 1))]


def _moved(move: Callable[[Grid, int, int], None], way: tuple[int, int], grid: Grid) -> None:
    move(grid, *way)


def _decided(choice: int, grid: Grid) -> None:
    grid_choices.decide(grid, choice)


_BY_KEY: dict[str, Callable[[Grid], None]] = {
    **{command.keys: command.run for command in (*COMMANDS, *FINDING)},
    **{keys: partial(_moved, step, way) for keys, way in _STEPS.items()},
    **{keys: partial(_moved, jump, way) for keys, way in _JUMPS.items()},
    **{f"Alt+{choice}": partial(_decided, choice) for choice in range(1, 10)},
    "Esc": partial(_decided, 0),
}
