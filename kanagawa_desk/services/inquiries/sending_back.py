"""Sending a returned workbook back for correction (修正依頼), with the cells at fault marked."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.inquiries import Request, ReturnedFile
from kanagawa_desk.domain.writing import shown
from kanagawa_desk.errors import UserError
from kanagawa_desk.exchange.found import Finding
from kanagawa_desk.services.contexts import Contexts, field_of
from kanagawa_desk.services.inquiries import deciding
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.collecting import collect
from kanagawa_desk.services.inquiries.filing import filing
from kanagawa_desk.services.inquiries.following import note
from kanagawa_desk.services.inquiries.received import content_of
from kanagawa_desk.services.workbooks import reviewing
from kanagawa_desk.services.workbooks.comparison import CHANGE, CONFLICT, PROBLEM
from kanagawa_desk.services.workbooks.comparison import Finding as Difference
from kanagawa_desk.services.workbooks.reviewing import Item
from kanagawa_desk.storage.ledger import Ledger

_CHANGED_HERE = "照会のあとに台帳の値も変わっています。どちらが正しいか確かめ、入力してください。"
_SURE = "この値でよいか、もう一度確かめてください。"
_EMPTIED = "空欄になっています。値がないときは、「記入要領」の記号で理由を入力してください。"
_OPEN = "値を入力するか、決まっていなければ空欄にしてください。"
_NOTHING = "直してもらうところは見つかりません。"
_UNMARKABLE = "印を付けられないファイルです。直すところを文面で伝えてください。"


def send_back(ledger: Ledger, path: Path, folder: Path, today: date) -> Path:
    """Write a returned file with all its faults marked into a folder; returns the new file.

    The file is received first where that was not done. Raises UserError for a file that is no
    answer, is applied already, or has nothing to correct.
    """
    (collected,) = collect(ledger, [path])
    if not collected.standing:
        raise UserError(_why_not(collected))
    return mark(ledger, collected, faults_of(ledger, collected, today), folder, today)


def mark(
    ledger: Ledger, collected: Collected, faults: Sequence[Finding], folder: Path, today: date
) -> Path:
    """Write an answer with these faults marked, and remember that it was sent back.

    Raises UserError where there is no fault, or where the file cannot be marked.
    """
    from kanagawa_desk.exchange.marking import mark_workbook

    if not faults:
        raise UserError(f"{collected.file}: {_NOTHING}")
    content = content_of(ledger, collected.returned)
    try:
        marked = mark_workbook(content, faults)
    except Exception as fault:  # openpyxl has nine kinds of them for what our reader accepts
        raise UserError(f"{collected.file}: {_UNMARKABLE}") from fault
    name = f"修正依頼_{Path(collected.file).stem}"
    action = f"照会 {collected.inquiry} {collected.respondent}への修正依頼"
    with (
        filing(folder) as files,
        ledger.batch(action, collected.file, kind=BatchKind.LOAD) as unit,
    ):
        path = files.write(name, ".xlsx", marked)
        request = unit.get(Request, (collected.request,))
        returned = unit.get(ReturnedFile, (collected.returned,))
        if request is not None and returned is not None:
            unit.put(replace(returned, stage="sent_back"))
            sha256 = hashlib.sha256(marked).hexdigest()
            text = f"{len(faults)}か所　{path.name}"
            note(unit, request, "sent_back", today, text, sha256=sha256)
    return path


def faults_of(ledger: Ledger, collected: Collected, today: date) -> tuple[Finding, ...]:
    """What an answer's author is to put right: problems, questions, conflicts, what was held.

    What a person has decided about the answer is settled and not asked again.
    """
    with ledger.reading() as reads:
        contexts = Contexts(reads, today)
        items = reviewing.review(reads, collected.comparison).items
        decided = deciding.decisions(reads, collected.returned, items)
        faults = []
        for number, item in enumerate(items):
            choice = decided[number].choice if number in decided else item.first_choice
            if choice == reviewing.HOLD:
                faults.append(Finding(item.sheet, item.cell, item.kind, _message(item, contexts)))
    return tuple(faults)


def _message(item: Item, contexts: Contexts) -> str:
    if item.finding is None or item.kind == PROBLEM:
        return item.reason
    return _question(item.finding, contexts)


def _question(each: Difference, contexts: Contexts) -> str:
    """What is asked about a cell, in words for who filled it in."""
    if each.kind == CHANGE:
        return _SURE
    if each.kind == CONFLICT:
        return _CHANGED_HERE
    if not each.raw:
        return _EMPTIED
    said, _, offered = each.reason.partition("（候補：")
    if not (offered and each.candidates):
        return said
    field = field_of(each.address)
    names, decimals = contexts.names(field.refers), contexts.of(each.address).decimals
    likeliest = shown(field, each.candidates[0], names, decimals)
    if not likeliest:
        return f"{said}{_OPEN}"
    return f"{said}「{likeliest}」のことであれば、そのように入力してください。"


def _why_not(collected: Collected) -> str:
    found = collected.comparison
    if found.problems:
        return found.problems[0].line
    return found.notes[0] if found.notes else f"{collected.file}: {_NOTHING}"
