"""The zip file that a workbook is: opened only when it is one, sound and of sane size."""

import posixpath
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL
from pathlib import Path
from struct import error as StructError  # noqa: N812
from typing import IO
from xml.etree.ElementTree import Element, ParseError, parse
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812

from kanagawa_desk.exchange.unreadable import Unreadable

# Real files of offices reach 32 MB unzipped and a ratio of 51.
MAX_FILE = 100_000_000
MAX_UNZIPPED = 250_000_000
MAX_RATIO = 200
MAX_PARTS = 20_000

_SMALL = 1_000_000  # below this a ratio says nothing
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD_SHEETS = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00")  # BIFF 2 to 4
_ZIP_FAULTS = (
    BadZipFile,
    ZlibError,
    StructError,
    EOFError,
    LookupError,
    ValueError,
    NotImplementedError,
)
_SIGNATURES = {
    b"%PDF": "PDF",
    b"{\\rtf": "リッチテキスト",
    b"\x89PNG": "画像",
    b"\xff\xd8\xff": "画像",
    b"GIF8": "画像",
}
_OTHERS = {
    "word/document.xml": "Word の文書",
    "ppt/presentation.xml": "PowerPoint の資料",
    "xl/workbook.bin": "Excel バイナリ ブック .xlsb",
    "content.xml": "OpenDocument",
}


@contextmanager
def opened(path: Path) -> Iterator[ZipFile]:
    """The package that a file is, of sane size and without a DTD in any part.

    Raises Unreadable, also for what goes wrong with the file while the caller reads it.
    """
    try:
        with path.open("rb") as file:
            head = file.read(4096)
            if not head.startswith(_ZIP):
                raise _no_package(head, file)
            if (size := path.stat().st_size) > MAX_FILE:
                raise Unreadable("too_large", _megabytes(size))
            with ZipFile(file) as archive:
                _check_parts(archive)
                _refuse_doctypes(archive)
                yield archive
    except FileNotFoundError as fault:
        raise Unreadable("not_found") from fault
    except IsADirectoryError as fault:
        raise Unreadable("not_excel", "フォルダー") from fault
    except OSError as fault:
        if fault.errno == EINVAL:  # a place in the file that cannot be, as damaged zips name
            raise Unreadable("damaged", "圧縮された中身") from fault
        raise Unreadable("locked") from fault
    except _ZIP_FAULTS as fault:
        raise Unreadable("damaged", "圧縮された中身") from fault
    except MemoryError as fault:
        raise Unreadable("memory") from fault


@contextmanager
def part(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """One part of a package; what is wrong with it is told with its name."""
    try:
        with archive.open(name) as stream:
            yield stream
    except (ParseError, expat.ExpatError, *_ZIP_FAULTS) as fault:
        raise Unreadable("damaged", name) from fault


def tree(archive: ZipFile, name: str) -> Element:
    """A small part as a tree."""
    with part(archive, name) as stream:
        return parse(stream).getroot()


def relations(archive: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """The parts that a part ("" for the package) refers to: type and name by id."""
    folder, file = posixpath.split(name)
    root = tree(archive, posixpath.join(folder, "_rels", f"{file}.rels"))
    return {
        each.get("Id", ""): (
            each.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:],
        )
        for each in root
        if each.get("TargetMode") != "External"
    }


def _no_package(head: bytes, file: IO[bytes]) -> Unreadable:
    if head.startswith(_OLE):
        content = head + file.read(MAX_FILE)
        if "EncryptedPackage".encode("utf-16-le") in content:
            return Unreadable("encrypted")
        if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
            return Unreadable("old_xls")
        return Unreadable("not_excel", "古い Office の文書")
    if head.startswith(_OLD_SHEETS):
        return Unreadable("old_xls")
    if not head:
        return Unreadable("not_excel", "空のファイル")
    for signature, word in _SIGNATURES.items():
        if head.startswith(signature):
            return Unreadable("not_excel", word)
    if b"\0" in head:
        return Unreadable("not_excel", "不明な形式")
    markup = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    return Unreadable("not_excel", "HTML や XML の文書" if markup else "CSV などの文字データ")


def _check_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    if any(each.flag_bits & 1 for each in parts):
        raise Unreadable("encrypted")
    if len(parts) > MAX_PARTS:
        raise Unreadable("too_large", f"{len(parts):,} 部品")
    if (size := sum(each.file_size for each in parts)) > MAX_UNZIPPED:
        raise Unreadable("too_large", f"展開後 {_megabytes(size)}")
    for each in parts:
        if each.file_size > max(_SMALL, MAX_RATIO * each.compress_size):
            raise Unreadable("too_large", f"{each.filename} の圧縮率")
    names = {each.filename for each in parts}
    if "_rels/.rels" not in names or names & _OTHERS.keys():
        word = next((word for name, word in _OTHERS.items() if name in names), "圧縮ファイル")
        raise Unreadable("not_excel", word)


def _refuse_doctypes(archive: ZipFile) -> None:
    for name in archive.namelist():
        with part(archive, name) as stream:
            if _has_doctype(stream):
                raise Unreadable("doctype", name)


def _has_doctype(stream: IO[bytes]) -> bool:
    """Read as far as the first element, before which alone a DTD can stand.

    What is no XML, whatever it is called, has none and fails where somebody reads it as such.
    """
    found: list[bool] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = lambda *_: found.append(False)
    with suppress(expat.ExpatError):
        while not found and (chunk := stream.read(4096)):
            parser.Parse(chunk)
    return found[:1] == [True]


def _megabytes(size: int) -> str:
    return f"{size // 1_000_000:,} MB"
