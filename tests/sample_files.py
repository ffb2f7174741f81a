"""Reads the sample ledger's files for the tests that check them."""

import re
from functools import cache
from typing import Any

from kanagawa_desk import paths
from kanagawa_desk.domain.fields import record_type
from kanagawa_desk.domain.notation import decode, parse_period
from kanagawa_desk.domain.records import Observation
from kanagawa_desk.domain.values import Measured

FOLDER = paths.database("samples", "r6")
EDITION = "health_care_r6"

ESCAPES = {"n": "\n", "t": "\t", "\\": "\\"}


def unescaped(cell: str) -> str:
    return re.sub(r"\\(.)", lambda match: ESCAPES[match[1]], cell)


@cache
def table(name: str) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """The head and the rows of one file, as text."""
    text = (FOLDER / f"{name}.tsv").read_bytes().decode("utf-8")
    rows = text.removesuffix("\n").split("\n")
    lines = [tuple(map(unescaped, row.split("\t"))) for row in rows]
    return lines[0], tuple(lines[1:])


@cache
def sample(entity: type) -> tuple[Any, ...]:
    """Every record of a type, as its file says."""
    kind = record_type(entity)
    head, rows = table(kind.name)
    fields = [kind.field(name) for name in head]
    return tuple(
        entity(**{f.name: decode(f, cell) for f, cell in zip(fields, row, strict=True)})
        for row in rows
    )


@cache
def observations() -> dict[tuple[str, Any], Observation]:
    return {(each.series, each.period): each for each in sample(Observation)}


def measured(series: str, period: str) -> Measured:
    return observations()[series, parse_period(period)].value
