"""A measured row as a line of a Markdown table."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import Figure, NotMeasurable, measured
from benchmarks.rows import Row

HEAD = ("row", "what", "against", "ratio", "min–max", "reach", "met", "ours", "theirs")


def cells(row: Row, folder: Path) -> list[str]:
    """Measure a row; one that cannot be measured says why in place of its figure."""
    begun = [row.name, row.what, row.against]
    reach = "" if row.reach is None else f"≤ {row.reach:g}"
    try:
        figure = measured(row.contest(folder))
    except NotMeasurable as why:
        return [*begun, f"not measured: {why}", "", reach, "", "", ""]
    return [*begun, *_figures(figure), reach, _met(row, figure), *_amounts(row, figure)]


def line(texts: Sequence[str]) -> str:
    """A line of the table."""
    return f"| {' | '.join(texts)} |"


def _figures(figure: Figure) -> tuple[str, str]:
    least, most = min(figure.ratios), max(figure.ratios)
    return f"**{figure.ratio:.2f}**", f"{least:.2f}–{most:.2f}"


def _met(row: Row, figure: Figure) -> str:
    if row.reach is None:
        return ""
    return "yes" if figure.ratio <= row.reach else "no"


def _amounts(row: Row, figure: Figure) -> tuple[str, str]:
    scale = 1000 if row.unit == "ms" else 1
    return f"{figure.ours * scale:,.0f} {row.unit}", f"{figure.theirs * scale:,.0f} {row.unit}"
