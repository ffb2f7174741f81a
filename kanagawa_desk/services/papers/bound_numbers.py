"""Numbers in prose filled in from the ledgers."""

from kanagawa_desk.domain.layout import Layout, Row, RowKind
from kanagawa_desk.domain.papers.bindings import BedBinding, BrokenBindingError
from kanagawa_desk.domain.papers.printed_tables import ABSENT
from kanagawa_desk.domain.papers.prose_numbers import BED_WORDS, TOTAL, UNITS, ProseNumber
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.domain.writing import measured_text
from kanagawa_desk.services.papers.figures import PaperFigures, known


def number_text(number: ProseNumber, figures: PaperFigures) -> str:
    """A number with its unit: 61,379床, 9圏域, 16計画, or that of a heading; ― where it is missing.

    Raises BrokenBindingError where the ledgers lack what it names.
    """
    unit = UNITS.get(number.word, "")
    match number.word:
        case "指標":
            known([(number.series, number.period)], figures.metrics.observations)
            assert number.period is not None
            return figures.metrics.text(number.series, number.period)
        case "計画数":
            return f"{_plan_count(number, figures)}{unit}"
        case "見出し":
            return "".join(figures.heading_path(number.heading))
        case "見出し番号":
            return figures.heading_path(number.heading)[-1]
        case "圏域数":
            return f"{figures.area_count(number.bed_type)}{unit}"
    value, decimals = _bed_value(number, figures)
    return measured_text(value, unit, decimals) or ABSENT


def _plan_count(number: ProseNumber, figures: PaperFigures) -> int:
    layout = figures.plans()
    if not number.division:
        return len(layout.rows)
    known([number.division], figures.divisions)
    at = layout.column_index("division")
    return sum(row.cells[at].value == number.division for row in layout.rows)


def _bed_value(number: ProseNumber, figures: PaperFigures) -> tuple[Measured, int]:
    dates = (number.day,) if number.day else ()
    layout = figures.beds(BedBinding(number.bed_type, number.edition, dates))
    name = BED_WORDS[number.word]
    try:
        at = layout.column_index(f"{name}@{number.day}" if number.day else name)
    except KeyError as error:
        raise BrokenBindingError(number) from error
    value = _row(layout, number.area).cells[at].value
    assert isinstance(value, Measured)
    return value, layout.columns[at].field.decimals


def _row(layout: Layout, area: str) -> Row:
    """The row of an area; the total of a bed type that has one area is that area."""
    for row in layout.rows:
        if row.key == area or (area == TOTAL and row.kind is RowKind.TOTAL):
            return row
    if area == TOTAL and len(layout.rows) == 1:
        return layout.rows[0]
    raise BrokenBindingError(area)
