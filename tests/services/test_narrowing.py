"""Leaving of a grid the rows that concern somebody."""

from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.layout import Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.records import Metric
from kanagawa_desk.services.narrowing import Narrowing

NAME = Column("name", record_type(Metric).field("name"), "指標")


def grid(*rows: str) -> Layout:
    kinds = {"§": RowKind.SECTION, "Σ": RowKind.TOTAL}
    return Layout(
        "metrics",
        "metrics",
        "DX指標",
        (NAME,),
        tuple(Row(each, (Cell(each, each),), kinds.get(each[0], RowKind.RECORD)) for each in rows),
    )


def kept(layout: Layout, *rows: str) -> list[str]:
    return [row.key for row in Narrowing(layout).with_rows(rows).rows]


def test_rows_keep_their_order() -> None:
    assert kept(grid("a", "b", "c"), "c", "a") == ["a", "c"]


def test_a_section_stays_while_it_heads_a_row() -> None:
    assert kept(grid("§1", "a", "§2", "b", "§3", "c"), "a", "c") == ["§1", "a", "§3", "c"]


def test_totals_stay_below_what_is_kept() -> None:
    assert kept(grid("a", "b", "Σ"), "b") == ["b", "Σ"]


def test_a_grid_of_which_nothing_is_kept_has_no_rows() -> None:
    assert kept(grid("§1", "a", "Σ"), "x") == []
