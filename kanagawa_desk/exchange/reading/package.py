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
_HEAD = 4096  # bytes by which a file is told
WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")  # UTF-16, as Excel saves Unicode text
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
    "content.xml": "OpenDocument の文書",
}
_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"


@contextmanager
def opened(path: Path) -> Iterator[IO[bytes]]:
    """A file of sane size. Raises Unreadable, also for what goes wrong while the caller reads."""
    try:
        with path.open("rb") as file:
            if (size := path.stat().st_size) > MAX_FILE:
                raise Unreadable("too_large", _megabytes(size))
            yield file
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
def package(file: IO[bytes]) -> Iterator[ZipFile]:
    """The package that a file is, without a DTD in any part; raises Unreadable for any other."""
    head = file.read(_HEAD)
    if not head.startswith(_ZIP):
        raise _no_package(head, file)
    with ZipFile(file) as archive:
        _check_parts(archive)
        _refuse_doctypes(archive)
        yield archive


def is_text(file: IO[bytes]) -> bool:
    """Whether a file begins as plain text does; it is left at its start."""
    head = file.read(_HEAD)
    file.seek(0)
    return head.startswith(WIDE_TEXT) or (
        bool(head)
        and not head.startswith((*_ZIP, *_SIGNATURES))
        and not _is_markup(head)
        and b"\0" not in head
    )


@contextmanager
def part(archive: ZipFile, name: str) -> Iterator[IO[bytes]]:
    """One part of a package; what is wrong with it is told with its name."""
    try:
        with archive.open(_as_written(archive, name)) as stream:
            yield stream
    except (ParseError, expat.ExpatError, *_ZIP_FAULTS) as fault:
        raise Unreadable("damaged", name) from fault


def _as_written(archive: ZipFile, name: str) -> str:
    """A part's name as the package has it: some programs differ in letters and in slashes."""
    if name in archive.NameToInfo:
        return name
    plain = name.casefold()
    alike = (each for each in archive.NameToInfo if each.replace("\\", "/").casefold() == plain)
    return next(alike, name)


def is_open_document(archive: ZipFile) -> bool:
    """Whether a package is a spreadsheet of OpenDocument (.ods), as LibreOffice writes them."""
    if "mimetype" not in archive.namelist() or "content.xml" not in archive.namelist():
        return False
    with archive.open("mimetype") as stream:
        return stream.read(len(_SPREADSHEET)) == _SPREADSHEET


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


def relations_if_any(archive: ZipFile, name: str) -> dict[str, tuple[str, str]]:
    """As relations, of a part that need not refer to any."""
    folder, file = posixpath.split(name)
    there = posixpath.join(folder, "_rels", f"{file}.rels") in archive.namelist()
    return relations(archive, name) if there else {}


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
    word = "HTML や XML の文書" if _is_markup(head) else "文字データ（.csv は読めます）"
    return Unreadable("not_excel", word)


def _is_markup(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


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
    if is_open_document(archive):
        return
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
