"""How the parts of an SVG picture are painted: attributes, style rules, colours, transforms."""

import re
from collections.abc import Iterator, Mapping
from math import cos, pi, sin, tan

from reportlab.lib.colors import Color, toColor

from kanagawa_desk.reports.svg_paths import numbers

Matrix = tuple[float, float, float, float, float, float]

INHERITED = {
    "fill": "#000000",
    "stroke": "none",
    "stroke-width": "1",
    "stroke-dasharray": "none",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "font-size": "16",
    "font-weight": "normal",
    "text-anchor": "start",
    "color": "#000000",
    "visibility": "visible",
}
"""What a part takes over from the one around it, with what it begins as."""

_OWN = ("opacity", "display")
_UNIT_POINTS = {"": 0.75, "px": 0.75, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"\s*([-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?)\s*(px|pt|mm|cm|in)?\s*")
_RULE = re.compile(r"\.([\w-]+)\s*\{([^{}]*)\}")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_PER_CENT = re.compile(r"([0-9.]+)%")


def rules(css: str) -> dict[str, dict[str, str]]:
    """What a style sheet says of classes."""
    return {name: _declarations(body) for name, body in _RULE.findall(css)}


def style_of(
    attributes: Mapping[str, str],
    above: Mapping[str, str],
    classes: Mapping[str, Mapping[str, str]],
) -> dict[str, str]:
    """How a part is painted: as what is around it, by its attributes, classes and own style."""
    style = {name: above.get(name, usual) for name, usual in INHERITED.items()}
    style |= {name: "1" if name == "opacity" else "inline" for name in _OWN}
    said = {name: attributes[name] for name in style if name in attributes}
    for name in attributes.get("class", "").split():
        said |= classes.get(name, {})
    said |= _declarations(attributes.get("style", ""))
    return style | {
        name: value for name, value in said.items() if name in style and value != "inherit"
    }


def _declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {
        name.strip(): value.replace("!important", "").strip()
        for name, colon, value in pairs
        if colon
    }


def colour(text: str, current: str) -> Color | None:
    """A colour; None for none. Raises ValueError for what is no plain colour, as a gradient."""
    text = text.strip()
    if text in ("none", "transparent"):
        return None
    if text == "currentColor":
        return colour(current, "#000000")
    if text.startswith("rgb"):
        found = numbers(_PER_CENT.sub(lambda part: str(float(part[1]) * 2.55), text))
        if len(found) < 3:
            raise ValueError(text)
        return Color(*(min(max(value / 255, 0.0), 1.0) for value in found[:3]))
    if re.fullmatch("#[0-9a-fA-F]{3}", text):
        text = "#" + "".join(2 * digit for digit in text[1:])
    if text.startswith("url("):
        raise ValueError(text)
    made: Color = toColor(text)
    return made


def points_of(text: str) -> float | None:
    """A length in points; None for one without a fixed size."""
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _UNIT_POINTS[found[2] or ""] if found else None


def units_of(text: str, usual: float = 0.0) -> float:
    """A length in units of the picture."""
    found = _LENGTH.fullmatch(text) if text else None
    if found is None:
        return usual
    return float(found[1]) * _UNIT_POINTS[found[2] or ""] / _UNIT_POINTS[""]


def matrices(text: str) -> Iterator[Matrix]:
    """The transforms of a part, the outermost first."""
    for name, inside in _TRANSFORM.findall(text):
        values = numbers(inside)
        if values and (matrix := _matrix(name, values)) is not None:
            yield matrix


def _matrix(name: str, values: list[float]) -> Matrix | None:
    first, second = values[0], values[1] if len(values) > 1 else None
    turn = first * pi / 180
    match name:
        case "matrix" if len(values) == 6:
            a, b, c, d, e, f = values
            return (a, b, c, d, e, f)
        case "translate":
            return (1, 0, 0, 1, first, second or 0.0)
        case "scale":
            return (first, 0, 0, first if second is None else second, 0, 0)
        case "rotate":
            x, y = (values[1], values[2]) if len(values) == 3 else (0.0, 0.0)
            c, s = cos(turn), sin(turn)
            return (c, s, -s, c, x - c * x + s * y, y - s * x - c * y)
        case "skewX":
            return (1, 0, tan(turn), 1, 0, 0)
        case "skewY":
            return (1, tan(turn), 0, 1, 0, 0)
    return None
