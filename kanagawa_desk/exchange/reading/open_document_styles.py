"""The cell styles of an OpenDocument spreadsheet: number formats as Excel writes them, strikes."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_STYLE, _NUMBER = f"{{{_OASIS}:style:1.0}}", f"{{{_OASIS}:datastyle:1.0}}"
_COLOUR = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}color"
_STRUCK = (f"{_STYLE}text-line-through-type", f"{_STYLE}text-line-through-style")
_GENERAL = "General"
_LONGEST_CHAIN = 50  # of styles that each follow from another
_POSITIVE_FIRST = (">", "<")
_DATE_PARTS = {
    "era": "ggg",
    "year": "yyyy",
    "month": "m",
    "day": "d",
    "day-of-week": "aaa",
    "hours": "h",
    "minutes": "mm",
    "seconds": "ss",
    "am-pm": "AM/PM",
}


@dataclass(frozen=True, slots=True)
class Styles:
    """The number formats in use, the number of each cell style's, and the styles that strike."""

    formats: tuple[str, ...]
    format_of: Mapping[str, int]
    struck: frozenset[str]


def styles_of(roots: Iterable[Element]) -> Styles:
    """Read the styles of styles.xml and content.xml, the latter's own prevailing."""
    data: dict[str, Element] = {}
    named: dict[str, Element] = {}
    for root in roots:
        for each in root.iter():
            name = each.get(f"{_STYLE}name")
            if name is not None and each.tag.startswith(_NUMBER):
                data[name] = each
            elif name is not None and each.tag == f"{_STYLE}style":
                named[name] = each
    formats = {_GENERAL: 0}
    format_of = {}
    for name in named:
        number_format = _format(data, _first(named, name, _data_style))
        format_of[name] = formats.setdefault(number_format, len(formats))
    struck = frozenset(name for name in named if _first(named, name, _strike) not in ("", "none"))
    return Styles(tuple(formats), format_of, struck)


def _first(named: Mapping[str, Element], name: str, what: Callable[[Element], str]) -> str:
    """A property of a style, or of the one that it follows."""
    for _ in range(_LONGEST_CHAIN):
        style = named.get(name)
        if style is None:
            break
        if found := what(style):
            return found
        name = style.get(f"{_STYLE}parent-style-name", "")
    return ""


def _data_style(style: Element) -> str:
    return style.get(f"{_STYLE}data-style-name", "")


def _strike(style: Element) -> str:
    properties = style.find(f"{_STYLE}text-properties")
    if properties is None:
        return ""
    return next((said for name in _STRUCK if (said := properties.get(name))), "")


def _format(data: Mapping[str, Element], name: str) -> str:
    """A data style as a number format: sections for positive, negative and zero numbers."""
    style = data.get(name)
    if style is None:
        return _GENERAL
    maps = [
        (each.get(f"{_STYLE}condition", "").removeprefix("value()")[:1], data[applied])
        for each in style.iterfind(f"{_STYLE}map")
        if (applied := each.get(f"{_STYLE}apply-style-name", "")) in data
    ]
    ordered = [each for sign in _POSITIVE_FIRST for at, each in maps if at == sign]
    return ";".join(_section(each) for each in (*ordered, style))


def _section(style: Element) -> str:
    properties = style.find(f"{_STYLE}text-properties")
    coloured = properties is not None and properties.get(_COLOUR) is not None
    code = "".join(_codes(style))
    return ("[Red]" if coloured else "") + (code or _GENERAL)


def _codes(style: Element) -> Iterator[str]:
    percent = style.tag == f"{_NUMBER}percentage-style"
    for each in style:
        kind = each.tag.removeprefix(_NUMBER)
        if kind in ("text", "currency-symbol"):
            text = (each.text or "").replace('"', "")
            yield text if percent and text.strip() == "%" else f'"{text}"'
        elif kind == "number":
            yield _digits(each)
        elif kind == "scientific-number":
            yield "0.00E+00"
        elif kind == "text-content":
            yield "@"
        elif kind in _DATE_PARTS:
            yield _DATE_PARTS[kind]


def _digits(number: Element) -> str:
    """0, #,##0.0 and the like; thousands where the number is shown divided."""
    places = number.get(f"{_NUMBER}decimal-places")
    if places is None:
        return _GENERAL
    whole = "#,##0" if number.get(f"{_NUMBER}grouping") == "true" else "0"
    least = int(number.get(f"{_NUMBER}min-decimal-places", places))
    decimals = "0" * min(least, 15) + "#" * min(max(int(places) - least, 0), 15)
    factor = number.get(f"{_NUMBER}display-factor", "1").rstrip("0")
    zeros = len(number.get(f"{_NUMBER}display-factor", "1")) - len(factor)
    thousands = "," * (zeros // 3) if factor == "1" else ""
    return f"{whole}.{decimals}{thousands}" if decimals else f"{whole}{thousands}"
