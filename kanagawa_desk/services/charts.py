"""Charts of the grids: what they show, and their drawing as SVG for the window."""

from collections.abc import Mapping
from datetime import date

from kanagawa_desk.domain.chart_specs import (
    BedBar,
    BedChart,
    ChartSpec,
    ColumnChart,
    PlanBar,
    Point,
    Tile,
    TileMap,
    Timeline,
)
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.layout import Layout, Row, RowKind
from kanagawa_desk.domain.records import Area
from kanagawa_desk.domain.values import BLANK, Measured
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger

_MOST_BARS = 60  # plans in a timeline; more could not be told apart


def bed_chart(layout: Layout, selected: str | None = None) -> BedChart:
    """Counts of the last date against the standard, one bar for each area."""
    days = [column.key.split("@")[1] for column in layout.columns if column.key[:5] == "beds@"]
    index = {column.key: number for number, column in enumerate(layout.columns)}
    labels = [column.label for column in layout.columns if column.key[:5] == "beds@"]

    def value(row: Row, name: str, back: int = 1) -> Measured:
        key = f"{name}@{days[-back]}" if len(days) >= back else ""
        found = row.cells[index[key]].value if key in index else BLANK
        return found if isinstance(found, Measured) else BLANK

    bars = tuple(
        BedBar(
            row.cells[0].text,
            row.cells[index["standard"]].value if "standard" in index else BLANK,
            value(row, "beds"),
            value(row, "surplus"),
            value(row, "surplus", back=2),
            selected=row.key == selected,
        )
        for row in layout.rows
        if row.kind is RowKind.RECORD
    )
    return BedChart(bars, labels[-1] if labels else "", labels[-2] if len(labels) > 1 else "")


def metric_chart(layout: Layout, row_key: str) -> ColumnChart:
    """One series over its fiscal years, from its first value to its last."""
    row = next(row for row in layout.rows if row.key == row_key)
    dated = [
        (column, cell)
        for column, cell in zip(layout.columns, row.cells, strict=True)
        if isinstance(cell.value, Measured)
    ]
    filled = [number for number, (_, cell) in enumerate(dated) if cell.value != BLANK]
    span = dated[filled[0] : filled[-1] + 1] if filled else []
    points = tuple(
        Point(column.label, cell.value, bool(cell.tag), cell.broken) for column, cell in span
    )
    title = " ".join(filter(None, (row.cells[0].text, row.cells[1].text)))
    return ColumnChart(title, row.unit, points)


def plan_timeline(layout: Layout, today: date, selected: str | None = None) -> Timeline:
    """The plans of the list by fiscal year; of a long list those round the selected one."""
    index = {column.key: number for number, column in enumerate(layout.columns)}
    rows = [row for row in layout.rows if row.cells[index["period"]].value is not None]
    here = next((at for at, row in enumerate(rows) if row.key == selected), 0)
    start = max(0, min(here - _MOST_BARS // 2, len(rows) - _MOST_BARS))
    bars = tuple(
        PlanBar(
            row.cells[index["rank"]].value,
            row.cells[index["name"]].text,
            row.cells[index["period"]].value,
            row.cells[index["state"]].text,
            row.cells[index["next_revision"]].value,
            selected=row.key == selected,
        )
        for row in rows[start : start + _MOST_BARS]
    )
    return Timeline(bars, today)


def tile_map(
    layout: Layout, places: Mapping[str, str], selected: str | None = None, *, classes: bool = False
) -> TileMap:
    """The areas of a bed type as tiles, at the last date of the layout.

    `places` are the columns and rows of the areas (3-1) by their ids; areas without one stand
    in a row of their own below the others.
    """
    days = [column.key.partition("@")[2] for column in layout.columns if column.key[:5] == "beds@"]
    keys = {column.key: number for number, column in enumerate(layout.columns)}

    def value(row: Row, name: str) -> Measured:
        index = keys.get(f"{name}@{days[-1]}") if days else None
        found = row.cells[index].value if index is not None else BLANK
        return found if isinstance(found, Measured) else BLANK

    rows = [row for row in layout.rows if row.kind is RowKind.RECORD]
    placed = {row.key: _tile_place(places.get(row.key, "")) for row in rows}
    below = max((place[1] for place in placed.values() if place), default=0) + 1
    unplaced = iter(range(1, len(rows) + 1))
    tiles = []
    for row in rows:
        column, line = placed[row.key] or (next(unplaced), below)
        tiles.append(
            Tile(
                row.cells[0].text,
                column,
                line,
                value(row, "surplus"),
                value(row, "sufficiency"),
                row.key == selected,
            )
        )
    return TileMap(tuple(tiles), short_date(date.fromisoformat(days[-1])) if days else "", classes)


def tile_places(reads: Reads) -> dict[str, str]:
    """Where each area stands on the map, by its id."""
    return {area.id: area.tile for area in reads.all(Area)}


def beds_tile_map(ledger: Ledger, layout: Layout, selected: str | None = None) -> TileMap:
    """The tile map beside the bed grid, with its classes of 充足率."""
    with ledger.reading() as reads:
        return tile_map(layout, tile_places(reads), selected, classes=True)


def _tile_place(text: str) -> tuple[int, int] | None:
    """The column and row of 3-1; None where that is not said."""
    column, dash, row = text.partition("-")
    if dash and column.isdecimal() and row.isdecimal() and int(column) and int(row):
        return int(column), int(row)
    return None


def svg(spec: ChartSpec, theme: str, width: float, height: float) -> bytes:
    """A chart drawn for a theme (light, dark) at a size in pixels."""
    from kanagawa_desk.reports.charts import draw, to_svg
    from kanagawa_desk.reports.palette import DARK, LIGHT

    palette = DARK if theme == "dark" else LIGHT
    return to_svg(draw(spec, palette, width, height))
