"""Making an inquiry: who is asked for what, and the requests that follow from it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.changes import BatchKind
from kanagawa_desk.domain.fields import Kind
from kanagawa_desk.domain.inquiries import Inquiry, Request, Respondent
from kanagawa_desk.domain.layout import Layout, Row, RowKind
from kanagawa_desk.domain.periods import FiscalYear
from kanagawa_desk.domain.records import Division
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.edit import new_id
from kanagawa_desk.services.inquiries.asked import (
    asked_sheets,
    owners,
    rows_by_division,
    with_rows_of,
    without_idle_columns,
)
from kanagawa_desk.services.inquiries.respondents import of_division
from kanagawa_desk.services.names import Reads
from kanagawa_desk.services.narrowing import Narrowing
from kanagawa_desk.storage import history
from kanagawa_desk.storage.ledger import Ledger, Reader
from kanagawa_desk.storage.unit import Unit


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be asked; `divisions` (ids) leaves out all others that could be asked.

    `respondents` (ids), who are no 所管課, are asked beside them for all that is asked.
    `scope`, `pattern` and `letter` are those of the inquiry.
    """

    title: str
    due: date
    about: str
    as_of: date | None = None
    instructions: str = ""
    divisions: Collection[str] | None = None
    respondents: Collection[str] = ()
    scope: tuple[str, ...] = ()
    pattern: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who could be asked, with how many rows and cells there are to fill in.

    A 所管課 is known by `division`, anybody else by `respondent`; `workbook` is a file name.
    """

    division: str
    name: str
    rows: int
    cells: int
    workbook: str = ""
    respondent: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """Whom an order asks, and the rows that nobody answers for (計画一覧 ○○計画).

    `others` are respondents that are no 所管課: they can be asked on request.
    """

    asked: tuple[Asked, ...]
    unanswered_for: tuple[str, ...]
    others: tuple[Asked, ...] = ()


def preview(ledger: Ledger, order: Order, today: date) -> Preview:
    """Whom an order would ask."""
    with ledger.reading() as reads:
        return _preview(reads, inquiry_of(order, _next_number(reads, today), today))


def create(ledger: Ledger, order: Order, today: date) -> str:
    """Make an inquiry with a request for each 所管課; returns its number.

    Its workbooks are not yet written. Raises UserError where there is nobody to ask.
    """
    with ledger.batch(f"照会「{order.title}」の作成", kind=BatchKind.LOAD) as unit:
        return make(unit, order, today)[0].id


def make(unit: Unit, order: Order, today: date) -> tuple[Inquiry, tuple[str, ...]]:
    """As create, inside a unit of work; returns the rows that nobody answers for as well."""
    inquiry = inquiry_of(order, _next_number(unit, today), today)
    found = _preview(unit, inquiry)
    asked = [
        each for each in found.asked if order.divisions is None or each.division in order.divisions
    ]
    if not (asked or order.respondents):
        raise UserError(
            "照会する所管課がありません。台帳の行に所管課を入れてから、もう一度作成してください。"
        )
    unit.put(inquiry)
    divisions = {each.id: each for each in unit.all(Division)}
    for each in asked:
        add_request(unit, inquiry, of_division(unit, divisions[each.division]))
    for other in unit.all(Respondent):
        if other.id in order.respondents:
            add_request(unit, inquiry, other)
    return inquiry, found.unanswered_for


def add_request(unit: Unit, inquiry: Inquiry, respondent: Respondent) -> Request:
    """A request behind the others of its inquiry, not yet sent.

    Raises UserError for a respondent that is asked already.
    """
    if unit.all(Request, inquiry=inquiry.id, respondent=respondent.id):
        raise UserError(f"{respondent.name}には、この照会を既にしています。")
    rank = 1 + max((each.rank for each in unit.all(Request, inquiry=inquiry.id)), default=0)
    request = Request(new_id("request"), inquiry.id, respondent.id, rank=rank)
    unit.put(request)
    return request


def sheets_for(
    reads: Reads, inquiry: Inquiry, respondents: Iterable[Respondent]
) -> dict[str, tuple[Layout, ...]]:
    """The sheets that each respondent (by id) is to fill in.

    A 所管課 gets its own rows, any other respondent all of them.
    """
    sheets = asked_sheets(reads, inquiry)
    narrowings = [Narrowing(each) for each in sheets]
    of_division = rows_by_division(owners(reads, inquiry, sheets))
    return {
        each.id: tuple(
            without_idle_columns(sheet)
            for sheet in (
                with_rows_of(narrowings, of_division.get(each.division, ()))
                if each.division
                else sheets
            )
        )
        for each in respondents
    }


def cells_asked(sheets: Sequence[Layout]) -> int:
    """How many cells are to be filled in."""
    return sum(
        cell.address is not None for sheet in sheets for row in sheet.rows for cell in row.cells
    )


def inquiry_of(order: Order, number: str, today: date) -> Inquiry:
    """The inquiry that an order makes under a number; raises UserError without a title."""
    title = order.title.strip()
    if not title:
        raise UserError("件名を入れてください。")
    return Inquiry(
        number,
        title,
        order.due,
        today,
        order.about,
        order.as_of,
        order.instructions.strip(),
        order.scope,
        order.pattern.strip(),
        order.letter,
    )


def _preview(reads: Reads, inquiry: Inquiry) -> Preview:
    sheets = asked_sheets(reads, inquiry)
    of_rows = owners(reads, inquiry, sheets)
    narrowings = [Narrowing(each) for each in sheets]
    of_division = rows_by_division(of_rows)
    asked = [
        Asked(
            each.id,
            each.name,
            len(of_division[each.id]),
            cells_asked(with_rows_of(narrowings, of_division[each.id])),
            inquiry.workbook_of(each.name),
        )
        for each in reads.all(Division)
        if each.id in of_division
    ]
    others = tuple(
        Asked(
            "",
            each.name,
            len(of_rows),
            cells_asked(sheets),
            inquiry.workbook_of(each.name),
            each.id,
        )
        for each in reads.all(Respondent)
        if not each.division
    )
    return Preview(
        tuple(asked),
        tuple(
            f"{sheet.title} {_name_of(sheet, row)}"
            for sheet in sheets
            for row in sheet.rows
            if row.kind is RowKind.RECORD and not of_rows[sheet.name, row.key]
        ),
        others,
    )


def _name_of(sheet: Layout, row: Row) -> str:
    named = zip(sheet.columns, row.cells, strict=True)
    return " ".join(
        cell.text
        for column, cell in named
        if column.frozen and column.field.kind is not Kind.INTEGER and cell.text
    )


def _next_number(reads: Reader | Unit, today: date) -> str:
    """R6-07: the fiscal year and a count; a number that was used once is never used again."""
    year = FiscalYear.of(today).short
    used = history.keys_ever(reads.connection, "inquiry")
    number = 1
    while f"{year}-{number:02}" in used:
        number += 1
    return f"{year}-{number:02}"
