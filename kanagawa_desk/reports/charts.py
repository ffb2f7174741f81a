"""Charts: one drawing for the screen (as SVG) and for paper."""

import re
from collections.abc import Iterator

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Shape

from kanagawa_desk.domain.chart_specs import (
    BedChart,
    ChartSpec,
    ColumnChart,
    LineChart,
    TileMap,
    Timeline,
)
from kanagawa_desk.reports.bed_chart import draw_beds
from kanagawa_desk.reports.column_chart import draw_columns
from kanagawa_desk.reports.fonts import INTERFACE, INTERFACE_BOLD
from kanagawa_desk.reports.line_chart import draw_lines
from kanagawa_desk.reports.palette import Palette
from kanagawa_desk.reports.tile_map import draw_tiles
from kanagawa_desk.reports.timeline import draw_timeline

_UNWANTED = re.compile(
    r"<clipPath.*?</clipPath>|clip-path: url\(#clip\);?|<title>.*?</title>|<desc>.*?</desc>",
    re.DOTALL,
)


def draw(spec: ChartSpec, palette: Palette, width: float, height: float) -> Drawing:
    """Draw a chart for an area of that size, in pixels or points.

    Nothing is left out where there are many rows or periods: bars grow thin, and only every
    second or nth is labelled.
    """
    drawing = Drawing(width, height)
    for part in _parts(spec, palette, width, height):
        drawing.add(part)
    return drawing


def natural_height(spec: ChartSpec) -> float:
    """The height, in points, at which every row of a chart can be read on paper."""
    match spec:
        case BedChart(bars=bars):
            return 40.0 + 17.0 * max(len(bars), 1)
        case Timeline(bars=bars):
            return 18.0 + 13.0 * max(len(bars), 1)
        case TileMap(tiles=tiles):
            return 62.0 * max((tile.row for tile in tiles), default=1)
    return 150.0


def to_svg(drawing: Drawing) -> bytes:
    """A chart as SVG for the window: faces by family name, without clipping.

    Qt paints what is clipped by ReportLab's <clipPath> black.
    """
    bold = {INTERFACE_BOLD: {"family": INTERFACE, "weight": "bold"}}
    svg = renderSVG.drawToString(drawing, fontHacks=bold)
    return _UNWANTED.sub("", svg[svg.index("<svg") :]).encode()


def _parts(spec: ChartSpec, palette: Palette, width: float, height: float) -> Iterator[Shape]:
    match spec:
        case BedChart():
            return draw_beds(spec, palette, width, height)
        case ColumnChart():
            return draw_columns(spec, palette, width, height)
        case LineChart():
            return draw_lines(spec, palette, width, height)
        case TileMap():
            return draw_tiles(spec, palette, width, height)
        case Timeline():
            return draw_timeline(spec, palette, width, height)
