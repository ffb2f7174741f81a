"""The one way in for numbers, from text or from a cell that holds one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import number_in, written
from kanagawa_desk.domain.readers.number_formats import NumberFormat, Shown, number_format, shown
from kanagawa_desk.domain.readers.number_texts import read_closely, read_number_text
from kanagawa_desk.domain.readers.numerals import MOST_DIGITS
from kanagawa_desk.domain.readers.rules import RATE, Rule
from kanagawa_desk.domain.reading import Ambiguous, Got, Problem, Reading
from kanagawa_desk.domain.values import BLANK, Measured, Number

_BLANK = Got(BLANK)
_MOST = 10**MOST_DIGITS


def read_number(cell: RawCell, rule: Rule, base: date | None, decimals: int = 0) -> Reading:
    """A cell read as a number under a rule, a Measured; `decimals` are the column's own."""
    kind = cell.kind
    if kind is CellKind.TEXT:
        return read_number_text(rule, str(cell.content), base)
    if kind is CellKind.EMPTY and not cell.formula:
        return _BLANK
    if kind is not CellKind.NUMBER:
        text = written(cell, rule.wanted)
        return text if isinstance(text, Problem) else _BLANK
    form = number_format(cell.number_format)
    if form.plain:
        number = number_in(cell)
        if _is_plain(number, form, rule):
            return Got(Measured(int(number) * rule.factor if rule.as_int else number))
    return _as_shown(cell, rule, base, decimals)


def _is_plain(number: Decimal, form: NumberFormat, rule: Rule) -> bool:
    """Whether a number that is shown as it is needs no closer look."""
    if (number < 0 and not rule.signed) or abs(number) >= _MOST:
        return False
    if rule.whole:
        return number == number.to_integral_value()
    places = form.positive.places
    if places is not None and -int(number.as_tuple().exponent) > places:
        return False
    return rule is not RATE or 1 < abs(number) <= 100


def _as_shown(cell: RawCell, rule: Rule, base: date | None, decimals: int) -> Reading:
    """A number by what its cell shows; asked about where that is not what the cell holds."""
    text = written(cell, rule.wanted)
    if isinstance(text, Problem):
        return text
    number = number_in(cell)
    form = shown(number, cell.number_format)
    held = Measured(int(number) if rule.as_int else number)
    if not form.text:
        return Ambiguous((held,), doubts.HIDDEN_BY_FORMAT)
    if rule is RATE and decimals and not form.short and _is_point(cell.number_format):
        text += "%"  # a column of 0.0 shows 0.7 for 0.7 %, where a bare 0.744 is in doubt
    reading = read_closely(rule, text, base, typed=False)
    if isinstance(reading, Ambiguous) and rule is RATE and number > 1 and text.endswith("%"):
        return replace(reading, candidates=(held, *reading.candidates))
    if not isinstance(reading, Got):
        return reading
    value = reading.value
    if value.number is None:
        doubt = doubts.HIDDEN_BY_FORMAT if number else doubts.ZERO_OR_NONE
        return Ambiguous((held, value), doubt)
    if (value.number < 0) != (number < 0) or not _same(value.number, number, cell, rule):
        return Ambiguous((held, value), doubts.SHOWN_OTHERWISE)
    return _rounded(reading, form, rule, base) if form.short else reading


def _rounded(reading: Got, form: Shown, rule: Rule, base: date | None) -> Reading:
    """A number of which the format hides digits: a quotient is what it shows, others are asked."""
    short = read_closely(rule, form.short, base, typed=False)
    if not isinstance(short, Got) or short.value == reading.value:
        return reading
    if form.quotient and not rule.whole:
        return short
    return Ambiguous((reading.value, short.value), doubts.SHOWN_OTHERWISE)


def _same(read: Number, number: Decimal, cell: RawCell, rule: Rule) -> bool:
    """Whether what is shown means the number in the cell, and not its thousands."""
    shift = number_format(cell.number_format).positive.shift
    if shift == 0 and rule.unit.endswith("円"):
        return True  # 0"千円" is how a column of 千円 is formatted
    return read == number.scaleb(max(shift, 0)) * rule.factor


def _is_point(code: str) -> bool:
    section = number_format(code).positive
    return bool(section.places) and not (section.shift or section.before or section.after)
