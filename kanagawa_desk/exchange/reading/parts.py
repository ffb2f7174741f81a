"""What a workbook says beside its sheets: their names, shared texts, number formats."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from kanagawa_desk.exchange.reading.formats import BUILT_IN
from kanagawa_desk.exchange.reading.package import relations, tree
from kanagawa_desk.exchange.unreadable import Unreadable

NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_MAIN = f"{{{NAMESPACE}}}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = "http://purl.oclc.org/ooxml/"
_MODIFIED = "{http://purl.org/dc/terms/}modified"


@dataclass(frozen=True, slots=True)
class Text:
    """A text; `struck` when a part of it is struck through, so that old and new stand in it."""

    content: str
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """`sheets` are titles and parts; `formats` the number format of each cell style.

    `struck_styles` are the cell styles that strike through; `saved` is when the workbook was last
    saved, as its properties write it.
    """

    sheets: tuple[tuple[str, str], ...]
    texts: tuple[Text, ...]
    formats: tuple[str, ...]
    since_1904: bool
    struck_styles: frozenset[int] = frozenset()
    saved: str = ""


def parts_of(archive: ZipFile) -> Parts:
    """Read all but the sheets; raises Unreadable (no_sheets, damaged)."""
    name = _workbook(archive)
    related = relations(archive, name)
    root = tree(archive, name)
    sheets = []
    for sheet in root.iter(f"{_MAIN}sheet"):
        kind, target = related.get(sheet.get(_RELATION, ""), ("", ""))
        if kind.endswith("/worksheet"):
            sheets.append((sheet.get("name", ""), target))
    if not sheets:
        raise Unreadable("no_sheets")
    named = {kind.rpartition("/")[2]: target for kind, target in related.values()}
    properties = root.find(f"{_MAIN}workbookPr")
    styles = tree(archive, named["styles"]) if "styles" in named else Element("none")
    return Parts(
        tuple(sheets),
        _texts(archive, named.get("sharedStrings")),
        _formats(styles) or ("General",),
        properties is not None and properties.get("date1904") in ("1", "true"),
        _struck_styles(styles),
        _saved(archive),
    )


def _text(element: Element) -> Text:
    """A shared text without the readings (ふりがな) above it."""
    struck = False
    texts = []
    for child in element:
        if child.tag == f"{_MAIN}t":
            texts.append(child.text or "")
        elif child.tag == f"{_MAIN}r":
            texts += (each.text or "" for each in child.iterfind(f"{_MAIN}t"))
            struck |= _strikes(child.find(f"{_MAIN}rPr/{_MAIN}strike"))
    return Text("".join(texts), struck)


def _workbook(archive: ZipFile) -> str:
    for kind, target in relations(archive, "").values():
        if kind.endswith("/officeDocument"):
            if kind.startswith(_STRICT):
                raise Unreadable("no_sheets", "（Strict Open XML 形式）")
            return target
    raise Unreadable("damaged", "_rels/.rels")


def _saved(archive: ZipFile) -> str:
    for kind, target in relations(archive, "").values():
        if kind.endswith("/core-properties"):
            try:
                return tree(archive, target).findtext(_MODIFIED, "").strip()
            except Unreadable:  # no reason to refuse the sheets
                return ""
    return ""


def _texts(archive: ZipFile, name: str | None) -> tuple[Text, ...]:
    if name is None:
        return ()
    return tuple(_text(item) for item in tree(archive, name).iterfind(f"{_MAIN}si"))


def _formats(styles: Element) -> tuple[str, ...]:
    own = {
        int(each.get("numFmtId", 0)): each.get("formatCode", "General")
        for each in styles.iterfind(f"{_MAIN}numFmts/{_MAIN}numFmt")
    }
    numbers = (int(each.get("numFmtId", 0)) for each in _cell_styles(styles))
    return tuple(own.get(each) or BUILT_IN.get(each, "General") for each in numbers)


def _struck_styles(styles: Element) -> frozenset[int]:
    fonts = styles.iterfind(f"{_MAIN}fonts/{_MAIN}font")
    struck = {at for at, font in enumerate(fonts) if _strikes(font.find(f"{_MAIN}strike"))}
    return frozenset(
        at for at, each in enumerate(_cell_styles(styles)) if int(each.get("fontId", 0)) in struck
    )


def _cell_styles(styles: Element) -> Iterator[Element]:
    return styles.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf")


def _strikes(strike: Element | None) -> bool:
    return strike is not None and strike.get("val") not in ("0", "false")
