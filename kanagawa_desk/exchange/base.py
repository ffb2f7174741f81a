"""The hidden sheet: which request a workbook is, and every sheet as it was sent."""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Any

from kanagawa_desk.exchange.form import Form, FormColumn, FormRow

VERSION = 1

_VERSION = re.compile("[0-9]{1,4}")
_HEAD, _SHEET, _LIST = "kdesk", "sheet", "list"
_CHUNK = 30_000  # characters of a cell, below Excel's 32,767
_MOST = 20_000_000  # characters of a form; one of 2,000,000 cells has about as many


@dataclass(frozen=True, slots=True)
class Sent:
    """What the hidden sheet says of one sheet: its name then, its layout, what it was.

    The form is None where anything of it was altered.
    """

    title: str
    ledger: str
    name: str
    form: Form | None


Hidden = tuple[int, str, tuple[Sent, ...]]
"""Version, request and sheets of a workbook; the version is 0 where it is not ours."""


def hidden_rows(request: str, forms: Iterable[Form]) -> Iterator[list[str]]:
    """The texts of the hidden sheet: version and request first, then a row for each sheet."""
    yield [_HEAD, str(VERSION), request]
    for each in forms:
        text = _text_of(each)
        digest = _digest(request, each.ledger, each.name, text)
        chunks = (text[at : at + _CHUNK] for at in range(0, len(text), _CHUNK))
        yield [_SHEET, each.title, each.ledger, each.name, digest, *chunks]


def option_row(options: Sequence[str]) -> list[str]:
    """The words of a drop-down, from the second cell on."""
    return [_LIST, *options]


def from_hidden_rows(rows: Sequence[Sequence[str]]) -> Hidden:
    """What the texts of the hidden sheet say."""
    match rows:
        case [[head, version, *rest], *_] if head == _HEAD and _VERSION.fullmatch(version):
            request = rest[0] if rest else ""
        case _:
            return 0, "", ()
    sheets = []
    for row in rows:
        if row[0] == _SHEET and len(row) > 4:
            title, ledger, name, digest = row[1:5]
            text = "".join(row[5:])
            whole = len(text) <= _MOST and digest == _digest(request, ledger, name, text)
            form = _form(title, ledger, name, text) if whole else None
            sheets.append(Sent(title, ledger, name, form))
    return int(version), request, tuple(sheets)


def _text_of(form: Form) -> str:
    columns = [
        [each.key, each.group, each.label, int(each.naming), int(each.asked)]
        for each in form.columns
    ]
    rows = [[row.key, row.words, row.values, _otherwise(row)] for row in form.rows]
    return json.dumps([columns, rows], separators=(",", ":"))


def _form(title: str, ledger: str, name: str, text: str) -> Form | None:
    """A form by its text; None for a text that is none of ours, whatever its digest says."""
    try:
        columns, rows = json.loads(text)
        return Form(
            ledger,
            name,
            title,
            tuple(_column(*each) for each in columns),
            tuple(_row(*each, width=len(columns)) for each in rows),
        )
    except (AttributeError, LookupError, TypeError, ValueError, RecursionError):
        return None


def _otherwise(row: FormRow) -> dict[int, str | None]:
    """What was written otherwise than its value is encoded, by the place of the column."""
    both = zip(row.values, row.written, strict=True)
    return {index: written for index, (value, written) in enumerate(both) if value != written}


def _column(key: object, group: object, label: object, naming: int, asked: int) -> FormColumn:
    return FormColumn(_text(key), _text(group), _text(label), naming == 1, asked == 1)


def _row(
    key: object, words: list[object], values: list[Any], otherwise: dict[str, object], *, width: int
) -> FormRow:
    if not set(map(type, values)) <= {str, NoneType} or len(values) not in (0, width):
        raise ValueError("cells of a row")
    written = values.copy()
    for index, text in otherwise.items():
        written[int(index)] = _text(text)
    return FormRow(_text(key), tuple(map(_text, words)), tuple(values), tuple(written))


def _text(stored: object) -> str:
    if not isinstance(stored, str):
        raise TypeError("a text")
    return stored


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join((str(VERSION), *parts)).encode()).hexdigest()
