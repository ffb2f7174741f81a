"""What a value becomes in a cell of a workbook, so that the readers take it back unchanged."""

from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Cell
from kanagawa_desk.domain.values import Measured, Missing
from kanagawa_desk.domain.writing import measured_text

Content = int | Decimal | date | str

NONE_MARK = "―"
MARKS = {
    Missing.BLANK: "",
    Missing.NONE: NONE_MARK,
    Missing.PENDING: "未集計",
    Missing.UNKNOWN: "不詳",
    Missing.SECRET: "x",
}
"""Each missing reason is told apart in a workbook, unlike on paper where ― covers several."""

DATE_FORMAT = "[$-411]ge.m.d;@"  # R6.4.1, in Excel and in LibreOffice

_EXACT_DIGITS = 15  # beyond these Excel drops digits
_FIRST_DATE = date(1900, 3, 1)  # before it Excel's day numbers are wrong or none


def content(cell: Cell, decimals: int) -> Content:
    """What to write for a cell; figures are kept to `decimals`."""
    value = cell.value
    if isinstance(value, Measured):
        return _measured(value, decimals)
    if isinstance(value, bool) or not isinstance(value, (int, date)):
        return cell.text
    if isinstance(value, date) and value < _FIRST_DATE:
        return cell.text
    return value


def number_format(places: int) -> str:
    """#,##0 with ▲ before a negative figure."""
    figure = "#,##0" + ("." + "0" * places if places else "")
    return f'{figure};"▲"{figure}'


def places(figure: int | Decimal, decimals: int) -> int:
    """How many decimals to show: those kept to, or more where the figure has more."""
    return max(decimals, -int(figure.as_tuple().exponent)) if isinstance(figure, Decimal) else 0


FIGURES = (Kind.COUNT, Kind.DIFFERENCE, Kind.RATE, Kind.MEASURED)
"""The kinds whose values are figures with units; a cell of these may hold a mark instead."""


def _measured(value: Measured, decimals: int) -> Content:
    status = f"({value.status.label})" if value.status else ""
    if value.missing is not None and not value.printed:
        return MARKS[value.missing] + status
    number = value.number
    plain = not (value.printed or value.approx or status)
    if plain and isinstance(number, (int, Decimal)) and _exact(number):
        return number
    return measured_text(value, decimals=decimals) + status


def _exact(number: int | Decimal) -> bool:
    return len(str(number).lstrip("-").replace(".", "")) <= _EXACT_DIGITS
