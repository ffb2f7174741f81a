"""Examining a returned workbook: recognised, and compared with what was asked and what is there."""

from dataclasses import dataclass, replace

from kanagawa_desk.domain.inquiries import ANSWERS, Inquiry, Request
from kanagawa_desk.domain.layout import Layout
from kanagawa_desk.exchange.base import values_sent
from kanagawa_desk.exchange.found import WorkbookRead
from kanagawa_desk.exchange.locating import sheet_for
from kanagawa_desk.services.comparison import CHANGE, QUESTION, Comparison
from kanagawa_desk.services.inquiries.asked import RowOf, asked_sheets, owners, with_rows_of
from kanagawa_desk.services.inquiries.collected import Collected
from kanagawa_desk.services.inquiries.known import Known
from kanagawa_desk.services.inquiries.recognising import (
    NEW,
    OLDER,
    Evidence,
    Recognised,
    recognise,
)
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing
from kanagawa_desk.services.returned import Returned


@dataclass(frozen=True, slots=True)
class _Asked:
    """The sheets of an inquiry, what compares a workbook with them, and the keys of all rows."""

    sheets: tuple[Layout, ...]
    narrowings: tuple[Narrowing, ...]
    returned: Returned
    rows: frozenset[str]


class Examiner:
    """Examines workbooks in one transaction; what files have in common is looked up once."""

    def __init__(self, reads: Reads, inquiry: str = "") -> None:
        """Collect for one inquiry only, if it is named."""
        self.known = Known(reads)
        self._reads = reads
        self._inquiry = inquiry
        self._asked: dict[str, _Asked] = {}

    def recognised(self, file: str, sha256: str, workbook: WorkbookRead) -> Recognised:
        """Whose answer a workbook is."""
        request = self.known.requests.get(workbook.request)
        present = self._rows_on(workbook, request) if request else frozenset()
        evidence = Evidence(
            file,
            sha256,
            workbook.saved,
            workbook.request,
            workbook.head.division,
            {row for _, row in _rows_sent(workbook)},
            present,
            lambda inquiry: self._fits(workbook, inquiry),
        )
        return recognise(evidence, self.known, self._inquiry)

    def compared(self, file: str, request: Request, workbook: WorkbookRead) -> Comparison:
        """What a workbook would change, as an answer to a request."""
        inquiry = self.known.inquiries[request.inquiry]
        asked = self._of(inquiry)
        rows = _rows_sent(workbook)
        division = self.known.respondent_of(request).division
        if not rows and division:
            of_rows = owners(self._reads, inquiry, asked.sheets)
            rows = {row for row, owner in of_rows.items() if owner == division}
        sheets = with_rows_of(asked.narrowings, rows) if rows else asked.sheets
        found = asked.returned.compare(file, workbook, sheets)
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

    def _of(self, inquiry: Inquiry) -> _Asked:
        if inquiry.id not in self._asked:
            sheets = asked_sheets(self._reads, inquiry)
            rows = frozenset(row.key for sheet in sheets for row in sheet.rows)
            returned = Returned(self._reads, inquiry.day)
            self._asked[inquiry.id] = _Asked(
                sheets, tuple(Narrowing(each) for each in sheets), returned, rows
            )
        return self._asked[inquiry.id]

    def _rows_on(self, workbook: WorkbookRead, request: Request) -> frozenset[str]:
        known = self._of(self.known.inquiries[request.inquiry]).rows
        return frozenset(
            cell.content
            for sheet in workbook.sheets
            for row in sheet.rows.values()
            for cell in row.values()
            if isinstance(cell.content, str) and cell.content in known
        )

    def _fits(self, workbook: WorkbookRead, inquiry: Inquiry) -> bool:
        return any(sheet_for(workbook, each).sheet for each in self._of(inquiry).sheets)


def _rows_sent(workbook: WorkbookRead) -> set[RowOf]:
    """The rows that a workbook left with, as far as its hidden part is whole."""
    return {
        (sent.name, row)
        for sent in workbook.sent
        if sent.intact(workbook.request)
        for row, _column in values_sent(sent.text)
    }


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
