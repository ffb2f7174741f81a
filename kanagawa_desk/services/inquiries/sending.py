"""Sending an inquiry: a workbook and a cover letter for each respondent, and the 宛先一覧."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kanagawa_desk.domain.acting import Actor
from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.domain.letters import cover_letter, matter_of, notes_of, subject, weekday_date
from kanagawa_desk.services.inquiries.board import inquiry_views
from kanagawa_desk.services.inquiries.creating import (
    Asked,
    Order,
    add_request,
    inquiry_of,
    make,
    sheets_for,
)
from kanagawa_desk.services.inquiries.filing import Filing, filing, safe_name
from kanagawa_desk.services.inquiries.following import running
from kanagawa_desk.services.inquiries.lists import as_pdf, recipients
from kanagawa_desk.services.inquiries.respondents import Candidate, respondent_of
from kanagawa_desk.services.workbooks.exporting import Progress
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit

LETTERS_FOLDER = "照会文"
"""Where letters and the 宛先一覧 go, apart from the workbooks, which come back."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Where an inquiry is written, by whom, on what day."""

    folder: Path
    actor: Actor
    today: date
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The number of the inquiry, the files that were written, and what is to be known of them."""

    inquiry: str
    files: tuple[Path, ...]
    notes: tuple[str, ...]


def create_and_send(
    ledger: Ledger,
    order: Order,
    folder: Path,
    today: date,
    progress: Progress | None = None,
) -> Sent:
    """Make an inquiry and write its workbooks, letters and 宛先一覧, all or nothing.

    Raises UserError where there is nobody to ask, EnvironmentFault where the folder cannot be
    written.
    """
    sending = Sending(folder, ledger.actor, today, progress)
    action = f"照会「{order.title}」の作成と送付"
    with filing(folder) as files, ledger.batch(action, str(folder), kind=BatchKind.LOAD) as unit:
        inquiry, nobody = make(unit, order, today)
        sent = _sent(unit, inquiry, (), files, sending)
    unasked = [f"{row}は所管課がないため、だれにも照会していません。" for row in nobody]
    return replace(sent, notes=(*sent.notes, *unasked))


def send(
    ledger: Ledger,
    inquiry: str,
    folder: Path,
    today: date,
    requests: Collection[str] = (),
    progress: Progress | None = None,
) -> Sent:
    """Write the workbooks of the requests named, by default of those that are not yet sent."""
    sending = Sending(folder, ledger.actor, today, progress)
    action = f"照会 {inquiry} の送付"
    with filing(folder) as files, ledger.batch(action, str(folder), kind=BatchKind.LOAD) as unit:
        return _sent(unit, running(unit, inquiry), requests, files, sending)


def ask_also(
    ledger: Ledger, inquiry: str, more: Collection[Candidate], folder: Path, today: date
) -> Sent:
    """Ask more respondents in a running inquiry, and write their workbooks."""
    sending = Sending(folder, ledger.actor, today)
    action = f"照会 {inquiry} の照会先の追加"
    with filing(folder) as files, ledger.batch(action, str(folder), kind=BatchKind.LOAD) as unit:
        asked = running(unit, inquiry)
        requests = [add_request(unit, asked, respondent_of(unit, each)).id for each in more]
        return _sent(unit, asked, requests, files, sending)


def letter_preview(ledger: Ledger, order: Order, asked: Asked, today: date) -> bytes:
    """The cover letter that one who is asked would get, as PDF."""
    from kanagawa_desk.reports.letter import render_letter

    with ledger.reading() as reads:
        respondent = reads.get(Respondent, (asked.respondent,))
    if respondent is None:
        respondent = Respondent("", asked.name, division=asked.division)
    inquiry = inquiry_of(order, "", today)
    request = Request("", "", "", f"{safe_name(asked.workbook)}.xlsx")
    return render_letter(cover_letter(inquiry, request, respondent, ledger.actor, today))[0]


def _sent(
    unit: Unit, inquiry: Inquiry, wanted: Collection[str], files: Filing, sending: Sending
) -> Sent:
    requests = [
        each
        for each in unit.all(Request, inquiry=inquiry.id)
        if (each.id in wanted if wanted else each.sent_on is None)
    ]
    respondents = {each.id: each for each in unit.all(Respondent)}
    sheets = sheets_for(unit, inquiry, (respondents[each.respondent] for each in requests))
    notes, letters = [], []
    if inquiry.due < sending.today:
        notes.append(f"回答期限（{weekday_date(inquiry.due)}）は過ぎた日です。")
    for number, request in enumerate(requests, 1):
        respondent = respondents[request.respondent]
        if not sheets[respondent.id]:
            notes.append(f"{respondent.name}に照会する行がないため、様式を作っていません。")
            continue
        name = inquiry.workbook_of(respondent.name)
        content = _workbook(inquiry, request, respondent, sheets[respondent.id], sending.actor)
        path = files.write(name, ".xlsx", content)
        sent = replace(request, file=path.name, sent_on=request.sent_on or sending.today)
        unit.put(sent)
        letters.append((path.stem, sent, respondent))
        if sending.progress:
            sending.progress(number, len(requests))
    for name, sent, respondent in letters:
        notes += _write_letter(files, f"{name}_照会文", inquiry, sent, respondent, sending)
    view = next(each for each in inquiry_views(unit, sending.today) if each.inquiry == inquiry)
    listed = as_pdf(recipients(view))
    files.write(f"{inquiry.id}_宛先一覧", ".pdf", listed, within=LETTERS_FOLDER)
    return Sent(inquiry.id, tuple(files.files), tuple(notes))


def _workbook(
    inquiry: Inquiry,
    request: Request,
    respondent: Respondent,
    sheets: Sequence[Layout],
    actor: Actor,
) -> bytes:
    from kanagawa_desk.exchange.guide import AnswerHead, Guide
    from kanagawa_desk.exchange.writer import write_workbook

    asks = (
        f"{matter_of(inquiry)}を照会します。",
        "色のついたセルの値を確かめ、変わったところを入力してください。",
        f"下の回答欄に記入し、このファイルを{actor.label}へ提出してください。",
    )
    guide = Guide(
        subject(inquiry),
        asks,
        weekday_date(request.due or inquiry.due),
        notes_of(inquiry),
        AnswerHead(division=respondent.name),
    )
    return write_workbook(sheets, guide, request.id)


def _write_letter(
    files: Filing,
    name: str,
    inquiry: Inquiry,
    request: Request,
    respondent: Respondent,
    sending: Sending,
) -> list[str]:
    """Write a cover letter; returns what could not be printed as it stands."""
    from kanagawa_desk.reports.letter import render_letter

    letter = cover_letter(inquiry, request, respondent, sending.actor, sending.today)
    pdf, problems = render_letter(letter)
    files.write(name, ".pdf", pdf, within=LETTERS_FOLDER)
    return [f"{respondent.name}への照会文：{each}" for each in problems]
