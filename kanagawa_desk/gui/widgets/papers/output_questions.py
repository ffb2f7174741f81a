"""What the forms of a paper's outputs ask, and how their answers are read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from kanagawa_desk.domain.acting import JAPAN
from kanagawa_desk.domain.cells import typed
from kanagawa_desk.domain.eras import short_date
from kanagawa_desk.domain.papers.comparison import WORDINGS
from kanagawa_desk.domain.papers.orientation import ORIENTATIONS
from kanagawa_desk.domain.papers.printed import LANDSCAPE, PORTRAIT
from kanagawa_desk.domain.readers import read_kind
from kanagawa_desk.domain.reading import Context, Got
from kanagawa_desk.gui.widgets.ask_bar import Question

if TYPE_CHECKING:
    from kanagawa_desk.domain.papers.blocks import PaperEdition
    from kanagawa_desk.gui.calls.outputs import OutputFacts
    from kanagawa_desk.services.papers.orientation import Section

DAY_HINT = "R6.10.4"
UNREAD_DAY = "日付が読めません（R6.10.4 のように）。"

FREEZING = (Question("決裁日", 110, "空欄でもよい"), Question("起案番号", 160, "空欄でもよい"))
PRINTING = (
    Question("紙面", 130, "すべて　例：1-3,5"),
    Question("1枚に", 100, choices=((False, "1ページ"), (True, "2ページ"))),
    Question("色", 90, choices=((True, "白黒"), (False, "カラー"))),
)


def read_day(text: str) -> tuple[date | None, str]:
    """The day that a text says, None for nothing, and why it cannot be read."""
    if not text:
        return None, ""
    reading = read_kind("date", typed(text), Context())
    if isinstance(reading, Got) and isinstance(reading.value, date):
        return reading.value, ""
    return None, UNREAD_DAY


def read_days(text: str) -> tuple[tuple[date, ...], str]:
    """The days of a text with spaces or 、 between them, and why one cannot be read."""
    found = [read_day(part) for part in text.replace("、", " ").split()]
    fault = next((fault for _, fault in found if fault), "")
    return tuple(day for day, _ in found if day is not None), fault


def carrying(facts: OutputFacts, today: date) -> tuple[Question, ...]:
    """What the next paper's cover says, and which bed counts it shows."""
    return (
        Question("標題", 200, value=facts.paper.title),
        Question("会議名", 190, value=facts.session),
        Question("日付", 90, DAY_HINT, value=short_date(today)),
        Question("病床数の基準日", 130, "空欄なら最新"),
    )


def comparing(versions: Sequence[tuple[object, str]]) -> tuple[Question, ...]:
    """Which two versions stand side by side, under which heads."""
    heads = tuple((key, f"{words.after}／{words.before}") for key, words in WORDINGS.items())
    return (
        Question("比べる版", 220, choices=tuple(versions), value=versions[0][0]),
        Question("と", 220, choices=tuple(versions), value=versions[1][0]),
        Question("見出し", 150, choices=heads),
    )


def turning(sections: Sequence[Section]) -> tuple[Question, ...]:
    """Which section, and how its pages are to stand."""
    across = LANDSCAPE if all(each.orientation != LANDSCAPE for each in sections) else PORTRAIT
    return (
        Question("見出し", 300, choices=tuple((each.block, each.title) for each in sections)),
        Question("紙の向き", 100, choices=tuple(ORIENTATIONS.items()), value=across),
    )


def choosing(editions: Sequence[PaperEdition]) -> Question:
    """Which edition, the last one first."""
    choices = tuple((each.number, _named(each)) for each in reversed(editions))
    return Question("版", 200, choices=choices)


def replacing(editions: Sequence[PaperEdition], today: date) -> tuple[Question, ...]:
    """The leaves of which edition are exchanged, and the day that is stamped on them."""
    day = Question("差替えの日", 90, DAY_HINT, value=short_date(today))
    return (choosing(editions), day)


def versions(facts: OutputFacts) -> tuple[tuple[object, str], ...]:
    """This paper as it stands, its editions, the last first, then the other papers."""
    paper = facts.paper.id
    own: list[tuple[object, str]] = [(paper, "今の内容")]
    own += [(f"{paper}@{each.number}", _named(each)) for each in reversed(facts.editions)]
    others = [
        (each.id, f"{short_date(each.held_on)}　{each.title}")
        for each in facts.papers
        if each.id != paper
    ]
    return (*own, *others)


def _named(edition: PaperEdition) -> str:
    kept = datetime.fromisoformat(edition.frozen_at).astimezone(JAPAN)
    return f"提出版{edition.number}　{short_date(kept.date())} {kept:%H:%M}"
