"""Blocks of cells: copied, pasted, filled down and right, made blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from kanagawa_desk.domain.layout import Address, Column, RowKind
from kanagawa_desk.gui.models.clipboard import copied, from_tsv, number_of, to_tsv
from kanagawa_desk.gui.models.clipboard_html import Copied, from_html, to_html
from kanagawa_desk.gui.models.grid_model import GridModel

if TYPE_CHECKING:
    from kanagawa_desk.gui.widgets.grid.grid import Grid


_ALIGN = {Qt.AlignmentFlag.AlignRight: "r", Qt.AlignmentFlag.AlignHCenter: "c"}


@dataclass(frozen=True, slots=True)
class Block:
    """A pasted block laid over the grid: texts by cell, and how many found no place."""

    texts: Mapping[Address, str]
    locked: int = 0
    outside: int = 0

    @property
    def left_out(self) -> str:
        """What of the block is not entered, in words; empty where all is."""
        parts = []
        if self.locked:
            parts.append(f"入力できない{self.locked}セルには貼り付けていません。")
        if self.outside:
            parts.append(f"表からはみ出した{self.outside}セルは貼り付けていません。")
        return "".join(parts)


def copy(grid: Grid) -> None:
    """Put the selected cells on the clipboard, blank where the block has gaps.

    Whole columns take their headings along. Spreadsheets get formats too (HTML).
    """
    chosen = set(grid.chosen())
    if not chosen:
        return
    rows = sorted({row for row, _ in chosen})
    held = {column for _, column in chosen}
    columns = [column for column in grid.geometry_.shown_columns() if column in held]
    model = grid.cells
    texts = [[copied(model.cell(r, c)) if (r, c) in chosen else "" for c in columns] for r in rows]
    formatted = [
        [_formatted(model, r, c) if (r, c) in chosen else Copied("") for c in columns] for r in rows
    ]
    if _is_whole_columns(grid):
        headings = [heading(model.columns[column]) for column in columns]
        texts.insert(0, headings)
        formatted.insert(0, [Copied(text, heading=True) for text in headings])
    mime = QMimeData()
    mime.setText(to_tsv(texts))
    mime.setHtml(to_html(formatted))
    QGuiApplication.clipboard().setMimeData(mime)


def cut(grid: Grid) -> None:
    """Copy the selected cells and make them blank."""
    copy(grid)
    clear(grid)


def clear(grid: Grid) -> None:
    """Make the selected cells blank."""
    model = grid.cells
    _enter(grid, {place: "" for place in grid.chosen() if model.text(*place)})


def fill_down(grid: Grid) -> None:
    """Give the selected cells below the first what stands in it; one row takes the row above."""
    chosen = grid.chosen()
    if not chosen:
        return
    top = chosen[0][0]
    source = top
    if all(row == top for row, _ in chosen):
        above = [row for row in range(top) if grid.cells.rows[row].kind is RowKind.RECORD]
        if not above:
            return
        source = above[-1]
    texts = {
        (row, column): grid.cells.typed_text(source, column)
        for row, column in chosen
        if row != source
    }
    _enter(grid, texts)


def fill_right(grid: Grid) -> None:
    """Give the selected cells right of the first what stands in it; one column takes the left."""
    chosen = grid.chosen()
    if not chosen:
        return
    order = grid.geometry_.shown_columns()
    first = min(order.index(column) for _, column in chosen)
    single = all(column == order[first] for _, column in chosen)
    if single and first == 0:
        return
    source = order[first - 1] if single else order[first]
    texts = {
        (row, column): grid.cells.typed_text(row, source)
        for row, column in chosen
        if column != source
    }
    _enter(grid, texts)


def paste(grid: Grid) -> None:
    """Lay the clipboard's block over the grid from the selection's first cell on."""
    _lay(grid, _block())


def paste_cleaned(grid: Grid) -> None:
    """As paste, without outer spaces, line ends and marks of notes in the cells."""
    from kanagawa_desk.gui.models.cleaning import cleaned  # the readers are many

    _lay(grid, [[cleaned(text) for text in texts] for texts in _block()])


def _block() -> list[list[str]]:
    """What is on the clipboard; tables without a text beside them are read as HTML."""
    mime = QGuiApplication.clipboard().mimeData()
    if mime.hasText() and mime.text():
        return from_tsv(mime.text())
    return from_html(mime.html()) if mime.hasHtml() else []


def _lay(grid: Grid, block: list[list[str]]) -> None:
    chosen = grid.chosen()
    if block and chosen:
        grid.pasted.emit(laid_over(grid, block, chosen))


def laid_over(grid: Grid, block: list[list[str]], chosen: list[tuple[int, int]]) -> Block:
    """Which cell gets which text; a single text fills the whole selection."""
    if len(block) == len(block[0]) == 1:
        targets = dict.fromkeys(chosen, block[0][0])
        outside = 0
    else:
        columns = grid.geometry_.shown_columns()
        start = min(columns.index(column) for _, column in chosen)
        columns = columns[start:]
        headings = [heading(grid.cells.columns[column]) for column in columns]
        if block[0] == headings[: len(block[0])]:
            block = block[1:]  # they came along when whole columns were copied
        rows = [
            row
            for row in range(chosen[0][0], len(grid.cells.rows))
            if grid.cells.rows[row].kind is not RowKind.SECTION
        ]
        pairs = [
            (row, column, text)
            for row, texts in zip(rows, block, strict=False)
            for column, text in zip(columns, texts, strict=False)
        ]
        targets = {(row, column): text for row, column, text in pairs}
        outside = sum(map(len, block)) - len(targets)
    texts: dict[Address, str] = {}
    locked = 0
    for (row, column), text in targets.items():
        cell = grid.cells.cell(row, column)
        if text.strip() in (cell.text, copied(cell)):
            continue
        if cell.address is not None and grid.cells.is_editable(row, column):
            texts[cell.address] = text
        else:
            locked += 1
    return Block(texts, locked, outside)


def heading(column: Column) -> str:
    """A column's heading in one line, with that of its group before it."""
    return f"{column.group} {column.label}".strip()


def _formatted(model: GridModel, row: int, column: int) -> Copied:
    cell = model.cell(row, column)
    return Copied(cell.text, number_of(cell), _ALIGN.get(model.alignment(column), "t"))


def _is_whole_columns(grid: Grid) -> bool:
    last = len(grid.cells.rows) - 1
    blocks = grid.blocks()
    return last > 0 and all(top == 0 and bottom == last for top, _, bottom, _ in blocks)


def _enter(grid: Grid, texts: Mapping[tuple[int, int], str]) -> None:
    model = grid.cells
    entered = {}
    for (row, column), text in texts.items():
        address = model.cell(row, column).address
        if address is not None and model.is_editable(row, column):
            entered[address] = text
    if entered:
        model.enter(entered)
    elif texts:
        row, column = next(iter(texts))
        grid.said.emit(model.why_locked(model.index(row, column)))
