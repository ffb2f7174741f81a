"""The rows below the headings: values to fill in, live formulas, totals, sections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.layout import Column, Row, RowKind
from kanagawa_desk.exchange.form import editable
from kanagawa_desk.exchange.writing import formulas
from kanagawa_desk.exchange.writing.contents import (
    DATE_FORMAT,
    FIGURES,
    NONE_MARK,
    Content,
    content,
    number_format,
    places,
)
from kanagawa_desk.exchange.writing.frame import Frame
from kanagawa_desk.exchange.writing.looks import HEAD_FILL, INPUT_FILL, LOCKED_FILL, Look, Looks
from kanagawa_desk.exchange.writing.markup import FORMULA_SIGNS, cell_xml, escaped, row_xml
from kanagawa_desk.exchange.writing.measures import lines_of, row_height

Contents = dict[str, Content]  # of one row, by column key

_ROWS = {
    RowKind.RECORD: Look(border="grid"),
    RowKind.TOTAL: Look(border="total", fill=HEAD_FILL, bold=True),
    RowKind.SECTION: Look(border="band", fill=LOCKED_FILL, bold=True),
}


def body_rows(frame: Frame, looks: Looks) -> Iterator[str]:
    """The rows of a layout, each with its key in the hidden first column.

    A total adds up the records right above it.
    """
    layout = frame.layout
    styles: dict[tuple[int, RowKind, bool, int | str], int] = {}
    above: list[Contents] = []
    for number, row in enumerate(layout.rows, frame.first_row):
        contents = _contents(layout.columns, row, above)
        cells = [cell_xml(f"A{number}", looks[Look()], row.key)]
        for index, (column, cell) in enumerate(zip(layout.columns, row.cells, strict=True)):
            value = contents[column.key]
            asked = editable(column, cell)
            shape = _shape(value, row.decimals or column.field.decimals)
            kind = index, row.kind, asked, shape
            if kind not in styles:
                styles[kind] = looks[_look(column, row.kind, shape, asked=asked)]
            letter = frame.letters[column.key]
            formula = _formula(frame, column, row.kind, number, len(above))
            cells.append(cell_xml(f"{letter}{number}", styles[kind], value, formula))
        lines = 1 if row.kind is RowKind.SECTION else _lines(frame, contents)
        yield row_xml(number, cells, row_height(lines))
        if row.kind is RowKind.RECORD:
            above.append(contents)
        else:
            above.clear()


def _contents(columns: Sequence[Column], row: Row, above: Sequence[Contents]) -> Contents:
    """What a row shows, with for each formula what Excel would get from the cells it names."""
    found: Contents = {}
    computed = []
    for column, cell in zip(columns, row.cells, strict=True):
        if column.computation is None or row.kind is RowKind.SECTION:
            value = content(cell, row.decimals or column.field.decimals)
            if row.kind is RowKind.TOTAL and column.summed and not _summable(column, above):
                value = ""
            found[column.key] = value
        else:
            computed.append((column, column.computation, cell))
    for column, how, cell in computed:
        both = _is_figure(found.get(how.left)) and _is_figure(found.get(how.right))
        value = content(cell, column.field.decimals)
        found[column.key] = value if both and _is_figure(value) else ""
    return found


def _lines(frame: Frame, contents: Contents) -> int:
    texts = ((key, value) for key, value in contents.items() if isinstance(value, str))
    return max((lines_of(value, frame.widths[key]) for key, value in texts), default=1)


def _summable(column: Column, above: Sequence[Contents]) -> bool:
    return all(_is_figure(part := each[column.key]) or part == NONE_MARK for each in above)


def _is_figure(value: Content | None) -> bool:
    return isinstance(value, (int, Decimal))


def _formula(frame: Frame, column: Column, kind: RowKind, number: int, above: int) -> str:
    if kind is RowKind.SECTION:
        return ""
    if column.computation is not None:
        decimals = column.field.decimals
        return escaped(formulas.computed(column.computation, frame.letters, number, decimals))
    if kind is RowKind.TOTAL and column.summed and above:
        return escaped(formulas.total(frame.letters[column.key], number - above, number - 1))
    return ""


def _shape(value: Content, decimals: int) -> int | str:
    """What of a value bears on its look: a figure's decimals, a text that must be quoted."""
    if isinstance(value, (int, Decimal)):
        return places(value, decimals)
    if isinstance(value, str) and value.startswith(FORMULA_SIGNS):
        return "quoted"
    return decimals


def _look(column: Column, kind: RowKind, shape: int | str, *, asked: bool) -> Look:
    field = column.field
    figure = field.kind in FIGURES
    row = _ROWS[kind]
    if kind is RowKind.SECTION:
        return replace(row, quoted=shape == "quoted")
    fill = INPUT_FILL if asked else LOCKED_FILL if field.computed or column.computation else ""
    return replace(
        row,
        fill=row.fill or fill,
        align=_ALIGN.get(field.kind, "left"),
        wrap=not figure,
        number_format=_format(field.kind, shape, asked=asked),
        digits=figure or field.kind is Kind.DATE,
        locked=not asked,
        quoted=shape == "quoted",
    )


_ALIGN: Mapping[Kind, str] = dict.fromkeys(FIGURES, "right") | {
    Kind.INTEGER: "center",
    Kind.YES_NO: "center",
    Kind.DATE: "center",
}


def _format(kind: Kind, shape: int | str, *, asked: bool) -> str:
    if kind in FIGURES:
        return number_format(shape if isinstance(shape, int) else 0)
    if kind is Kind.INTEGER:
        return "0"
    if kind is Kind.DATE:
        return DATE_FORMAT
    # As text, or Excel makes dates of what looks like one (R6.3, 1-2).
    return "@" if asked and kind is not Kind.NOTE else "General"
