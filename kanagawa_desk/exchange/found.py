"""What a returned workbook was found to hold."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.exchange.addresses import Bounds
from kanagawa_desk.exchange.base import Sent
from kanagawa_desk.exchange.guide import AnswerHead
from kanagawa_desk.exchange.reading.cells import Row

NOTHING = RawCell()

CellKey = tuple[str, str]
"""Row key and column key."""

FoundCell = tuple[RawCell, str]
"""A cell and its address on the sheet, like E11."""


class Changed(NamedTuple):
    """A cell that does not hold what was sent, its address on the sheet, and what was sent.

    That is a value as domain.notation encodes it.
    """

    cell: RawCell
    address: str
    sent: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault found in a workbook: where, a stable code, what to do about it in Japanese."""

    sheet: str
    cell: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person wrote beside the cells: a comment on one, or a shape that begins in one."""

    kind: Literal["comment", "shape"]
    cell: str
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class SheetRead:
    """A sheet: filled cells by row and column number, ranges that are merged, remarks.

    `struck` are the rows and columns of cells that are struck through, if only in part.
    """

    title: str
    rows: Mapping[int, Row]
    merged: tuple[Bounds, ...] = ()
    struck: frozenset[tuple[int, int]] = frozenset()
    remarks: tuple[Remark, ...] = ()

    def cell(self, row: int, column: int) -> RawCell:
        """One cell, empty where there is nothing."""
        cells = self.rows.get(row)
        return cells[column] if cells is not None and column in cells else NOTHING


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a workbook holds, our hidden sheet apart."""

    sheets: int
    rows: int
    cells: int


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """A returned workbook. `request` is "" and `version` 0 where our hidden sheet is lost.

    `sent` says what each of its sheets was when it left, `saved` when the file was last saved.
    """

    request: str
    version: int
    sheets: tuple[SheetRead, ...]
    counts: Counts
    head: AnswerHead
    sent: tuple[Sent, ...] = ()
    problems: tuple[Finding, ...] = ()
    saved: datetime | None = None
