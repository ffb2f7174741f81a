"""Applying answers: each file by itself, all of it or nothing, as one batch that can be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.changes import Origin
from kanagawa_desk.domain.inquiries import Inquiry, Request, ReturnedFile
from kanagawa_desk.domain.layout import Address
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.values import Measured
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import put_values
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.deciding import settle
from kanagawa_desk.services.inquiries.received import start_review
from kanagawa_desk.services.keeping import back_up
from kanagawa_desk.services.workbooks.comparison import FileProblem, Finding
from kanagawa_desk.services.workbooks.exporting import Progress
from kanagawa_desk.services.workbooks.importing import decided, put_findings
from kanagawa_desk.storage.ledger import Ledger
from kanagawa_desk.storage.unit import Unit


def apply(
    ledger: Ledger,
    collected: Sequence[Collected],
    accept: str | None = None,
    progress: Progress | None = None,
) -> tuple[Collected, ...]:
    """Apply the answers that can be applied, after one backup; returns what became of each file.

    A file with anything undecided is left alone and goes into review, unless `accept` decides
    it as importing.decided does; problems are never accepted. A file that says nothing is no
    answer. What `progress` stops was applied up to the last whole file.
    """
    found = decided_files(collected, accept)
    if any(_can_be_applied(each, accept) for each in found):
        back_up(ledger)
    done = []
    for number, each in enumerate(found, 1):
        if _can_be_applied(each, accept):
            each = apply_one(ledger, each)
        done.append(each)
        if progress:
            progress(number, len(found))
    start_review(ledger, [each.returned for each in done if each.standing and not each.silent])
    return tuple(done)


def apply_one(ledger: Ledger, collected: Collected) -> Collected:
    """Apply one answer; where the ledger changed after it was compared, that is its problem."""
    file = collected.file
    try:
        with ledger.batch(_action(collected), file) as unit:
            _put(unit, collected, "applied")
    except UserError as refusal:
        problem = FileProblem(file, "", "", "changed_since", str(refusal))
        stale = replace(collected.comparison, problems=(*collected.comparison.problems, problem))
        return replace(collected, comparison=stale)
    batch = str(unit.batch.seq) if unit.batch else None
    return replace(collected, applied=True, standing=False, batch=batch)


def take(ledger: Ledger, collected: Collected, findings: Sequence[Finding]) -> Collected:
    """Apply what a person chose of an answer, after a backup; with it the answer is settled.

    Raises UserError, and changes nothing, where the ledger changed after it was compared.
    """
    return _take(ledger, collected, findings, "applied")


def take_some(ledger: Ledger, collected: Collected, findings: Sequence[Finding]) -> Collected:
    """As take; what was held is still to be decided, and the answer stays in review."""
    return _take(ledger, collected, findings, "reviewing")


def _take(
    ledger: Ledger, collected: Collected, findings: Sequence[Finding], stage: str
) -> Collected:
    back_up(ledger)
    chosen = replace(collected.comparison, findings=tuple(findings))
    with ledger.batch(_action(collected), collected.file) as unit:
        _put(unit, replace(collected, comparison=chosen), stage)
        settle(unit, collected.returned, findings)
    batch = str(unit.batch.seq) if unit.batch else None
    settled = stage == "applied"
    return replace(collected, applied=settled, standing=not settled, batch=batch)


def decided_files(collected: Sequence[Collected], accept: str | None) -> tuple[Collected, ...]:
    """Decide what is left open in each file, as importing.decided does; None decides nothing."""
    if accept is None:
        return tuple(collected)
    return tuple(
        replace(each, comparison=decided(each.comparison, accept), questions=())
        for each in collected
    )


def _can_be_applied(each: Collected, accept: str | None) -> bool:
    return each.ready and not (each.silent and accept is None)


def _action(collected: Collected) -> str:
    return f"照会 {collected.inquiry} {collected.respondent}の回答の取込"


def _put(unit: Unit, collected: Collected, stage: str) -> None:
    request = unit.get(Request, (collected.request,))
    returned = unit.get(ReturnedFile, (collected.returned,))
    if request is None or returned is None:
        raise UserError("この回答の受付が取り消されています。もう一度受け取ってください。")
    inquiry = unit.get(Inquiry, (request.inquiry,))
    put_findings(unit, collected.comparison.findings)
    if inquiry is not None and inquiry.as_of is not None:
        _date(unit, collected.comparison.findings, inquiry.as_of)
    unit.put(replace(returned, stage=stage))
    confirms = stage == "applied" and returned.answer == "unchanged"
    if confirms and not collected.comparison.findings:
        unit.put(_confirmed(request, returned))


def _confirmed(request: Request, returned: ReturnedFile) -> Request:
    """修正なし confirms the figures as they were sent: who says so, and when it came."""
    received = datetime.fromisoformat(returned.received_at).astimezone(JAPAN)
    who = returned.approved_by or returned.person
    return replace(
        request,
        confirmed_by=f"{returned.division}　{who}".strip("　"),
        confirmed_on=received.date(),
    )


def _date(unit: Unit, findings: Sequence[Finding], as_of: date) -> None:
    """A figure of a fiscal year that was asked for at a date holds for that date."""
    values, origins = {}, {}
    for each in findings:
        address, value = each.address, each.value
        if address.record != "observation" or address.field != "value":
            continue
        period = address.key[1]
        dated = isinstance(value, Measured) and value.number is not None and value.status is None
        if dated and isinstance(period, FiscalYear) and period == FiscalYear.of(as_of):
            known = {"as_of": as_of, "partial": as_of < period.end}
            for field, new in known.items():
                place = Address(address.record, address.key, field)
                values[place] = new
                origins[place] = Origin(each.file, each.sheet, each.cell)
    put_values(unit, values, origins)
