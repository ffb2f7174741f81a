"""Opening ledgers: who may write, and what is no ledger."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kanagawa_desk.errors import EnvironmentFault, UserError
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.storage.lock import Holder, lock_path, read_holder
from tests.ledgers import ACTOR, SteppingClock, opened


def test_a_second_opener_reads_only_and_is_told_who_writes(sample: Ledger) -> None:
    second = ledgers.open_ledger(sample.path, ACTOR, SteppingClock())
    try:
        assert second.read_only
        assert "医療企画課　佐藤" in second.why_read_only
    finally:
        second.close()


def test_writing_a_ledger_that_another_holds_is_refused_with_the_holders_name(
    sample: Ledger,
) -> None:
    with pytest.raises(EnvironmentFault, match="佐藤"):
        ledgers.open_to_write(sample.path, ACTOR, SteppingClock())


def test_closing_gives_the_lock_up(sample_path: Path) -> None:
    with opened(sample_path):
        assert lock_path(sample_path).exists()
    assert not lock_path(sample_path).exists()


def test_the_lock_of_a_process_that_is_gone_is_taken_over(sample_path: Path) -> None:
    with opened(sample_path):
        left = lock_path(sample_path).read_text(encoding="utf-8")
    gone = left.replace(f'"pid": {os.getpid()}', '"pid": 999999999')
    lock_path(sample_path).write_text(gone, encoding="utf-8")
    with opened(sample_path) as ledger:
        assert not ledger.read_only


def test_the_lock_of_another_machine_is_taken_over_only_when_asked(sample_path: Path) -> None:
    left = Holder("田中", "other-machine", 1, "2024-10-04T00:00:00+00:00")
    text = f'{{"who": "{left.who}", "host": "{left.host}", "pid": 1, "since": "{left.since}"}}'
    lock_path(sample_path).write_text(text, encoding="utf-8")
    first = ledgers.open_ledger(sample_path, ACTOR, SteppingClock())
    first.close()
    assert first.read_only
    assert read_holder(lock_path(sample_path)) == left
    second = ledgers.open_ledger(sample_path, ACTOR, SteppingClock(), take_over=True)
    second.close()
    assert not second.read_only


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\x00 and no more"])
def test_a_file_that_is_no_ledger_is_named_and_left_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "偽物.kdesk"
    path.write_bytes(content)
    with pytest.raises(UserError, match="台帳ではありません"):
        ledgers.open_ledger(path, ACTOR, SteppingClock())
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "other.kdesk"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE alembic_version (version_num TEXT)")
        other.commit()
    with pytest.raises(UserError, match="台帳ではありません"):
        ledgers.open_ledger(path, ACTOR, SteppingClock())


def test_a_ledger_of_a_newer_release_is_refused(sample_path: Path) -> None:
    with closing(sqlite3.connect(sample_path)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(UserError, match="新しい版"):
        ledgers.open_ledger(sample_path, ACTOR, SteppingClock())


def test_a_ledger_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"無い\.kdesk がありません"):
        ledgers.open_ledger(tmp_path / "無い.kdesk", ACTOR, SteppingClock())


def test_a_new_ledger_never_overwrites_a_file(sample_path: Path) -> None:
    before = sample_path.read_bytes()
    with pytest.raises(UserError, match="既にあります"):
        ledgers.create(sample_path, ACTOR, SteppingClock())
    assert sample_path.read_bytes() == before


def test_nothing_can_be_written_through_a_reader(sample_path: Path) -> None:
    ledger = ledgers.open_ledger(sample_path, ACTOR, SteppingClock(), writing=False)
    try:
        with pytest.raises(EnvironmentFault, match="読取専用"), ledger.batch("試し"):
            pass
    finally:
        ledger.close()


def test_a_ledger_can_be_moved_while_nobody_has_it_open(sample_path: Path, tmp_path: Path) -> None:
    with opened(sample_path):
        pass
    moved = shutil.move(sample_path, tmp_path / "移動.kdesk")
    with opened(Path(moved)) as ledger:
        assert not ledger.read_only
