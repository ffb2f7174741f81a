"""Cells of a workbook in the notation of the command line."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers import typed_cell, unescaped


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("{n:0.744|fmt:0.0%}", RawCell(CellKind.NUMBER, Decimal("0.744"), "0.0%")),
        ("{n:1601}", RawCell(CellKind.NUMBER, Decimal(1601))),
        ("{d:2024-04-01}", RawCell(CellKind.DATE, date(2024, 4, 1))),
        ("{d:2024-04-01T09:30:00}", RawCell(CellKind.DATE, datetime(2024, 4, 1, 9, 30))),
        ("{b:TRUE}", RawCell(CellKind.BOOLEAN, True)),
        ("{e:#REF!}", RawCell(CellKind.ERROR, "#REF!")),
        ("{f:=A1+1|v:1601}", RawCell(CellKind.NUMBER, Decimal(1601), "General", "=A1+1")),
        ("{f:=A1+1}", RawCell(CellKind.EMPTY, None, "General", "=A1+1")),
        ("{f:=A1|v:#DIV/0!}", RawCell(CellKind.ERROR, "#DIV/0!", "General", "=A1")),
        ("{f:=A1|v:45383|fmt:ge.m.d}", RawCell(CellKind.NUMBER, Decimal(45383), "ge.m.d", "=A1")),
        ("{f:=A1|v:}", RawCell(CellKind.TEXT, "", "General", "=A1")),
        ("{t:1601|fmt:@}", RawCell(CellKind.TEXT, "1601", "@")),
        ("1,601", RawCell(CellKind.TEXT, "1,601")),
        ("{n:abc}", RawCell(CellKind.TEXT, "{n:abc}")),
        ("{n:NaN}", RawCell(CellKind.TEXT, "{n:NaN}")),
        ("", RawCell()),
    ],
)
def test_a_cell_is_built_from_its_notation(text: str, cell: RawCell):
    assert typed_cell(text) == cell


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        (r"a\nb", "a\nb"),
        (r"\x20\u3000", " \u3000"),
        (r"\\n", r"\n"),
        (r"\U000e0100", "\U000e0100"),
        (r"\q", r"\q"),
    ],
)
def test_escapes_stand_for_their_characters(text: str, plain: str):
    assert unescaped(text) == plain
