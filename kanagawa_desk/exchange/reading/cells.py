"""Cells as they are stored, made into what they mean: numbers, days, texts."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.exchange.reading.formats import day_of, shows_day
from kanagawa_desk.exchange.reading.sheet import PlainCell

_ESCAPED = re.compile("_x(?![Dd][89A-Fa-f])([0-9A-Fa-f]{4})_")

Meaning = tuple[CellKind, str | Decimal | date | bool | None]


class CellReader:
    """Reads the cells of one workbook, which refer to its shared texts and number formats."""

    def __init__(self, texts: Sequence[str], formats: Sequence[str], *, since_1904: bool) -> None:
        self._texts = [unescaped(text) for text in texts]
        self._formats = [(each, shows_day(each)) for each in formats]
        self._since_1904 = since_1904

    def read(self, plain: PlainCell) -> RawCell:
        """What a cell of reading.sheet is."""
        _, kind, text, style, formula = plain
        number_format, is_day = self._formats[style]
        if text is None:
            meaning: Meaning = (CellKind.EMPTY, None)
        elif kind == "n":
            meaning = self._figure(text, is_day=is_day)
        elif kind == "s":
            meaning = (CellKind.TEXT, self._texts[int(text)])
        else:
            meaning = _OTHER_KINDS.get(kind, _text)(text)
        return RawCell(*meaning, number_format, formula)

    def stored(self, cells: Iterable[PlainCell]) -> dict[int, str | None]:
        """The texts of cells by column, figures as they are stored; None for any other content."""
        texts = self._texts
        return {
            column: text and texts[int(text)]
            if kind == "s"
            else (text if kind in _AS_STORED else None)
            for column, kind, text, _, _ in cells
        }

    def _figure(self, text: str, *, is_day: bool) -> Meaning:
        number = exact(text)
        if number is None:
            return CellKind.TEXT, text
        day = day_of(number, since_1904=self._since_1904) if is_day else None
        return (CellKind.NUMBER, number) if day is None else (CellKind.DATE, day)


class Row(Mapping[int, RawCell]):
    """The filled cells of a row by column number; each is made out where it is looked at.

    `stored` is what CellReader.stored says of them, which soon tells most of what there is.
    """

    __slots__ = ("_by_column", "_cells", "_reader", "stored")

    def __init__(self, reader: CellReader, cells: Sequence[PlainCell]) -> None:
        self._reader = reader
        self._cells = cells
        self._by_column: dict[int, PlainCell] = {}  # once one of them is looked at
        self.stored = reader.stored(cells)

    def __getitem__(self, column: int) -> RawCell:
        """One cell; raises KeyError where there is nothing."""
        if not self._by_column:
            self._by_column = {cell[0]: cell for cell in self._cells}
        return self._reader.read(self._by_column[column])

    def __contains__(self, column: object) -> bool:
        """Whether a cell is filled."""
        return column in self.stored

    def __iter__(self) -> Iterator[int]:
        """The numbers of the columns."""
        return iter(self.stored)

    def __len__(self) -> int:
        """How many cells are filled."""
        return len(self.stored)


def exact(text: str) -> Decimal | None:
    """A stored number as Excel shows it in full, to 15 digits; None for what is no number.

    74.400000000000006, as binary fractions are stored, is 74.4 again, 1601.0 is 1601.
    """
    if text.isdecimal() and text.isascii():
        return Decimal(text)
    try:
        number = Decimal(format(float(text), ".15g"))
    except ValueError:
        return None
    return number if number.is_finite() else None


def unescaped(text: str) -> str:
    """_x000D_ and the like as the characters that XML cannot hold."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def _text(text: str) -> Meaning:
    return CellKind.TEXT, unescaped(text)


def _iso_day(text: str) -> Meaning:
    try:
        moment = datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return CellKind.TEXT, text
    return CellKind.DATE, moment.date() if moment.time() == time() else moment


_AS_STORED = ("n", "str", "inlineStr")
_OTHER_KINDS: Mapping[str, Callable[[str], Meaning]] = {
    "b": lambda text: (CellKind.BOOLEAN, text in ("1", "true")),
    "e": lambda text: (CellKind.ERROR, text),
    "d": _iso_day,
}
