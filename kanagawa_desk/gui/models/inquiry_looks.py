"""How the states of requests look, and what is to be done in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.following_up import OPEN_STATES, STATES, STATES_TO_LOOK_AT
from kanagawa_desk.domain.inquiries import EVENTS

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView

SEND, REMIND, REVIEW, SAVE = "send", "remind", "review", "save"


@dataclass(frozen=True, slots=True)
class StateLook:
    """The picture and colour of a state, and the next thing to do with its words."""

    icon: str
    tone: str
    action: str
    words: str


STATE_LOOKS = {
    "unsent": StateLook("mail", "text2", SEND, "様式を作る…"),
    "asked": StateLook("send", "accent", REMIND, "お願い（再）…"),
    "returned": StateLook("import", "excess", REVIEW, "確認する"),
    "reviewing": StateLook("eye", "excess", REVIEW, "確認する"),
    "sent_back": StateLook("return", "shortage", REMIND, "修正依頼文…"),
    "returned_again": StateLook("exchange", "excess", REVIEW, "確認する"),
    "applied": StateLook("ok", "ok", SAVE, "回答を保存…"),
}

_DUE_SOON = 3  # days


@dataclass(frozen=True, slots=True)
class Filter:
    """Requests that can be shown alone."""

    key: str
    words: str
    takes: Callable[[RequestView], bool]


def _in_state(state: str) -> Callable[[RequestView], bool]:
    return lambda each: each.state == state


ALL = Filter("", "すべて", lambda _each: True)
FILTERS = (
    ALL,
    *(Filter(state, word, _in_state(state)) for state, word in STATES.items()),
    Filter("none", "該当なし", lambda each: each.answer == "none"),
    Filter("due", "期限延長", lambda each: each.extensions > 0),
    Filter("reminder", "お願い", lambda each: each.reminders > 0),
)
"""The states, and beside them what else happened to a request."""


def days_text(days: int | None) -> str:
    """残り7日, 2日超過; ― where nothing is waited for."""
    if days is None:
        return "―"
    return f"{-days}日超過" if days < 0 else "今日まで" if days == 0 else f"残り{days}日"


def days_tone(days: int | None) -> str:
    """The colour of the days that are left."""
    if days is None:
        return "text3"
    return "error" if days < 0 else "shortage" if days <= _DUE_SOON else ""


def month_day(day: date) -> str:
    """10/18."""
    return f"{day.month}/{day.day}"


def days_left(view: InquiryView) -> int | None:
    """The fewest days that an inquiry leaves to anybody it still waits for."""
    if view.is_over:
        return None
    return min(
        (each.days_left for each in view.requests if each.days_left is not None), default=None
    )


def contents_text(view: RequestView) -> str:
    """What came, and what happened beside: 双方で変更2　変更12　期限延長1."""
    parts = [
        view.holds or view.answer_label,
        f"期限延長{view.extensions}" if view.extensions else "",
        f"お願い{view.reminders}" if view.reminders else "",
    ]
    return " ".join(filter(None, parts)) or "―"


def events_text(view: RequestView) -> str:
    """What happened beside the state, a line each, with its reason."""
    return "\n".join(
        "　".join(
            filter(
                None,
                (
                    short_date(each.happened_on),
                    EVENTS[each.kind],
                    short_date(each.due) if each.due else "",
                    each.text,
                ),
            )
        )
        for each in view.events
    )


def contents_tone(view: RequestView) -> str:
    """Red where something of an answer is to be decided."""
    file = view.returned
    if file is None or view.state not in STATES_TO_LOOK_AT:
        return ""
    return "error" if file.faults or file.conflicts else "shortage" if file.questions else ""


def segment_tone(view: RequestView) -> str:
    """The colour of a request in the bar of its inquiry."""
    if view.state == "applied":
        return "accent"
    if view.state in STATES_TO_LOOK_AT:
        return "excess"
    late = view.state in OPEN_STATES and view.days_left is not None and view.days_left < 0
    return "error" if late else "hatch"
