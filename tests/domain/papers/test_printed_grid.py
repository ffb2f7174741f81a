"""A grid on paper: its columns, heads, totals and sections as they are on screen."""

from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.layout import Cell, Column, Layout, Row, RowKind
from kanagawa_desk.domain.papers.printed_grid import printed_grid

NAME = Column("name", Field("name", "指標", Kind.TEXT, width=20), "指標")
VALUE = Column("v", Field("v", "既存病床数", Kind.COUNT), "R6.4.1", group="既存病床数 B")
LONG = Column("r", Field("r", "", Kind.MONTH, width=8), "直近の策定・改定時期")


def row(*texts: str, kind: RowKind = RowKind.RECORD, tag: str = "") -> Row:
    cells = [Cell(text, text) for text in texts]
    cells[-1] = Cell(texts[-1], texts[-1], tag=tag)
    return Row(texts[0], tuple(cells), kind)


def printed(*rows: Row, columns: tuple[Column, ...] = (NAME, VALUE)):
    return printed_grid(Layout("beds", "", "", columns, rows, "（単位：床）"))


def test_figures_stand_to_the_right_and_words_to_the_left() -> None:
    table = printed(row("横浜", "1"), columns=(NAME, VALUE, LONG))
    assert [column.align for column in table.columns] == ["left", "right", "centre"]


def test_the_head_has_the_heading_above_and_folds_a_long_one() -> None:
    table = printed(columns=(VALUE, LONG))
    assert table.head == (("既存病床数 B", "R6.4.1"), ("直近の策定", "・改定時期"))


def test_totals_and_sections_keep_their_kind() -> None:
    table = printed(
        row("くらし", "", kind=RowKind.SECTION),
        row("横浜", "1"),
        row("計", "1", kind=RowKind.TOTAL),
    )
    assert (table.sections, table.totals, table.unit_note) == ({0}, {2}, "（単位：床）")
    assert table.rows[0] == (("くらし",), ())


def test_a_tag_stands_below_its_figure() -> None:
    assert printed(row("横浜", "662", tag="7月末")).rows[0][1] == ("662", "(7月末)")
