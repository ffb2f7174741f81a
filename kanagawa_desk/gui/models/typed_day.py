"""A day typed outside a grid, read as in any cell."""

from datetime import date

from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.questions import question
from kanagawa_desk.domain.readers import read_field
from kanagawa_desk.domain.reading import Context, Got
from kanagawa_desk.domain.records import BedSet


def read_day(text: str, today: date) -> tuple[date | None, str]:
    """The reference date that a text means, or why it means none."""
    reading = read_field(record_type(BedSet).field("as_of"), typed(text), Context(base=today))
    if isinstance(reading, Got) and isinstance(reading.value, date):
        return reading.value, ""
    return None, question(reading) or "基準日を入れてください。"
