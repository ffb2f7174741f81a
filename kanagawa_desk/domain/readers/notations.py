"""Cells of a workbook as they are written on the command line: {n:0.744|fmt:0.0%}."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from kanagawa_desk.domain.cells import CellKind, RawCell, typed

_TYPED = re.compile(r"\{([nbdeft]):(.*)\}", re.DOTALL)
_ERROR = re.compile(r"#[A-Z0-9/_]+[!?]?")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|([nrt\\]))")
_SHORT = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


def typed_cell(text: str) -> RawCell:
    r"""A cell by its notation; any other text stands for itself.

    {n:NUMBER}, {d:2024-04-01}, {b:TRUE}, {e:#REF!}, {f:=FORMULA|v:CACHED} and {t:TEXT}, each
    with |fmt:NUMBER FORMAT behind it where there is one. A cached value is a number, an error,
    a boolean, an ISO date or a text; without |v: the formula has none.
    """
    match = _TYPED.fullmatch(text)
    if match is None:
        return typed(text)
    kind, body = match.groups()
    body, marked, code = body.partition("|fmt:")
    code = code if marked else "General"
    if kind == "f":
        formula, cached, value = body.partition("|v:")
        found = _content(value) if value else RawCell(CellKind.TEXT, "") if cached else RawCell()
        return RawCell(found.kind, found.content, code, formula)
    if kind == "t":
        return RawCell(CellKind.TEXT, body, code)
    found = _content(body)
    return RawCell(found.kind, found.content, code) if _fits(kind, found) else typed(text)


def unescaped(text: str) -> str:
    r"""A text with \n, \x20, \u3000 and \\ for the characters that they stand for."""
    return _ESCAPE.sub(_character, text)


def _content(text: str) -> RawCell:
    if text.upper() in ("TRUE", "FALSE"):
        return RawCell(CellKind.BOOLEAN, text.upper() == "TRUE")
    if _ERROR.fullmatch(text):
        return RawCell(CellKind.ERROR, text)
    try:
        number = Decimal(text)
    except InvalidOperation:
        pass
    else:
        return RawCell(CellKind.NUMBER, number) if number.is_finite() else typed(text)
    for parse in (date.fromisoformat, datetime.fromisoformat):
        try:
            return RawCell(CellKind.DATE, parse(text))
        except ValueError:
            continue
    return typed(text)


def _fits(kind: str, cell: RawCell) -> bool:
    wanted = {"n": CellKind.NUMBER, "d": CellKind.DATE, "b": CellKind.BOOLEAN, "e": CellKind.ERROR}
    return cell.kind is wanted[kind]


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code is None:
        return _SHORT[escape[4]]
    return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else escape[0]
