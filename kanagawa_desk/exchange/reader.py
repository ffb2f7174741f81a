"""Read a returned workbook; what parses the file belongs in a child that can be killed."""

from collections.abc import Iterator
from pathlib import Path

from kanagawa_desk.exchange.reading import delimited, open_document, open_xml
from kanagawa_desk.exchange.reading.messages import Message
from kanagawa_desk.exchange.reading.package import is_open_document, opened, package
from kanagawa_desk.exchange.unreadable import Unreadable

MAX_CELLS = 2_000_000


def read_messages(path: Path) -> Iterator[Message]:
    """What a workbook holds, piece by piece as it crosses from the child. Raises Unreadable."""
    cells = 0
    for message in _messages(path):
        if "rows" in message:
            cells += sum(len(each) for _, each in message["rows"])
            if cells > MAX_CELLS:
                raise Unreadable("too_large", f"{MAX_CELLS:,} セル超")
            yield {**message, "cells": cells}
        else:
            yield message


def _messages(path: Path) -> Iterator[Message]:
    with opened(path) as file:
        if delimited.is_delimited(path, file):
            yield from delimited.messages(path, file)
            return
        with package(file) as archive:
            form = open_document if is_open_document(archive) else open_xml
            yield from form.messages(archive)
