"""Cells as they are stored, made into what they mean: numbers, days, texts."""

import re
from collections.abc import Callable, Mapping, Sequence
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

    def _figure(self, text: str, *, is_day: bool) -> Meaning:
        number = exact(text)
        if number is None:
            return CellKind.TEXT, text
        day = day_of(number, since_1904=self._since_1904) if is_day else None
        return (CellKind.NUMBER, number) if day is None else (CellKind.DATE, day)


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


_OTHER_KINDS: Mapping[str, Callable[[str], Meaning]] = {
    "b": lambda text: (CellKind.BOOLEAN, text in ("1", "true")),
    "e": lambda text: (CellKind.ERROR, text),
    "d": _iso_day,
}
