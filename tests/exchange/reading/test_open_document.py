"""Spreadsheets that LibreOffice saved as .ods are read as the workbooks that they were."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from kanagawa_desk.domain.cells import CellKind
from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.found import Remark
from kanagawa_desk.exchange.unreadable import Unreadable
from tests.exchange import layouts
from tests.exchange.books import DATA, REQUEST, read, written
from tests.exchange.odd_book import odd_book

ODD = DATA / "odd-libreoffice.ods"


def contents(workbook):
    return {
        (sheet.title, row, column): (cell.content, bool(cell.formula))
        for sheet in workbook.sheets
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
    }


def test_our_workbook_is_the_same_after_it_was_saved_as_ods(tmp_path):
    sent = read(written(layouts.beds(), layouts.plans(), layouts.metrics()), tmp_path)
    back = read_workbook(DATA / "resaved-libreoffice.ods")
    assert contents(back) == contents(sent)
    assert (back.request, back.version, back.sent) == (REQUEST, sent.version, sent.sent)
    assert back.counts == sent.counts
    assert [set(each.merged) for each in back.sheets] == [set(each.merged) for each in sent.sheets]
    assert back.saved is not None


def test_days_rates_errors_and_repeated_cells_are_what_they_were_in_excel(tmp_path):
    wanted = contents(read(odd_book(), tmp_path))
    found = contents(read_workbook(ODD))
    truth = ("いろいろ", 1, 5)  # LibreOffice makes a formula =TRUE() of it
    assert (wanted.pop(truth), found.pop(truth)) == ((True, False), (1, True))
    assert found == wanted


@pytest.mark.parametrize(
    ("row", "column", "number_format"),
    [
        (3, 1, "0.0%"),
        (3, 2, '#,##0"床"'),
        (3, 3, '#,##0,"千"'),
        (3, 4, '#,##0;"▲"#,##0'),
        (3, 5, "#,##0;[Red]#,##0"),
        (3, 6, "0.00"),
        (2, 4, 'yyyy"年"m"月"'),
    ],
)
def test_a_number_format_is_that_of_excel(row, column, number_format):
    assert read_workbook(ODD).sheets[0].cell(row, column).number_format == number_format


def test_an_error_is_no_text():
    assert read_workbook(ODD).sheets[0].cell(4, 2).kind is CellKind.ERROR


def test_what_is_struck_through_is_told():
    assert read_workbook(ODD).sheets[0].struck == {(5, 1), (5, 2)}


def test_comments_and_shapes_are_kept_apart_from_the_cells():
    sheet = read_workbook(ODD).sheets[0]
    assert set(sheet.remarks) == {
        Remark("comment", "C5", "", "1604 に直してください。"),
        Remark("shape", "D5", "", "合計は未確定です。\n鈴木"),
    }
    assert sheet.cell(5, 3).kind is CellKind.EMPTY


def replaced(old: bytes, new: bytes, name: str = "content.xml") -> bytes:
    source, made = ZipFile(ODD), BytesIO()
    with ZipFile(made, "w") as archive:
        for info in source.infolist():
            part = source.read(info.filename)
            archive.writestr(
                info.filename, part.replace(old, new) if info.filename == name else part
            )
    return made.getvalue()


def with_a_repeated_row(times: str) -> bytes:
    row = b'table:style-name="ro1"><table:table-cell table:number-columns-repeated="3"'
    return replaced(row, f'table:number-rows-repeated="{times}" '.encode() + row)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (replaced(b"</office:spreadsheet>", b""), "damaged"),
        (replaced(b"<office:scripts", b"<!DOCTYPE x><office:scripts"), "damaged"),
        (replaced(b"<office:document-content", b"<!DOCTYPE x><office:document-content"), "doctype"),
        (
            replaced(
                b'manifest:full-path="content.xml" manifest:media-type="text/xml"/>',
                b'manifest:full-path="content.xml"><manifest:encryption-data/>'
                b"</manifest:file-entry>",
                "META-INF/manifest.xml",
            ),
            "encrypted",
        ),
        (
            replaced(
                b'table:number-columns-repeated="3"', b'table:number-columns-repeated="99999"'
            ),
            "damaged",
        ),
        (
            with_a_repeated_row("9999999"),
            "damaged",
        ),
        (
            with_a_repeated_row("1000000"),
            "too_large",
        ),
        (
            replaced(b'table:number-columns-repeated="3"', b'table:number-columns-repeated="x"'),
            "damaged",
        ),
    ],
)
def test_a_bad_spreadsheet_is_named_in_one_line(content, code, tmp_path):
    with pytest.raises(Unreadable) as caught:
        read(content, tmp_path)
    assert caught.value.code == code
