"""A paper with everything filled in: numbered headings, tables as text, ready to be laid out."""

import hashlib
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.chart_specs import ChartSpec
from kanagawa_desk.domain.papers.templates import PaperTemplate

LANDSCAPE, PORTRAIT = "landscape", "portrait"
"""The `style` of a page break that turns the pages behind it; a table's, to stand on one alone."""

Lines = tuple[str, ...]  # one cell's text, line by line (upper value, lower value in parentheses)


@dataclass(frozen=True, slots=True)
class PrintedColumn:
    """How one column of a printed table stands.

    `share` is its width relative to the others'; `align` is left, centre or right.
    """

    share: float
    align: str = "left"


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table as text. Rows whose index is in `totals` are set off from those above.

    `underlined` are lines of cells by row (-1 for the head), column and line; the rows of
    `sections` are titles across all columns.
    """

    columns: tuple[PrintedColumn, ...]
    head: tuple[Lines, ...]
    rows: tuple[tuple[Lines, ...], ...]
    totals: frozenset[int] = frozenset()
    unit_note: str = ""  # （単位：床）, flush with the table's right rule
    underlined: frozenset[tuple[int, int, int]] = frozenset()
    sections: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """One piece of a paper.

    `kind` is one of papers.BLOCK_KINDS; `level` the outline level (1 to 7) of a heading, or
    of the heading that the block stands under (0: none); `depth` that of a bullet (1, 2).
    `label` is a heading's number, `style` a caption's mark, `items` those of a circled list or
    of attachments; `chart` and `image` what a chart or a figure shows, `width_mm` how wide an
    image stands, and `shown` the fingerprint of both, by which two versions are told apart
    once they are kept without them.
    """

    id: str
    kind: str
    level: int = 0
    label: str = ""
    text: str = ""
    style: str = ""
    depth: int = 1
    columns: int = 1
    items: Lines = ()
    table: PrintedTable | None = None
    chart: ChartSpec | None = None
    image: bytes | None = None
    width_mm: int = 0
    shown: str = ""


def fingerprint(chart: ChartSpec | None, image: bytes | None) -> str:
    """What tells one drawing from another, the same in every process; empty for none."""
    if chart is None and image is None:
        return ""
    return hashlib.sha256(image if image is not None else repr(chart).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper's cover lines and its blocks; a draft prints （案） and `stamp` in the head.

    Without a `template` it looks as papers usually do.
    """

    title: str
    session: str
    held_on: date
    blocks: tuple[PrintedBlock, ...]
    draft: bool = False
    stamp: str = ""
    template: PaperTemplate | None = None
