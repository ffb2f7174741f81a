"""Received files: their bytes as they came, and looking at one again."""

from collections.abc import Iterable
from dataclasses import replace

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.examining import Examiner
from kanagawa_desk.services.workbooks.comparison import KeptFile
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Ledger

_GONE = "受け取ったファイルが見つかりません。verify で台帳を確かめてください。"


def content_of(ledger: Ledger, returned: str) -> bytes:
    """The bytes of a returned file; raises UserError where there are none."""
    return kept_file(ledger, returned).content


def kept_file(ledger: Ledger, returned: str) -> KeptFile:
    """A returned file as it was received; raises UserError where it is gone."""
    with ledger.reading() as reads:
        record = reads.get(ReturnedFile, (returned,))
        content = kept_files.content_of(reads.connection, record.sha256) if record else None
    if record is None or content is None:
        raise UserError(_GONE)
    return KeptFile(record.name, content)


def examine(ledger: Ledger, returned: str) -> Collected:
    """Compare a kept file anew with the ledger as it stands now, for review.

    Raises Unreadable where the file cannot be read any more.
    """
    from kanagawa_desk.services.workbooks import kept_workbooks

    kept = kept_file(ledger, returned)
    read = kept_workbooks.read(kept.name, kept.content)
    with ledger.reading() as reads:
        return Examiner(reads).kept(returned, read)


def start_review(ledger: Ledger, returned: Iterable[str]) -> bool:
    """Remember that received files are being looked at (確認中); whether one was not before."""
    with ledger.batch("回答の確認", kind=BatchKind.LOAD) as unit:
        for each in returned:
            record = unit.get(ReturnedFile, (each,))
            if record is not None and record.stage == "received":
                unit.put(replace(record, stage="reviewing"))
    return unit.batch is not None
