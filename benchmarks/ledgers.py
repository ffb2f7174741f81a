"""Ledgers to measure with: the sample, a large one, and one with a long history."""

import random
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
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
    Division,
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
WIDE_DAYS = [date(2005 + n, 4, 1) for n in range(20)]
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
    return filled(folder / "large.kdesk", _records(random.Random(8)))


def wide(folder: Path) -> Path:
    """A ledger of 200 areas at 20 dates, 5,000 plans and 20,000 observations, closed."""
    return filled(folder / "wide.kdesk", _wide_records(random.Random(4)))


def filled(path: Path, groups: Iterable[Sequence[Any]]) -> Path:
    """A ledger with these records, one type after the other, closed.

    They are written past the history, which would take minutes.
    """
    ledgers.create(path, _ACTOR, _now).close()
    connection = engine_for(path, read_only=False).connect()
    with connection, transaction(connection, writing=True):
        for records in groups:
            way = stored(type(records[0]))
            connection.execute(way.insert, [way.row(each) for each in records])
    return path


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


def _wide_records(dice: random.Random) -> Iterator[Sequence[Any]]:
    areas = [f"area{n}" for n in range(200)]
    yield [Division(f"d{n}", f"第{n}課", rank=n) for n in range(40)]
    yield [Area(each, f"第{n}圏域", rank=n) for n, each in enumerate(areas)]
    yield [BedType("general", "療養病床・一般病床")]
    yield [
        Plan(f"p{n}", f"第{n}計画", division=f"d{n % 40}", basis=f"医療法{n % 90}条", rank=n + 1)
        for n in range(5000)
    ]
    yield [PlanEdition(f"e{n}", f"p{n}", _PERIOD) for n in range(5000)]
    yield [BedStandard("e0", "general", each, number(dice.randrange(100, 30000))) for each in areas]
    yield [BedSet("general", day) for day in WIDE_DAYS]
    yield [
        BedCount("general", each, day, number(dice.randrange(100, 30000)))
        for each in areas
        for day in WIDE_DAYS
    ]
    yield [Metric(f"m{n}", f"第{n}指標", "件", rank=n) for n in range(1250)]
    yield [Series(f"s{n}", f"m{n}", rank=n) for n in range(1250)]
    yield [
        Observation(f"s{n}", year, number(Decimal(dice.randrange(99999))))
        for n in range(1250)
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
