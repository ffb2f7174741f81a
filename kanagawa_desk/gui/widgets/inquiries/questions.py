"""What a running inquiry asks of a person in one line: another due date, one more respondent."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kanagawa_desk.domain.inquiries import Inquiry
from kanagawa_desk.gui.widgets.ask_bar import AskBar, Question

if TYPE_CHECKING:
    from kanagawa_desk.services.inquiries.board import InquiryView, RequestView
    from kanagawa_desk.services.inquiries.respondents import Candidate

PutOff = Callable[["InquiryView", date, str, "Sequence[RequestView]"], object]
AskAlso = Callable[["InquiryView", "Candidate"], object]


def ask_due(
    bar: AskBar,
    view: InquiryView,
    marked: Sequence[RequestView],
    today: Callable[[], date],
    put_off: PutOff,
) -> None:
    """Ask for a new due date and its reason, for the marked requests or for all."""

    def answer(answers: list[object]) -> str:
        from kanagawa_desk.gui.models.typed_value import read_typed  # the readers are many

        due, fault = read_typed(Inquiry, "due", str(answers[0]), today())
        if due is None:
            return fault or "新しい期限を入れてください。"
        if not answers[1]:
            return "理由を入れてください。"
        put_off(view, due, str(answers[1]), marked if answers[2] == "marked" else ())
        return ""

    whose = (("marked", f"選んだ照会先（{len(marked)}件）"), ("all", "照会先すべて"))
    questions = (
        Question("新しい期限", 110, "例：R6.10.25"),
        Question("理由", 240),
        Question("だれの", 190, choices=whose),
    )
    bar.ask(f"照会 {view.inquiry.id} の期限を変更", questions, answer, "変更する")


def ask_candidate(
    bar: AskBar, view: InquiryView, candidates: Sequence[Candidate], ask_also: AskAlso
) -> None:
    """Ask whom to ask beside the others."""

    def answer(answers: list[object]) -> str:
        chosen = next(each for each in candidates if each.id == answers[0])
        ask_also(view, chosen)
        return ""

    choices = tuple((each.id, each.name) for each in candidates)
    question = Question("回答者", 260, choices=choices)
    bar.ask(f"照会 {view.inquiry.id} の照会先を追加", (question,), answer)
