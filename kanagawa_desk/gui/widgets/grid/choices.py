"""Choosing what a cell is to hold: among the words of its column, or the readings of a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from kanagawa_desk.domain.layout import Address
    from kanagawa_desk.gui.widgets.grid.grid import Grid


def decide(grid: Grid, choice: int) -> None:
    """Take the n-th text (from 1) that the draft in the current cell may stand for; 0 drops it."""
    address, texts = _choices(grid)
    if address is None or address not in grid.cells.drafts:
        return
    if choice == 0:
        grid.cells.give_up(address)
    elif choice <= len(texts):
        grid.cells.enter({address: texts[choice - 1]})


def choose(grid: Grid) -> None:
    """Open the list under the current cell, if there is anything to choose from."""
    address, texts = _choices(grid)
    if address is None or not texts:
        grid.said.emit("一覧から選ぶ項目ではありません。値を入力してください。")
        return
    menu = QMenu(grid)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for text in texts:
        menu.addAction(text, partial(grid.cells.enter, {address: text}))
    at = grid.visualRect(grid.currentIndex()).bottomLeft()
    menu.popup(grid.viewport().mapToGlobal(at))
    now = grid.cells.text(grid.currentIndex().row(), grid.currentIndex().column())
    menu.setActiveAction(menu.actions()[texts.index(now) if now in texts else 0])


def _choices(grid: Grid) -> tuple[Address | None, tuple[str, ...]]:
    """The current cell, where it can be typed in, and what there is to choose from."""
    index = grid.currentIndex()
    model = grid.cells
    if not index.isValid() or not model.is_editable(index.row(), index.column()):
        return None, ()
    draft = model.draft(index.row(), index.column())
    options = model.columns[index.column()].options
    address = model.cell(index.row(), index.column()).address
    return address, draft.choices if draft and draft.choices else options
