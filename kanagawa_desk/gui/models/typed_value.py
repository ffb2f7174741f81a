"""A value typed outside a grid, read as in any cell."""

from datetime import date
from typing import Any

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.questions import field_value, question
from kanagawa_desk.domain.readers import read_field
from kanagawa_desk.domain.reading import Context, Got, Problem


def read_typed(entity: type, field: str, text: str, today: date) -> tuple[Any, str]:
    """What a text means for a field of a record, or None and why it means nothing."""
    described = record_type(entity).field(field)
    reading = read_field(described, typed(text), Context(base=today))
    if not isinstance(reading, Got):
        return None, question(reading)
    value = field_value(described, reading)
    return (None, question(value)) if isinstance(value, Problem) else (value, "")
