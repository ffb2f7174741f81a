"""Where a request stands, as it follows from what was sent, what came back and what was done."""

from collections.abc import Iterable, Sequence
from datetime import date

from kanagawa_desk.domain.inquiries import Inquiry, Request, ReturnedFile

STATES = {
    "unsent": "未送付",
    "asked": "照会中",
    "returned": "回答あり",
    "reviewing": "確認中",
    "sent_back": "修正依頼中",
    "returned_again": "再回答",
    "applied": "取込済",
}
OPEN_STATES = ("unsent", "asked", "sent_back")
"""Those in which an answer is being waited for."""

STATES_TO_LOOK_AT = ("returned", "reviewing", "returned_again")
"""Those in which an answer waits to be looked at."""

_SETTLED = ("sent_back", "applied")


def counting(files: Iterable[ReturnedFile]) -> list[ReturnedFile]:
    """The returned files of a request that count, the one that stands last."""
    return [each for each in files if each.stage != "older"]


def state_of(request: Request, files: Sequence[ReturnedFile]) -> str:
    """The state of a request, by the files that came back for it in order of receipt."""
    counted = counting(files)
    if not counted:
        return "unsent" if request.sent_on is None else "asked"
    *earlier, last = counted
    if last.stage in STATES:
        return last.stage
    again = any(each.stage in _SETTLED for each in earlier)
    return "returned_again" if again else "returned"


def age(inquiry: Inquiry) -> tuple[date, int, str]:
    """By which inquiries are put in order, the earliest first; R6-100 comes after R6-99."""
    return inquiry.created, len(inquiry.id), inquiry.id


def due_of(inquiry: Inquiry, request: Request) -> date:
    """Until when a request is to be answered."""
    return request.due or inquiry.due


def days_left(state: str, due: date, today: date) -> int | None:
    """Days until the due date, negative when it has passed; None where nothing is waited for."""
    return (due - today).days if state in OPEN_STATES else None
