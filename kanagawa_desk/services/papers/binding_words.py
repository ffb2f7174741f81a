"""Bindings in words: what each is called, and every value that it shows by name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.official_text.free_tables import FreeTable
from kanagawa_desk.domain.papers.bindings import (
    SIDE_BY_SIDE,
    BedBinding,
    Binding,
    BrokenBindingError,
    PeriodTable,
    PlanBinding,
    SeriesTable,
    parse_binding,
)
from kanagawa_desk.domain.papers.blocks import Block
from kanagawa_desk.domain.papers.chart_bindings import figures_of, parse_chart
from kanagawa_desk.domain.papers.image_bindings import parse_image
from kanagawa_desk.domain.papers.printed import PrintedTable
from kanagawa_desk.domain.papers.printed_beds import REFERENCE_MARK
from kanagawa_desk.domain.papers.prose_numbers import TOTAL, ProseNumber, figures_in
from kanagawa_desk.domain.periods import Period
from kanagawa_desk.domain.writing import period_label
from kanagawa_desk.services.papers.bound_charts import chart_spec
from kanagawa_desk.services.papers.bound_numbers import number_text
from kanagawa_desk.services.papers.figures import PaperFigures

_UNREADABLE = "読めない結び付き"


@dataclass(frozen=True, slots=True)
class BoundThing:
    """One thing that a block binds: the text that binds it, what it is called, its values.

    Values are by the name of their cell, in order, the one of a number by none; None where
    the binding is broken.
    """

    text: str
    label: str
    values: dict[str, str] | None


def bound_things(block: Block, figures: PaperFigures) -> list[BoundThing]:
    """What a block binds: one table, chart or image, or the numbers in its prose."""
    match block.kind:
        case "table":
            return _table_things(block.binding, figures)
        case "chart" if block.binding:
            return [_chart_thing(block.binding, figures)]
        case "figure" if block.binding:
            return [_image_thing(block.binding)]
    return [
        _number_thing(text, number, figures)
        for text, number in figures_in(block.text)
        if number is not None
    ]


def _table_things(text: str, figures: PaperFigures) -> list[BoundThing]:
    try:
        binding = parse_binding(text)
    except BrokenBindingError:
        return [BoundThing(text, _UNREADABLE, None)]
    if isinstance(binding, FreeTable):
        return []
    return [_figures_thing(text, "", binding, figures)]


def _chart_thing(text: str, figures: PaperFigures) -> BoundThing:
    try:
        chart = parse_chart(text)
    except BrokenBindingError:
        return BoundThing(text, _UNREADABLE, None)
    thing = _figures_thing(text, "グラフ ", figures_of(chart), figures)
    try:
        chart_spec(chart, figures)
    except BrokenBindingError:
        return replace(thing, values=None)
    return thing


def _figures_thing(text: str, kind: str, binding: Binding, figures: PaperFigures) -> BoundThing:
    label = kind + _label(binding, figures)
    try:
        return BoundThing(text, label, _cells(figures.table(_named_first(_spread(binding)))))
    except BrokenBindingError:
        return BoundThing(text, label, None)


def _image_thing(text: str) -> BoundThing:
    try:
        return BoundThing(text, parse_image(text).name, {})
    except BrokenBindingError:
        return BoundThing(text, _UNREADABLE, None)


def _number_thing(text: str, number: ProseNumber, figures: PaperFigures) -> BoundThing:
    label = number_label(number, figures)
    try:
        return BoundThing(text, label, {"": number_text(number, figures)})
    except BrokenBindingError:
        return BoundThing(text, label, None)


def _spread(binding: Binding) -> Binding:
    """The same figures with every value in a cell of its own, whose heads say what it is."""
    match binding:
        case BedBinding():
            return replace(binding, form=SIDE_BY_SIDE, transposed=False)
        case PeriodTable() | SeriesTable():
            return replace(binding, transposed=False)
    return binding


def _named_first(binding: Binding) -> Binding:
    """A plan is known by its name and not by its number in the list."""
    if not isinstance(binding, PlanBinding):
        return binding
    others = tuple(name for name in binding.columns if name != "name")
    return replace(binding, columns=("name", *others))


def _cells(table: PrintedTable) -> dict[str, str]:
    """The values of a table by row and head; a table without row labels has heads alone."""
    cells: dict[str, str] = {}
    heads = [
        " ".join(line for line in lines if line not in ("", REFERENCE_MARK)) for lines in table.head
    ]
    labelled = not heads[0] or len(table.rows) > 1 or table.columns[0].align == "left"
    for row in table.rows:
        name = "".join(row[0]) if labelled else ""
        for at in range(1 if labelled else 0, len(heads)):
            cells[f"{name}　{heads[at]}".strip("　")] = " ".join(row[at])
    return cells


def _label(binding: Binding, figures: PaperFigures) -> str:
    """療養病床・一般病床 R5.4.1・R6.4.1, 計画一覧, RPA 累計業務数 ほか2 R元～R6."""
    match binding:
        case BedBinding():
            known = figures.bed_types.get(binding.bed_type)
            name = known.name if known else "病床数"
            return f"{name} {'・'.join(map(short_date, binding.dates))}"
        case PlanBinding():
            return "計画一覧"
        case PeriodTable():
            series = [one for row in binding.rows for one in row.series]
            return f"{_series_label(series, figures)} {_span(binding.periods)}".strip()
        case SeriesTable():
            series = [one for row in binding.rows for one in row.series]
            return f"{_series_label(series, figures)} {period_label(binding.period)}"
    return "表"


def _series_label(series: Sequence[str], figures: PaperFigures) -> str:
    named = [figures.series_name(one) for one in series if one in figures.series]
    if not named:
        return "指標"
    return named[0] if len(series) == 1 else f"{named[0]} ほか{len(series) - 1}"


def _span(periods: Sequence[Period]) -> str:
    if not periods:
        return ""
    first, last = period_label(periods[0]), period_label(periods[-1])
    return first if first == last else f"{first}～{last}"


def number_label(number: ProseNumber, figures: PaperFigures) -> str:
    """What a number is called: 療養病床・一般病床 合計 病床数 R6.4.1, RPA 累計業務数 R6."""
    match number.word:
        case "指標":
            when = period_label(number.period)
            return f"{_series_label([number.series], figures)} {when}"
        case "見出し" | "見出し番号":
            return number.word
        case "計画数":
            division = figures.divisions.get(number.division)
            return f"計画数 {division.name if division else ''}".strip()
    bed_type = figures.bed_types.get(number.bed_type)
    area = figures.areas.get(number.area)
    parts = (
        bed_type.name if bed_type else "",
        "合計" if number.area == TOTAL else area.name if area else "",
        number.word,
        short_date(number.day) if number.day else "",
    )
    return " ".join(filter(None, parts))
