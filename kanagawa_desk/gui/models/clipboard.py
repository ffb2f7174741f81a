"""Blocks of cells as the clipboard carries them to and from Excel (tab-separated text)."""

import csv
import io
from collections.abc import Iterable, Sequence

from kanagawa_desk.domain.layout import Cell
from kanagawa_desk.domain.values import Measured, Number

_MAX_FIELD = 1_000_000  # characters of one cell; Excel holds 32,767


def to_tsv(block: Iterable[Sequence[str]]) -> str:
    """Rows of texts as Excel writes them: line breaks and tabs inside a cell are quoted."""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\r\n").writerows(block)
    return out.getvalue()


def from_tsv(text: str) -> list[list[str]]:
    """The rows of a copied block, all of one length; the line end after the last row is none."""
    csv.field_size_limit(_MAX_FIELD)
    lines = text.removesuffix("\n").removesuffix("\r")
    reader = csv.reader(io.StringIO(lines, newline=""), dialect="excel-tab")
    rows = [row or [""] for row in reader]
    width = max(map(len, rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def copied(cell: Cell) -> str:
    """A figure as Excel reads it back as a number, anything else as it is shown."""
    figure = number_of(cell)
    if figure is None:
        return cell.text
    return str(figure) if isinstance(figure, int) else format(figure, "f")


def number_of(cell: Cell) -> Number | None:
    """The number that a cell is copied as; None where its own form is to be kept."""
    value = cell.value
    return value.number if isinstance(value, Measured) and not value.printed else None
