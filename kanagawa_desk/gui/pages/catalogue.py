"""The pages there are, and which of them shows a record; each is made when first wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kanagawa_desk.gui.widgets.navigation import Entry

if TYPE_CHECKING:
    from kanagawa_desk.gui.pages.desk import Desk
    from kanagawa_desk.gui.pages.page import Page

ENTRIES = (
    Entry("home", "ホーム", "home", 1),
    Entry("beds", "病床数", "bed", 1),
    Entry("plans", "計画一覧", "plan", 1),
    Entry("metrics", "DX指標", "chart", 1),
    Entry("inquiries", "照会", "exchange", 2),
    Entry("papers", "委員会資料", "document", 2),
    Entry("checks", "点検", "check", 3),
    Entry("history", "変更履歴", "history", 3),
)

PAGE_OF_RECORD = {
    "bed_count": "beds",
    "bed_standard": "beds",
    "bed_set": "beds",
    "plan": "plans",
    "plan_edition": "plans",
    "metric": "metrics",
    "series": "metrics",
    "observation": "metrics",
    "paper": "papers",
    "block": "papers",
    "acknowledged": "papers",
    "inquiry": "inquiries",
    "request": "inquiries",
    "division": "masters",
    "area": "masters",
    "municipality": "masters",
    "bed_type": "masters",
    "respondent": "masters",
}


def make(key: str, desk: Desk) -> Page:
    """The page of a key; its module is imported now, so that the window opens sooner."""
    return _MAKERS[key](desk)


def _home(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.home import HomePage

    return HomePage(desk)


def _beds(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.beds import BedsPage

    return BedsPage(desk)


def _plans(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.plans import PlansPage

    return PlansPage(desk)


def _metrics(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.metrics import MetricsPage

    return MetricsPage(desk)


def _inquiries(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.inquiries import InquiriesPage

    return InquiriesPage(desk)


def _papers(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.papers import PapersPage

    return PapersPage(desk)


def _checks(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.checks import ChecksPage

    return ChecksPage(desk)


def _history(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.history import HistoryPage

    return HistoryPage(desk)


def _masters(desk: Desk) -> Page:
    from kanagawa_desk.gui.pages.masters import MastersPage

    return MastersPage(desk)


_MAKERS: dict[str, Callable[[Desk], Page]] = {
    "home": _home,
    "beds": _beds,
    "plans": _plans,
    "metrics": _metrics,
    "inquiries": _inquiries,
    "papers": _papers,
    "checks": _checks,
    "history": _history,
    "masters": _masters,
}
