"""The cells of one sheet part as they are stored, chunk by chunk."""

from collections.abc import Iterator
from typing import IO
from xml.parsers import expat

from kanagawa_desk.exchange.addresses import MAX_ROW, Bounds, column_number, range_bounds
from kanagawa_desk.exchange.reading.parts import NAMESPACE, Parts

PlainCell = tuple[int, str, str | None, int, str]
"""Column, type, text as it is stored, style, formula ("" for none).

Types are those of the file: n number, s shared text (its number), str and inlineStr text,
b boolean, e error, d day. Without a text there is only a formula.
"""

PlainRow = tuple[int, list[PlainCell]]

_CHUNK = 1 << 18
FORMULA_SHOWN = 255  # characters; a formula is shown to a person, never evaluated
_ROW, _CELL, _VALUE, _FORMULA, _TEXT, _READING, _MERGED = (
    f"{NAMESPACE} {name}" for name in ("row", "c", "v", "f", "t", "rPh", "mergeCell")
)


class SheetPart:
    """A sheet while it is read: `merged` and `struck` are whole at the end."""

    def __init__(self, parts: Parts) -> None:
        self.merged: list[Bounds] = []
        self.struck: list[tuple[int, int]] = []
        self._struck_texts = {str(at) for at, text in enumerate(parts.texts) if text.struck}
        self._struck_styles = parts.struck_styles
        self._styles = {str(number): number for number in range(len(parts.formats))}
        self._shared_texts = len(parts.texts)
        self._shared_formulas: dict[str, str] = {}
        self._columns: dict[str, int] = {}
        self._rows: list[PlainRow] = []
        self._cells: list[PlainCell] = []
        self._row = self._column = 0
        # Of the cell in hand:
        self._cell: dict[str, str] = {}
        self._formula_group: str | None = None
        self._value: str | None = None
        self._formula: str | None = None
        self._text: list[str] = []  # of the element in hand
        self._in_reading = False  # ふりがな

    def rows(self, stream: IO[bytes]) -> Iterator[list[PlainRow]]:
        """The filled rows, as far as each chunk of the stream goes.

        Raises ExpatError, or ValueError or KeyError for what no spreadsheet program writes.
        """
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk)
            yield self._rows
            self._rows = []
        parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _CELL:
            self._cell = attributes
            self._value = self._formula = None
            return
        self._text.clear()
        if name == _ROW:
            self._row, self._column = int(attributes.get("r") or self._row + 1), 0
            if not 0 < self._row <= MAX_ROW:
                raise ValueError(f"row {self._row}")
        elif name == _FORMULA:
            self._formula_group = attributes.get("si")
        elif name == _READING:
            self._in_reading = True
        elif name == _MERGED:
            self.merged.append(range_bounds(attributes.get("ref", "")))

    def _end(self, name: str) -> None:
        if name == _VALUE:
            self._value = "".join(self._text)
        elif name == _CELL:
            self._end_cell()
        elif name == _FORMULA:
            self._end_formula("".join(self._text))
        elif name == _TEXT and not self._in_reading:
            self._value = (self._value or "") + "".join(self._text)
        elif name == _READING:
            self._in_reading = False
        elif name == _ROW and self._cells:
            self._rows.append((self._row, self._cells))
            self._cells = []

    def _end_formula(self, text: str) -> None:
        """Cells that share a formula have the text of the first."""
        group = self._formula_group
        if group is not None:
            text = text or self._shared_formulas.get(group, "")
            self._shared_formulas[group] = text
        self._formula = f"={text[:FORMULA_SHOWN]}"

    def _end_cell(self) -> None:
        cell, value, formula = self._cell, self._value, self._formula
        if "r" in cell:
            letters = cell["r"].rstrip("0123456789")
            if letters not in self._columns:
                self._columns[letters] = column_number(letters)
            self._column = self._columns[letters]
        else:
            self._column += 1
        if not value and formula is None:
            return
        style, kind = self._styles[cell.get("s", "0")], cell.get("t", "n")
        if not value and kind != "str":  # a formula may give an empty text, but nothing else
            value = None
        if value and kind == "s" and not 0 <= int(value) < self._shared_texts:
            raise ValueError(f"shared text {value}")
        if style in self._struck_styles or (kind == "s" and value in self._struck_texts):
            self.struck.append((self._row, self._column))
        self._cells.append((self._column, kind, value, style, formula or ""))
