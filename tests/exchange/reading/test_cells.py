"""What stored cells mean."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.exchange.reading.cells import CellReader, exact

READER = CellReader(["横浜"], ["General", "[$-411]ge.m.d"], since_1904=False)


@pytest.mark.parametrize(
    ("plain", "cell"),
    [
        ((1, "n", "1601", 0, ""), RawCell(CellKind.NUMBER, Decimal(1601))),
        ((1, "n", "45383", 1, ""), RawCell(CellKind.DATE, date(2024, 4, 1), "[$-411]ge.m.d")),
        ((1, "n", "99999999", 1, ""), RawCell(CellKind.NUMBER, Decimal(99999999), "[$-411]ge.m.d")),
        ((1, "s", "0", 0, ""), RawCell(CellKind.TEXT, "横浜")),
        ((1, "inlineStr", "a_x000D_b", 0, ""), RawCell(CellKind.TEXT, "a\rb")),
        ((1, "str", "", 0, "=A1"), RawCell(CellKind.TEXT, "", formula="=A1")),
        ((1, "n", None, 0, "=A1"), RawCell(CellKind.EMPTY, None, formula="=A1")),
        ((1, "b", "1", 0, ""), RawCell(CellKind.BOOLEAN, True)),
        ((1, "e", "#REF!", 0, ""), RawCell(CellKind.ERROR, "#REF!")),
        ((1, "d", "2024-04-01T00:00:00Z", 0, ""), RawCell(CellKind.DATE, date(2024, 4, 1))),
        (
            (1, "d", "2024-04-01T12:30:00", 0, ""),
            RawCell(CellKind.DATE, datetime(2024, 4, 1, 12, 30)),
        ),
        ((1, "d", "いつか", 0, ""), RawCell(CellKind.TEXT, "いつか")),
        ((1, "n", "約3千", 0, ""), RawCell(CellKind.TEXT, "約3千")),
        ((1, "n", "NaN", 0, ""), RawCell(CellKind.TEXT, "NaN")),
        ((1, "n", "1e999", 0, ""), RawCell(CellKind.TEXT, "1e999")),
    ],
)
def test_a_stored_cell_is_read_by_its_type_and_format(plain, cell):
    assert READER.read(plain) == cell


@pytest.mark.parametrize(
    ("stored", "number"),
    [
        ("0.1", "0.1"),
        ("1601.0", "1601"),
        ("74.400000000000006", "74.4"),
        ("0.30000000000000004", "0.3"),
        ("-0.05", "-0.05"),
        ("1.5E-3", "0.0015"),
        ("12345678901234567890", "12345678901234567890"),
    ],
)
def test_a_stored_number_is_the_one_that_was_typed(stored, number):
    assert exact(stored) == Decimal(number)


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-1e10, max_value=1e10)
)
def test_a_figure_of_fifteen_digits_survives_binary_storage(figure):
    assert exact(format(float(figure), ".17g")) == figure
