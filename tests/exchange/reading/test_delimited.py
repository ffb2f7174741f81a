"""Text files of values are read in the encodings that offices use."""

import pytest

from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.unreadable import Unreadable
from tests.exchange.books import REQUEST, written


def sheet_of(folder, content, name="病床数.csv"):
    path = folder / name
    path.write_bytes(content)
    return read_workbook(path).sheets[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_every_encoding_gives_the_same_cells(encoding, tmp_path):
    sheet = sheet_of(
        tmp_path, '圏域,病床\r\n横浜,23608\r\n\r\n"川崎\n北部","4,115"'.encode(encoding)
    )
    assert sheet.title == "病床数"
    texts = {
        row: {at: each.content for at, each in cells.items()} for row, cells in sheet.rows.items()
    }
    assert texts == {
        1: {1: "圏域", 2: "病床"},
        2: {1: "横浜", 2: "23608"},
        4: {1: "川崎\n北部", 2: "4,115"},
    }


@pytest.mark.parametrize("sign", [",", "\t", ";"])
def test_the_sign_between_values_is_found(sign, tmp_path):
    sheet = sheet_of(tmp_path, f"圏域{sign}病床\n横浜{sign}1\n".encode(), "値.tsv")
    assert sheet.cell(2, 2).content == "1"


@pytest.mark.parametrize(
    ("content", "code", "detail"),
    [
        (b"\x81\x00\xff", "not_excel", "不明な形式"),
        (b"\x81\xff", "not_excel", "文字コードの分からない文字データ"),
        (b"<html>", "not_excel", "HTML や XML の文書"),
        (b"", "not_excel", "空のファイル"),
        (b"a" * 200_000, "damaged", "1行目"),
        (b"," * 20_000, "too_large", "1,048,576 行、16,384 列超"),
    ],
)
def test_what_is_no_text_of_values_is_named(content, code, detail, tmp_path):
    with pytest.raises(Unreadable) as caught:
        sheet_of(tmp_path, content)
    assert (caught.value.code, caught.value.detail) == (code, detail)


def test_a_workbook_that_is_called_csv_is_still_a_workbook(tmp_path):
    path = tmp_path / "回答.csv"
    path.write_bytes(written())
    assert read_workbook(path).request == REQUEST
