"""The board of inquiries: who was asked, who answered, what is still waited for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.following_up import (
    STATES,
    STATES_TO_LOOK_AT,
    age,
    counting,
    days_left,
    due_of,
    state_of,
)
from kanagawa_desk.domain.inquiries import (
    ANSWERS,
    Inquiry,
    Request,
    RequestEvent,
    Respondent,
    ReturnedFile,
)
from kanagawa_desk.services.inquiries.collected import counts_text
from kanagawa_desk.services.names import Reads
from kanagawa_desk.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class RequestView:
    """A line of the board; `returned_at` is Japanese time, `returned` the file that counts.

    `events` are what happened beside the state, in order.
    """

    id: str
    respondent: Respondent
    state: str
    answer: str
    sent_on: date | None
    due: date
    days_left: int | None
    workbook: str
    returned: ReturnedFile | None
    returned_at: datetime | None
    events: tuple[RequestEvent, ...]
    confirmed_by: str
    confirmed_on: date | None

    @property
    def state_label(self) -> str:
        """The word on screen."""
        return STATES[self.state]

    @property
    def answer_label(self) -> str:
        """修正あり, 修正なし, 該当なし, or nothing."""
        return ANSWERS.get(self.answer, "")

    @property
    def reminders(self) -> int:
        """How often it was reminded of."""
        return sum(each.kind == "reminder" for each in self.events)

    @property
    def extensions(self) -> int:
        """How often it was put off."""
        return sum(each.kind == "due" for each in self.events)

    @property
    def holds(self) -> str:
        """What the file that counts held when it came: 双方で変更2　変更12."""
        file = self.returned
        if file is None:
            return ""
        return counts_text(file.changes, file.conflicts, file.questions, file.faults)


@dataclass(frozen=True, slots=True)
class InquiryView:
    """An inquiry with its requests in order."""

    inquiry: Inquiry
    requests: tuple[RequestView, ...]

    @property
    def about_label(self) -> str:
        """The ledgers that it asks about."""
        return self.inquiry.about_label

    @property
    def settled(self) -> int:
        """How many requests are done."""
        return sum(each.state == "applied" for each in self.requests)

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be done for it any more."""
        return self.inquiry.closed_on is not None or self.settled == len(self.requests)

    @property
    def to_look_at(self) -> int:
        """How many answers wait to be looked at."""
        if self.inquiry.closed_on is not None:
            return 0
        return sum(each.state in STATES_TO_LOOK_AT for each in self.requests)


def board(ledger: Ledger, today: date) -> tuple[InquiryView, ...]:
    """Every inquiry, the latest first."""
    with ledger.reading() as reads:
        return inquiry_views(reads, today)


def inquiry_views(reads: Reads, today: date) -> tuple[InquiryView, ...]:
    """As board, inside a transaction."""
    respondents = {each.id: each for each in reads.all(Respondent)}
    files = _by_request(reads.all(ReturnedFile))
    events = _by_request(reads.all(RequestEvent))
    requests: dict[str, list[Request]] = {}
    for request in reads.all(Request):
        requests.setdefault(request.inquiry, []).append(request)
    views = [
        InquiryView(
            inquiry,
            tuple(
                _view(
                    inquiry,
                    request,
                    respondents[request.respondent],
                    files.get(request.id, ()),
                    events.get(request.id, ()),
                    today,
                )
                for request in requests.get(inquiry.id, ())
            ),
        )
        for inquiry in reads.all(Inquiry)
    ]
    return tuple(sorted(views, key=lambda each: age(each.inquiry), reverse=True))


def as_data(views: Sequence[InquiryView]) -> dict[str, Any]:
    """The board as `inquiry status --json` gives it."""
    return {
        "inquiries": [
            {
                "id": each.inquiry.id,
                "title": each.inquiry.title,
                "due": each.inquiry.due.isoformat(),
                "requests": [_request(one) for one in each.requests],
            }
            for each in views
        ]
    }


def _view(
    inquiry: Inquiry,
    request: Request,
    respondent: Respondent,
    files: Sequence[ReturnedFile],
    events: Sequence[RequestEvent],
    today: date,
) -> RequestView:
    state, due = state_of(request, files), due_of(inquiry, request)
    last = counting(files)[-1] if counting(files) else None
    return RequestView(
        request.id,
        respondent,
        state,
        last.answer if last else "",
        request.sent_on,
        due,
        days_left(state, due, today),
        request.file,
        last,
        datetime.fromisoformat(last.received_at).astimezone(JAPAN) if last else None,
        tuple(events),
        request.confirmed_by,
        request.confirmed_on,
    )


def _request(view: RequestView) -> dict[str, Any]:
    return {
        "respondent": view.respondent.name,
        "state": view.state,
        "answer": view.answer or None,
        "sent": _day(view.sent_on),
        "returned": _day(view.returned_at.date() if view.returned_at else None),
        "due": _day(view.due),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _by_request(records: Sequence[Any]) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for each in records:
        found.setdefault(each.request, []).append(each)
    return found
