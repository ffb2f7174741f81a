"""A table in the editor: columns by their shares, short words whole."""

from itertools import pairwise

import pytest
from PySide6.QtGui import QFontMetrics

from kanagawa_desk.domain.papers.printed import PrintedColumn, PrintedTable
from kanagawa_desk.gui.theme import ui_font
from kanagawa_desk.gui.widgets.composer.table_shapes import TableShape, table_shape


def shape(shares: list[float], cells: list[str], width: int) -> TableShape:
    columns = tuple(PrintedColumn(share=share) for share in shares)
    return table_shape(PrintedTable(columns, (), (tuple((cell,) for cell in cells),)), width)


def widths(found: TableShape) -> list[int]:
    return [right - left for left, right in pairwise(found.columns)]


@pytest.mark.usefixtures("look")
def test_a_number_is_not_broken_in_a_column_of_a_small_share() -> None:
    narrow, wide = widths(shape([1, 40], ["16", "神奈川県ギャンブル等依存症対策推進計画"], 400))
    assert narrow >= QFontMetrics(ui_font(12)).horizontalAdvance("16")
    assert narrow + wide == 400


@pytest.mark.usefixtures("look")
def test_columns_with_room_keep_their_shares() -> None:
    assert widths(shape([1, 3], ["甲", "乙"], 400)) == [100, 300]


@pytest.mark.usefixtures("look")
def test_a_table_never_grows_wider_than_its_place() -> None:
    assert shape([1, 1, 1, 1], ["長い言葉の並び"] * 4, 80).columns[-1] == 80
