"""verify: a ledger that was altered behind the program's back is found."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kanagawa_desk.domain.records import BedCount
from kanagawa_desk.domain.values import BLANK
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.services.verifying import verify
from tests.ledgers import opened


def codes(path: Path) -> set[str]:
    with opened(path) as ledger:
        return {each.code for each in verify(ledger)}


def alter(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute(statement).rowcount > 0
        raw.commit()


def test_a_ledger_as_the_program_left_it_is_sound(sample: Ledger) -> None:
    assert verify(sample) == ()


def test_a_record_that_was_emptied_and_then_deleted_is_accounted_for(sample: Ledger) -> None:
    with sample.batch("空に") as unit:
        count = unit.all(BedCount)[0]
        unit.put(replace(count, beds=BLANK))
    with sample.batch("削除") as unit:
        unit.delete(count)
    assert verify(sample) == ()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bed_count SET beds = 23387 WHERE area = 'yokohama'",
        "UPDATE plan SET basis = basis || '改'",
        "DELETE FROM observation WHERE series = 'open_data'",
        "INSERT INTO division (id, name, former_names, rank) VALUES ('x', 'x課', '', 9)",
    ],
)
def test_a_record_that_the_history_does_not_account_for_is_found(
    sample_path: Path, statement: str
) -> None:
    alter(sample_path, statement)
    assert codes(sample_path) == {"record_altered"}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE batch SET who = '別人'",
        "UPDATE change SET file = '偽.xlsx' WHERE ordinal = 3",
        "DELETE FROM change WHERE ordinal = (SELECT max(ordinal) FROM change)",
    ],
)
def test_a_history_that_was_altered_is_found(sample_path: Path, statement: str) -> None:
    alter(sample_path, statement)
    assert "history_altered" in codes(sample_path)


def test_every_flipped_byte_of_a_figure_is_found(sample_path: Path) -> None:
    content = bytearray(sample_path.read_bytes())
    place = content.find("神奈川県食育推進計画".encode())
    content[place + 2] ^= 1
    sample_path.write_bytes(content)
    assert codes(sample_path)
