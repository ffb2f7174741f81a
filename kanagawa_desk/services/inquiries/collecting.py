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
from kanagawa_desk.domain.inquiries import Request, ReturnedFile
from kanagawa_desk.errors import UserError
from kanagawa_desk.exchange.collector import collector_at_rest
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.pool import ReaderPool
from kanagawa_desk.exchange.unreadable import Unreadable
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.examining import Examiner
from kanagawa_desk.services.inquiries.recognising import (
    NEW,
    OLDER,
    RECEIVED,
    RESENT,
    UNREADABLE,
)
from kanagawa_desk.services.inquiries.sending import LETTERS_FOLDER
from kanagawa_desk.services.workbooks.comparison import Comparison, FileProblem
from kanagawa_desk.services.workbooks.exporting import Progress
from kanagawa_desk.storage import kept_files
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit

Read = tuple[WorkbookRead, bytes] | Unreadable
"""A workbook with its bytes, or why there is none."""

_AT_A_TIME = 2
_AHEAD = 2_000_000  # bytes of files that may wait, read, until they are compared


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
        # Around the threads that read: each would wake the collector for the others.
        stack.enter_context(collector_at_rest())
        unit = None
        if dry_run:
            examiner = Examiner(stack.enter_context(ledger.reading()), inquiry)
        else:
            action = f"回答の受付（{len(paths)}ファイル）"
            unit = stack.enter_context(ledger.batch(action, kind=BatchKind.LOAD))
            examiner = Examiner(unit, inquiry)
        if inquiry and inquiry not in examiner.known.inquiries:
            raise UserError(f"照会「{inquiry}」はありません。番号を確かめてください。")
        found = []
        for number, (path, read) in enumerate(_read(paths), 1):
            found.append(receive(examiner, unit, path.name, read, ledger.clock()))
            if progress:
                progress(number, len(paths))
        return tuple(_settled(examiner, unit, each) for each in found)


def receive_as(ledger: Ledger, path: Path, request: str, instead_of: str = "") -> Collected:
    """Receive a file as the answer to a request, because a person says that it is one.

    `instead_of` is the returned file as which it was received before by mistake. Raises
    UserError where the request is gone.
    """
    with ledger.batch("回答の受付", path.name, kind=BatchKind.LOAD) as unit:
        mistaken = unit.get(ReturnedFile, (instead_of,))
        if mistaken is not None and mistaken.request != request:
            unit.delete(mistaken)
        examiner = Examiner(unit)
        said = examiner.known.requests.get(request)
        if said is None:
            raise UserError("依頼がもうありません。画面を読み直してください。")
        ((_, read),) = _read([path])
        found = receive(examiner, unit, path.name, read, ledger.clock(), said)
        return _settled(examiner, unit, found)


def receive(
    examiner: Examiner,
    unit: Unit | None,
    file: str,
    read: Read,
    now: datetime,
    said: Request | None = None,
) -> Collected:
    """Recognise a file, keep its bytes where there is a unit to write, and compare it.

    A file of which a person has `said` to which request it belongs is not recognised anew.
    """
    if isinstance(read, Unreadable):
        problem = FileProblem(file, "", "", read.code, str(read))
        return Collected(file, UNREADABLE, comparison=Comparison(problems=(problem,)))
    workbook, content = read
    sha256 = hashlib.sha256(content).hexdigest()
    what = examiner.recognised(file, sha256, workbook, said)
    collected = examiner.collected(file, what, workbook)
    if what.request is None or what.status not in RECEIVED:
        problem = FileProblem(file, "", "", what.status, what.message)
        return replace(collected, comparison=Comparison(problems=(problem,)))
    if what.status == RESENT:
        record = examiner.known.file_with(what.request.id, sha256)
    else:
        record = _record(examiner, what.request, workbook, file, sha256, now)
        if what.status == OLDER:
            record = replace(record, stage="older")
        examiner.known.received(record)
        if unit is not None:
            kept_files.keep(unit.connection, content)
    if record is None or not examiner.known.is_standing(record):
        told = Comparison(notes=(f"{file}: {what.message}",))
        return replace(collected, returned=record.id if record else "", comparison=told)
    comparison = examiner.compared(file, what.request, workbook)
    return replace(collected, returned=record.id, standing=True, comparison=comparison)


def _read(paths: Sequence[Path]) -> Iterator[tuple[Path, Read]]:
    """What files hold, in their order; few of them are in memory at a time."""
    waiting: deque[tuple[Path, int, Future[Read]]] = deque()
    ahead = 0
    with ReaderPool(_AT_A_TIME) as pool, ThreadPoolExecutor(_AT_A_TIME) as threads:
        try:
            for path in paths:
                size = _size(path)
                waiting.append((path, size, threads.submit(_one, pool, path)))
                ahead += size
                while ahead > _AHEAD and len(waiting) > _AT_A_TIME:
                    first, done, read = waiting.popleft()
                    ahead -= done
                    yield first, read.result()
            while waiting:
                first, _, read = waiting.popleft()
                yield first, read.result()
        finally:
            threads.shutdown(cancel_futures=True)


def _one(pool: ReaderPool, path: Path) -> Read:
    try:
        return pool.read(path), path.read_bytes()
    except Unreadable as fault:
        return fault
    except OSError:  # taken away or locked since it was read
        return Unreadable("locked")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:  # reading it will say why
        return 0


def _record(
    examiner: Examiner,
    request: Request,
    workbook: WorkbookRead,
    file: str,
    sha256: str,
    now: datetime,
) -> ReturnedFile:
    head = workbook.head
    return ReturnedFile(
        new_id("return"),
        request.id,
        sha256,
        file,
        now.astimezone(UTC).isoformat(),
        workbook.saved.isoformat() if workbook.saved else "",
        "received",
        head.answer,
        head.division,
        head.person,
        head.extension,
        head.approved_by,
        len(examiner.known.files_of(request.id)) + 1,
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
        changes, conflicts, questions, faults = each.counts
        unit.put(
            replace(
                record, changes=changes, conflicts=conflicts, questions=questions, faults=faults
            )
        )
    return each
