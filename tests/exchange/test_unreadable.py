"""Whatever is no sound workbook gives one clear line with a code of its own."""

import struct
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from kanagawa_desk.exchange.assembling import read_workbook
from kanagawa_desk.exchange.reading import package
from kanagawa_desk.exchange.unreadable import MESSAGES, Unreadable
from tests.exchange.books import DATA, rewritten, written

DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'


def zipped(parts: Mapping[str, bytes]) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def without(name: str) -> bytes:
    return rewritten(written(), lambda part, content: None if part == name else content)


def altered(name: str, old: bytes, new: bytes) -> bytes:
    changed = rewritten(
        written(), lambda part, content: content.replace(old, new) if part == name else content
    )
    assert changed != written()
    return changed


def strict() -> bytes:
    transitional = b"http://schemas.openxmlformats.org/"
    main, relations = b"spreadsheetml/2006/main", b"officeDocument/2006/relationships"

    def convert(name, part):
        part = part.replace(transitional + main, b"http://purl.oclc.org/ooxml/spreadsheetml/main")
        return part.replace(
            transitional + relations, b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )

    return rewritten(written(), convert)


def charts_only() -> bytes:
    return altered("xl/_rels/workbook.xml.rels", b"/worksheet", b"/chartsheet")


def encrypted_zip() -> bytes:
    """A zip whose parts carry the flag of a password."""
    content = bytearray(written())
    at = 0
    while (at := content.find(b"PK\x01\x02", at)) >= 0:
        content[at + 8] |= 1
        at += 4
    return bytes(content)


def flipped() -> bytes:
    """One byte of the compressed sheet differs."""
    content = bytearray(written())
    with ZipFile(BytesIO(bytes(content))) as archive:
        info = archive.getinfo("xl/worksheets/sheet2.xml")
    content[info.header_offset + 30 + len(info.filename) + info.compress_size // 2] ^= 0xFF
    return bytes(content)


BAD = {
    "nothing in it": (b"", "not_excel", "空のファイル"),
    "csv renamed": (
        "圏域,病床\n横浜,1\n".encode("cp932"),
        "not_excel",
        "文字データ（.csv は読めます）",
    ),
    "html renamed": (b"\xef\xbb\xbf<html><table>", "not_excel", "HTML や XML の文書"),
    "pdf renamed": (b"%PDF-1.7\n", "not_excel", "PDF"),
    "picture renamed": (b"\x89PNG\r\n\x1a\n\0\0", "not_excel", "画像"),
    "unknown bytes": (bytes(range(256)), "not_excel", "不明な形式"),
    "any zip": (zipped({"a": b"x"}), "not_excel", "圧縮ファイル"),
    "word document": (
        zipped({"_rels/.rels": b"<a/>", "word/document.xml": b"<a/>"}),
        "not_excel",
        "Word の文書",
    ),
    "binary workbook": (
        zipped({"_rels/.rels": b"<a/>", "xl/workbook.bin": b""}),
        "not_excel",
        "Excel バイナリ ブック .xlsb",
    ),
    "opendocument": (
        zipped({"mimetype": b"", "content.xml": b"<a/>"}),
        "not_excel",
        "OpenDocument の文書",
    ),
    "encrypted": ((DATA / "encrypted.xlsx").read_bytes(), "encrypted", ""),
    "encrypted zip": (encrypted_zip(), "encrypted", ""),
    "excel 97": ((DATA / "excel97.xls").read_bytes(), "old_xls", ""),
    "excel 4": (struct.pack("<HH", 0x0409, 6) + b"\0\0\x10\0\0\0", "old_xls", ""),
    "truncated": (written()[:-2000], "damaged", "圧縮された中身"),
    "cut in the middle": (written()[:4000], "damaged", "圧縮された中身"),
    "flipped byte": (flipped(), "damaged", "xl/worksheets/sheet2.xml"),
    "no relations of the book": (
        without("xl/_rels/workbook.xml.rels"),
        "damaged",
        "xl/_rels/workbook.xml.rels",
    ),
    "no sheet part": (without("xl/worksheets/sheet1.xml"), "damaged", "xl/worksheets/sheet1.xml"),
    "no workbook relation": (
        altered("_rels/.rels", b"/officeDocument", b"/other"),
        "damaged",
        "_rels/.rels",
    ),
    "xml not closed": (
        altered("xl/worksheets/sheet1.xml", b"</worksheet>", b""),
        "damaged",
        "xl/worksheets/sheet1.xml",
    ),
    "style that is none": (
        altered("xl/worksheets/sheet2.xml", b'r="B2" s="', b'r="B2" s="99'),
        "damaged",
        "xl/worksheets/sheet2.xml",
    ),
    "shared text that is none": (
        altered("xl/worksheets/sheet2.xml", b'<c r="C6" s=', b'<c r="C6" t="s" s='),
        "damaged",
        "xl/worksheets/sheet2.xml",
    ),
    "row beyond the last": (
        altered("xl/worksheets/sheet2.xml", b'<row r="6"', b'<row r="9999999"'),
        "damaged",
        "xl/worksheets/sheet2.xml",
    ),
    "column beyond the last": (
        altered("xl/worksheets/sheet2.xml", b'"E6"', b'"ZZZZ6"'),
        "damaged",
        "xl/worksheets/sheet2.xml",
    ),
    "doctype in a sheet": (
        altered("xl/worksheets/sheet1.xml", b"<worksheet", DOCTYPE + b"<worksheet"),
        "doctype",
        "xl/worksheets/sheet1.xml",
    ),
    "doctype in a part that nobody reads": (
        altered("docProps/app.xml", b"<Properties", DOCTYPE + b"<Properties"),
        "doctype",
        "docProps/app.xml",
    ),
    "doctype in a part that is not called xml": (
        zipped({"_rels/.rels": b"<a/>", "xl/x.bin": DOCTYPE + b"<x/>"}),
        "doctype",
        "xl/x.bin",
    ),
    "doctype in another encoding": (
        zipped(
            {
                "_rels/.rels": b"<a/>",
                "xl/x.xml": ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><x/>').encode(
                    "utf-16"
                ),
            }
        ),
        "doctype",
        "xl/x.xml",
    ),
    "strict": (strict(), "no_sheets", "（Strict Open XML 形式）"),
    "charts only": (charts_only(), "no_sheets", ""),
    "bomb": (
        zipped({"_rels/.rels": b"<a/>", "xl/x.xml": b" " * 50_000_000}),
        "too_large",
        "xl/x.xml の圧縮率",
    ),
}


