"""Answers to an inquiry that come back all at once."""

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from benchmarks import ledgers
from benchmarks.measuring import Contest, Contestant, NotMeasurable, child, most_memory, timed
from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import Division, Metric, Observation, Series
from kanagawa_desk.domain.values import number
from kanagawa_desk.exchange.guide import AnswerHead, Guide
from kanagawa_desk.exchange.writer import write_workbook
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.creating import Order, create, sheets_for
from kanagawa_desk.services.ledgers import Ledger

_ANSWERS = 400
_ROWS = 40
_TITLE = "指標の時点更新"
_YEARS = [FiscalYear(2019 + n) for n in range(6)]


def receipt(folder: Path) -> Contest:
    """Ours receives, keeps and compares the files of a folder; theirs loads one after the other.

    Each time ours is a ledger to which none of them has come yet.
    """
    path, files = _round(folder)

    def theirs() -> None:
        for each in files:
            openpyxl.load_workbook(each)

    return Contest(_received(path, files), timed(theirs))


def memory(folder: Path) -> Contest:
    """The most memory that a process takes which receives all files, and one of them."""
    path, files = _round(folder)
    copies = count()

    def peak(some: Sequence[Path]) -> Contestant:
        def run() -> float:
            copy = shutil.copy(path, folder / f"{next(copies)}.kdesk")
            return most_memory(child("receipt_memory", copy, *some))()

        return run

    return Contest(peak(files), peak(files[:1]))


def _received(path: Path, files: Sequence[Path]) -> Contestant:
    copies = count()

    def run() -> float:
        copy = Path(shutil.copy(path, path.with_name(f"{next(copies)}.kdesk")))
        ledger = ledgers.opened(copy)
        began = perf_counter()
        found = collect(ledger, files)
        took = perf_counter() - began
        ledger.close()
        if any(len(each.comparison.findings) != 1 or not each.standing for each in found):
            raise NotMeasurable("an answer was not found to be what it is")
        return took

    return run


def _round(folder: Path) -> tuple[Path, tuple[Path, ...]]:
    """A ledger with an inquiry that was sent, and the answers, a figure changed in each."""
    path = ledgers.filled(folder / "asked.kdesk", _records())
    ledger = ledgers.opened(path)
    order = Order(_TITLE, date(2026, 12, 18), "metrics")
    files = tuple(_answers(ledger, create(ledger, order, ledgers.TODAY), folder))
    ledger.close()
    return path, files


def _answers(ledger: Ledger, inquiry: str, folder: Path) -> Iterator[Path]:
    with ledger.batch("送付") as unit:
        (asked,) = unit.all(Inquiry, id=inquiry)
        respondents = {each.id: each for each in unit.all(Respondent)}
        sheets = sheets_for(unit, asked, respondents.values())
        for request in unit.all(Request, inquiry=inquiry):
            respondent = respondents[request.respondent]
            guide = Guide(_TITLE, head=AnswerHead(division=respondent.name))
            sent = write_workbook(sheets[respondent.id], guide, request.id)
            file = folder / f"{respondent.name}.xlsx"
            file.write_bytes(_changed(sent))
            unit.put(replace(request, file=file.name, sent_on=ledgers.TODAY))
            yield file


def _changed(workbook: bytes) -> bytes:
    """Another last figure on the sheet of the metrics."""
    file = BytesIO()
    with ZipFile(BytesIO(workbook)) as sent, ZipFile(file, "w", ZIP_DEFLATED) as back:
        for name in sent.namelist():
            part = sent.read(name)
            if name == "xl/worksheets/sheet2.xml":
                before, end, after = part.rpartition(b"</v>")
                part = before + b"1" + end + after
            back.writestr(name, part)
    return file.getvalue()


def _records() -> Iterator[Sequence[Any]]:
    rows = [(division, row) for division in range(_ANSWERS) for row in range(_ROWS)]
    yield [Division(f"d{n}", f"第{n}課") for n in range(_ANSWERS)]
    yield [
        Metric(f"m{d}_{n}", f"第{d}課の第{n}指標", "件", division=f"d{d}", rank=_ROWS * d + n)
        for d, n in rows
    ]
    yield [Series(f"s{d}_{n}", f"m{d}_{n}", rank=_ROWS * d + n) for d, n in rows]
    yield [
        Observation(f"s{d}_{n}", year, number(Decimal(100 * n + at)))
        for d, n in rows
        for at, year in enumerate(_YEARS)
    ]
