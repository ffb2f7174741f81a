"""Lists of an inquiry to print or to open in Excel: 宛先一覧, 回答状況 and 未回答一覧."""

from dataclasses import dataclass
from datetime import date

from kanagawa_desk.domain.eras import long_date, short_date
from kanagawa_desk.domain.following_up import OPEN_STATES
from kanagawa_desk.domain.inquiries import RESPONDENT_KINDS
from kanagawa_desk.domain.letters import addressee_of, weekday_date
from kanagawa_desk.domain.papers.printed import Lines, PrintedColumn, PrintedTable
from kanagawa_desk.errors import UserError
from kanagawa_desk.services.inquiries.board import InquiryView, RequestView, inquiry_views
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger

_RECIPIENT_COLUMNS = {
    "No.": PrintedColumn(1, "right"),
    "回答者": PrintedColumn(5),
    "種類": PrintedColumn(2.4),
    "宛名": PrintedColumn(5),
    "連絡先": PrintedColumn(4),
    "様式": PrintedColumn(9),
    "回答期限": PrintedColumn(3, "centre"),
}
_STANDING_COLUMNS = {
    "No.": PrintedColumn(1, "right"),
    "回答者": PrintedColumn(6),
    "状態": PrintedColumn(3, "centre"),
    "回答区分": PrintedColumn(3, "centre"),
    "送付日": PrintedColumn(3, "centre"),
    "回答期限": PrintedColumn(3, "centre"),
    "受付日": PrintedColumn(3, "centre"),
    "残り": PrintedColumn(3, "centre"),
    "お願い": PrintedColumn(2, "centre"),
}
_UNANSWERED_COLUMNS = {
    "No.": PrintedColumn(1, "right"),
    "回答者": PrintedColumn(6),
    "状態": PrintedColumn(3, "centre"),
    "送付日": PrintedColumn(3, "centre"),
    "回答期限": PrintedColumn(3, "centre"),
    "残り": PrintedColumn(3, "centre"),
    "お願い": PrintedColumn(2, "centre"),
    "連絡先": PrintedColumn(5),
}


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its title and what stands beside it."""

    title: str
    subtitle: str
    table: PrintedTable


def recipients(view: InquiryView) -> Listing:
    """宛先一覧: everyone who is asked, with 宛名 and the workbook."""
    rows = tuple(
        (
            (str(number),),
            (each.respondent.name,),
            (RESPONDENT_KINDS[each.respondent.kind],),
            (addressee_of(each.respondent),),
            (each.respondent.contact,),
            (each.workbook,),
            (short_date(each.due),),
        )
        for number, each in enumerate(view.requests, 1)
    )
    subtitle = f"{view.inquiry.id}　{view.inquiry.title}"
    return Listing("宛先一覧", subtitle, _table(_RECIPIENT_COLUMNS, rows))


def standing(ledger: Ledger, inquiry: str, today: date) -> Listing:
    """回答状況: everyone who is asked, and how each stands."""
    with ledger.reading() as reads:
        view = _view(reads, inquiry, today)
    rows = tuple(
        (
            (str(number),),
            (each.respondent.name,),
            (each.state_label,),
            (each.answer_label,),
            (short_date(each.sent_on) if each.sent_on else "",),
            (short_date(each.due),),
            (short_date(each.returned_at.date()) if each.returned_at else "",),
            (_left(each) if each.state in OPEN_STATES else "",),
            (_times(each.reminders),),
        )
        for number, each in enumerate(view.requests, 1)
    )
    subtitle = _subtitle(view, today, f"取込済 {view.settled}/{len(view.requests)}件")
    return Listing("回答状況", subtitle, _table(_STANDING_COLUMNS, rows))


def unanswered(ledger: Ledger, inquiry: str, today: date) -> Listing:
    """未回答一覧: whose answer is waited for, and since when it is due."""
    with ledger.reading() as reads:
        view = _view(reads, inquiry, today)
    waited = [each for each in view.requests if each.state in OPEN_STATES]
    rows = tuple(
        (
            (str(number),),
            (each.respondent.name,),
            (each.state_label,),
            (short_date(each.sent_on) if each.sent_on else "",),
            (short_date(each.due),),
            (_left(each),),
            (_times(each.reminders),),
            (each.respondent.contact,),
        )
        for number, each in enumerate(waited, 1)
    )
    subtitle = _subtitle(view, today, f"{len(waited)}/{len(view.requests)}件")
    return Listing("未回答一覧", subtitle, _table(_UNANSWERED_COLUMNS, rows))


def as_pdf(listing: Listing) -> bytes:
    """A list to print, A4 across."""
    from kanagawa_desk.reports.ledger_report import render_table

    return render_table(listing.title, listing.subtitle, listing.table, landscape=True)


def as_workbook(listing: Listing) -> bytes:
    """A list as an .xlsx that does not come back."""
    from kanagawa_desk.exchange.listing import write_list

    return write_list(listing.title, listing.subtitle, listing.table)


def _view(reads: Reads, inquiry: str, today: date) -> InquiryView:
    for each in inquiry_views(reads, today):
        if each.inquiry.id == inquiry:
            return each
    raise UserError(f"照会「{inquiry}」はありません。番号を確かめてください。")


def _table(columns: dict[str, PrintedColumn], rows: tuple[tuple[Lines, ...], ...]) -> PrintedTable:
    return PrintedTable(tuple(columns.values()), tuple((head,) for head in columns), rows)


def _subtitle(view: InquiryView, today: date, count: str) -> str:
    due = weekday_date(view.inquiry.due)
    inquiry = f"{view.inquiry.id}　{view.inquiry.title}（期限　{due}）"
    return f"{inquiry}　{long_date(today)}現在　{count}"


def _times(count: int) -> str:
    return f"{count}回" if count else ""


def _left(view: RequestView) -> str:
    days = view.days_left or 0
    return f"{-days}日超過" if days < 0 else f"{days}日"
