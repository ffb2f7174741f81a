"""A returned sheet as it looks around a cell."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.exchange.around import around, displayed
from kanagawa_desk.exchange.found import Remark, SheetRead
from kanagawa_desk.exchange.names import AUTHOR, marker


def text(content: str) -> RawCell:
    return RawCell(CellKind.TEXT, content)


def grid(first_row: int = 1, remarks: tuple[Remark, ...] = ()) -> SheetRead:
    """Cells that hold their own names, from a row on."""
    rows = {
        row: {column: text(f"{'_ABCDEFGHIJ'[column]}{row}") for column in range(1, 11)}
        for row in range(first_row, 11)
    }
    return SheetRead("病床数", rows, remarks=remarks)


def test_two_rows_and_three_columns_are_seen_on_each_side() -> None:
    seen = around(grid(), "E5")
    assert seen.letters == ("B", "C", "D", "E", "F", "G", "H")
    assert seen.numbers == (3, 4, 5, 6, 7)
    assert seen.texts[seen.at[0]][seen.at[1]] == "E5"
    assert seen.texts[0][0] == "B3"


def test_at_the_edge_there_is_less_to_see() -> None:
    seen = around(grid(), "A1")
    assert (seen.letters, seen.numbers, seen.at) == (("A", "B", "C", "D"), (1, 2, 3), (0, 0))


def test_our_hidden_keys_are_left_out() -> None:
    rows = {1: {1: text(marker("beds", "beds:general")), 2: text("area")}, 2: {1: text("key")}}
    seen = around(SheetRead("病床数", rows), "C3")
    assert "A" not in seen.letters
    assert 1 not in seen.numbers


def test_comments_on_the_cell_are_told_with_their_author_and_ours_are_not() -> None:
    remarks = (
        Remark("comment", "E5", "鈴木", "10床を再開"),
        Remark("comment", "E5", AUTHOR, "直してください"),
        Remark("comment", "E6", "田中", "別のセル"),
        Remark("shape", "D4", "", "別紙あり"),
        Remark("shape", "J10", "", "遠い"),
    )
    assert around(grid(remarks=remarks), "E5").remarks == ("鈴木：10床を再開", "別紙あり")


def test_what_is_no_cell_has_no_surroundings() -> None:
    with pytest.raises(ValueError, match="range"):
        around(grid(), "5行")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (RawCell(), ""),
        (text("横浜"), "横浜"),
        (RawCell(CellKind.NUMBER, Decimal(-1601), '#,##0;"▲"#,##0'), "▲1,601"),
        (RawCell(CellKind.NUMBER, Decimal("0.744"), "0.0%"), "74.4%"),
        (RawCell(CellKind.NUMBER, Decimal(1601), '#,##0"床"'), "1,601床"),
        (RawCell(CellKind.DATE, date(2024, 4, 1)), "R6.4.1"),
        (RawCell(CellKind.DATE, datetime(2024, 4, 1, 9, 30)), "R6.4.1 09:30"),
        (RawCell(CellKind.BOOLEAN, True), "TRUE"),
        (RawCell(formula="=SUM(A1:A3)"), "（式）"),
    ],
)
def test_a_cell_is_seen_as_its_sheet_shows_it(cell: RawCell, shown: str) -> None:
    assert displayed(cell) == shown
