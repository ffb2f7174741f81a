"""The messages of a text file of values (.csv, .tsv), in UTF-8, CP932 or UTF-16."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import IO

from kanagawa_desk.exchange.addresses import MAX_COLUMN, MAX_ROW
from kanagawa_desk.exchange.reading.messages import Message
from kanagawa_desk.exchange.reading.package import WIDE_TEXT, is_text
from kanagawa_desk.exchange.reading.sheet import PlainCell, PlainRow
from kanagawa_desk.exchange.unreadable import Unreadable

_SUFFIXES = (".csv", ".tsv", ".txt")
_ENCODINGS = ("utf-8-sig", "cp932")
_DELIMITERS = ",\t;"
_LONGEST = 131_072  # characters between two signs
_LOOKED_AT = 50  # lines in which the delimiter is counted
_AT_A_TIME = 1000  # rows that cross from the child together


def is_delimited(path: Path, file: IO[bytes]) -> bool:
    """Whether a file is read as values in text: it is called so, and begins as text does."""
    return path.suffix.lower() in _SUFFIXES and is_text(file)


def messages(path: Path, file: IO[bytes]) -> Iterator[Message]:
    """The values as one sheet of texts, named as the file. Raises Unreadable."""
    text = _decoded(file.read())
    yield {"texts": [], "formats": ["General"], "since_1904": False, "saved": ""}
    yield {"sheet": path.stem}
    csv.field_size_limit(_LONGEST)
    lines = csv.reader(StringIO(text, ""), delimiter=_delimiter(text))
    rows: list[PlainRow] = []
    try:
        for number, values in enumerate(lines, 1):
            if number > MAX_ROW or len(values) > MAX_COLUMN:
                raise Unreadable("too_large", f"{MAX_ROW:,} 行、{MAX_COLUMN:,} 列超")
            filled = [_cell(at, value) for at, value in enumerate(values, 1) if value]
            if filled:
                rows.append((number, filled))
            if len(rows) == _AT_A_TIME:
                yield {"rows": rows}
                rows = []
    except csv.Error as fault:
        raise Unreadable("damaged", f"{lines.line_num}行目") from fault
    yield {"rows": rows}
    yield {"merged": [], "struck": [], "remarks": []}


def _cell(column: int, value: str) -> PlainCell:
    return column, "str", value, 0, ""


def _decoded(content: bytes) -> str:
    if content.startswith(WIDE_TEXT):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("not_excel", "文字コードの分からない文字データ")


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first lines; a comma where there is none."""
    top = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    return max(_DELIMITERS, key=top.count)
