"""The messages in which a workbook crosses from the child that reads it, put together again."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from kanagawa_desk.domain.cells import RawCell
from kanagawa_desk.exchange import base
from kanagawa_desk.exchange.collector import collector_at_rest
from kanagawa_desk.exchange.found import Counts, Finding, Remark, SheetRead, WorkbookRead
from kanagawa_desk.exchange.reading.answers import answer_head
from kanagawa_desk.exchange.reading.cells import CellReader

Message = Mapping[str, Any]
"""Lists, texts and numbers only, as JSON has them.

The shared texts and the number formats come first, then for each sheet its title, its rows in
pieces, and at its end the ranges that are merged, the cells that are struck through, and remarks.
"""


@collector_at_rest()
def assembled(messages: Iterable[Message]) -> WorkbookRead:
    """The workbook that the messages of reader.read_messages tell of."""
    stream = iter(messages)
    tables = next(stream)
    reader = CellReader(tables["texts"], tables["formats"], since_1904=tables["since_1904"])
    sheets = []
    title, rows = "", dict[int, dict[int, RawCell]]()
    for message in stream:
        if "sheet" in message:
            title, rows = message["sheet"], {}
        elif "rows" in message:
            for row, cells in message["rows"]:
                rows[row] = {cell[0]: reader.read(cell) for cell in cells}
        else:
            merged = tuple(
                (top, left, bottom, right) for top, left, bottom, right in message["merged"]
            )
            struck = frozenset((row, column) for row, column in message["struck"])
            remarks = tuple(Remark(*each) for each in message["remarks"])
            sheets.append(SheetRead(title, rows, merged, struck, remarks))
    return _workbook(sheets, _moment(tables["saved"]))


def _workbook(sheets: Sequence[SheetRead], saved: datetime | None) -> WorkbookRead:
    hidden = [each for each in sheets if each.title == base.SHEET]
    visible = tuple(each for each in sheets if each not in hidden)
    version, request, sent = base.from_hidden_rows(_texts(hidden[0]) if hidden else ())
    head, problems = answer_head(visible)
    if version > base.VERSION:
        message = "新しい版のかながわデスクで作られたファイルです。プログラムを更新してください。"
        problems = (*problems, Finding(base.SHEET, "", "newer_format", message))
    filled = [row for sheet in visible for row in sheet.rows.values()]
    counts = Counts(len(visible), len(filled), sum(map(len, filled)))
    return WorkbookRead(request, version, visible, counts, head, sent, problems, saved)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _texts(sheet: SheetRead) -> list[list[str]]:
    return [
        [str(sheet.cell(number, column).content or "") for column in range(1, max(row) + 1)]
        for number, row in sorted(sheet.rows.items())
    ]
