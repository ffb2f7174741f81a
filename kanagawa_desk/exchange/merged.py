"""Merged cells of a returned sheet: which cells lie hidden under which."""

from kanagawa_desk.exchange.found import SheetRead

Place = tuple[int, int]  # row and column

_BUDGET = 1_000_000  # cells looked at in all; real sheets merge headings, not oceans


def covered_cells(sheet: SheetRead) -> dict[Place, Place]:
    """The cells under each merged range within the filled rows, with the cell that shows."""
    covered: dict[Place, Place] = {}
    last_row = max(sheet.rows, default=0)
    last_column = max((max(row) for row in sheet.rows.values()), default=0)
    budget = _BUDGET
    for top, left, bottom, right in sheet.merged:
        rows = range(top, min(bottom, last_row) + 1)
        columns = range(left, min(right, last_column) + 1)
        budget -= len(rows) * len(columns)
        if budget < 0:
            break
        covered |= {(row, column): (top, left) for row in rows for column in columns}
        covered.pop((top, left), None)
    return covered
