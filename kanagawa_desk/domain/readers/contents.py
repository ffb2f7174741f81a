"""What a cell of a workbook says: the text that it shows, or why there is none."""

from datetime import date, datetime, time
from decimal import Decimal

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.number_formats import date_parts, shown, without_noise
from kanagawa_desk.domain.readers.serials import serial_day
from kanagawa_desk.domain.reading import Problem

_MOST_PLACES = 30  # before or behind the point


def written(cell: RawCell, wanted: str) -> str | Problem:
    """The text of a cell, a number as it is shown; a Problem for what no text stands for.

    A day is no text: ask `day_in` first where days are wanted.
    """
    content = cell.content
    match cell.kind:
        case CellKind.TEXT:
            return str(content)
        case CellKind.EMPTY:
            return fault("no_cached_value") if cell.formula else ""
        case CellKind.NUMBER:
            if date_parts(cell.number_format):
                return fault("date_in_number", wanted=wanted)
            number = number_in(cell)
            if abs(number.adjusted()) > _MOST_PLACES:
                return fault("not_a_number", wanted=wanted)
            return shown(number, cell.number_format).text or shown(number).text
        case CellKind.ERROR:
            return fault("cell_error", found=content)
        case CellKind.BOOLEAN:
            return fault("boolean", wanted=wanted)
    return fault("date_in_number", wanted=wanted)


def number_in(cell: RawCell) -> Decimal:
    """The number in a cell of the kind NUMBER, as Excel holds it; 0 for what is no number."""
    content = cell.content
    number = content if isinstance(content, Decimal) else Decimal(str(content))
    return without_noise(number) if number.is_finite() else Decimal(0)


def day_in(cell: RawCell) -> tuple[date, str, bool] | None:
    """The day in a cell, which parts of it are shown (y, m, d), and whether a time is with it.

    None where the cell holds no day.
    """
    content = cell.content
    parts = date_parts(cell.number_format)
    if cell.kind is CellKind.NUMBER and parts:
        number = number_in(cell)
        day = serial_day(number)
        return (day, parts, number % 1 != 0) if day else None
    if isinstance(content, datetime):
        return content.date(), parts or "ymd", content.time() != time()
    if isinstance(content, date):
        return content, parts or "ymd", False
    return None
