"""The files that actions took values from: kept as they came, saved again from the history."""

from pathlib import Path

from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.inquiries.filing import filing
from kanagawa_desk.services.workbooks.comparison import KeptFile
from kanagawa_desk.storage import history, kept_files
from kanagawa_desk.storage.ledger import Ledger, Reader

_NONE = "操作 {} には、受け取ったファイルがありません。変更履歴で番号を確かめてください。"
_GONE = "受け取ったファイルが見つかりません。verify で台帳を確かめてください。"


def files_of_batch(ledger: Ledger, batch: str) -> tuple[KeptFile, ...]:
    """The files that an action received or took values from; raises UserError for one lost."""
    with ledger.reading() as reads:
        found = dict.fromkeys(_files(reads, int(batch))) if batch.isdecimal() else {}
        kept = [(name, kept_files.content_of(reads.connection, sha256)) for name, sha256 in found]
    if any(content is None for _, content in kept):
        raise UserError(_GONE)
    return tuple(KeptFile(name, content) for name, content in kept if content is not None)


def names_of_batch(ledger: Ledger, batch: str) -> tuple[str, ...]:
    """What the files of an action are called."""
    with ledger.reading() as reads:
        return tuple(name for name, _ in dict.fromkeys(_files(reads, int(batch))))


def save_again(ledger: Ledger, batch: str, folder: Path) -> tuple[Path, ...]:
    """Write the files of an action into a folder, beside what is there; returns where they are.

    Raises UserError where the action has none, EnvironmentFault where they cannot be written.
    """
    files = files_of_batch(ledger, batch)
    if not files:
        raise UserError(_NONE.format(batch))
    with filing(folder) as written:
        for each in files:
            name = Path(each.name)
            written.write(name.stem, name.suffix, each.content)
    return tuple(written.files)


def _files(reads: Reader, batch: int) -> list[tuple[str, str]]:
    """Name and SHA-256: of what values came from, and of answers that the action is about."""
    keys = history.keys_changed(reads.connection, batch, "returned_file")
    answers = [reads.get(ReturnedFile, (key,)) for key in keys]
    return [
        *kept_files.attached(reads.connection, batch),
        *((each.name, each.sha256) for each in answers if each is not None),
    ]
