"""A round of an inquiry for tests: made by the program, filled in by another one."""

import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from kanagawa_desk.exchange.guide import HEAD_LABELS
from kanagawa_desk.services.inquiries.board import RequestView, board
from kanagawa_desk.services.inquiries.creating import Order
from kanagawa_desk.services.inquiries.sending import create_and_send
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import TODAY, opened

DUE = date(2024, 10, 18)
PLANS = "計画一覧"
GENERAL = "療養病床・一般病床"


@dataclass(frozen=True)
class Round:
    """An inquiry that was sent, and where its workbooks lie; answers go into another folder."""

    ledger: Ledger
    inquiry: str
    sent: Path
    answers: Path

    def workbook(self, respondent: str) -> Path:
        """The workbook that went to a respondent."""
        return self.sent / self.view(respondent).workbook

    def view(self, respondent: str) -> RequestView:
        """A respondent's line of the board."""
        for each in board(self.ledger, TODAY):
            if each.inquiry.id == self.inquiry:
                return next(one for one in each.requests if one.respondent.name == respondent)
        raise KeyError(respondent)

    def state(self, respondent: str) -> str:
        return self.view(respondent).state

    def answer(
        self,
        respondent: str,
        cells: Mapping[tuple[str, str], object] | None = None,
        *,
        sheet: str = PLANS,
        name: str = "",
        saved: str = "",
        **head: str,
    ) -> Path:
        """A respondent's answer: cells by row and column key, and the head of 記入要領."""
        source = self.workbook(respondent)
        target = self.answers / (name or source.name)
        fill_in(source, target, cells or {}, sheet=sheet, **head)
        if saved:
            set_saved(target, saved)
        return target


def sent_copy(sample_file: Path, folder: Path) -> Path:
    """A folder with a copy of the sample ledger after its plans were asked about."""
    path = Path(shutil.copy(sample_file, folder / "台帳.kdesk"))
    with opened(path) as ledger:
        sent_round(ledger, folder)
    return folder


def sent_round(
    ledger: Ledger,
    folder: Path,
    about: str = "plans",
    as_of: date | None = None,
    title: str = "計画の時点更新",
    scope: tuple[str, ...] = (),
) -> Round:
    """Make an inquiry and send it."""
    order = Order(title, DUE, about, as_of, scope=scope)
    made = create_and_send(ledger, order, folder / title, TODAY)
    answers = folder / f"{title}の回答"
    answers.mkdir()
    return Round(ledger, made.inquiry, folder / title, answers)


def fill_in(
    source: Path,
    target: Path,
    cells: Mapping[tuple[str, str], object],
    *,
    sheet: str = PLANS,
    **head: str,
) -> None:
    """Fill a workbook in as a respondent would, and save it elsewhere."""
    workbook = openpyxl.load_workbook(source)
    for (row, column), value in cells.items():
        workbook[sheet][place(workbook[sheet], row, column)] = value
    guide = workbook["記入要領"]
    for each in [cell for row in guide.iter_rows() for cell in row]:
        for name, text in head.items():
            if each.value == HEAD_LABELS[name]:
                guide.cell(each.row, each.column + 1).value = text
    workbook.save(target)


def place(sheet: Worksheet, row: str, column: str) -> str:
    """The address of a cell by its hidden keys."""
    rows = {sheet.cell(number, 1).value: number for number in range(1, sheet.max_row + 1)}
    columns = {cell.value: cell.column_letter for cell in sheet[1]}
    return f"{columns[column]}{rows[row]}"


def set_saved(path: Path, moment: str) -> None:
    """Let a workbook say that it was saved at this time."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    core = parts["docProps/core.xml"].decode()
    pattern = r"(<dcterms:modified[^>]*>)[^<]*"
    parts["docProps/core.xml"] = re.sub(pattern, rf"\g<1>{moment}", core).encode()
    with ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def cells_of(found: Iterable[Any]) -> list[str]:
    """Where findings stand."""
    return [f"{each.sheet}!{each.cell}" for each in found]
