"""Following a running inquiry up: new due dates, reminders, closing it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.following_up import state_of
from kanagawa_desk.domain.inquiries import (
    Inquiry,
    Request,
    RequestEvent,
    Respondent,
    ReturnedFile,
)
from kanagawa_desk.domain.letters import correction, reminder
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import Written, new_id, written
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit


def put_off(
    ledger: Ledger,
    inquiry: str,
    due: date,
    reason: str,
    today: date,
    requests: Collection[str] = (),
) -> Written:
    """Give an inquiry a new due date, or only these of its requests, and remember why.

    Raises UserError without a reason.
    """
    if not reason.strip():
        raise UserError("回答期限を変える理由を入れてください。")
    with ledger.batch(f"照会 {inquiry} の回答期限を {short_date(due)} に変更") as unit:
        found = running(unit, inquiry)
        if not requests:
            unit.put(replace(found, due=due))
        for each in unit.all(Request, inquiry=inquiry):
            if not requests or each.id in requests:
                unit.put(replace(each, due=due if requests else None))
                note(unit, each, "due", today, reason.strip(), due)
    return written(unit)


def reminder_text(ledger: Ledger, request: str, today: date) -> str:
    """回答のお願い（再）for one respondent, to be copied into a mail.

    Whose answer was sent back is asked for a corrected one.
    """
    with ledger.reading() as reads:
        asked = reads.get(Request, (request,))
        if asked is None:
            raise UserError("依頼がもうありません。画面を読み直してください。")
        inquiry = reads.get(Inquiry, (asked.inquiry,))
        respondent = reads.get(Respondent, (asked.respondent,))
        files = reads.all(ReturnedFile, request=request)
        events = reads.all(RequestEvent, request=request, kind="sent_back")
    if inquiry is None or respondent is None:
        raise UserError("照会がもうありません。画面を読み直してください。")
    if events and state_of(asked, files) == "sent_back":
        _, _, file = events[-1].text.partition("　")
        return correction(inquiry, respondent, ledger.actor, file)
    return reminder(inquiry, asked, respondent, ledger.actor, today)


def reminded(ledger: Ledger, requests: Collection[str], today: date) -> Written:
    """Remember that these respondents were reminded today."""
    with ledger.batch(f"回答のお願い（再）　{len(requests)}件") as unit:
        for each in unit.all(Request):
            if each.id in requests:
                note(unit, each, "reminder", today)
    return written(unit)


def close(ledger: Ledger, inquiry: str, today: date) -> Written:
    """End an inquiry: what comes back for it later belongs to a past round."""
    with ledger.batch(f"照会 {inquiry} の終了") as unit:
        unit.put(replace(running(unit, inquiry), closed_on=today))
    return written(unit)


def reopen(ledger: Ledger, inquiry: str) -> Written:
    """Take the end of an inquiry back."""
    with ledger.batch(f"照会 {inquiry} の再開") as unit:
        unit.put(replace(running(unit, inquiry), closed_on=None))
    return written(unit)


def note(
    unit: Unit,
    request: Request,
    kind: str,
    today: date,
    text: str = "",
    due: date | None = None,
    sha256: str = "",
) -> None:
    """Enter a dated event of a request behind the others."""
    rank = 1 + max((each.rank for each in unit.all(RequestEvent, request=request.id)), default=0)
    unit.put(RequestEvent(new_id("event"), request.id, today, kind, text, due, sha256, rank))


def running(unit: Unit, inquiry: str) -> Inquiry:
    """An inquiry by its number; raises UserError where there is none."""
    found = unit.get(Inquiry, (inquiry,))
    if found is None:
        raise UserError(f"照会「{inquiry}」はありません。番号を確かめてください。")
    return found
