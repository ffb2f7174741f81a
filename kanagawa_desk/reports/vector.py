"""SVG pictures as drawings: shapes, paths and texts; what cannot be drawn is named."""

# No library does this without bringing compiled parts or a licence of another kind: see
# docs/decisions/0014. Nothing outside of the picture is ever read.

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any
from xml.etree import ElementTree as ET

from reportlab.graphics.shapes import (
    Drawing,
    Ellipse,
    Group,
    Line,
    Path,
    Polygon,
    PolyLine,
    Rect,
    Shape,
    String,
)
from reportlab.lib.colors import Color

from kanagawa_desk.reports.fonts import GOTHIC, INTERFACE_BOLD, load
from kanagawa_desk.reports.glyphs import printable
from kanagawa_desk.reports.svg_paths import Segment, numbers, segments
from kanagawa_desk.reports.svg_styles import (
    colour,
    matrices,
    points_of,
    rules,
    style_of,
    units_of,
)

MOST_PARTS = 20_000

_MOST_USES = 8  # of a part within a part
_SILENT = {"defs", "title", "desc", "metadata", "style", "symbol", "marker", "namedview"}
_CONTAINERS = {"svg", "g", "a", "switch"}
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_ANCHORS = {"middle": 0.5, "end": 1.0}
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_USUAL_SIDE = 300.0  # units, where a picture does not say how large it is


class UnreadableSvg(Exception):
    """Content that is no SVG, or one that might exhaust memory."""


def read_svg(content: bytes) -> tuple[Drawing, tuple[str, ...]]:
    """The drawing of an SVG in its own size (points), and the elements that it could not hold.

    Raises UnreadableSvg.
    """
    if b"<!ENTITY" in content:
        raise UnreadableSvg("entities")
    try:
        root = ET.fromstring(content)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise UnreadableSvg(str(error)) from error
    if _name(root) != "svg":
        raise UnreadableSvg(_name(root))
    if sum(1 for _ in root.iter()) > MOST_PARTS:
        raise UnreadableSvg("parts")
    return _Reader(root).drawing()


@dataclass(frozen=True, slots=True)
class _Span:
    """Words of a text that are painted alike."""

    words: str
    attributes: Mapping[str, str]
    style: Mapping[str, str]

    @property
    def face(self) -> str:
        """The face that comes nearest."""
        return INTERFACE_BOLD if self.style["font-weight"] in _BOLD else GOTHIC

    @property
    def size(self) -> float:
        """The type size in units of the picture."""
        return units_of(self.style["font-size"], 16.0)

    @property
    def width(self) -> float:
        """How wide the words stand."""
        return float(load(self.face).stringWidth(self.words, self.size))


