"""Collecting answers: files are read two at a time, recognised, received, kept and compared."""

import hashlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.inquiries import ReturnedFile
from kanagawa_desk.errors import UserError
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.pool import ReaderPool
from kanagawa_desk.exchange.unreadable import Unreadable
from kanagawa_desk.services.comparison import Comparison, FileProblem
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.services.exporting import Progress
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.examining import Examiner
from kanagawa_desk.services.inquiries.recognising import (
    NEW,
    OLDER,
    RECEIVED,
    RESENT,
    UNREADABLE,
    Recognised,
)
from kanagawa_desk.services.inquiries.sending import LETTERS_FOLDER
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit

_AT_A_TIME = 2
_AHEAD = 4  # workbooks that may wait in memory until they are compared


def files_in(folder: Path) -> tuple[Path, ...]:
    """The files in a folder and those below it that may be answers, in order of their names.

    Left out are what Excel and the system leave behind, and our own letters. Raises UserError
    where there is no such folder.
    """
    if folder.is_file():
        return (folder,)
    if not folder.is_dir():
        raise UserError(f"{folder} がありません。回答ファイルの入ったフォルダーを選んでください。")
    return tuple(
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not path.name.startswith(("~$", ".", "Thumbs.db", "desktop.ini"))
        and LETTERS_FOLDER not in path.relative_to(folder).parts[:-1]
    )


def collect(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    dry_run: bool = False,
    inquiry: str = "",
    progress: Progress | None = None,
) -> tuple[Collected, ...]:
    """Receive files: each is recognised, kept and compared; the ledgers are not changed.

    All of them are received together or, where `progress` raises, none. A `dry_run` keeps
    nothing. With `inquiry` only that one is collected for.
    """
    with ExitStack() as stack:
        unit = None
        if dry_run:
            examiner = Examiner(stack.enter_context(ledger.reading()), inquiry)
        else:
            action = f"回答の受付（{len(paths)}ファイル）"
            unit = stack.enter_context(ledger.batch(action, kind=BatchKind.LOAD))
            examiner = Examiner(unit, inquiry)
        found = []
        for number, (path, read) in enumerate(_read(paths), 1):
            found.append(receive(examiner, unit, path, read, ledger.clock()))
            if progress:
                progress(number, len(paths))
        return tuple(_settled(examiner, unit, each) for each in found)


def receive(
    examiner: Examiner,
    unit: Unit | None,
    path: Path,
    read: WorkbookRead | Unreadable,
    now: datetime,
) -> Collected:
    """Recognise a file, keep its bytes where there is a unit to write, and compare it."""
    file = path.name
    if isinstance(read, Unreadable):
        problem = FileProblem(file, "", "", read.code, str(read))
        return Collected(file, UNREADABLE, comparison=Comparison(problems=(problem,)))
    content = path.read_bytes()
    sha256 = hashlib.sha256(content).hexdigest()
    what = examiner.recognised(file, sha256, read)
    collected = examiner.collected(file, what, read)
    if what.request is None or what.status not in RECEIVED:
        problem = FileProblem(file, "", "", what.status, what.message)
        return replace(collected, comparison=Comparison(problems=(problem,)))
    if what.status == RESENT:
        record = examiner.known.file_with(what.request.id, sha256)
    else:
        record = _record(examiner, what, read, file, sha256, now)
        examiner.known.received(record)
        if unit is not None:
            kept_files.keep(unit.connection, content)
    standing = examiner.known.is_standing(record)
    return replace(
        collected,
        returned=record.id,
        standing=standing,
        comparison=examiner.compared(file, what.request, read)
        if standing
        else Comparison(notes=(f"{file}: {what.message}",)),
    )


def _read(paths: Sequence[Path]) -> Iterator[tuple[Path, WorkbookRead | Unreadable]]:
    """What files hold, in their order; few of them are in memory at a time."""
    waiting: deque[tuple[Path, Future[WorkbookRead | Unreadable]]] = deque()
    with ReaderPool(_AT_A_TIME) as pool, ThreadPoolExecutor(_AT_A_TIME) as threads:
        try:
            for path in paths:
                waiting.append((path, threads.submit(_one, pool, path)))
                if len(waiting) > _AHEAD:
                    first, read = waiting.popleft()
                    yield first, read.result()
            for path, read in waiting:
                yield path, read.result()
        finally:
            threads.shutdown(cancel_futures=True)


def _one(pool: ReaderPool, path: Path) -> WorkbookRead | Unreadable:
    try:
        return pool.read(path)
    except Unreadable as fault:
        return fault


def _record(
    examiner: Examiner,
    what: Recognised,
    read: WorkbookRead,
    file: str,
    sha256: str,
    now: datetime,
) -> ReturnedFile:
    request = what.request.id if what.request else ""
    head = read.head
    return ReturnedFile(
        new_id("return"),
        request,
        sha256,
        file,
        now.astimezone(UTC).isoformat(),
        read.saved.isoformat() if read.saved else "",
        "older" if what.status == OLDER else "received",
        head.answer,
        head.division,
        head.person,
        head.extension,
        head.approved_by,
        len(examiner.known.files_of(request)) + 1,
    )


def _settled(examiner: Examiner, unit: Unit | None, each: Collected) -> Collected:
    """A file as it stands among the others of its request that came with it."""
    if each.status not in (NEW, OLDER):
        return each
    record = examiner.known.returned[each.returned]
    current = examiner.known.current_of(each.request)
    if each.status == NEW and current is not None and current != record:
        record = replace(record, stage="older")
        note = f"{each.file}: 後に保存された「{current.name}」があるため、取り込みません。"
        each = replace(each, status=OLDER, standing=False, comparison=Comparison(notes=(note,)))
    if unit is not None:
        unit.put(record)
    return each
