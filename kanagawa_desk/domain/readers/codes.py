"""Codes of municipalities (全国地方公共団体コード): five digits, or six with a check digit."""

import re
from collections.abc import Mapping

from kanagawa_desk.domain.cells import CellKind, RawCell
from kanagawa_desk.domain.readers import doubts
from kanagawa_desk.domain.readers.contents import written
from kanagawa_desk.domain.readers.faults import fault
from kanagawa_desk.domain.readers.findings import asked
from kanagawa_desk.domain.readers.folding import fold
from kanagawa_desk.domain.readers.names import LONGEST, read_municipality
from kanagawa_desk.domain.reading import Got, Problem, Reading

_CODE = re.compile("([0-9]{5})(?:-?([0-9]))?")
_WITH_NAME = re.compile(
    r"(?P<code>[0-9]{5}(?:-?[0-9])?)[ :・_]*(?P<name>[^0-9()]+|\([^0-9()]+\))"
    r"|(?P<name2>[^0-9()]+)\(?(?P<code2>[0-9]{5}(?:-?[0-9])?)\)?"
)
_WEIGHTS = (6, 5, 4, 3, 2)


def check_digit(code: str) -> int:
    """The sixth digit of a municipal code (modulus 11, 総務省)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, code, strict=True))
    return (11 - total % 11) % 10


def read_code(cell: RawCell, spellings: Mapping[str, str]) -> Reading:
    """A cell read as a municipal code; a name in its place is asked about."""
    return _read(cell, spellings, code_wanted=True)


def read_municipality_or_code(cell: RawCell, spellings: Mapping[str, str]) -> Reading:
    """A cell read as a municipality by its name, its code, or both."""
    return _read(cell, spellings, code_wanted=False)


def _read(cell: RawCell, spellings: Mapping[str, str], *, code_wanted: bool) -> Reading:
    text = str(cell.content) if cell.kind is CellKind.TEXT else written(cell, "コード（例：14100）")
    if isinstance(text, Problem):
        return text
    text = fold(text)
    if len(text) > LONGEST:
        return fault("too_long", limit=LONGEST)
    if match := _CODE.fullmatch(text):
        return _known(match[1], match[2], spellings)
    if match := _WITH_NAME.fullmatch(text):
        number, name = match["code"] or match["code2"], match["name"] or match["name2"]
        code = _CODE.fullmatch(number)
        assert code is not None
        return _both(_known(code[1], code[2], spellings), name.strip("() :"), text, spellings)
    if text.isdigit():
        return fault("unknown_code", found=text[:10])
    named = read_municipality(cell, spellings)
    return asked(named, doubts.NAME_FOR_CODE) if code_wanted and _is_code(named) else named


def _known(code: str, check: str | None, spellings: Mapping[str, str]) -> Reading:
    if check is not None and check_digit(code) != int(check):
        return fault("wrong_check_digit", found=code + check)
    if code not in spellings.values():
        return fault("unknown_code", found=code)
    return Got(code, respelt=check is not None)


def _both(coded: Reading, name: str, text: str, spellings: Mapping[str, str]) -> Reading:
    named = read_municipality(RawCell(CellKind.TEXT, name), spellings)
    if isinstance(coded, Got) and isinstance(named, Got):
        return coded if coded.value == named.value else fault("code_and_name_differ", found=text)
    return coded if isinstance(coded, Problem) else named


def _is_code(reading: Reading) -> bool:
    return isinstance(reading, Got) and isinstance(reading.value, str)
