"""What a grid shows, as a report: sorted, narrowed and without its hidden columns."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.gui.calls import outputs as output_calls
from kanagawa_desk.gui.widgets.grid.grid import Grid


def grid_report(grid: Grid, title: str, today: date) -> Callable[..., Any] | None:
    """Makes the report of a grid in the worker thread; None for a grid without rows."""
    layout = shown_layout(grid)
    if not layout.rows:
        return None
    titles = dict.fromkeys(filter(None, (title, layout.title)))
    return partial(
        output_calls.grid_report,
        layout=layout,
        title="　".join(titles),
        note="絞り込み" if grid.cells.is_narrowed else "",
        today=today,
    )


def shown_layout(grid: Grid) -> Layout:
    """The layout of a grid with the rows and columns that are seen, in their order."""
    header = grid.horizontalHeader()
    every = range(len(grid.cells.columns))
    shown = sorted(
        (index for index in every if not grid.isColumnHidden(index)), key=header.visualIndex
    )
    rows = [
        replace(row, cells=tuple(row.cells[index] for index in shown)) for row in grid.cells.rows
    ]
    columns = tuple(grid.cells.columns[index] for index in shown)
    return replace(grid.cells.layout, columns=columns, rows=tuple(rows))
