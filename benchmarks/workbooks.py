"""Workbooks of 100,000 cells: written, and taken back."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl

from benchmarks import ledgers
from benchmarks.measuring import Contest, NotMeasurable, timed
from kanagawa_desk.domain.layout import Cell, Layout
from kanagawa_desk.domain.values import Measured, number
from kanagawa_desk.exchange.guide import Guide
from kanagawa_desk.exchange.writer import write_workbook
from kanagawa_desk.services.grids import layouts
from kanagawa_desk.services.workbooks import importing

_GUIDE = Guide("計測")
_CHANGED = 1000


def export(folder: Path) -> Contest:
    """Our sheets with formats, base and formulas; theirs with values."""
    sheets = _sheets(ledgers.large(folder))
    values = [[[_plain(cell) for cell in row.cells] for row in each.rows] for each in sheets]

    def theirs() -> None:
        workbook = openpyxl.Workbook(write_only=True)
        for rows in values:
            sheet = workbook.create_sheet()
            for row in rows:
                sheet.append(row)
        workbook.save(BytesIO())

    return Contest(timed(lambda: write_workbook(sheets, _GUIDE, "")), timed(theirs))


def taking_back(folder: Path) -> Contest:
    """Ours from the file to what it would change in the ledger; theirs passes over the cells."""
    path = ledgers.large(folder)
    file = folder / "returned.xlsx"
    file.write_bytes(_returned(_sheets(path)))
    ledger = ledgers.opened(path)

    def ours() -> None:
        found = importing.compare(ledger, [file], ledgers.TODAY)
        if len(found.findings) != _CHANGED or found.problems:
            raise NotMeasurable(f"{len(found.findings)} findings, {len(found.problems)} problems")

    def theirs() -> None:
        workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for sheet in workbook:
            for _row in sheet.iter_rows(values_only=True):
                pass
        workbook.close()

    return Contest(timed(ours), timed(theirs))


def _sheets(path: Path) -> tuple[Layout, ...]:
    ledger = ledgers.opened(path)
    with ledger.reading() as reads:
        sheets = [
            each for about in ("beds", "metrics") for each in layouts(reads, about, ledgers.TODAY)
        ]
    ledger.close()
    return tuple(sheets)


def _plain(cell: Cell) -> int | Decimal | str:
    return cell.value.number if _is_figure(cell.value) else cell.text


def _returned(sheets: Sequence[Layout]) -> bytes:
    """The workbook as it was sent, with other values on its last sheet."""
    changed = (*sheets[:-1], _changed(sheets[-1]))
    sent, back = (_parts(write_workbook(each, _GUIDE, "")) for each in (sheets, changed))
    hidden = max(name for name in sent if name.startswith("xl/worksheets/"))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, part in (back | {hidden: sent[hidden]}).items():
            archive.writestr(name, part)
    return file.getvalue()


def _parts(workbook: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(workbook)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _changed(sheet: Layout) -> Layout:
    """The last figure of the first rows that end in one is raised by one."""
    rows = list(sheet.rows)
    figures = [at for at, row in enumerate(rows) if _is_figure(row.cells[-1].value)]
    for at in figures[:_CHANGED]:
        *others, last = rows[at].cells
        raised = replace(last, value=number(last.value.number + 1))
        rows[at] = replace(rows[at], cells=(*others, raised))
    return replace(sheet, rows=tuple(rows))


def _is_figure(value: object) -> bool:
    return isinstance(value, Measured) and value.number is not None
