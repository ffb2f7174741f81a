"""The sheets of an OpenDocument spreadsheet, in the cells of reading.sheet."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import IO
from xml.etree.ElementTree import Element, iterparse

from kanagawa_desk.exchange.addresses import MAX_COLUMN, MAX_ROW, MAX_TEXT, Bounds, address
from kanagawa_desk.exchange.reading.messages import Message
from kanagawa_desk.exchange.reading.open_document_styles import Styles
from kanagawa_desk.exchange.reading.open_document_text import struck_within, words, words_within
from kanagawa_desk.exchange.reading.remarks import PlainRemark
from kanagawa_desk.exchange.reading.sheet import FORMULA_SHOWN, PlainCell, PlainRow

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE, _OFFICE = f"{{{_OASIS}:table:1.0}}", f"{{{_OASIS}:office:1.0}}"
_DRAWING = f"{{{_OASIS}:drawing:1.0}}"
_ANNOTATION = f"{_OFFICE}annotation"
_CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
_ERROR = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_TIME = re.compile(r"PT([0-9]+)H([0-9]+)M([0-9.]+)S")
_AT_A_TIME = 20_000  # cells that cross from the child together


def sheet_messages(content: IO[bytes], styles: Styles) -> Iterator[Message]:
    """Title, rows and end of each sheet. Raises ParseError, and ValueError for what cannot be."""
    depth = 0  # a table may stand in a cell of another, and is none of ours
    sheet = Sheet(styles)
    for event, element in iterparse(content, ("start", "end")):
        if element.tag == f"{_TABLE}table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheet = Sheet(styles)
                yield {"sheet": element.get(f"{_TABLE}name", "")}
            elif event == "end" and depth == 0:
                yield {"merged": sheet.merged, "struck": sheet.struck, "remarks": sheet.remarks}
                element.clear()
        elif event == "end" and depth == 1:
            if element.tag == f"{_TABLE}table-row":
                for rows in sheet.take_row(element):
                    yield {"rows": rows}
                element.clear()
            elif element.tag == f"{_TABLE}table-column":
                sheet.take_column(element)
            elif element.tag == f"{_TABLE}shapes":
                sheet.take_shapes(element, "A1")


class Sheet:
    """A sheet while it is read: merged ranges, struck cells and remarks are whole at the end."""

    def __init__(self, styles: Styles) -> None:
        self.merged: list[Bounds] = []
        self.struck: list[tuple[int, int]] = []
        self.remarks: list[PlainRemark] = []
        self._styles = styles
        self._columns: list[tuple[int, str]] = []  # the last column of each style
        self._row = 0

    def take_column(self, column: Element) -> None:
        """The style of cells that have none of their own."""
        last = self._columns[-1][0] if self._columns else 0
        name = column.get(f"{_TABLE}default-cell-style-name", "")
        self._columns.append((last + _repeated(column, "columns"), name))

    def take_shapes(self, parent: Element, cell: str) -> None:
        """The texts of shapes."""
        for each in parent:
            if each.tag.startswith(_DRAWING) and (text := words_within(each)):
                self.remarks.append(("shape", cell, "", text[:MAX_TEXT]))

    def take_row(self, row: Element) -> Iterator[list[PlainRow]]:
        """The row as often as it is repeated, in pieces; nothing for an empty one."""
        first, repeated = self._row + 1, _repeated(row, "rows")
        self._row += repeated
        style = row.get(f"{_TABLE}default-cell-style-name", "")
        cells = list(self._cells(row, style))
        if not cells:
            return
        if self._row > MAX_ROW:
            raise ValueError(f"row {self._row}")
        at_a_time = max(1, _AT_A_TIME // len(cells))
        for start in range(first, first + repeated, at_a_time):
            end = min(start + at_a_time, first + repeated)
            yield [(number, cells) for number in range(start, end)]

    def _cells(self, row: Element, row_style: str) -> Iterator[PlainCell]:
        column = 0
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            first, column = column + 1, column + _repeated(cell, "columns")
            if not len(cell) and not cell.get(f"{_OFFICE}value-type"):
                continue
            style = cell.get(f"{_TABLE}style-name") or row_style or self._style_of(first)
            self._look_around(cell, first, style)
            kind, value = _value(cell)
            formula = cell.get(f"{_TABLE}formula", "").partition("=")
            if not value and not formula[2]:
                continue
            if column > MAX_COLUMN:
                raise ValueError(f"column {column}")
            shown = f"={formula[2][:FORMULA_SHOWN]}" if formula[1] else ""
            number_format = self._styles.format_of.get(style, 0)
            for number in range(first, column + 1):
                yield number, kind, value, number_format, shown

    def _look_around(self, cell: Element, column: int, style: str) -> None:
        """What a cell has beside its value."""
        right = column + int(cell.get(f"{_TABLE}number-columns-spanned", "1")) - 1
        bottom = self._row + int(cell.get(f"{_TABLE}number-rows-spanned", "1")) - 1
        if right > column or bottom > self._row:
            self.merged.append((self._row, column, bottom, right))
        if style in self._styles.struck or struck_within(cell, self._styles.struck):
            self.struck.append((self._row, column))
        place = address(self._row, column)
        for each in cell.iterfind(_ANNOTATION):
            if text := words(each):
                author = each.findtext(_CREATOR) or ""
                self.remarks.append(("comment", place, author, text[:MAX_TEXT]))
        self.take_shapes(cell, place)

    def _style_of(self, column: int) -> str:
        return next((name for last, name in self._columns if column <= last), "")


def _repeated(element: Element, what: str) -> int:
    return max(int(element.get(f"{_TABLE}number-{what}-repeated", "1")), 1)


def _value(cell: Element) -> tuple[str, str | None]:
    """Kind and text of a cell's value, as a cell of Excel stores them."""
    kind = cell.get(f"{_OFFICE}value-type", "string")
    if cell.get(_ERROR) == "error":
        return "e", words(cell)
    match kind:
        case "float" | "currency" | "percentage":
            return "n", cell.get(f"{_OFFICE}value")
        case "date":
            return "d", cell.get(f"{_OFFICE}date-value")
        case "boolean":
            return "b", cell.get(f"{_OFFICE}boolean-value")
        case "time":
            return "n", _part_of_a_day(cell.get(f"{_OFFICE}time-value", ""))
    text = cell.get(f"{_OFFICE}string-value") or words(cell)
    return "str", text or None


def _part_of_a_day(time: str) -> str | None:
    """PT09H30M00S as Excel counts times; None where it is no time."""
    found = _TIME.fullmatch(time)
    if found is None:
        return None
    hours, minutes, seconds = map(Decimal, found.groups())
    return str((hours * 3600 + minutes * 60 + seconds) / 86_400)
