"""How a cell is read for the field that it is to fill, and what is said about it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.domain.eras import long_date
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.questions import field_value, question
from kanagawa_desk.domain.reading import Got, Problem, Reading
from kanagawa_desk.domain.writing import shown
from kanagawa_desk.services.contexts import Contexts, field_of


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text: how it was read, how it shows, and what to say about it."""

    address: Address
    text: str
    reading: Reading
    shown: str
    note: str
    stored: bool


def read_cell(
    address: Address, cell: RawCell, text: str, contexts: Contexts
) -> tuple[Outcome, Any]:
    """How a cell is read for a field, and the value where it is read without doubt."""
    from kanagawa_desk.domain.readers import read_field  # many, and a start reads nothing

    field, context = field_of(address), contexts.of(address)
    reading = read_field(field, cell, context)
    if isinstance(reading, Got):
        value = field_value(field, reading)
        if not isinstance(value, Problem):
            form = shown(field, value, contexts.names(field.refers), context.decimals)
            return Outcome(address, text, reading, form, _aside(value), stored=True), value
        reading = value
    note = question(reading, context.unit)
    return Outcome(address, text, reading, text, note, stored=False), None


def _aside(value: Any) -> str:
    """What is worth saying of a value that was read: a day in full."""
    return long_date(value) if isinstance(value, date) else ""
