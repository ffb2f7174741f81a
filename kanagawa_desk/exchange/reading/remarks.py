"""What people wrote on a sheet beside its cells: comments, and shapes with text."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from kanagawa_desk.exchange.addresses import MAX_TEXT, address, range_bounds
from kanagawa_desk.exchange.reading.package import relations_if_any, tree
from kanagawa_desk.exchange.reading.parts import NAMESPACE

PlainRemark = tuple[str, str, str, str]
"""Kind (comment or shape), the cell that it belongs to or begins in, author, text."""

_MAIN = f"{{{NAMESPACE}}}"
_THREADED = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_PLACE = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_STANDS_FOR_THREAD = "tc="  # author of a comment that only repeats one in a thread


def remarks_of(archive: ZipFile, sheet: str) -> list[PlainRemark]:
    """The remarks on the sheet in this part; raises Unreadable where theirs is damaged."""
    found: list[PlainRemark] = []
    present = set(archive.namelist())
    for kind, target in relations_if_any(archive, sheet).values():
        read = _READERS.get(kind.rpartition("/")[2])
        if read and target in present:
            found += (each for each in read(tree(archive, target)) if each[3])
    return found


def _comments(root: Element) -> Iterator[PlainRemark]:
    authors = [each.text or "" for each in root.iterfind(f"{_MAIN}authors/{_MAIN}author")]
    for comment in root.iter(f"{_MAIN}comment"):
        number = int(comment.get("authorId") or 0)
        author = authors[number] if 0 <= number < len(authors) else ""
        if not author.startswith(_STANDS_FOR_THREAD):
            text = "".join(each.text or "" for each in comment.iter(f"{_MAIN}t"))
            yield _remark("comment", comment.get("ref", ""), author, text)


def _threads(root: Element) -> Iterator[PlainRemark]:
    for comment in root.iter(f"{_THREADED}threadedComment"):
        text = comment.findtext(f"{_THREADED}text") or ""
        yield _remark("comment", comment.get("ref", ""), "", text)


def _shapes(root: Element) -> Iterator[PlainRemark]:
    for anchor in root:
        row = anchor.findtext(f"{_PLACE}from/{_PLACE}row") or "0"
        column = anchor.findtext(f"{_PLACE}from/{_PLACE}col") or "0"
        lines = (
            "".join(each.text or "" for each in paragraph.iter(f"{_TEXT}t"))
            for body in anchor.iter(f"{_PLACE}txBody")
            for paragraph in body.iter(f"{_TEXT}p")
        )
        yield _remark("shape", address(int(row) + 1, int(column) + 1), "", "\n".join(lines))


def _remark(kind: str, ref: str, author: str, text: str) -> PlainRemark:
    """Raises ValueError for a place that is none."""
    top, left, _, _ = range_bounds(ref)
    return kind, address(top, left), author, text.strip()[:MAX_TEXT]


_READERS = {"comments": _comments, "threadedComment": _threads, "drawing": _shapes}
