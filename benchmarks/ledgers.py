"""Ledgers to measure with: the sample, a large one, and one with a long history."""

import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import (
    Area,
    BedCount,
    BedSet,
    BedStandard,
    BedType,
    Metric,
    Observation,
    Plan,
    PlanEdition,
    Series,
)
from kanagawa_desk.domain.values import Measured, Missing, Status, missing, number
from kanagawa_desk.services import ledgers
from kanagawa_desk.storage.engine import engine_for, transaction
from kanagawa_desk.storage.entities import stored

TODAY = date(2026, 11, 23)

_ACTOR = Actor("計測", "医療企画課", "bench")
_ROWS = 2500
_DAYS = [date(2022 + n, 4, 1) for n in range(5)]  # with what follows from them 20 columns
_YEARS = [FiscalYear(2010 + n) for n in range(16)]  # with name, series, unit and measure 20
_PERIOD = FiscalPeriod(FiscalYear(2018), FiscalYear(2029))


def opened(path: Path) -> ledgers.Ledger:
    """A ledger, open for writing."""
    return ledgers.open_to_write(path, _ACTOR, _now)


def sample(folder: Path) -> Path:
    """The sample ledger, closed."""
    path = folder / "sample.kdesk"
    ledgers.create(path, _ACTOR, _now, sample=True).close()
    return path


def large(folder: Path) -> Path:
    """A ledger of 100,000 cells on two sheets, closed.

    One half are bed counts of 2,500 areas with what is computed from them, the other half
    metrics with every way that a value can have.
    """
    path = folder / "large.kdesk"
    ledgers.create(path, _ACTOR, _now).close()
    _store(path, _records(random.Random(8)))
    return path


def _store(path: Path, groups: Iterator[Sequence[Any]]) -> None:
    """Write records of one type after the other past the history, which would take minutes."""
    connection = engine_for(path, read_only=False).connect()
    with connection, transaction(connection, writing=True):
        for records in groups:
            way = stored(type(records[0]))
            connection.execute(way.insert, [way.row(each) for each in records])


def lengthen_history(path: Path, batches: int) -> None:
    """Add so many batches of four changes each; their hashes are not right."""
    at = datetime(2024, 10, 4, tzinfo=UTC).isoformat()
    with sqlite3.connect(path) as connection:
        (last,) = connection.execute("SELECT MAX(seq) FROM batch").fetchone()
        numbers = range(last + 1, last + 1 + batches)
        connection.executemany(
            "INSERT INTO batch (seq, at, who, account, action, source, kind, change_count, hash)"
            " VALUES (?, ?, '医療企画課　計測', 'bench', '4セルの入力', '', 'edit', 4, '')",
            ((seq, at) for seq in numbers),
        )
        connection.executemany(
            "INSERT INTO change"
            " (batch, ordinal, record, key, field, before, after, file, sheet, cell)"
            " VALUES (?, ?, 'bed_count', ?, 'beds', ?, ?, '', '', '')",
            (
                (seq, ordinal, f"general/kensei/{2000 + seq % 1000}-04-01", str(seq), str(seq + 1))
                for seq in numbers
                for ordinal in range(4)
            ),
        )
    connection.close()


def _records(dice: random.Random) -> Iterator[Sequence[Any]]:
    places = [f"area{n}" for n in range(_ROWS)]
    yield [Area(each, f"第{n}圏域", rank=n) for n, each in enumerate(places)]
    yield [BedType("general", "療養病床・一般病床")]
    yield [Plan("plan", "保健医療計画")]
    yield [PlanEdition("edition", "plan", _PERIOD)]
    yield [
        BedStandard("edition", "general", each, number(dice.randrange(100, 30000)))
        for each in places
    ]
    yield [BedSet("general", day) for day in _DAYS]
    yield [
        BedCount("general", each, day, number(dice.randrange(100, 30000)))
        for each in places
        for day in _DAYS
    ]
    units = ("件", "%", "施設", "人", "時間")
    yield [
        Metric(f"m{n}", f"第{n}指標", units[n % 5], decimals=n % 5 == 1, rank=n)
        for n in range(_ROWS)
    ]
    yield [Series(f"s{n}", f"m{n}", rank=n) for n in range(_ROWS)]
    yield [
        Observation(f"s{n}", year, _value(dice, rate=n % 5 == 1))
        for n in range(_ROWS)
        for year in _YEARS
    ]


def _value(dice: random.Random, *, rate: bool) -> Measured:
    plain = number(
        Decimal(dice.randrange(11, 999)) / 10 if rate else Decimal(dice.randrange(99999))
    )
    marked = (
        missing(dice.choice([Missing.NONE, Missing.PENDING, Missing.UNKNOWN, Missing.SECRET])),
        replace(plain, status=dice.choice(list(Status))),
        replace(plain, approx=True),
    )
    return dice.choice(marked) if dice.random() < 0.1 else plain


def _now() -> datetime:
    return datetime.now(UTC)
