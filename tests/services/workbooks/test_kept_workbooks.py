"""Kept files, read once more to be looked at."""

from io import BytesIO

import openpyxl
import pytest

from kanagawa_desk.exchange.unreadable import Unreadable
from kanagawa_desk.services.workbooks.kept_workbooks import look


def workbook() -> bytes:
    made = openpyxl.Workbook()
    sheet = made.create_sheet("病床数")
    sheet["E5"], sheet["F5"] = 23386, "横浜"
    content = BytesIO()
    made.save(content)
    return content.getvalue()


def test_a_kept_workbook_is_looked_at_around_a_cell() -> None:
    seen = look("回答.xlsx", workbook(), "病床数", "E5")
    assert seen is not None
    assert seen.texts[seen.at[0]][seen.at[1] : seen.at[1] + 2] == ("23386", "横浜")


def test_a_text_file_is_looked_at_under_its_name() -> None:
    seen = look("病床数.csv", "横浜,23386\n川崎,4113\n".encode("cp932"), "病床数", "B2")
    assert seen is not None
    assert seen.texts[seen.at[0]] == ("川崎", "4113", "", "", "")


@pytest.mark.parametrize(("sheet", "cell"), [("別の表", "E5"), ("病床数", "17行"), ("病床数", "")])
def test_what_is_not_there_cannot_be_looked_at(sheet: str, cell: str) -> None:
    assert look("回答.xlsx", workbook(), sheet, cell) is None


def test_a_file_that_cannot_be_read_any_more_says_why() -> None:
    with pytest.raises(Unreadable, match="Excel のファイルではありません"):
        look("写真.xlsx", b"\xff\xd8\xff\xe0", "病床数", "A1")