def fault_of(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_workbook(path)
    return caught.value


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_named_in_one_line(what, tmp_path):
    content, code, detail = BAD[what]
    path = tmp_path / "回答.xlsx"
    path.write_bytes(content)
    fault = fault_of(path)
    assert (fault.code, fault.detail) == (code, detail)
    assert str(fault) == MESSAGES[code].format(detail)
    assert "\n" not in str(fault)


def test_a_file_that_is_not_there_is_named(tmp_path):
    assert fault_of(tmp_path / "ない.xlsx").code == "not_found"


def test_a_folder_is_no_workbook(tmp_path):
    assert fault_of(tmp_path).code in ("not_excel", "locked")  # Windows refuses to open folders


def test_a_workbook_larger_than_any_real_one_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(package, "MAX_UNZIPPED", 10_000)
    path = tmp_path / "回答.xlsx"
    path.write_bytes(written())
    assert fault_of(path).code == "too_large"


def test_the_limits_lie_above_real_files_of_offices():
    assert package.MAX_UNZIPPED > 2 * 32_000_000
    assert package.MAX_RATIO > 2 * 51
    assert package.MAX_PARTS > 2 * 339


def test_a_workbook_with_hundreds_of_sheets_and_thousands_of_merged_cells_is_read(tmp_path):
    def merge(name, part):
        if name != "xl/worksheets/sheet1.xml":
            return part
        merged = "".join(f'<mergeCell ref="A{row}:B{row}"/>' for row in range(1, 32_001))
        return part.replace(b"</sheetData>", f"</sheetData>{merged}".encode())

    workbook = Workbook()
    for _ in range(338):
        workbook.create_sheet()
    workbook.worksheets[0]["A1"] = "結合"
    saved = BytesIO()
    workbook.save(saved)
    path = tmp_path / "回答.xlsx"
    path.write_bytes(rewritten(saved.getvalue(), merge))
    book = read_workbook(path)
    assert (len(book.sheets), len(book.sheets[0].merged)) == (339, 32_000)
