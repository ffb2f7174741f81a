"""Taking workbooks back: compared cell by cell, applied all or nothing as one batch."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kanagawa_desk.domain.changes import Origin
from kanagawa_desk.domain.merge import same
from kanagawa_desk.domain.values import BLANK, Measured
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, put_values, written
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.keeping import back_up
from kanagawa_desk.services.workbooks.comparison import (
    CHANGE,
    CONFLICT,
    QUESTION,
    Comparison,
    FileProblem,
    Finding,
    KeptFile,
)
from kanagawa_desk.services.workbooks.exporting import Progress
from kanagawa_desk.services.workbooks.returned import Returned
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit

if TYPE_CHECKING:
    from kanagawa_desk.exchange.found import WorkbookRead
    from kanagawa_desk.exchange.pool import ReaderPool


def compare(
    ledger: Ledger, paths: Sequence[Path], today: date, progress: Progress | None = None
) -> Comparison:
    """What workbooks would change; a file that cannot be read is a problem, the rest goes on."""
    from kanagawa_desk.exchange.collector import collector_at_rest
    from kanagawa_desk.exchange.pool import ReaderPool
    from kanagawa_desk.exchange.unreadable import Unreadable

    total = Comparison()
    with ReaderPool(size=1) as pool, ledger.reading() as reads, collector_at_rest():
        returned = Returned(reads, today)
        grids = cache(lambda: layouts(reads, "all", today))
        for number, path in enumerate(paths, start=1):
            try:
                workbook, content = _read(pool, path)
                total += returned.compare(path.name, workbook, grids)
                total += Comparison(files=(KeptFile(path.name, content),))
            except Unreadable as fault:
                total += Comparison(
                    problems=(FileProblem(path.name, "", "", fault.code, str(fault)),)
                )
            if progress:
                progress(number, len(paths))
    return _across_files(total)


def _read(pool: "ReaderPool", path: Path) -> "tuple[WorkbookRead, bytes]":
    """A workbook with the bytes that it was read from. Raises Unreadable."""
    from kanagawa_desk.exchange.unreadable import Unreadable

    before = _state(path)
    workbook = pool.read(path)
    try:
        content = path.read_bytes()
    except OSError as fault:
        raise Unreadable("locked") from fault
    if _state(path) != before:  # it was saved anew meanwhile
        raise Unreadable("locked")
    return workbook, content


def _state(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:  # reading it will say why
        return None
    return found.st_size, found.st_mtime_ns


def decided(comparison: Comparison, accept: str | None) -> Comparison:
    """Decide what is left open: "theirs" takes the workbooks' values, "ours" keeps the ledger's.

    A question without a candidate stays open whatever is accepted. None decides nothing.
    """
    if accept is None:
        return comparison
    if accept == "ours":
        return replace(comparison, findings=comparison.of(CHANGE))
    findings = tuple(
        replace(each, kind=CHANGE) if each.kind != QUESTION or each.candidates else each
        for each in comparison.findings
    )
    return replace(comparison, findings=findings)


def apply(ledger: Ledger, comparison: Comparison, accept: str | None = None) -> Written:
    """Store what a comparison found, in one batch, after a backup.

    Raises UserError, and changes nothing, where something is undecided or a problem, or where
    the ledger changed after it was compared.
    """
    found = decided(comparison, accept)
    if found.problems or found.undecided:
        raise UserError("決まらないところがあります。決めてから取り込んでください。")
    if not found.findings:
        return Written(None, (), 0)
    back_up(ledger)
    files = "、".join(dict.fromkeys(each.file for each in found.findings))
    with ledger.batch(f"取込：{files}", files) as unit:
        put_findings(unit, found.findings)
        origins = {each.file for each in found.findings}
        for file in found.files:
            if file.name in origins:
                unit.keep_file(file.name, file.content)
    return written(unit)


def put_findings(unit: Unit, findings: Sequence[Finding]) -> None:
    """Store the values of findings, each with the cell that it came from.

    Raises UserError where the ledger changed after it was compared.
    """
    _refuse_if_stale(unit, findings)
    put_values(
        unit,
        {each.address: each.value for each in findings},
        {each.address: Origin(each.file, each.sheet, each.cell) for each in findings},
        revising=True,
    )


def _across_files(comparison: Comparison) -> Comparison:
    """Where two files change one cell differently, each of them is a conflict."""
    values: dict[object, list[Finding]] = {}
    for each in comparison.findings:
        values.setdefault(each.address, []).append(each)
    findings: list[Finding] = []
    for several in values.values():
        first = several[0]
        if all(same(each.value, first.value) for each in several):
            findings.append(first)
            continue
        others = "、".join(each.file for each in several)
        reason = f"ファイルによって値が違います（{others}）。"
        findings += [replace(each, kind=CONFLICT, reason=reason) for each in several]
    return replace(comparison, findings=tuple(findings))


def _refuse_if_stale(unit: Unit, findings: Sequence[Finding]) -> None:
    for each in findings:
        record = unit.get(each.entity, each.address.key)
        now = getattr(record, each.address.field) if record is not None else _unset(each.ours)
        if not same(now, each.ours):
            raise UserError(
                f"{each.place} は比べたあとに台帳で変わりました。もう一度比べてください。"
            )


def _unset(ours: object) -> object:
    return BLANK if isinstance(ours, Measured) else ours
