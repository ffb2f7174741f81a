"""A grid as plain text, aligned in a terminal where Japanese characters are two columns wide."""

from unicodedata import east_asian_width

from kanagawa_desk.domain.fields import Field, Kind
from kanagawa_desk.domain.layout import Layout, RowKind

_FIGURES = {Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED, Kind.INTEGER}


def width(text: str) -> int:
    """How many terminal columns a text takes."""
    return sum(2 if east_asian_width(character) in "FWA" else 1 for character in text)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled up with spaces to a width."""
    space = " " * (columns - width(text))
    return space + text if right else text + space


def layout_text(layout: Layout) -> str:
    """Title, headings and rows of a grid, one line each."""
    heads = [f"{column.group} {column.label}".strip() for column in layout.columns]
    rows = [
        [f"{cell.text}{f'({cell.tag})' if cell.tag else ''}" for cell in row.cells]
        for row in layout.rows
    ]
    plain = [cells for cells, row in zip(rows, layout.rows, strict=True) if _is_figures(row.kind)]
    widths = [
        max([width(head), *(width(cells[index]) for cells in plain)])
        for index, head in enumerate(heads)
    ]
    lines = [f"{layout.title}{layout.unit_note}", _line(heads, widths, [False] * len(heads))]
    right = [_is_right(column.field) for column in layout.columns]
    for cells, row in zip(rows, layout.rows, strict=True):
        lines.append(_line(cells, widths, right) if _is_figures(row.kind) else cells[0])
    return "\n".join(lines)


def _line(cells: list[str], widths: list[int], right: list[bool]) -> str:
    padded_cells = (
        padded(cell, columns, right=side)
        for cell, columns, side in zip(cells, widths, right, strict=True)
    )
    return "  ".join(padded_cells).rstrip()


def _is_right(field: Field) -> bool:
    return field.kind in _FIGURES


def _is_figures(kind: RowKind) -> bool:
    return kind is not RowKind.SECTION
