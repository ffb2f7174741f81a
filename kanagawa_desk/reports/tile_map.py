"""The areas as tiles in the places of a map, shortage told from surplus by sign and hatching."""

from collections.abc import Iterator
from decimal import Decimal

from reportlab.graphics.shapes import Rect, Shape
from reportlab.lib.colors import HexColor

from kanagawa_desk.domain.chart_specs import Tile, TileMap
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.reports.fonts import GOTHIC
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.strokes import (
    figure,
    hatched,
    rectangle,
    shortened,
    strong,
    text,
    width_of,
)

_GAP = 0.06  # of a tile, between two
_LEGEND = 10.5  # label sizes wide
_LEAST_WRITTEN = 2.0  # label sizes: a smaller tile holds no words that can be read
_HATCH = 5.0  # between two strokes of a hatched tile
_EDGE = 0.8  # around any other
_RING = 2.0  # around the tile that is selected

# From which share of the standard on, in %, and what it is called.
_CLASSES = (
    (Decimal(105), "105%以上　過剰"),
    (Decimal(100), "100～105%　過剰"),
    (Decimal(95), "95～100%　不足"),
    (Decimal(0), "95%未満　不足"),
)
_FULL = Decimal(100)


def draw_tiles(chart: TileMap, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    """Each area with its surplus (▲ for shortage); the legend stands at the left."""
    size = palette.label_size
    columns = max((tile.column for tile in chart.tiles), default=1)
    rows = max((tile.row for tile in chart.tiles), default=1)
    left = _LEGEND * size
    side = min((width - left) / columns, height / rows)
    left += max((width - left - columns * side) / 2, 0.0)
    yield from _legend(chart, palette, height)
    for tile in chart.tiles:
        x, y = left + (tile.column - 1) * side, height - tile.row * side
        yield from _tile(tile, chart.classes, palette, x, y, side * (1 - _GAP))


def _tile(
    tile: Tile, classes: bool, palette: Palette, x: float, y: float, side: float
) -> Iterator[Shape]:
    size = palette.label_size
    yield from _ground(tile.sufficiency.number, classes, palette, x, y, side)
    if tile.selected:
        yield _frame(x, y, side, palette.edge, _RING)
    if side < _LEAST_WRITTEN * size:
        return
    middle = x + side / 2
    fitting = min(size, size * side * 0.94 / max(width_of(tile.label, size), 1.0))
    name = shortened(tile.label, fitting, side) if fitting >= size / 2 else tile.label[:2]
    yield text(middle, y + 0.72 * side, name, fitting, palette.text, anchor="middle")
    words = measured_text(tile.surplus) or "―"
    short = (tile.surplus.number or 0) < 0
    colour = palette.shortage_text if short else palette.surplus_text
    larger = min(1.2 * size, 1.2 * size * side * 0.9 / max(width_of(words, 1.2 * size, GOTHIC), 1))
    yield strong(middle, y + 0.45 * side, words, larger, colour, anchor="middle")
    share = measured_text(tile.sufficiency, "%", 1)
    if classes and share and side > 4 * size:
        yield figure(middle, y + 0.2 * side, share, 0.9 * size, palette.second, anchor="middle")


def _ground(
    share: int | Decimal | None,
    classes: bool,
    palette: Palette,
    x: float,
    y: float,
    side: float,
) -> Iterator[Shape]:
    """The fill of a tile: by its class, or by shortage and surplus alone."""
    if share is None:
        yield rectangle(x, y, side, side, palette.over, palette.axis)
        return
    strong_class = classes and (share >= _CLASSES[0][0] or share < _CLASSES[2][0])
    if share >= _FULL:
        fill = palette.surplus_light if strong_class else palette.tile_surplus
        yield rectangle(x, y, side, side, fill, palette.surplus)
        return
    fill = palette.shortage_light if strong_class else palette.tile_shortage
    if palette.tile_hatch:
        yield from hatched(x, y, side, side, fill, palette.tile_hatch, _HATCH)
        yield _frame(x, y, side, palette.shortage, _EDGE)
        return
    yield rectangle(x, y, side, side, fill, palette.shortage)


def _frame(x: float, y: float, side: float, colour: str, thickness: float) -> Rect:
    made = Rect(x, y, side, side)
    made.fillColor, made.strokeColor, made.strokeWidth = None, HexColor(colour), thickness
    return made


def _legend(chart: TileMap, palette: Palette, height: float) -> Iterator[Shape]:
    size = palette.label_size
    line = 1.7 * size
    entries: list[tuple[Decimal, str]] = (
        list(_CLASSES) if chart.classes else [(_FULL, "過剰"), (Decimal(0), "不足（▲）")]
    )
    head = f"充足率（{chart.date_label}）" if chart.classes else f"過不足（{chart.date_label}）"
    yield text(0, height - size, head, size, palette.second)
    for number, (share, words) in enumerate(entries, start=1):
        middle = height - size - number * line
        yield from _ground(share, chart.classes, palette, 0, middle - size / 2, size)
        yield text(1.6 * size, middle, words, size, palette.second)
    if chart.classes:
        middle = height - size - (len(entries) + 1) * line
        yield text(0, middle, "（内部参考）", size, palette.third)
