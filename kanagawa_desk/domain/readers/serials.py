"""Excel's day numbers."""

from datetime import date, timedelta
from decimal import Decimal

_FIRST = date(1899, 12, 30)  # day numbers count from here, from 1 March 1900 on
_LEAP_BUG = 60  # Excel has a 29 February 1900
_LAST = 2_958_465  # 31 December 9999


def serial_day(number: Decimal) -> date | None:
    """The day of a day number (1900 date system); None where it stands for none."""
    if not _LEAP_BUG < number <= _LAST:
        return None
    return _FIRST + timedelta(days=int(number))


def likely_serial(text: str) -> date | None:
    """The day of a text that looks like a day number between 1955 and 2119."""
    if len(text) != 5 or not text.isdecimal() or not "20000" <= text <= "80000":
        return None
    return serial_day(Decimal(text))
