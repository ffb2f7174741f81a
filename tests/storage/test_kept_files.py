"""Kept files: the very bytes that came, once each."""

from sqlalchemy import func, select, update

from kanagawa_desk.services.ledgers import Ledger
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.tables import KEPT_FILE


def test_bytes_come_back_as_they_were_kept(sample: Ledger) -> None:
    with sample.batch("受付") as unit:
        sha256 = kept_files.keep(unit.connection, b"\x00PK\xff")
        assert kept_files.content_of(unit.connection, sha256) == b"\x00PK\xff"


def test_the_same_bytes_are_kept_once(sample: Ledger) -> None:
    with sample.batch("受付") as unit:
        first, second = (kept_files.keep(unit.connection, b"answer") for _ in range(2))
        rows = unit.connection.execute(select(func.count()).select_from(KEPT_FILE)).scalar_one()
    assert first == second
    assert rows == 1


def test_bytes_that_were_never_kept_are_none(sample: Ledger) -> None:
    with sample.reading() as reads:
        assert kept_files.content_of(reads.connection, "0" * 64) is None


def test_bytes_that_changed_behind_our_back_are_found(sample: Ledger) -> None:
    with sample.batch("受付") as unit:
        kept = [kept_files.keep(unit.connection, each) for each in (b"one", b"two")]
        assert list(kept_files.altered(unit.connection)) == []
        changed = update(KEPT_FILE).where(KEPT_FILE.c.sha256 == kept[0]).values(content=b"onE")
        unit.connection.execute(changed)
        assert list(kept_files.altered(unit.connection)) == [kept[0]]
