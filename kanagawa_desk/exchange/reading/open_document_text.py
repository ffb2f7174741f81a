"""The text of an element of an OpenDocument spreadsheet, as it is seen."""

from collections.abc import Container
from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TEXT = f"{{{_OASIS}:text:1.0}}"
_UNSEEN = (f"{_TEXT}ruby-text", f"{{{_OASIS}:office:1.0}}annotation")
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def words(element: Element) -> str:
    """The paragraphs of a cell or a comment, a line each."""
    return "\n".join(_line(each) for each in element.iterfind(f"{_TEXT}p"))


def words_within(shape: Element) -> str:
    """The paragraphs of a shape and of the shapes that it is made of."""
    return "\n".join(_line(each) for each in shape.iter(f"{_TEXT}p"))


def struck_within(cell: Element, struck: Container[str]) -> bool:
    """Whether a part of a cell's text is struck through."""
    return any(each.get(f"{_TEXT}style-name") in struck for each in cell.iter(f"{_TEXT}span"))


def _line(element: Element) -> str:
    if element.tag in _UNSEEN:
        return ""
    if element.tag == f"{_TEXT}s":
        return " " * min(int(element.get(f"{_TEXT}c", "1")), 1000)
    within = "".join(_line(each) + (each.tail or "") for each in element)
    return _SIGNS.get(element.tag, "") + (element.text or "") + within
