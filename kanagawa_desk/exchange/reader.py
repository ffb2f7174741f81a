"""Read a returned workbook; what parses the file belongs in a child that can be killed."""

from collections.abc import Iterator
from pathlib import Path

from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.reading.messages import Message, assembled
from kanagawa_desk.exchange.reading.package import opened, part
from kanagawa_desk.exchange.reading.parts import parts_of
from kanagawa_desk.exchange.reading.sheet import SheetPart
from kanagawa_desk.exchange.unreadable import Unreadable

MAX_CELLS = 2_000_000


def read_messages(path: Path) -> Iterator[Message]:
    """What a workbook holds, piece by piece as it crosses from the child. Raises Unreadable."""
    cells = 0
    with opened(path) as archive:
        parts = parts_of(archive)
        yield {
            "texts": [text.content for text in parts.texts],
            "struck": [number for number, text in enumerate(parts.texts) if text.struck],
            "formats": parts.formats,
            "since_1904": parts.since_1904,
            "saved": parts.saved,
        }
        for title, name in parts.sheets:
            yield {"sheet": title}
            sheet = SheetPart(parts)
            with part(archive, name) as stream:
                for rows in sheet.rows(stream):
                    cells += sum(len(each) for _, each in rows)
                    if cells > MAX_CELLS:
                        raise Unreadable("too_large", f"{MAX_CELLS:,} セル超")
                    yield {"rows": rows, "cells": cells}
            yield {"merged": sheet.merged}


def read_workbook(path: Path) -> WorkbookRead:
    """What a workbook holds, read in this process. Raises Unreadable."""
    return assembled(read_messages(path))
