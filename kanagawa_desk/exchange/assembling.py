"""A workbook put together again from the messages of the child that read it."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kanagawa_desk.exchange import base
from kanagawa_desk.exchange.collector import collector_at_rest
from kanagawa_desk.exchange.found import Counts, Finding, Remark, SheetRead, WorkbookRead
from kanagawa_desk.exchange.reader import read_messages
from kanagawa_desk.exchange.reading.answers import answer_head
from kanagawa_desk.exchange.reading.cells import CellReader, Row
from kanagawa_desk.exchange.reading.messages import HIDDEN_SHEET, Message


def read_workbook(path: Path) -> WorkbookRead:
    """What a workbook holds, read in this process. Raises Unreadable."""
    return assembled(read_messages(path))


@collector_at_rest()
def assembled(messages: Iterable[Message]) -> WorkbookRead:
    """The workbook that the messages of reader.read_messages tell of."""
    stream = iter(messages)
    tables = next(stream)
    reader = CellReader(tables["texts"], tables["formats"], since_1904=tables["since_1904"])
    sent = base.from_hidden_rows(())
    sheets = []
    title, rows = "", dict[int, Row]()
    for message in stream:
        if "sheet" in message:
            title, rows = message["sheet"], {}
        elif "rows" in message:
            for row, cells in message["rows"]:
                rows[row] = Row(reader, cells)
        else:
            merged = tuple(
                (top, left, bottom, right) for top, left, bottom, right in message["merged"]
            )
            struck = frozenset((row, column) for row, column in message["struck"])
            remarks = tuple(Remark(*each) for each in message["remarks"])
            sheet = SheetRead(title, rows, merged, struck, remarks)
            if title == HIDDEN_SHEET:
                sent = base.from_hidden_rows(_texts(sheet))
            else:
                sheets.append(sheet)
    return _workbook(sheets, sent, _moment(tables["saved"]))


def _workbook(
    sheets: Sequence[SheetRead], hidden: base.Hidden, saved: datetime | None
) -> WorkbookRead:
    version, request, sent = hidden
    head, problems = answer_head(sheets)
    if version > base.VERSION:
        message = "新しい版のかながわデスクで作られたファイルです。プログラムを更新してください。"
        problems = (*problems, Finding(HIDDEN_SHEET, "", "newer_format", message))
    filled = [row for sheet in sheets for row in sheet.rows.values()]
    counts = Counts(len(sheets), len(filled), sum(map(len, filled)))
    return WorkbookRead(request, version, tuple(sheets), counts, head, sent, problems, saved)


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
