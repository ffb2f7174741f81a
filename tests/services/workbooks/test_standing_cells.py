"""Single cells of a sheet that was sent, looked up as its grid would show them."""

import pytest

from kanagawa_desk.domain.layout import RowKind
from kanagawa_desk.exchange.form import form_of
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.workbooks.standing_cells import standing_cells
from tests.ledgers import TODAY


@pytest.mark.parametrize("about", ["beds", "plans", "metrics"])
def test_each_cell_is_what_the_whole_grid_has(sample: Ledger, about: str) -> None:
    with sample.reading() as reads:
        for grid in layouts(reads, about, TODAY):
            form = form_of(grid, grid.title)
            for index, column in enumerate(grid.columns):
                wanted = {
                    (row.key, column.key): row.cells[index]
                    for row in grid.rows
                    if row.kind is RowKind.RECORD and row.cells[index].address is not None
                }
                assert standing_cells(reads, form, wanted, TODAY) == wanted


def test_all_cells_at_once_are_the_same(sample: Ledger) -> None:
    with sample.reading() as reads:
        (grid,) = layouts(reads, "metrics", TODAY)
        wanted = {
            (row.key, column.key): cell
            for row in grid.rows
            for column, cell in zip(grid.columns, row.cells, strict=True)
            if cell.address is not None
        }
        assert standing_cells(reads, form_of(grid, "DX指標"), wanted, TODAY) == wanted


def test_a_row_that_is_gone_has_no_cells(sample: Ledger) -> None:
    with sample.reading() as reads:
        grid = layouts(reads, "beds", TODAY)[0]
        form = form_of(grid, grid.title)
        assert standing_cells(reads, form, [("atami", "standard")], TODAY) == {}
