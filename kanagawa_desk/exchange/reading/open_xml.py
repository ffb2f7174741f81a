"""The messages of an Office Open XML workbook (.xlsx, .xlsm)."""

from collections.abc import Iterator
from zipfile import ZipFile

from kanagawa_desk.exchange.reading.messages import HIDDEN_SHEET, Message
from kanagawa_desk.exchange.reading.package import part
from kanagawa_desk.exchange.reading.parts import parts_of
from kanagawa_desk.exchange.reading.remarks import remarks_of
from kanagawa_desk.exchange.reading.sheet import SheetPart


def messages(archive: ZipFile) -> Iterator[Message]:
    """What the workbook holds, piece by piece. Raises Unreadable."""
    parts = parts_of(archive)
    yield {
        "texts": [text.content for text in parts.texts],
        "formats": parts.formats,
        "since_1904": parts.since_1904,
        "saved": parts.saved,
    }
    for title, name in sorted(parts.sheets, key=lambda each: each[0] != HIDDEN_SHEET):
        yield {"sheet": title}
        sheet = SheetPart(parts)
        with part(archive, name) as stream:
            for rows in sheet.rows(stream):
                yield {"rows": rows}
        yield {
            "merged": sheet.merged,
            "struck": sheet.struck,
            "remarks": remarks_of(archive, name),
        }
