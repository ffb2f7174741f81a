"""Whether a ledger is sound: the file, the references, the history and what follows from it."""

from collections.abc import Iterator
from typing import Any

from kanagawa_desk.domain.changes import EXISTENCE
from kanagawa_desk.domain.fields import key_of, record_types
from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.domain.notation import encode, encode_key
from kanagawa_desk.domain.papers.blocks import PaperEdition
from kanagawa_desk.domain.problems import MUST, Found
from kanagawa_desk.services.naming import Places
from kanagawa_desk.storage import history, kept_files
from kanagawa_desk.storage.engine import file_faults
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import defaults


def verify(ledger: Ledger) -> tuple[Found, ...]:
    """Every fault found; none for a sound ledger.

    Each record is compared with what the history says that it holds, and the history is held
    together by its hashes: a single flipped byte in either is found, where SQLite's own
    check misses most.
    """
    with ledger.reading() as reads:
        broken = [
            Found("file_damaged", MUST, str(ledger.path), f"ファイルが壊れています：{text}")
            for text in file_faults(reads.connection)
        ]
        return (
            *broken,
            *_history_faults(reads),
            *_record_faults(reads),
            *_kept_file_faults(reads),
        )


def _history_faults(reads: Reader) -> Iterator[Found]:
    for seq in history.broken_links(reads.connection):
        yield Found(
            "history_altered",
            MUST,
            f"変更履歴 {seq}",
            "記録したあとに書き換えられています。バックアップと比べてください。",
        )


def _record_faults(reads: Reader) -> Iterator[Found]:
    said = history.latest_values(reads.connection)
    # A record that went took fields with it that held their defaults, which no change names.
    gone = {place[:2] for place, text in said.items() if place[2] == EXISTENCE and text is None}
    expected = {
        place: text for place, text in said.items() if text is not None and place[:2] not in gone
    }
    for described in record_types():
        usual = defaults(described.entity)
        records: tuple[Any, ...] = reads.all(described.entity)
        for record in records:
            key = encode_key(key_of(record))
            held = {(described.name, key, ""): ""} | {
                (described.name, key, field.name): encode(getattr(record, field.name))
                for field in described.fields
                if not field.key
            }
            wrong = [
                place
                for place, text in held.items()
                if expected.pop(place, usual.get(place[2])) != text
            ]
            if wrong:
                yield _differs(reads, described.name, key)
    # Fields of a record that is gone may have been left at their defaults: only its coming counts.
    for record_name, key in {place[:2] for place in expected if not place[2]}:
        yield _differs(reads, record_name, key)


def _kept_file_faults(reads: Reader) -> Iterator[Found]:
    altered = set(kept_files.altered(reads.connection))
    for sha256, where in _kept(reads):
        gone = not kept_files.is_kept(reads.connection, sha256)
        if gone or sha256 in altered:
            yield Found(
                "kept_file_gone" if gone else "kept_file_altered",
                MUST,
                where,
                "保存した内容が失われています。バックアップから復元してください。"
                if gone
                else "保存した内容が変わっています。バックアップと比べてください。",
            )


def _kept(reads: Reader) -> Iterator[tuple[str, str]]:
    """What is kept by SHA-256: received files, the evidence of what was taken, and editions."""
    for name, sha256 in kept_files.attached(reads.connection):
        yield sha256, f"取り込んだファイル {name}"
    for returned in reads.all(ReturnedFile):
        yield returned.sha256, f"回答ファイル {returned.name}"
    places = Places(reads)
    for edition in reads.all(PaperEdition):
        where = places.record("paper_edition", edition.id)
        yield edition.sha256, f"{where} のPDF"
        yield edition.data_sha256, f"{where} の内容"


def _differs(reads: Reader, record: str, key: str) -> Found:
    return Found(
        "record_altered",
        MUST,
        Places(reads).record(record, key),
        "変更履歴と食い違っています。バックアップと比べてください。",
    )
