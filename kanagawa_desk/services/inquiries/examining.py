"""Examining a returned workbook: recognised, and compared with what was asked and what is there."""

from dataclasses import replace
from functools import cache

from kanagawa_desk.domain.inquiries import ANSWERS, Inquiry, Request
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.form import form_of
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.locating import sheet_for
from kanagawa_desk.exchange.names import sheet_titles
from kanagawa_desk.services.inquiries.asked import asked_sheets, owners, with_rows_of
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.known import Known
from kanagawa_desk.services.inquiries.recognising import (
    NEW,
    OLDER,
    Evidence,
    Recognised,
    recognise,
    recognise_as,
)
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing
from kanagawa_desk.services.workbooks.comparison import CHANGE, QUESTION, Comparison
from kanagawa_desk.services.workbooks.returned import Returned


class Examiner:
    """Examines workbooks in one transaction; what files have in common is looked up once.

    The sheets of an inquiry are laid out only for a workbook that lost what was sent with it.
    """

    def __init__(self, reads: Reads, inquiry: str = "") -> None:
        """Collect for one inquiry only, if it is named."""
        self.known = Known(reads)
        self._reads = reads
        self._inquiry = inquiry
        self._sheets = cache(lambda each: asked_sheets(reads, self.known.inquiries[each]))
        self._sheets_of = cache(self._narrowed)
        self._returned = cache(lambda day: Returned(reads, day))

    def recognised(
        self, file: str, sha256: str, workbook: WorkbookRead, said: Request | None = None
    ) -> Recognised:
        """Whose answer a workbook is, or as what it counts where a person has said it."""
        request = self.known.requests.get(workbook.request)
        evidence = Evidence(
            file,
            sha256,
            workbook.saved,
            workbook.request,
            workbook.head.division,
            request is not None and self._is_of_others(workbook, request),
            lambda inquiry: self._fits(workbook, inquiry),
        )
        if said is not None:
            return recognise_as(said, evidence, self.known)
        return recognise(evidence, self.known, self._inquiry)

    def compared(self, file: str, request: Request, workbook: WorkbookRead) -> Comparison:
        """What a workbook would change, as an answer to a request."""
        inquiry = self.known.inquiries[request.inquiry]
        division = self.known.respondent_of(request).division
        found = self._returned(inquiry.day).compare(
            file, workbook, lambda: self._sheets_of(inquiry.id, division)
        )
        return _with_answer(found, workbook.head.answer, file)

    def kept(self, returned: str, workbook: WorkbookRead) -> Collected:
        """A file that was received before, as it compares with the ledger now."""
        record = self.known.returned[returned]
        request = self.known.requests[record.request]
        status = OLDER if record.stage == "older" else NEW
        return replace(
            self.collected(record.name, Recognised(status, request), workbook),
            returned=returned,
            standing=self.known.is_standing(record),
            comparison=self.compared(record.name, request, workbook),
        )

    def collected(self, file: str, what: Recognised, workbook: WorkbookRead) -> Collected:
        """A file by what it was recognised as, not yet received or compared."""
        request, counts = what.request, workbook.counts
        return Collected(
            file,
            what.status,
            request.inquiry if request else "",
            self.known.respondent_of(request).name if request else "",
            request.id if request else "",
            head=workbook.head,
            read=(counts.sheets, counts.rows, counts.cells),
            questions=(what.question,) if what.question else (),
        )

    def _narrowed(self, inquiry: str, division: str) -> tuple[Layout, ...]:
        """The sheets of an inquiry with the rows that a division answers for, if it has any."""
        sheets = self._sheets(inquiry)
        of_rows = owners(self._reads, self.known.inquiries[inquiry], sheets)
        own = [row for row, owner in of_rows.items() if division and owner == division]
        return with_rows_of([Narrowing(each) for each in sheets], own) or sheets

    def _is_of_others(self, workbook: WorkbookRead, request: Request) -> bool:
        """Whether the sheets hold rows of others and none of those that were sent."""
        forms = [sent.form for sent in workbook.sent if sent.form is not None]
        sent = {row.key for form in forms for row in form.rows if row.values}
        present = {
            text
            for sheet in workbook.sheets
            for row in sheet.rows.values()
            for text in row.stored.values()
        }
        if not sent or sent & present:
            return False
        return any(
            row.key in present for sheet in self._sheets(request.inquiry) for row in sheet.rows
        )

    def _fits(self, workbook: WorkbookRead, inquiry: Inquiry) -> bool:
        sheets = self._sheets(inquiry.id)
        return any(
            sheet_for(workbook, form_of(each, title)).sheet
            for each, title in zip(sheets, sheet_titles(sheets), strict=True)
        )


def _with_answer(found: Comparison, answer: str, file: str) -> Comparison:
    """What 回答区分 says, held against the cells."""
    changes = found.of(CHANGE)
    if answer in ("unchanged", "none") and changes:
        reason = f"回答区分は「{ANSWERS[answer]}」ですが、値が変わっています。"
        doubted = tuple(
            replace(each, kind=QUESTION, reason=reason, candidates=(each.value, each.ours))
            if each.kind == CHANGE
            else each
            for each in found.findings
        )
        return replace(found, findings=doubted)
    if not (found.findings or found.problems or found.rows_added):
        if answer == "changed":
            note = f"回答区分は「{ANSWERS[answer]}」ですが、変わったセルがありません。"
            return replace(found, notes=(*found.notes, f"{file}: {note}"))
        if not answer:
            note = "回答区分がなく、変わったセルもありません。回答者に確かめてください。"
            return replace(found, notes=(*found.notes, f"{file}: {note}"))
    return found
