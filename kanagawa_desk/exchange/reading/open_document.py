"""The messages of an OpenDocument spreadsheet (.ods), as LibreOffice saves it."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from kanagawa_desk.exchange.reading.messages import Message
from kanagawa_desk.exchange.reading.open_document_sheet import sheet_messages
from kanagawa_desk.exchange.reading.open_document_styles import styles_of
from kanagawa_desk.exchange.reading.package import part, tree
from kanagawa_desk.exchange.unreadable import Unreadable

_MANIFEST = "META-INF/manifest.xml"
_ENCRYPTED = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"
_OWN_STYLES = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}automatic-styles"
_SAVED = "{http://purl.org/dc/elements/1.1/}date"


def messages(archive: ZipFile) -> Iterator[Message]:
    """What the spreadsheet holds, piece by piece. Raises Unreadable."""
    present = set(archive.namelist())
    if _MANIFEST in present and tree(archive, _MANIFEST).find(f".//{_ENCRYPTED}") is not None:
        raise Unreadable("encrypted")
    named = [tree(archive, "styles.xml")] if "styles.xml" in present else []
    styles = styles_of((*named, _own_styles(archive)))
    yield {"texts": [], "formats": styles.formats, "since_1904": False, "saved": _saved(archive)}
    with part(archive, "content.xml") as content:
        yield from sheet_messages(content, styles)


def _own_styles(archive: ZipFile) -> Element:
    """The styles that stand before the sheets."""
    with part(archive, "content.xml") as content:
        for _, element in iterparse(content):
            if element.tag == _OWN_STYLES:
                return element
    return Element(_OWN_STYLES)


def _saved(archive: ZipFile) -> str:
    if "meta.xml" not in archive.namelist():
        return ""
    return (tree(archive, "meta.xml").findtext(f".//{_SAVED}") or "").strip()
