"""A round of twelve divisions for tests, answered in every way there is.

`python -m tests.services.inquiries.twelve DIR` writes the answers that LibreOffice then saved:
round-*-libreoffice.xlsx of data/workbooks.
"""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import openpyxl

from kanagawa_desk.domain.inquiries import Request
from kanagawa_desk.domain.periods import FiscalPeriod, FiscalYear
from kanagawa_desk.domain.records import Division, Plan, PlanEdition
from kanagawa_desk.services import ledgers
from kanagawa_desk.services.inquiries.creating import Order, create
from kanagawa_desk.services.inquiries.sending import send
from kanagawa_desk.services.ledgers import Ledger
from tests.ledgers import ACTOR, TODAY, SteppingClock
from tests.services.inquiries.rounds import DUE, Round

DATA = Path(__file__).parents[2] / "data" / "workbooks"
LIBREOFFICE = ("第01課", "第06課", "第10課")
SAVED_FIRST, SAVED_LAST = "2024-10-07T00:00:00Z", "2024-10-08T00:00:00Z"


def revised(number: int) -> tuple[str, str]:
    """The cell in which a division's first plan says when it was revised."""
    return f"plan{number}a", "revised"


def twelve_divisions(path: Path) -> Ledger:
    """A ledger in which twelve divisions answer for two plans each."""
    ledger = ledgers.create(path, ACTOR, SteppingClock())
    period = FiscalPeriod(FiscalYear(2024), FiscalYear(2029))
    with ledger.batch("準備") as unit:
        for number in range(1, 13):
            unit.put(Division(f"division{number}", f"第{number:02}課", rank=number))
            for half in "ab":
                plan = f"plan{number}{half}"
                name = f"第{number:02}課の計画{half.upper()}"
                unit.put(Plan(plan, name, f"division{number}", "法第1条", rank=2 * number))
                unit.put(PlanEdition(f"{plan}_r6", plan, period))
    return ledger


def sent_to_twelve(ledger: Ledger, folder: Path) -> Round:
    """The round, with requests that workbooks kept as test data know by their ids."""
    title = "計画の時点更新"
    inquiry = create(ledger, Order(title, DUE, "plans"), TODAY)
    with ledger.batch("準備") as unit:
        for number, request in enumerate(unit.all(Request), 1):
            unit.delete(request)
            unit.put(replace(request, id=f"request-{number:02}"))
    send(ledger, inquiry, folder / title, TODAY)
    answers = folder / f"{title}の回答"
    answers.mkdir()
    return Round(ledger, inquiry, folder / title, answers)


def answer_in_every_way(sent: Round) -> None:
    """Twelve divisions answer, or do not; a picture and a workbook of something else are there.

    Those of LIBREOFFICE save their workbooks with that program.
    """
    fill_in_every_way(sent)
    for name in LIBREOFFICE:
        target = sent.answers / sent.workbook(name).name
        shutil.copy(data_file(name), target)


def data_file(name: str) -> Path:
    """The answer of a division as LibreOffice has saved it."""
    return DATA / f"round-{name[1:3]}-libreoffice.xlsx"


def fill_in_every_way(sent: Round) -> None:
    """Fill the workbooks in with openpyxl."""
    changed = {"answer": "修正あり", "person": "主事 田中"}
    sent.answer("第01課", {revised(1): "R6.4月"}, **changed)
    sent.answer("第02課", answer="修正なし", approved_by="課長 山田")
    sent.answer("第03課", answer="該当なし")
    sent.answer("第04課", {revised(4): "R6.4月"}, **changed)
    sent.answer("第05課", {("plan5a", "basis"): None}, **changed)
    sent.answer("第06課", {revised(6): "平成36年3月"}, **changed)
    sent.answer("第07課", {revised(7): "令和6年13月"}, **changed)
    again = sent.answer("第08課", {revised(8): "R6.4月"}, **changed)
    shutil.copy(again, again.with_name(f"{again.stem} のコピー.xlsx"))
    sent.answer("第09課", {revised(9): "R6.4月"}, division="第10課")
    sent.answer("第10課", {revised(10): "令和６年４月", ("plan10b", "basis"): "法第2条"}, **changed)
    sent.answer("第11課", {revised(11): "R6.4月"}, name="11a.xlsx", saved=SAVED_FIRST)
    sent.answer("第11課", {revised(11): "R6.5月"}, name="11b.xlsx", saved=SAVED_LAST)
    (sent.answers / "写真.xlsx").write_bytes(b"\x89PNG no workbook")
    openpyxl.Workbook().save(sent.answers / "会議室.xlsx")


if __name__ == "__main__":
    scratch = Path(sys.argv[1])
    made = sent_to_twelve(twelve_divisions(scratch / "台帳.kdesk"), scratch)
    fill_in_every_way(made)
    for each in LIBREOFFICE:
        shutil.copy(made.answers / made.workbook(each).name, scratch / data_file(each).name)
