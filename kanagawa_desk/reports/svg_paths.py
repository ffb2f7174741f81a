"""Path data of SVG as straight lines and curves in absolute places."""

import re
from collections.abc import Iterator
from math import atan2, ceil, cos, pi, sin, sqrt, tan

Segment = tuple[str, tuple[float, ...]]
"""M and L with a point, C with two handles and a point, Z with nothing."""

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_FLAGGED = re.compile(r"[\s,]*([01])")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


def numbers(text: str) -> list[float]:
    """The numbers in a text, whatever parts them."""
    return [float(found) for found in _NUMBER.findall(text)]


def segments(data: str) -> Iterator[Segment]:
    """The segments of path data; it ends where it cannot be understood."""
    pen = _Pen()
    for letter, rest in _COMMAND.findall(data):
        if letter in "Zz":
            yield pen.close()
            continue
        kind = letter.upper()
        values = _arc_numbers(rest) if kind == "A" else numbers(rest)
        takes = _TAKES[kind]
        for index in range(0, len(values) - takes + 1, takes):
            # What follows the first point of a move are lines.
            step = "L" if kind == "M" and index else kind
            yield from pen.draw(step, values[index : index + takes], relative=letter.islower())


class _Pen:
    """Where the path has come to, and the handle that S and T go on from."""

    def __init__(self) -> None:
        self._x = self._y = self._start_x = self._start_y = 0.0
        self._handle: tuple[str, float, float] = ("", 0.0, 0.0)

    def close(self) -> Segment:
        """Back to where this part of the path began."""
        self._x, self._y = self._start_x, self._start_y
        self._handle = ("", 0.0, 0.0)
        return ("Z", ())

    def draw(self, kind: str, values: list[float], *, relative: bool) -> Iterator[Segment]:
        """One step of the path."""
        x, y = self._x, self._y
        if kind in "HV":
            along = values[0]
            if kind == "H":
                values = [along, 0.0 if relative else y]
            else:
                values = [0.0 if relative else x, along]
            kind = "L"
        if relative:
            fixed = 5 if kind == "A" else 0
            values = [
                value + (0.0 if index < fixed else (x, y)[(index - fixed) % 2])
                for index, value in enumerate(values)
            ]
        end_x, end_y = values[-2:]
        handle: tuple[str, float, float] = ("", 0.0, 0.0)
        if kind == "M":
            self._start_x, self._start_y = end_x, end_y
            yield ("M", (end_x, end_y))
        elif kind == "L":
            yield ("L", (end_x, end_y))
        elif kind == "A":
            yield from _arc(x, y, values)
        elif kind in "CS":
            first = values[:2] if kind == "C" else self._mirrored("C")
            handle = ("C", values[-4], values[-3])
            yield ("C", (*first, values[-4], values[-3], end_x, end_y))
        else:
            qx, qy = values[:2] if kind == "Q" else self._mirrored("Q")
            handle = ("Q", qx, qy)
            yield (
                "C",
                (
                    x + 2 / 3 * (qx - x),
                    y + 2 / 3 * (qy - y),
                    end_x + 2 / 3 * (qx - end_x),
                    end_y + 2 / 3 * (qy - end_y),
                    end_x,
                    end_y,
                ),
            )
        self._x, self._y, self._handle = end_x, end_y, handle

    def _mirrored(self, kind: str) -> tuple[float, float]:
        """The last handle on the other side of this place."""
        last, hx, hy = self._handle
        return (2 * self._x - hx, 2 * self._y - hy) if last == kind else (self._x, self._y)


def _arc_numbers(text: str) -> list[float]:
    """The values of arcs, whose two flags may be written without anything between them."""
    values: list[float] = []
    at = 0
    while True:
        form = _FLAGGED if len(values) % 7 in (3, 4) else _NUMBER
        found = form.match(text, at) if form is _FLAGGED else form.search(text, at)
        if found is None:
            return values
        values.append(float(found[1] if form is _FLAGGED else found[0]))
        at = found.end()


def _arc(x: float, y: float, values: list[float]) -> Iterator[Segment]:
    """An arc of an ellipse as curves of a quarter at most (SVG 1.1, F.6)."""
    rx, ry, angle, large, sweep, end_x, end_y = values
    rx, ry, turn = abs(rx), abs(ry), angle * pi / 180
    if not rx or not ry or (x, y) == (end_x, end_y):
        yield ("L", (end_x, end_y))
        return
    c, s = cos(turn), sin(turn)
    dx, dy = (x - end_x) / 2, (y - end_y) / 2
    px, py = c * dx + s * dy, -s * dx + c * dy
    grown = (px / rx) ** 2 + (py / ry) ** 2
    if grown > 1:
        rx, ry = rx * sqrt(grown), ry * sqrt(grown)
    over = (rx * ry) ** 2 - (rx * py) ** 2 - (ry * px) ** 2
    root = sqrt(max(over / ((rx * py) ** 2 + (ry * px) ** 2), 0.0))
    root = -root if large == sweep else root
    mx, my = root * rx * py / ry, -root * ry * px / rx
    cx, cy = c * mx - s * my + (x + end_x) / 2, s * mx + c * my + (y + end_y) / 2
    begin = atan2((py - my) / ry, (px - mx) / rx)
    spread = atan2((-py - my) / ry, (-px - mx) / rx) - begin
    if sweep and spread < 0:
        spread += 2 * pi
    elif not sweep and spread > 0:
        spread -= 2 * pi
    parts = max(ceil(abs(spread) / (pi / 2) - 1e-9), 1)
    step = spread / parts
    reach = 4 / 3 * tan(step / 4)
    for part in range(parts):
        a, b = begin + part * step, begin + (part + 1) * step
        points = (
            (cos(a) - reach * sin(a), sin(a) + reach * cos(a)),
            (cos(b) + reach * sin(b), sin(b) - reach * cos(b)),
            (cos(b), sin(b)),
        )
        placed = [
            part
            for u, v in points
            for part in (cx + c * rx * u - s * ry * v, cy + s * rx * u + c * ry * v)
        ]
        yield ("C", tuple(placed))
