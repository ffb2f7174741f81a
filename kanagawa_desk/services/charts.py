"""Charts of the grids: what they show, and their drawing as SVG for the window."""

from datetime import date

from kanagawa_desk.domain.chart_specs import (
    BedBar,
    BedChart,
    ChartSpec,
    ColumnChart,
    PlanBar,
    Point,
    Timeline,
)
from kanagawa_desk.domain.layout import Layout, Row, RowKind
from kanagawa_desk.domain.values import BLANK, Measured


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
    points = tuple(Point(column.label, cell.value, hatched=bool(cell.tag)) for column, cell in span)
    title = " ".join(filter(None, (row.cells[0].text, row.cells[1].text)))
    return ColumnChart(title, row.unit, points)


def plan_timeline(layout: Layout, today: date, selected: str | None = None) -> Timeline:
    """The plans of the list by fiscal year."""
    index = {column.key: number for number, column in enumerate(layout.columns)}
    bars = tuple(
        PlanBar(
            row.cells[index["rank"]].value,
            row.cells[index["name"]].text,
            row.cells[index["period"]].value,
            row.cells[index["state"]].text,
            row.cells[index["next_revision"]].value,
            selected=row.key == selected,
        )
        for row in layout.rows
        if row.cells[index["period"]].value is not None
    )
    return Timeline(bars, today)


def svg(spec: ChartSpec, theme: str, width: float, height: float) -> bytes:
    """A chart drawn for a theme (light, dark) at a size in pixels."""
    from kanagawa_desk.reports.charts import draw, to_svg
    from kanagawa_desk.reports.palette import DARK, LIGHT

    palette = DARK if theme == "dark" else LIGHT
    return to_svg(draw(spec, palette, width, height))