class _Reader:
    """One picture while it is read: its classes, its parts by id, what could not be drawn."""

    def __init__(self, root: ET.Element) -> None:
        self._root = root
        self._ids = {part.get("id", ""): part for part in root.iter()}
        sheets = [part.text or "" for part in root.iter() if _name(part) == "style"]
        self._classes = rules("\n".join(sheets))
        self._lacking: dict[str, None] = {}

    def drawing(self) -> tuple[Drawing, tuple[str, ...]]:
        """The picture, y counted from its foot."""
        box = numbers(self._root.get("viewBox", ""))
        wide = points_of(self._root.get("width", ""))
        high = points_of(self._root.get("height", ""))
        if len(box) != 4 or box[2] <= 0 or box[3] <= 0:
            box = [0.0, 0.0, (wide or _USUAL_SIDE) / 0.75, (high or _USUAL_SIDE) / 0.75]
        width = wide or (high * box[2] / box[3] if high else box[2] * 0.75)
        height = high or width * box[3] / box[2]
        scale = min(width / box[2], height / box[3])
        left = (width - scale * box[2]) / 2 - scale * box[0]
        top = height - (height - scale * box[3]) / 2 + scale * box[1]
        drawing = Drawing(width, height)
        parts = Group(transform=(scale, 0, 0, -scale, left, top))
        for shape in self._children(self._root, style_of(self._root.attrib, {}, self._classes), 0):
            parts.add(shape)
        drawing.add(parts)
        return drawing, tuple(self._lacking)

    def _children(
        self, element: ET.Element, style: Mapping[str, str], depth: int
    ) -> Iterator[Shape]:
        for child in element:
            yield from self._part(child, style, depth)

    def _part(self, element: ET.Element, above: Mapping[str, str], depth: int) -> Iterator[Shape]:
        name = _name(element)
        style = style_of(element.attrib, above, self._classes)
        if name in _SILENT or style["display"] == "none" or style["visibility"] == "hidden":
            return
        if name in _CONTAINERS:
            shapes = list(self._children(element, style, depth))
        elif name == "use":
            shapes = list(self._used(element, style, depth))
        else:
            shapes = [shape for shape in self._shapes(name, element, style) if shape is not None]
        if not shapes:
            return
        group = None
        for matrix in reversed(list(matrices(element.get("transform", "")))):
            group = Group(*([group] if group else shapes), transform=matrix)
        yield from [group] if group else shapes

    def _used(self, element: ET.Element, style: Mapping[str, str], depth: int) -> Iterator[Shape]:
        reference = next((element.get(name, "") for name in _HREFS if element.get(name)), "")
        target = self._ids.get(reference.removeprefix("#"))
        if target is None or not reference.startswith("#") or depth >= _MOST_USES:
            self._lacking["use"] = None
            return
        parts = (
            self._children(target, style_of(target.attrib, style, self._classes), depth + 1)
            if _name(target) == "symbol"
            else self._part(target, style, depth + 1)
        )
        x, y = units_of(element.get("x", "")), units_of(element.get("y", ""))
        yield Group(*parts, transform=(1, 0, 0, 1, x, y))

    def _shapes(
        self, name: str, element: ET.Element, style: Mapping[str, str]
    ) -> Iterator[Shape | None]:
        def at(key: str, usual: float = 0.0) -> float:
            return units_of(element.get(key, ""), usual)

        match name:
            case "rect":
                rx = at("rx", at("ry"))
                made = Rect(at("x"), at("y"), at("width"), at("height"), rx, at("ry", rx))
                yield self._painted(made, style)
            case "circle":
                made_round = Ellipse(at("cx"), at("cy"), at("r"), at("r"))
                yield self._painted(made_round, style)
            case "ellipse":
                yield self._painted(Ellipse(at("cx"), at("cy"), at("rx"), at("ry")), style)
            case "line":
                line = Line(at("x1"), at("y1"), at("x2"), at("y2"))
                yield self._painted(line, style, filled=False)
            case "polyline" | "polygon":
                yield from self._through(name, numbers(element.get("points", "")), style)
            case "path":
                yield from self._along(list(segments(element.get("d", ""))), style)
            case "text":
                yield from self._text(element, style)
            case _:
                self._lacking[name] = None

    def _through(self, name: str, points: list[float], style: Mapping[str, str]) -> Iterator[Shape]:
        points = points[: len(points) // 2 * 2]
        if len(points) < 4:
            return
        if name == "polygon" or style["fill"] != "none":
            yield self._painted(Polygon(points), style, stroked=name == "polygon")
        if name == "polyline":
            yield self._painted(PolyLine(points), style, filled=False)

    def _along(self, way: list[Segment], style: Mapping[str, str]) -> Iterator[Shape]:
        """A path; one that stays open is filled as if closed, which ReportLab would not do."""
        closed = _closed(way)
        if closed != way and style["fill"] != "none":
            yield self._painted(_path(closed, style), style, stroked=False)
        yield self._painted(_path(way, style), style, filled=closed == way)

    def _text(self, element: ET.Element, above: Mapping[str, str]) -> Iterator[Shape]:
        """Words with those of their spans, each where it says or behind those before it."""
        x, y = units_of(element.get("x", "")), units_of(element.get("y", ""))
        spans = [
            _Span(self._printable(words), attributes, style_of(attributes, above, self._classes))
            for words, attributes in _spans(element)
        ]
        for index, span in enumerate(spans):
            if "x" in span.attributes or not index:
                line = [span, *takewhile(lambda one: "x" not in one.attributes, spans[index + 1 :])]
                share = _ANCHORS.get(span.style["text-anchor"], 0.0)
                x = units_of(span.attributes.get("x", ""), x)
                x -= share * sum(one.width for one in line)
            x += units_of(span.attributes.get("dx", ""))
            y = units_of(span.attributes.get("y", ""), y)
            y += units_of(span.attributes.get("dy", ""))
            if span.words:
                made = String(0, 0, span.words, fontName=span.face, fontSize=span.size)
                made.fillColor = self._colour(span.style, "fill")
                # Letters stand upright though the picture is turned over.
                yield Group(made, transform=(1, 0, 0, -1, x, y))
            x += span.width

    def _printable(self, words: str) -> str:
        known, lacking = printable(words)
        self._lacking |= dict.fromkeys(lacking)
        return known

    def _painted(
        self, shape: Any, style: Mapping[str, str], *, filled: bool = True, stroked: bool = True
    ) -> Shape:
        """The shape in its colours and strokes."""
        opacity = units_of(style["opacity"], 1.0)
        if filled:
            shape.fillColor = self._colour(style, "fill")
            shape.fillOpacity = units_of(style["fill-opacity"], 1.0) * opacity
        shape.strokeColor = self._colour(style, "stroke") if stroked else None
        shape.strokeOpacity = units_of(style["stroke-opacity"], 1.0) * opacity
        shape.strokeWidth = units_of(style["stroke-width"], 1.0)
        shape.strokeLineCap = _CAPS.get(style["stroke-linecap"], 0)
        shape.strokeLineJoin = _JOINS.get(style["stroke-linejoin"], 0)
        dashes = numbers(style["stroke-dasharray"])
        if any(dashes):
            shape.strokeDashArray = dashes
        painted: Shape = shape
        return painted

    def _colour(self, style: Mapping[str, str], name: str) -> Color | None:
        try:
            return colour(style[name], style["color"])
        except ValueError:
            self._lacking["gradient"] = None
            return colour("#D0D0D0" if name == "fill" else "#000000", "")


def _closed(way: Sequence[Segment]) -> list[Segment]:
    """The same path with each of its parts closed."""
    closed: list[Segment] = []
    for segment in way:
        if segment[0] == "M" and closed and closed[-1][0] != "Z":
            closed.append(("Z", ()))
        closed.append(segment)
    if closed and closed[-1][0] != "Z":
        closed.append(("Z", ()))
    return closed


def _path(way: Sequence[Segment], style: Mapping[str, str]) -> Path:
    path = Path(fillMode=0 if style["fill-rule"] == "evenodd" else 1)
    for kind, values in way:
        match kind:
            case "M":
                path.moveTo(*values)
            case "L":
                path.lineTo(*values)
            case "C":
                path.curveTo(*values)
            case _:
                path.closePath()
    return path


def _spans(element: ET.Element) -> Iterator[tuple[str, dict[str, str]]]:
    """The words of a text and of its spans, each with the attributes of its span."""
    yield " ".join((element.text or "").split()), {}
    for child in element:
        yield " ".join("".join(child.itertext()).split()), dict(child.attrib)
        yield " ".join((child.tail or "").split()), {}


def _name(element: ET.Element) -> str:
    tag: Any = element.tag  # of a comment it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
