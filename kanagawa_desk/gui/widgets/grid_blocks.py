"""Blocks of cells: copied, pasted, filled down and right, made blank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from kanagawa_desk.domain.layout import Address, RowKind
from kanagawa_desk.gui.models.clipboard import copied, from_tsv, to_tsv

if TYPE_CHECKING:
    from kanagawa_desk.gui.widgets.grid import Grid


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
    """Put the selected cells on the clipboard, blank where the block has gaps."""
    chosen = set(grid.chosen())
    if not chosen:
        return
    rows = sorted({row for row, _ in chosen})
    columns = [column for column in shown_columns(grid) if any(c == column for _, c in chosen)]
    QGuiApplication.clipboard().setText(
        to_tsv(
            [copied(grid.cells.cell(r, c)) if (r, c) in chosen else "" for c in columns]
            for r in rows
        )
    )


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
    order = shown_columns(grid)
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
    block = from_tsv(QGuiApplication.clipboard().text())
    chosen = grid.chosen()
    if block and chosen:
        grid.pasted.emit(laid_over(grid, block, chosen))


def laid_over(grid: Grid, block: list[list[str]], chosen: list[tuple[int, int]]) -> Block:
    """Which cell gets which text; a single text fills the whole selection."""
    if len(block) == len(block[0]) == 1:
        targets = dict.fromkeys(chosen, block[0][0])
        outside = 0
    else:
        columns = shown_columns(grid)
        columns = columns[columns.index(min(column for _, column in chosen)) :]
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
        outside = len(block) * len(block[0]) - len(targets)
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


def shown_columns(grid: Grid) -> list[int]:
    """The columns that are not hidden, from left to right."""
    return [*grid.geometry_.frozen_columns(), *grid.geometry_.moving_columns()]


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
