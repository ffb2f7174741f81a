"""Tables that are bound to no ledger: their cells, kept as JSON in the block's binding."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Row = tuple[str, ...]
Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FreeTable:
    """A table of texts; `head` is empty where it has none, else as wide as every row."""

    head: Row
    rows: Rows


def free_table_binding(rows: Sequence[Sequence[str]], *, headed: bool = True) -> str:
    """The binding of a table of these rows, the first one its head where `headed`.

    >>> free_table_binding([["区分", "計"], ["県", "4"]])
    '{"table":{"head":["区分","計"],"rows":[["県","4"]]}}'
    """
    head, body = (rows[0], rows[1:]) if headed and rows else ((), rows)
    content = {"table": {"head": list(head), "rows": [list(row) for row in body]}}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def parse_free_table(content: Mapping[str, Any]) -> FreeTable:
    """The table that a binding's JSON object holds, rows filled up to one width.

    Raises KeyError, TypeError or ValueError where it holds none.
    """
    table = content["table"]
    head, rows = _row(table["head"]), [_row(row) for row in table["rows"]]
    width = max(map(len, [head, *rows]))
    if not width:
        raise ValueError("a table without cells")
    return FreeTable(
        _filled(head, width) if head else (), tuple(_filled(row, width) for row in rows)
    )


def _row(cells: Any) -> Row:
    if not isinstance(cells, list) or not all(isinstance(cell, str) for cell in cells):
        raise TypeError("a row is a list of texts")
    return tuple(cells)


def _filled(row: Row, width: int) -> Row:
    return row + ("",) * (width - len(row))
