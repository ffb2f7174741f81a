"""The rows above the figures: hidden column keys, title, note, one or two rows of headings."""

from collections.abc import Iterator
from itertools import groupby

from kanagawa_desk.domain.layout import Column
from kanagawa_desk.exchange.names import marker
from kanagawa_desk.exchange.writing.frame import HEAD_ROW, KEY_ROW, NOTE_ROW, TITLE_ROW, Frame
from kanagawa_desk.exchange.writing.looks import FAINT_INK, HEAD_FILL, Look, Looks
from kanagawa_desk.exchange.writing.markup import cell_xml, row_xml
from kanagawa_desk.exchange.writing.measures import lines_of, row_height

TITLE = Look(bold=True, size=16)
LEGEND = Look(size=9, ink=FAINT_INK)
UNIT = Look(size=10, align="right")
HEADING = Look(fill=HEAD_FILL, border="grid", align="center", wrap=True, bold=True, size=10)

_LEGEND = "色のついたセルに入力してください。灰色のセルは自動計算です。"


def heading_rows(frame: Frame, looks: Looks) -> Iterator[str]:
    """The rows of a sheet down to its last row of headings."""
    layout, columns = frame.layout, frame.layout.columns
    plain = looks[Look()]
    keys = [cell_xml(f"A{KEY_ROW}", plain, marker(layout.ledger, layout.name))]
    keys += (cell_xml(f"{frame.letters[each.key]}{KEY_ROW}", plain, each.key) for each in columns)
    yield row_xml(KEY_ROW, keys, hidden=True)
    yield row_xml(TITLE_ROW, [cell_xml(f"B{TITLE_ROW}", looks[TITLE], layout.title)], 28)
    legend = cell_xml(f"B{NOTE_ROW}", looks[LEGEND], _LEGEND)
    unit = cell_xml(f"{frame.last_letter}{NOTE_ROW}", looks[UNIT], layout.unit_note)
    yield row_xml(NOTE_ROW, [legend, unit] if len(columns) > 1 else [legend], 18)
    for row, texts in enumerate(_texts(frame), HEAD_ROW):
        cells = [
            cell_xml(f"{name}{row}", looks[HEADING], text)
            for name, text in zip(frame.letters.values(), texts, strict=True)
        ]
        yield row_xml(row, cells, row_height(_label_lines(frame) if row == frame.label_row else 1))


def merged_headings(frame: Frame) -> Iterator[str]:
    """The ranges to merge: a group over its columns, a column without group over both rows."""
    if frame.label_row == HEAD_ROW:
        return
    for group, run in groupby(frame.layout.columns, key=_group):
        names = [frame.letters[column.key] for column in run]
        if not group:
            yield from (f"{name}{HEAD_ROW}:{name}{frame.label_row}" for name in names)
        elif len(names) > 1:
            yield f"{names[0]}{HEAD_ROW}:{names[-1]}{HEAD_ROW}"


def _texts(frame: Frame) -> list[list[str]]:
    """The headings row by row; only the first cell of a merged range has its text."""
    columns = frame.layout.columns
    if frame.label_row == HEAD_ROW:
        return [[column.label for column in columns]]
    groups: list[str] = []
    for group, run in groupby(columns, key=_group):
        labels = [column.label for column in run]
        groups += [group, *[""] * (len(labels) - 1)] if group else labels
    return [groups, [column.label if column.group else "" for column in columns]]


def _label_lines(frame: Frame) -> int:
    """Lines of the last heading row; a label without group has the row above as well."""
    above = frame.label_row - HEAD_ROW
    return max(
        lines_of(each.label, frame.widths[each.key]) - (0 if each.group else above)
        for each in frame.layout.columns
    )


def _group(column: Column) -> str:
    return column.group
