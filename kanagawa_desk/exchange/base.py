"""The hidden sheet: which request a workbook is, and every value as it was sent."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kanagawa_desk.domain.layout import Cell, Column, Layout, RowKind
from kanagawa_desk.domain.notation import encode

SHEET = "_kdesk"
VERSION = 1

_VERSION = re.compile("[0-9]{1,4}")
_HEAD, _SHEET, _LIST = "kdesk", "sheet", "list"
_CHUNK = 30_000  # characters of a cell, below Excel's 32,767


@dataclass(frozen=True, slots=True)
class Sent:
    """What the hidden sheet says of one sheet: its name then, its layout, its values."""

    title: str
    ledger: str
    name: str
    digest: str
    text: str

    def intact(self, request: str) -> bool:
        """Whether nothing of it was altered."""
        return self.digest == _digest(request, self.ledger, self.name, self.text)


def editable(column: Column, cell: Cell) -> bool:
    """Whether a cell is asked for: it lives in a record and is not computed."""
    return cell.address is not None and column.computation is None


def sent(layout: Layout, title: str, request: str) -> Sent:
    """What is to be remembered of a layout when it leaves."""
    text = json.dumps(_values(layout), separators=(",", ":"))
    digest = _digest(request, layout.ledger, layout.name, text)
    return Sent(title, layout.ledger, layout.name, digest, text)


def hidden_rows(request: str, sheets: Iterable[Sent]) -> Iterator[list[str]]:
    """The texts of the hidden sheet: version and request first, then a row for each sheet."""
    yield [_HEAD, str(VERSION), request]
    for each in sheets:
        chunks = (each.text[at : at + _CHUNK] for at in range(0, len(each.text), _CHUNK))
        yield [_SHEET, each.title, each.ledger, each.name, each.digest, *chunks]


def option_row(options: Sequence[str]) -> list[str]:
    """The words of a drop-down, from the second cell on."""
    return [_LIST, *options]


def from_hidden_rows(rows: Sequence[Sequence[str]]) -> tuple[int, str, tuple[Sent, ...]]:
    """Version, request and sheets from the texts of the hidden sheet; 0 when it is not ours."""
    match rows:
        case [[head, version, *rest], *_] if head == _HEAD and _VERSION.fullmatch(version):
            request = rest[0] if rest else ""
        case _:
            return 0, "", ()
    sheets = []
    for row in rows:
        if row[0] == _SHEET and len(row) > 4:
            title, ledger, name, digest = row[1:5]
            sheets.append(Sent(title, ledger, name, digest, "".join(row[5:])))
    return int(version), request, tuple(sheets)


def values_sent(text: str) -> Mapping[tuple[str, str], str]:
    """The values of `Sent.text` by row and column key, each as domain.notation encodes it.

    Raises ValueError for a text that is not ours, whatever its digest says.
    """
    try:
        stored = json.loads(text)
        columns = stored["columns"]
        values = {
            (row, column): value
            for row, cells in stored["rows"].items()
            for column, value in zip(columns, cells, strict=True)
            if value is not None
        }
    except (LookupError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError("values sent") from fault
    if not all(isinstance(value, str) for value in values.values()):
        raise ValueError("values sent")
    return values


def _values(layout: Layout) -> dict[str, object]:
    return {
        "columns": [column.key for column in layout.columns],
        "rows": {
            row.key: [
                encode(cell.value) if editable(column, cell) else None
                for column, cell in zip(layout.columns, row.cells, strict=True)
            ]
            for row in layout.rows
            if row.kind is RowKind.RECORD
        },
    }


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join((str(VERSION), *parts)).encode()).hexdigest()
