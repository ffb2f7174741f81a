"""Received files: their bytes as they came, and looking at one again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.examining import Examiner
from kanagawa_desk.storage import history, kept_files
from kanagawa_desk.storage.ledger import Ledger

_GONE = "受け取ったファイルが見つかりません。verify で台帳を確かめてください。"


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file as it was received."""

    name: str
    content: bytes


def content_of(ledger: Ledger, returned: str) -> bytes:
    """The bytes of a returned file; raises UserError where there are none."""
    with ledger.reading() as reads:
        record = reads.get(ReturnedFile, (returned,))
        content = kept_files.content_of(reads.connection, record.sha256) if record else None
    if content is None:
        raise UserError(_GONE)
    return content


def files_of_batch(ledger: Ledger, batch: str) -> tuple[KeptFile, ...]:
    """The files that an action received or applied, to be saved again from the history."""
    with ledger.reading() as reads:
        keys = dict.fromkeys(
            change.key
            for change in history.changes_of(reads.connection, int(batch))
            if change.record == "returned_file"
        )
        records = [reads.get(ReturnedFile, (key,)) for key in keys]
    return tuple(
        KeptFile(each.name, content_of(ledger, each.id)) for each in records if each is not None
    )


def examine(ledger: Ledger, returned: str) -> Collected:
    """Compare a kept file anew with the ledger as it stands now, for review.

    Raises Unreadable where the file cannot be read any more.
    """
    from kanagawa_desk.exchange.pool import ReaderPool

    content = content_of(ledger, returned)
    with TemporaryDirectory() as folder, ReaderPool(size=1) as pool:
        path = Path(folder) / "回答.xlsx"
        path.write_bytes(content)
        read = pool.read(path)
    with ledger.reading() as reads:
        return Examiner(reads).kept(returned, read)


def start_review(ledger: Ledger, returned: Iterable[str]) -> None:
    """Remember that received files are being looked at (確認中)."""
    with ledger.batch("回答の確認", kind=BatchKind.LOAD) as unit:
        for each in returned:
            record = unit.get(ReturnedFile, (each,))
            if record is not None and record.stage == "received":
                unit.put(replace(record, stage="reviewing"))
